"""The set-up of a member's MIDI kits, and the lesson in which the program learns which note each pad sends. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from drumcircle_gui.sound.messages import NoteHit, PadSetup, SetUpPads

STEPS = (36, 38, 40, 42, 46, 44, 48, 45, 43, 49, 57, 51)
"""The circle's pads in the order of the lesson, as General MIDI keys."""

WEAKEST = 12
"""Lowest velocity that counts in a lesson: weaker notes are crosstalk."""


@dataclass(frozen=True, slots=True)
class PadLesson:
    """The lesson of the kit on `port`. `step`: index into STEPS; `notes`: the pad of each note learned so far."""

    port: str
    step: int = 0
    notes: tuple[tuple[int, int], ...] = ()

    @property
    def pad(self) -> int | None:
        """The pad to hit now; None after the last one."""
        return STEPS[self.step] if self.step < len(STEPS) else None

    def skipped(self) -> "PadLesson":
        """A copy at the next pad."""
        return replace(self, step=self.step + 1)

    def with_note(self, note: int) -> "PadLesson":
        """A copy in which `note` is learned for the present pad. A note that is learned already is ignored, because it
        bounced."""
        if self.pad is None or note in dict(self.notes):
            return self
        return PadLesson(self.port, self.step + 1, (*self.notes, (note, self.pad)))


@dataclass(frozen=True, slots=True)
class PadsState:
    """`setups`: of the kits that were set up. `families`: the known makes of kits. `lesson`: the running one. `watch`:
    whether the page is open."""

    setups: tuple[PadSetup, ...] = ()
    families: tuple[str, ...] = ()
    lesson: PadLesson | None = None
    watch: bool = False

    def setup(self, port: str) -> PadSetup:
        return next((setup for setup in self.setups if setup.port == port), PadSetup(port))

    @property
    def in_force(self) -> SetUpPads:
        """The command for the sound engine."""
        return SetUpPads(self.setups, self.watch)

    def with_setup(self, setup: PadSetup) -> "PadsState":
        """A copy with this set-up in place of the one for the same port. A set-up that equals the default
        is left out."""
        others = tuple(other for other in self.setups if other.port != setup.port)
        usual = setup == PadSetup(setup.port)
        return replace(self, setups=others if usual else (*others, setup))


@dataclass(frozen=True, slots=True)
class SetUpKit:
    """Intent: replace the set-up of the kit on `setup.port`."""

    setup: PadSetup


@dataclass(frozen=True, slots=True)
class WatchPads:
    """Intent: report every note while the page is open."""

    on: bool


@dataclass(frozen=True, slots=True)
class BeginPadLesson:
    """Intent: start a lesson for the kit on `port`."""

    port: str


@dataclass(frozen=True, slots=True)
class SkipPad:
    """Intent: skip the present pad, because the kit has none."""


@dataclass(frozen=True, slots=True)
class EndPadLesson:
    """Intent: stop the lesson, and use what was learned."""


@dataclass(frozen=True, slots=True)
class SilencePads:
    """Intent: stop everything that sounds now (MIDI panic)."""


PadsIntent = SetUpKit | WatchPads | BeginPadLesson | SkipPad | EndPadLesson | SilencePads


def handled(state: PadsState, intent: PadsIntent) -> PadsState:
    """The state after the player's intent."""
    match intent:
        case SetUpKit(setup):
            return state.with_setup(setup)
        case WatchPads(on):
            return replace(_finished(state), watch=on)
        case BeginPadLesson(port):
            return replace(state, lesson=PadLesson(port))
        case SkipPad():
            return _advanced(state, state.lesson and state.lesson.skipped())
        case EndPadLesson():
            return _finished(state)
        case SilencePads():
            return state


def heard(state: PadsState, hit: NoteHit) -> PadsState:
    """The state after a note of a kit."""
    lesson = state.lesson
    if lesson is None or hit.port != lesson.port or hit.velocity < WEAKEST:
        return state
    return _advanced(state, lesson.with_note(hit.note))


def learned_pads(setup: PadSetup) -> Sequence[int]:
    """The pads whose notes were learned."""
    return sorted(set(setup.notes.values()))


def _advanced(state: PadsState, lesson: PadLesson | None) -> PadsState:
    state = replace(state, lesson=lesson)
    return _finished(state) if lesson is not None and lesson.pad is None else state


def _finished(state: PadsState) -> PadsState:
    """The state without the lesson, with the notes that were learned in it."""
    if state.lesson is None:
        return state
    setup = state.setup(state.lesson.port)
    learned = changed(setup, notes={**setup.notes, **dict(state.lesson.notes)})
    return replace(state.with_setup(learned), lesson=None)
