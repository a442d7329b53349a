"""Passing on a long reply: complete, in order, and with little of it in memory."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.room.stream_io import MAX_BUFFERED, ReplyStream

PATIENCE = 30.0


class Tap(asyncio.Transport):
    """The part of a transport that a stream uses."""

    def __init__(self) -> None:
        super().__init__()
        self.open = True

    def pause_reading(self) -> None:
        self.open = False

    def resume_reading(self) -> None:
        self.open = True


@given(st.lists(st.lists(st.binary(min_size=1, max_size=9), min_size=1, max_size=4), max_size=5))
def test_all_comes_in_order_however_it_came(bursts):
    async def passing() -> list[bytes]:
        passage = ReplyStream(Tap())
        found = []
        for burst in bursts:
            waiting = asyncio.ensure_future(passage.next(PATIENCE))
            await asyncio.sleep(0)
            for piece in burst:
                passage.feed(piece)
            found.append(await waiting)
            while not passage.empty:
                found.append(await passage.next(PATIENCE))
        return found

    assert asyncio.run(passing()) == [piece for burst in bursts for piece in burst]


def test_the_server_waits_for_a_slow_consumer():
    async def passing() -> None:
        tap = Tap()
        passage = ReplyStream(tap)
        passage.feed(b"x" * MAX_BUFFERED)
        assert tap.open
        passage.feed(b"x")
        assert not tap.open
        assert len(await passage.next(PATIENCE)) == MAX_BUFFERED
        assert await passage.next(PATIENCE) == b"x"
        assert not tap.open
        waiting = asyncio.ensure_future(passage.next(PATIENCE))
        await asyncio.sleep(0)
        assert tap.open
        passage.feed(b"y")
        assert await waiting == b"y"

    asyncio.run(passing())


def test_what_has_come_before_the_end_is_not_lost():
    async def passing() -> None:
        passage = ReplyStream(Tap())
        passage.feed(b"x")
        passage.end()
        passage.end()
        assert await passage.next(PATIENCE) == b"x"
        assert await passage.next(PATIENCE) == b""

    asyncio.run(passing())


def test_the_end_wakes_the_consumer():
    async def passing() -> None:
        passage = ReplyStream(Tap())
        waiting = asyncio.ensure_future(passage.next(PATIENCE))
        await asyncio.sleep(0)
        passage.end()
        assert await waiting == b""

    asyncio.run(passing())


def test_waiting_has_a_timeout():
    with pytest.raises(TimeoutError):
        asyncio.run(ReplyStream(Tap()).next(0.01))
