"""The meaning of a cue for one member at a moment: its word, and how many beats are left until it holds. Pure."""

from dataclasses import dataclass

from drumcircle_gui.protocol.messages import Cue, Member
from drumcircle_gui.timing.units import BEAT, Beats

from .mode_now import COUNTED_BEATS
from .mode_plan import is_in


@dataclass(frozen=True, slots=True)
class CueNow:
    """`word`: the instruction to the member, "" for none. `left`: the beats until it holds, 0 if it holds already.
    `mine`: the cue is addressed to the member, or the member conducts."""

    word: str = ""
    left: int = 0
    mine: bool = True

    @property
    def counted(self) -> int:
        """The number of the countdown; 0 if the cue holds, or if it is not near."""
        return self.left if self.word and self.left <= COUNTED_BEATS else 0


def cue_now(cue: Cue, beat: Beats, member: Member | None) -> CueNow:
    """The meaning of `cue` on `beat` for `member`; conductors see the instruction to its recipients."""
    mine = member is None or member.role == "conductor" or is_in(cue.group, cue.members, member)
    left = 0 if cue.at is None else max(-((beat - cue.at) // BEAT), 0)
    return CueNow(cue.word if mine else cue.others, left, mine)
