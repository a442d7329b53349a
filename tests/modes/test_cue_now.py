"""A cue for all, a part or one: the instruction to each member, and the countdown."""

import pytest

from drumcircle_gui.modes.cue_now import CueNow, cue_now
from drumcircle_gui.protocol.messages import Cue, Member
from drumcircle_gui.timing.units import beats

from .ensembles import CONDUCTOR, PLAYERS

OAK, REED, SLATE = PLAYERS[:3]
LOW = Cue("Only you", at=beats(16), group="part:low", others="Listen")
FOR_SLATE = Cue("Louder", group="", members=(SLATE.id,))


@pytest.mark.parametrize(
    ("cue", "beat", "member", "expected"),
    [
        (Cue("Play"), 3, OAK, CueNow("Play")),
        (LOW, 16, OAK, CueNow("Only you")),
        (LOW, 16.5, SLATE, CueNow("Listen", mine=False)),
        (LOW, 16.5, CONDUCTOR, CueNow("Only you")),
        (LOW, 13.5, OAK, CueNow("Only you", 3)),
        (LOW, 4, SLATE, CueNow("Listen", 12, mine=False)),
        (FOR_SLATE, 4, SLATE, CueNow("Louder")),
        (FOR_SLATE, 4, OAK, CueNow("", mine=False)),
    ],
)
def test_what_a_cue_asks_of_whom(cue: Cue, beat: float, member: Member, expected: CueNow) -> None:
    assert cue_now(cue, beats(beat), member) == expected


def test_only_the_last_beats_are_counted() -> None:
    assert [cue_now(LOW, beats(beat), OAK).counted for beat in (11.9, 12, 15.5, 16)] == [0, 4, 1, 0]
