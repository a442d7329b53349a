"""The analysis of the line-up benchmark, on sessions made of synthetic reports and sound."""

from itertools import pairwise

import numpy as np
import pytest

from drumcircle_gui.timing.units import SECOND, Micros
from tests.bench.hindsight import HANDED_OUT, Hindsight, Line, Player, quantiles
from tests.e2e.listening import Ear

pytestmark = pytest.mark.slow

RATE, PAD, VELOCITY = 48_000, 37, 112
AHEAD = 5_000_000
DUE = Micros(AHEAD + 3 * SECOND)
LOST_BLOCK = Micros(2 * SECOND)


class Tape:
    """A recording of six seconds in blocks of 256 frames, from local time 0; the machine stalled from 4 to 4.1 s."""

    frames = 6 * RATE

    def heard_at(self, frame: int) -> Micros:
        local = frame * SECOND // RATE
        return Micros(local if local < 4 * SECOND else local + 100_000)

    def stalls(self, longer: int) -> list[tuple[Micros, Micros]]:
        stamps = [self.heard_at(frame) for frame in range(0, self.frames, 256)]
        return [(before, after) for before, after in pairwise(stamps) if after - before > longer]

    def disturbances(self, longer: int) -> list[tuple[Micros, Micros]]:
        return [*self.stalls(longer), (LOST_BLOCK, LOST_BLOCK)]


def heard(due: int, left: int | None = 0, beat: int = 7) -> Line:
    return {"player": 1, "beat": beat, "pad": PAD, "velocity": VELOCITY, "due": due, "left": left, "early": 9}


def clock(at: int, offset: int, trip: int = 20_000, measured: int | None = None) -> Line:
    """A clock line of a report: `offset` behind circle time, after an exchange that `measured` another offset."""
    sent = at - trip
    middle = sent + trip // 2 + (offset if measured is None else measured)
    return {"offset": offset, "drift": 0.0, "bound": 10, "slew": 0, "stamps": [sent, middle, middle, at]}


def speaker(*frames: int) -> np.ndarray:
    sound, stroke = np.zeros(Tape.frames, np.float32), Ear(RATE)._sample(PAD, VELOCITY)
    for frame in frames:
        sound[frame : frame + len(stroke)] += stroke
    return sound


def session(**players: Player) -> Hindsight:
    return Hindsight(Tape(), RATE, AHEAD, players)  # type: ignore[arg-type]


def exact(*lines: Line, frames: tuple[int, ...] = (3 * RATE,)) -> Player:
    return Player(lines or (heard(DUE),), [clock(0, AHEAD)], speaker(*frames))


STROKE = (1, 7)


def test_strokes_are_found_to_the_sample() -> None:
    found = session(fern=exact(frames=(3 * RATE - 500,)), moss=exact(frames=(3 * RATE - 20,)))
    assert found.onset("fern", STROKE) == 3 * RATE - 500
    first, second = found.moments(STROKE, ("fern", "moss"), "ours") or (0, 0)
    assert second - first == pytest.approx(10)


@pytest.mark.parametrize("lines", [(heard(DUE, left=None),), (heard(DUE, beat=8),)])
def test_a_stroke_missing_in_one_speaker_has_no_spread(lines: tuple[Line, ...]) -> None:
    found = session(fern=exact(), moss=exact(*lines, frames=()))
    assert found.onset("moss", STROKE) is None
    assert found.moments(STROKE, ("fern", "moss"), "ours") is None


def test_late_strokes_are_distinguished_from_silent_ones() -> None:
    lines = (heard(DUE, left=None), heard(DUE + SECOND // 2, beat=8), heard(DUE + SECOND, beat=9))
    found = session(fern=exact(*lines, frames=(round(3.5 * RATE),)))
    assert found.missed("fern", [STROKE, (1, 8), (1, 9), (1, 10)]) == (1, 1)


def test_a_wrong_clock_is_compared_with_the_truth() -> None:
    """It is 2 ms ahead, so that everything sounds 2 ms early; with a perfect clock it does not."""
    fern = Player([heard(DUE)], [clock(0, AHEAD + 2_000)], speaker(3 * RATE - 96))
    found = session(fern=fern, moss=exact())
    assert found.wrong("fern", STROKE) == 2
    ours, perfect = (found.moments(STROKE, ("fern", "moss"), clocks) or (0, 0) for clocks in ("ours", "perfect"))
    assert ours[1] - ours[0] == pytest.approx(2)
    assert perfect[1] - perfect[0] == pytest.approx(0)


def test_the_clock_at_the_time_of_scheduling_counts() -> None:
    handed_out = DUE - AHEAD - HANDED_OUT
    clocks = [clock(0, AHEAD), clock(handed_out, AHEAD + 3_000), clock(handed_out + 1, AHEAD + 9_000)]
    assert session(fern=Player([heard(DUE)], clocks, speaker(3 * RATE))).wrong("fern", STROKE) == 3


def test_best_of_ten_is_computed_from_the_same_exchanges() -> None:
    quick, slow = clock(0, AHEAD, trip=10_000, measured=AHEAD + 1_000), clock(1_000, AHEAD, measured=AHEAD + 7_000)
    found = session(fern=Player([heard(DUE)], [quick, slow], speaker(3 * RATE)), moss=exact())
    first, second = found.moments(STROKE, ("fern", "moss"), "best of ten") or (0, 0)
    assert second - first == pytest.approx(1)


def test_strokes_near_a_stall_of_the_machine_are_marked() -> None:
    at = {beat: AHEAD + round(second * SECOND) for beat, second in enumerate((3.5, 3.95, 4.05, 4.3, 4.5))}
    found = session(fern=exact(*(heard(due, beat=beat) for beat, due in at.items())))
    assert [found.stalled((1, beat)) for beat in at] == [False, True, True, True, False]
    assert found.between(Micros(3_900_000), Micros(4_300_000)) == [(1, 1), (1, 2)]


def test_strokes_at_a_lost_block_are_marked_though_the_machine_did_not_stall() -> None:
    at = {beat: AHEAD + round(second * SECOND) for beat, second in enumerate((1.7, 1.9, 2.0, 2.05, 2.2, 4.05))}
    found = session(fern=exact(*(heard(due, beat=beat) for beat, due in at.items())))
    assert [found.disturbed((1, beat)) for beat in at] == [False, True, True, True, False, True]
    assert [found.stalled((1, beat)) for beat in at] == [False, False, False, False, False, True]


def test_strokes_heard_twice_are_counted() -> None:
    assert exact(heard(DUE), heard(DUE), heard(DUE, beat=8)).twice == 1


def test_quantiles() -> None:
    assert quantiles(range(101)) == (50, 95, 99, 100)
    assert np.isnan(quantiles([])).all()
