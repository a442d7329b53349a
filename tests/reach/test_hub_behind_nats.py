"""A circle whose conductor and players are at home, each behind a router of their own that lets nobody in, on a hub."""

from pathlib import Path

import pytest

from tests.tools.rigs.hub_behind_nats import measure
from tests.tools.rigs.nat import missing

pytestmark = pytest.mark.slow


def test_players_behind_two_routers_lose_nothing_in_the_circle_of_a_conductor_behind_a_third(tmp_path: Path) -> None:
    if reason := missing():
        pytest.skip(reason)
    found = measure(2, tmp_path)
    assert found["struck"] > 0 and found["lost"] == 0
    assert 2 * found["struck"] < found["delivered"] <= 3 * found["struck"]
