"""Corrections of simulated rooms, whose true position is known."""

from random import Random

import pytest

from drumcircle_gui.mpd.sync.correction import THRESHOLD
from drumcircle_gui.timing.units import seconds
from tests.mpd.drifting import Simulated

HOUR = seconds(3600)


@pytest.mark.parametrize("seed", range(3))
def test_rooms_that_drift_are_kept_together(seed: int) -> None:
    simulated = Simulated((0, 100, -100, 50), seed=seed)
    simulated.run(seconds(300))
    settled = [apart for at, apart in simulated.apart if at > seconds(20)]
    assert max(settled) < 2 * (THRESHOLD + simulated.uncertainty + 2_000)
    assert sorted(settled)[len(settled) // 2] < 2 * THRESHOLD
    assert len(simulated.corrections) < 300 * 100 / THRESHOLD * 4


@pytest.mark.parametrize("seed", range(5))
def test_rooms_that_do_not_drift_come_to_rest(seed: int) -> None:
    simulated = Simulated((0, 0, 0, 0, 0), seed=seed)
    simulated.run(seconds(120))
    assert all(len(simulated.corrected(str(room))) <= 2 for room in range(5))
    assert simulated.apart[-1][1] < 2 * (THRESHOLD + simulated.uncertainty)


def test_a_room_that_tells_nonsense_is_corrected_ever_more_rarely() -> None:
    chance = Random(1)
    simulated = Simulated((0, 0, 0))
    simulated.run(HOUR, lambda room, c: chance.randrange(-200_000, 200_000) if room == "2" else c)
    assert 30 < len(simulated.corrected("2")) < 80
    assert len(simulated.corrected("1")) < 5
