"""When the keeper of the rooms takes its steps."""

import asyncio
from typing import Any

from drumcircle_gui.mpd.group.drift_io import DriftKeeper
from drumcircle_gui.timing.units import Micros, local_micros, seconds


class Keeper(DriftKeeper):
    """Counts its steps; the first one is disturbed by a wake-up, and after each the next is due in an hour."""

    def __init__(self) -> None:
        nothing: Any = None
        super().__init__(nothing, nothing)
        self.steps = 0
        self.second = asyncio.Event()

    def _step(self, tasks: object) -> None:
        self.steps += 1
        self._machine.timer = Micros(local_micros() + seconds(3600))
        if self.steps == 1:
            self.wake()
        else:
            self.second.set()


def test_a_wake_up_during_a_step_leads_to_another_one() -> None:
    async def story() -> None:
        keeper = Keeper()
        running = asyncio.create_task(keeper.run())
        async with asyncio.timeout(20):
            await keeper.second.wait()
        running.cancel()
        await asyncio.wait([running])
        assert keeper.steps == 2

    asyncio.run(story())
