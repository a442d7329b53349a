"""How a member's kits are set up, and the lesson in which the program learns which pad sends which note. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from drumcircle_gui.sound.messages import NoteHit, PadSetup, SetUpPads

STEPS = (36, 38, 40, 42, 46, 44, 48, 45, 43, 49, 57, 51)
"""The pads of the circle that are asked for, in this order: General MIDI keys."""

WEAKEST = 12
"""Velocity from which a note counts in a lesson: weaker ones are crosstalk."""


@dataclass(frozen=True, slots=True)
class PadLesson:
    """The lesson of the kit on `port`: `step` counts in STEPS, `notes` are the pads of the notes learned so far."""

    port: str
    step: int = 0
    notes: tuple[tuple[int, int], ...] = ()

    @property
    def pad(self) -> int | None:
        """The pad that is asked for; None when all were."""
        return STEPS[self.step] if self.step < len(STEPS) else None

    def skipped(self) -> "PadLesson":
        """With the next pad asked for."""
        return replace(self, step=self.step + 1)

    def with_note(self, note: int) -> "PadLesson":
        """With `note` for the pad that is asked for. A note that was learned already is ignored: it bounced."""
        if self.pad is None or note in dict(self.notes):
            return self
        return PadLesson(self.port, self.step + 1, (*self.notes, (note, self.pad)))


@dataclass(frozen=True, slots=True)
class PadsState:
    """`setups` of the kits that were set up; `families` that can be chosen; `lesson`: the one that is running; `watch`:
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
        """With this setup in place of the one of the same port. One that changes nothing is left out."""
        others = tuple(other for other in self.setups if other.port != setup.port)
        usual = setup == PadSetup(setup.port)
        return replace(self, setups=others if usual else (*others, setup))


@dataclass(frozen=True, slots=True)
class SetUpKit:
    """Set up the kit of `setup.port`."""

    setup: PadSetup


@dataclass(frozen=True, slots=True)
class WatchPads:
    """Report every note, while the page is open."""

    on: bool


@dataclass(frozen=True, slots=True)
class BeginPadLesson:
    """Ask for each pad of the kit on `port`."""

    port: str


@dataclass(frozen=True, slots=True)
class SkipPad:
    """The kit has no such pad."""


@dataclass(frozen=True, slots=True)
class EndPadLesson:
    """Stop the lesson, and use what was learned."""


@dataclass(frozen=True, slots=True)
class SilencePads:
    """Stop everything that sounds now (MIDI panic)."""


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
