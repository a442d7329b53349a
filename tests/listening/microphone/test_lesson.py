import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.listening.microphone.lesson import (
    HITS,
    LESSON_GATE_DB,
    NO_MICROPHONE,
    STROKES,
    BeginLesson,
    EndLesson,
    ForgetStrokes,
    MicrophoneState,
    RepeatStroke,
    SetGate,
    UseMicrophone,
    handled,
    heard,
)
from drumcircle_gui.sound.messages import MicrophoneHit
from drumcircle_gui.timing.units import Micros


def hit(number: int, pad: int | None = 91) -> MicrophoneHit:
    features = np.random.default_rng(number).normal(-10, 2, 4) + 10 * (number // HITS)
    return MicrophoneHit(Micros(number), -20.0 - number % 5, tuple(features), pad)


def after(*intents) -> MicrophoneState:
    state = MicrophoneState(NO_MICROPHONE)
    for intent in intents:
        state = handled(state, intent)
    return state


BEGUN = after(UseMicrophone("Mic", 1), BeginLesson())


def test_a_lesson_asks_for_each_stroke_and_ends_with_all_learned():
    state = BEGUN
    asked = []
    for number in range(HITS * len(STROKES)):
        asked.append(state.lesson.pad)
        state = heard(state, hit(number))
    assert asked == [pad for pad in STROKES for _ in range(HITS)]
    assert state.lesson is None
    assert [stroke.pad for stroke in state.choice.strokes] == list(STROKES)
    assert (state.choice.device, state.choice.channel) == ("Mic", 1)
    assert state.choice.gate < -24


def test_in_a_lesson_every_sound_counts_whatever_was_learned_before():
    assert BEGUN.in_force.gate == LESSON_GATE_DB
    assert BEGUN.in_force.strokes == ()
    assert handled(BEGUN, EndLesson()).in_force == BEGUN.choice


@given(some.integers(0, HITS * len(STROKES) - 1))
def test_a_stroke_can_be_played_again(count):
    state = BEGUN
    for number in range(count):
        state = heard(state, hit(number))
    again = handled(state, RepeatStroke())
    assert again.lesson.count(again.lesson.pad) == 0
    assert sum(map(again.lesson.count, STROKES)) == max(count - 1, 0) // HITS * HITS


def test_sounds_below_the_gate_and_outside_of_lessons_teach_nothing():
    assert heard(BEGUN, hit(0, None)) == BEGUN
    assert heard(after(UseMicrophone("Mic")), hit(0)) == after(UseMicrophone("Mic"))


def test_choices():
    state = after(UseMicrophone("Mic"), SetGate(-33.0))
    assert state.choice.gate == -33
    assert handled(state, UseMicrophone("Other")).choice.gate == -33
    assert handled(state, ForgetStrokes()).choice.strokes == ()
    assert handled(state, RepeatStroke()) == state
