"""Ticks are delivered when they are recorded, in parts, in order, each once."""

import asyncio
from typing import Any

import pytest

from drumcircle_gui.server import tick_delivery_io as module
from drumcircle_gui.server.stats import TickTally
from drumcircle_gui.server.tick_delivery_io import MAX_HELD_TICKS, TickDeliveries

MEMBERS = 10


class Member:
    """What is written to it, and in `log` to which of all members."""

    def __init__(self, id: int, log: list[int]) -> None:
        self.id, self.log = id, log
        self.written = b""

    def write(self, data: bytes) -> None:
        self.written += data
        self.log.append(self.id)


class Circle:
    """Members, and deliveries to them."""

    def __init__(self) -> None:
        self.log: list[int] = []
        self.members: Any = {id: Member(id, self.log) for id in range(MEMBERS)}
        self.tally = TickTally()
        self.deliveries = TickDeliveries(self.members, self.tally)

    @property
    def received(self) -> set[bytes]:
        return {member.written for member in self.members.values()}


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each write, the event loop has other work to do."""
    monkeypatch.setattr(module, "WRITES_BETWEEN_CHECKS", 1)
    monkeypatch.setattr(module, "MAX_WRITING", 0)


@pytest.mark.usefixtures("slow")
def test_other_work_of_the_event_loop_comes_between_the_parts_of_a_delivery() -> None:
    async def story() -> None:
        circle = Circle()
        circle.deliveries.hold(b"a", {3: b"A"}, 2)
        assert circle.log == []
        circle.deliveries.release(1)
        for done in range(1, MEMBERS + 1):
            assert circle.log == list(range(done))
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert {id for id, member in circle.members.items() if member.written == b"A"} == {3}
        assert (circle.tally.deliveries, circle.tally.bytes) == (2 * MEMBERS, MEMBERS)

    asyncio.run(story())


@pytest.mark.usefixtures("slow")
def test_who_leaves_during_a_delivery_is_left_out_and_who_joins_too() -> None:
    async def story() -> None:
        circle = Circle()
        circle.deliveries.hold(b"a", {}, 0)
        circle.deliveries.release(1)
        gone = circle.members.pop(5)
        circle.members[MEMBERS] = Member(MEMBERS, circle.log)
        circle.deliveries.release_all()
        assert gone.written == circle.members[MEMBERS].written == b""
        assert circle.log == [id for id in range(MEMBERS) if id != 5]

    asyncio.run(story())


@pytest.mark.usefixtures("slow")
def test_the_next_tick_completes_a_delivery() -> None:
    async def story() -> None:
        circle = Circle()
        circle.deliveries.hold(b"a", {}, 0)
        circle.deliveries.release(1)
        circle.deliveries.hold(b"b", {}, 0)
        assert circle.received == {b"a"}
        circle.deliveries.release(2)
        circle.deliveries.release_all()
        assert circle.received == {b"ab"}

    asyncio.run(story())


def test_a_slow_disk_holds_few_ticks_back() -> None:
    async def story() -> None:
        circle = Circle()
        for _ in range(MAX_HELD_TICKS + 2):
            circle.deliveries.hold(b"a", {}, 0)
        assert circle.received == {b"aa"}

    asyncio.run(story())
