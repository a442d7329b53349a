"""Requests of several clients at once."""

import asyncio
from collections.abc import Callable

import pytest

from drumcircle_gui.mpd.proxy.client_session import idle_events
from tests.mpd.fake import story
from tests.mpd.proxy.over_fakes import connected, dispatched

REPEAT = b"repeat 1"
TIMEOUT_S = 10.0


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(TIMEOUT_S):
        while not holds():
            await asyncio.sleep(0.001)


@story
async def test_a_reader_does_not_take_over_the_change_of_a_writer():
    """The writer's reply waits until its change is known to be notified, whatever others request meanwhile."""
    async with dispatched() as proxy:
        (server,) = proxy.servers
        server.gates[REPEAT] = asyncio.Event()
        writing = asyncio.ensure_future(proxy.ask(proxy.session(), REPEAT))
        await until(lambda: REPEAT in server.heard)
        assert (await proxy.ask(proxy.session(), b"status")).endswith(b"OK\n")
        before = server.heard.count(b"noidle")
        server.gates[REPEAT].set()
        assert await writing == b"OK\n"
        assert before == 0
        assert server.heard.count(b"noidle") > 0


@story
@pytest.mark.parametrize("command", [b"idle options", b"idle player", b"close", b"nosuch"])
async def test_events_during_a_list_are_not_lost_however_it_ends(command: bytes):
    """MPD ends a list at `idle` and does not carry out the rest; the replies to what is before come first."""
    async with dispatched() as proxy, connected(proxy) as (reader, writer):
        (server,) = proxy.servers
        server.gates[REPEAT] = asyncio.Event()
        others: list[bytes] = []
        proxy.sessions.open(others.append).begin_idle(idle_events([]))
        writer.write(b"command_list_ok_begin\nrepeat 1\n%s\nrepeat 0\ncommand_list_end\n" % command)
        await until(lambda: REPEAT in server.heard)
        assert proxy.group.lead is not None
        proxy.group.lead.events_reported(frozenset({"options"}))
        await asyncio.sleep(0)
        assert others == []
        server.gates[REPEAT].set()
        assert await reader.readline() == b"list_OK\n"
        if command == b"idle options":
            assert await reader.readline() == b"changed: options\n"
            assert await reader.readline() == b"OK\n"
        await until(lambda: bool(others))
        assert others == [b"changed: options\nOK\n"]
        assert b"repeat 0" not in server.heard
