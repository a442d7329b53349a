"""When the keeper of the rooms takes its steps."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from drumcircle_gui.mpd.group.drift_io import DriftKeeper
from drumcircle_gui.timing.units import Micros, local_micros, seconds


class Keeper(DriftKeeper):
    """Counts its steps; during the first one there is a disturbance, and after each the next is due in an hour."""

    def __init__(self, disturb: Callable[[DriftKeeper], None]) -> None:
        nothing: Any = None
        super().__init__(nothing, nothing)
        self.steps = 0
        self.second = asyncio.Event()
        self._disturb = disturb

    def _step(self, tasks: object) -> None:
        self.steps += 1
        self._machine.timer = Micros(local_micros() + seconds(3600))
        if self.steps == 1:
            self._disturb(self)
        else:
            self.second.set()


@pytest.mark.parametrize("disturb", [DriftKeeper.wake, DriftKeeper.start_begun])
def test_a_wake_up_or_a_start_during_a_step_leads_to_another_one(disturb: Callable[[DriftKeeper], None]) -> None:
    async def story() -> None:
        keeper = Keeper(disturb)
        running = asyncio.create_task(keeper.run())
        async with asyncio.timeout(20):
            await keeper.second.wait()
        running.cancel()
        await asyncio.wait([running])
        assert keeper.steps == 2

    asyncio.run(story())
