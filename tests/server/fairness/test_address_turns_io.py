"""Turns of addresses: one at a time for each, in order, and nothing is kept of those without one."""

import asyncio

from drumcircle_gui.server.fairness.address_turns_io import AddressTurns


def test_an_address_has_one_turn_at_a_time_and_others_do_not_wait_for_it() -> None:
    async def story() -> None:
        turns, done = AddressTurns(), []
        go_on = asyncio.Event()

        async def work(address: str, number: int) -> None:
            async with turns.turn(address):
                done.append((address, number))
                if address == "slow":
                    await go_on.wait()

        tasks = [asyncio.create_task(work("slow", number)) for number in range(3)]
        await asyncio.sleep(0)
        await work("quick", 0)
        assert done == [("slow", 0), ("quick", 0)] and len(turns) == 1
        tasks[1].cancel()
        go_on.set()
        await asyncio.wait(tasks)
        assert done == [("slow", 0), ("quick", 0), ("slow", 2)] and len(turns) == 0

    asyncio.run(story())
