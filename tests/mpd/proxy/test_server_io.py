"""The proxy's port: which clients are disconnected."""

import asyncio
from collections.abc import Callable

import pytest

from drumcircle_gui.mpd.proxy import server_io
from drumcircle_gui.mpd.proxy.client_session import ClientSession
from drumcircle_gui.timing.units import Micros
from tests.mpd.fake import story
from tests.mpd.proxy.over_fakes import connected, dispatched


def _recorded(opening: Callable[..., ClientSession], found: list[ClientSession]) -> Callable[..., ClientSession]:
    def record(*arguments: object) -> ClientSession:
        found.append(opening(*arguments))
        return found[-1]

    return record


@story
async def test_a_silent_client_is_disconnected_but_not_one_that_is_idle_or_waits_for_a_reply(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = Micros(0)
    sessions: list[ClientSession] = []
    monkeypatch.setattr(server_io, "CHECK_INTERVAL_S", 0.0)
    monkeypatch.setattr(server_io, "local_micros", lambda: now)
    async with dispatched() as rooms:
        (server,) = rooms.servers
        server.gates[b"stats"] = asyncio.Event()
        monkeypatch.setattr(rooms.sessions, "open", _recorded(rooms.sessions.open, sessions))
        async with (
            connected(rooms) as (silent, _),
            connected(rooms) as (idle, idling),
            connected(rooms) as (waiting, asking),
        ):
            idling.write(b"idle subscription\n")
            asking.write(b"stats\n")
            while b"stats" not in server.heard or not any(each.idle for each in sessions):
                await asyncio.sleep(0)
            now = Micros(server_io.REQUEST_TIMEOUT + 1)
            assert await silent.read() == b""
            server.gates[b"stats"].set()
            assert await waiting.readline() == b"OK\n"
            idling.write(b"noidle\n")
            assert await idle.readline() == b"OK\n"
