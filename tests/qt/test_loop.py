import asyncio
import time
from collections.abc import Iterator

import pytest

from drumcircle_gui.qt.loop import PreciseLoop


@pytest.fixture
def loop(qapp) -> Iterator[PreciseLoop]:
    result = PreciseLoop(qapp)
    yield result
    result.close()


def test_a_sleep_never_ends_early(loop):
    async def slept(seconds: float) -> float:
        begin = time.monotonic()
        await asyncio.sleep(seconds)
        return time.monotonic() - begin - seconds

    async def all_at_once() -> list[float]:
        return await asyncio.gather(*(slept(n / 997) for n in range(1, 400, 7)))

    assert min(loop.run_until_complete(all_at_once())) >= 0


def test_callbacks_run_in_order_and_cancelled_ones_do_not(loop):
    ran = []

    async def main() -> None:
        for number in range(5):
            loop.call_soon(ran.append, number)
        loop.call_later(0.01, ran.append, "later")
        loop.call_later(0.005, ran.append, "never").cancel()
        await asyncio.sleep(0.03)

    loop.run_until_complete(main())
    assert ran == [0, 1, 2, 3, 4, "later"]


def test_tasks_and_threads_work_as_on_any_loop(loop):
    async def main() -> int:
        async with asyncio.timeout(5):
            one = asyncio.create_task(asyncio.sleep(0, 1))
            return await one + await asyncio.to_thread(lambda: 2)

    assert loop.run_until_complete(main()) == 3


def test_a_timer_due_after_the_loop_was_closed_is_not_run(qapp, qtbot):
    loop = PreciseLoop(qapp)
    ran = []

    async def main() -> None:
        loop.call_later(0.02, ran.append, 1)

    loop.run_until_complete(main())
    loop.close()
    qtbot.wait(40)
    assert ran == []
