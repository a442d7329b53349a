"""The judgement of the benchmark of modes, on a session with "all stop" whose sound is synthesised.

Four beats a cycle and a period of one cycle, a beat a second: Fern strikes beat 2 before the stop, beats 6 and 10 in
it. It lasts from beat 4 to beat 12, so that beat 2 is held back until beat 14; beat 10 would sound there too.
"""

from dataclasses import replace

import numpy as np
import pytest

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.modes.catalogue import STOP, Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.protocol.mode_messages import Mode, ModeSpan
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import Micros, beats, seconds, tempo_of_bpm
from tests.bench.mode_judge import Judge, Seen, sounds_at
from tests.e2e.listening import Ear

pytestmark = pytest.mark.slow

RATE, PAD, OTHER_PAD, VELOCITY = 48_000, 38, 36, 100
FERN, MOSS = Member(1, "Fern", "player", 0), Member(2, "Moss", "player", 1)

FREE = CircleSnapshot(
    members=(FERN, MOSS),
    timeline=Timeline.stopped(tempo_of_bpm(60), Meter(4)).changed(seconds(0), running=True),
    clock=Clock(Micros(0), 0, 0.0, Micros(0), Micros(0)),
)
STOP_SPAN = ModeSpan(1, beats(4), beats(4), make_mode(ModeChoice(STOP), Ensemble((FERN, MOSS))))
STOPPED = replace(FREE, modes=ModePlan((STOP_SPAN,)))
GOES_ON = replace(FREE, modes=ModePlan((STOP_SPAN, ModeSpan(2, beats(12), beats(4), Mode()))))
SEEN = [Seen(seconds(0), FREE), Seen(seconds(3), STOPPED), Seen(seconds(9), GOES_ON)]


def stroke(beat: float, pad: int = PAD) -> HeardStroke:
    return HeardStroke(FERN.id, beats(beat), pad, VELOCITY, arrived=seconds(beat + 0.1))


class Tape:
    """A recording of 20 s from local time 0."""

    rate, frames = RATE, 20 * RATE
    stamps = ((0, Micros(0)),)

    def heard_at(self, frame: int) -> Micros:
        return seconds(frame / RATE)

    def disturbances(self, longer: int) -> list[tuple[Micros, Micros]]:
        return []


def faults(strokes: list[HeardStroke], *sounds: tuple[float, int]) -> dict[str, float]:
    """The figures of a session in which Moss hears pads, each at a second."""
    sound = np.zeros(Tape.frames, np.float32)
    for second, pad in sounds:
        sample = Ear(RATE)._sample(pad, VELOCITY)
        sound[round(second * RATE) :][: len(sample)] += sample
    result = Judge(strokes, SEEN).result(Tape(), {"Moss": sound})  # type: ignore[arg-type]
    return {aim.name: aim.value for aim in result.aims}


def test_a_stroke_that_a_mode_holds_back_sounds_when_the_mode_has_ended() -> None:
    due, mode, circle = sounds_at(stroke(2), SEEN) or (0, "", FREE)
    assert abs(due - seconds(14)) <= 1
    assert (mode, circle) == ("free", GOES_ON)


def test_a_stroke_is_judged_by_what_was_known_when_it_was_passed_on() -> None:
    due, mode, circle = sounds_at(stroke(-2), SEEN) or (0, "", STOPPED)
    assert abs(due - seconds(2)) <= 1
    assert (mode, circle) == ("free", FREE)


def test_a_stroke_whose_mode_never_ends_does_not_sound() -> None:
    assert sounds_at(stroke(2), SEEN[:2]) is None


STROKES = [stroke(2), stroke(6), stroke(10), stroke(10.5, OTHER_PAD)]


def test_kept_strokes_are_no_fault_where_silent_ones_would_sound() -> None:
    assert faults(STROKES, (14, PAD)) == {
        "strokes to be heard": 1,
        "strokes to be silent": 2,
        "missing": 0,
        "heard all the same": 0,
    }


@pytest.mark.parametrize(
    ("sounds", "missing", "heard"),
    [
        pytest.param((), 1, 0, id="kept strokes are lost"),
        pytest.param(((6, PAD),), 1, 0, id="kept strokes are not held back"),
        pytest.param(((14, PAD), (10, PAD)), 0, 1, id="a player is heard during the stop"),
        pytest.param(((14, PAD), (14.5, OTHER_PAD)), 0, 1, id="a silent stroke sounds between the kept ones"),
    ],
)
def test_a_mode_that_is_broken_is_found(sounds: tuple[tuple[float, int], ...], missing: int, heard: int) -> None:
    found = faults(STROKES, *sounds)
    assert (found["missing"], found["heard all the same"]) == (missing, heard)
