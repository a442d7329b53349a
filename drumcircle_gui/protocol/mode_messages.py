"""The encoding of modes: what each group of players does in which cycle, and who hears them.

A mode is a list of steps that a conductor sends whole. Server and listeners know steps, not kinds of modes, so that a
conductor's program can invent new ones. `drumcircle_gui/modes` makes the usual ones.
"""

from typing import Annotated, Literal

from msgspec import Meta

from .fields import Beat, BeatTime, Count, Message, Piece, PlayerId, Word

MAX_STEP_CYCLES = 64
MAX_TURNS = 16
"""Groups of players in one step."""

MAX_TURN_MEMBERS = 64
MAX_STEPS = 256
MAX_SPANS = 16
"""Modes in one message: the present one, the next one, and those whose strokes still sound."""

ALL, ODD, EVEN = "all", "odd", "even"
"""Groups: every player, and those whose `Member.colour` is an odd or an even number."""

PART = "part:"
"""Begins the name of a group: the players with that `Member.part`."""

HEARD_BY_ALL, HEARD_BY_NONE, HEARD_BY_SAME = "all", "none", "same"

ModeAction = Literal["pause", "resume", "skip", "end"]


class ModeTurn(Piece, frozen=True):
    """What a group of players does in a step: `word` is the instruction, `heard_by` who hears what they strike then.

    The group: those in `members`, and those in `group` that no turn of the step names in `members`.
    """

    word: Word
    group: Word = ALL
    members: Annotated[tuple[PlayerId, ...], Meta(max_length=MAX_TURN_MEMBERS)] = ()
    heard_by: Word = HEARD_BY_ALL


class ModeStep(Piece, frozen=True):
    """`cycles` cycles in which all groups do the same."""

    cycles: Annotated[int, Meta(ge=1, le=MAX_STEP_CYCLES)]
    turns: Annotated[tuple[ModeTurn, ...], Meta(max_length=MAX_TURNS)]


class Mode(Piece, frozen=True):
    """Steps in order; free play after the last one, or the first one again if `repeat`. Without steps: free play.

    `hold`: what was struck before the mode and would sound during it sounds when it has ended. `tempo`: the tempo
    changes evenly, from the first beat of the mode to the last, until it is this.
    """

    name: Word = ""
    steps: Annotated[tuple[ModeStep, ...], Meta(max_length=MAX_STEPS)] = ()
    repeat: bool = False
    hold: bool = False
    tempo: BeatTime | None = None


class ModeSpan(Piece, frozen=True):
    """`mode` from `beat` until the next span's. Its cycles last `cycle` and are counted from `first`; while `paused`,
    they are not counted, and everybody plays freely. `epoch` numbers the server's decisions."""

    epoch: Count
    beat: Beat
    cycle: Beat
    mode: Mode
    first: Count = 0
    paused: bool = False


class StartMode(Message, frozen=True, tag=51):
    """A conductor's request for a mode, from the next cycle on. Declined if `epoch` is not that of the latest span."""

    epoch: Count
    mode: Mode


class SteerMode(Message, frozen=True, tag=53):
    """A conductor pauses, resumes or ends the present mode, or skips its present step, from the next cycle on."""

    epoch: Count
    action: ModeAction


class ModeUpdate(Message, frozen=True, tag=50):
    """The modes from now on; replaces what was known."""

    spans: Annotated[tuple[ModeSpan, ...], Meta(max_length=MAX_SPANS)]
