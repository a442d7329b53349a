"""Turns of clients: a single client does not wait, and one that floods lets others be answered."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from drumcircle_gui.mpd.proxy import client_turns_io, dispatcher_io
from drumcircle_gui.mpd.proxy.client_turns_io import ClientTurn, ClientTurns
from drumcircle_gui.timing.units import Micros

from .over_fakes import Dispatched, FakeState, connected, dispatched

LIMIT_S = 20.0


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that clients make; each is over at once. Every turn is over as soon as it has begun."""
    found: list[float] = []
    sleep = asyncio.sleep

    def pause(seconds: float) -> Coroutine[Any, Any, None]:
        found.extend([seconds] if seconds else [])
        return sleep(0)

    monkeypatch.setattr(client_turns_io.asyncio, "sleep", pause)
    monkeypatch.setattr(client_turns_io, "TURN", Micros(-1))
    return found


def test_a_client_that_works_alone_does_not_pause(pauses: list[float]) -> None:
    async def story() -> None:
        turns = ClientTurns()
        with turns:
            await ClientTurn(turns).check()

    asyncio.run(story())
    assert not pauses


def test_a_client_pauses_while_requests_of_another_are_carried_out(pauses: list[float]) -> None:
    async def story() -> None:
        turns = ClientTurns()
        with turns, turns:
            await ClientTurn(turns).check()
        with turns:
            await ClientTurn(turns).check()

    asyncio.run(story())
    assert pauses == [client_turns_io.PAUSE_S]


def test_a_turn_that_is_not_over_goes_on(pauses: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_turns_io, "TURN", Micros(3_600_000_000))

    async def story() -> None:
        turns = ClientTurns()
        with turns, turns:
            await ClientTurn(turns).check()

    asyncio.run(story())
    assert not pauses


MANY = 4000
FLOODS = {"one by one": b"ping\n" * MANY, "list": b"command_list_begin\n" + b"ping\n" * MANY + b"command_list_end\n"}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_another_client_is_answered_within_a_few_turns_of_a_flood(
    flood: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[bytes] = []
    parse = dispatcher_io._parse
    monkeypatch.setattr(client_turns_io, "TURN", Micros(-1))
    monkeypatch.setattr(dispatcher_io, "_parse", lambda context, line: (parsed.append(line), parse(context, line))[1])

    async def story(rooms: Dispatched) -> None:
        async with connected(rooms) as (_, flooding), connected(rooms) as (other, asking):
            flooding.write(flood)
            while not parsed:
                await asyncio.sleep(0)
            for _ in range(10):
                before = len(parsed)
                asking.write(b"ping\n")
                assert await other.readline() == b"OK\n"
                assert len(parsed) - before < 50
            assert len(parsed) < MANY

    async def run() -> None:
        async with asyncio.timeout(LIMIT_S), dispatched() as rooms:
            await story(rooms)

    asyncio.run(run())


def test_a_client_that_waits_for_each_reply_does_not_yield_however_long_the_room_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, yields = Micros(0), 0

    def answered_late() -> bytes:
        nonlocal now
        now = Micros(now + 2 * client_turns_io.TURN)
        return b""

    async def yield_to_others(turns: ClientTurns) -> None:
        nonlocal yields
        yields += 1

    monkeypatch.setattr(client_turns_io, "local_micros", lambda: now)
    monkeypatch.setattr(ClientTurns, "yield_to_others", yield_to_others)

    async def story(rooms: Dispatched) -> None:
        async with connected(rooms) as (reader, writer):
            for requests, expected in ((1, 0), (1, 0), (3, 2)):
                writer.write(b"stats\n" * requests)
                assert [await reader.readline() for _ in range(requests)] == [b"OK\n"] * requests
                assert yields == expected

    async def run() -> None:
        async with asyncio.timeout(LIMIT_S), dispatched(FakeState({b"stats": answered_late})) as rooms:
            await story(rooms)

    asyncio.run(run())
