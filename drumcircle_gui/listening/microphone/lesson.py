"""A member's microphone, and the lesson in which the program learns the strokes of a drum. Pure.

In a lesson the player hits each stroke a few times. Meanwhile every sound counts as a hit, and none is sent to the
circle.
"""

from dataclasses import dataclass, replace

import numpy as np

from drumcircle_gui.sound.messages import ChooseMicrophone, MicrophoneHit
from drumcircle_gui.sound.microphone.stroke_model import DEFAULT_GATE_DB, learn, usual_gate

BASS, TONE, SLAP = 90, 91, 92
STROKES = (BASS, TONE, SLAP)
"""The pads of the strokes to learn, in the order of the lesson."""

HITS = 6
"""Number of hits of each stroke in a lesson."""

LESSON_GATE_DB = -66.0
NO_MICROPHONE = ChooseMicrophone(None)


@dataclass(frozen=True, slots=True)
class Lesson:
    """The hits so far on each of `pads`, in the order of the lesson."""

    pads: tuple[int, ...]
    hits: tuple[tuple[MicrophoneHit, ...], ...] = ()

    @property
    def pad(self) -> int | None:
        """The pad to hit now; None when all are learned."""
        return next((pad for pad in self.pads if self.count(pad) < HITS), None)

    def count(self, pad: int) -> int:
        return len(self._of(pad))

    def with_hit(self, hit: MicrophoneHit) -> "Lesson":
        """A copy with one more hit of the present stroke."""
        asked = self.pad
        return replace(self, hits=tuple((*self._of(pad), *([hit] if pad == asked else [])) for pad in self.pads))

    def repeated(self) -> "Lesson":
        """A copy without the hits of the latest stroke, because the player wants to repeat it."""
        begun = [pad for pad in self.pads if self.count(pad)]
        return replace(self, hits=tuple(() if pad in begun[-1:] else self._of(pad) for pad in self.pads))

    def learned(self, choice: ChooseMicrophone) -> ChooseMicrophone:
        """A copy of `choice` with the strokes that were hit, and with a gate below all of them."""
        hits = {pad: [(hit.level, np.array(hit.features, np.float32)) for hit in self._of(pad)] for pad in self.pads}
        strokes = learn(hits)
        return ChooseMicrophone(choice.device, choice.channel, usual_gate(strokes), strokes)

    def _of(self, pad: int) -> tuple[MicrophoneHit, ...]:
        return self.hits[self.pads.index(pad)] if self.hits else ()


@dataclass(frozen=True, slots=True)
class MicrophoneState:
    """`choice`: the microphone in use and what was learned for it. `lesson`: the running one."""

    choice: ChooseMicrophone = NO_MICROPHONE
    lesson: Lesson | None = None

    @property
    def in_force(self) -> ChooseMicrophone:
        """The command for the sound engine. During a lesson, every sound is to be reported."""
        if self.lesson is None:
            return self.choice
        return ChooseMicrophone(self.choice.device, self.choice.channel, LESSON_GATE_DB)


@dataclass(frozen=True, slots=True)
class UseMicrophone:
    """Use a channel, counted from 0, of this microphone; None: no microphone."""

    device: str | None
    channel: int = 0


@dataclass(frozen=True, slots=True)
class SetGate:
    """Set the level in decibels of full scale below which a sound is no stroke."""

    level: float


@dataclass(frozen=True, slots=True)
class BeginLesson:
    """Learn the strokes on these pads."""

    pads: tuple[int, ...] = STROKES


@dataclass(frozen=True, slots=True)
class RepeatStroke:
    """Forget the hits of the stroke that is being learned, or was learned last."""


@dataclass(frozen=True, slots=True)
class EndLesson:
    """Stop the lesson and keep what was learned before."""


@dataclass(frozen=True, slots=True)
class ForgetStrokes:
    """Intent: discard what was learned, so that every sound is a stroke on the same pad."""


MicrophoneIntent = UseMicrophone | SetGate | BeginLesson | RepeatStroke | EndLesson | ForgetStrokes


def handled(state: MicrophoneState, intent: MicrophoneIntent) -> MicrophoneState:
    """The state after the player's intent."""
    choice, lesson = state.choice, state.lesson
    match intent:
        case UseMicrophone(device, channel):
            return MicrophoneState(ChooseMicrophone(device, channel, choice.gate, choice.strokes))
        case SetGate(level):
            return replace(state, choice=ChooseMicrophone(choice.device, choice.channel, level, choice.strokes))
        case BeginLesson(pads):
            return replace(state, lesson=Lesson(pads))
        case RepeatStroke():
            return replace(state, lesson=lesson and lesson.repeated())
        case EndLesson():
            return replace(state, lesson=None)
        case ForgetStrokes():
            return MicrophoneState(ChooseMicrophone(choice.device, choice.channel, DEFAULT_GATE_DB))


def heard(state: MicrophoneState, hit: MicrophoneHit) -> MicrophoneState:
    """The state after a hit. The last one of a lesson ends it."""
    if state.lesson is None or hit.pad is None:
        return state
    lesson = state.lesson.with_hit(hit)
    return MicrophoneState(lesson.learned(state.choice)) if lesson.pad is None else replace(state, lesson=lesson)
