"""Corrections of simulated rooms whose true positions are known."""

from random import Random

import pytest

from drumcircle_gui.mpd.sync.correction import THRESHOLD
from drumcircle_gui.timing.units import seconds
from tests.mpd.simulated_group import SimulatedGroup

HOUR = seconds(3600)


@pytest.mark.parametrize("seed", range(3))
def test_rooms_that_drift_stay_in_step(seed: int) -> None:
    simulated = SimulatedGroup((0, 100, -100, 50), seed=seed)
    simulated.run(seconds(300))
    settled = [spread for at, spread in simulated.spreads if at > seconds(20)]
    assert max(settled) < 2 * (THRESHOLD + simulated.uncertainty + 2_000)
    assert sorted(settled)[len(settled) // 2] < 2 * THRESHOLD
    assert len(simulated.corrections) < 300 * 100 / THRESHOLD * 4


@pytest.mark.parametrize("seed", range(5))
def test_rooms_that_do_not_drift_need_two_corrections_at_most(seed: int) -> None:
    simulated = SimulatedGroup((0, 0, 0, 0, 0), seed=seed)
    simulated.run(seconds(120))
    assert all(len(simulated.corrected(str(room))) <= 2 for room in range(5))
    assert simulated.spreads[-1][1] < 2 * (THRESHOLD + simulated.uncertainty)


@pytest.mark.slow
def test_a_room_with_random_positions_is_corrected_less_and_less_often() -> None:
    chance = Random(1)
    simulated = SimulatedGroup((0, 0, 0))
    simulated.run(HOUR, lambda room, clock: chance.randrange(-200_000, 200_000) if room == "2" else clock)
    assert 30 < len(simulated.corrected("2")) < 80
    assert len(simulated.corrected("1")) < 5
