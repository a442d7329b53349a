"""Requests of several clients at once."""

import asyncio

from tests.mpd.fake import Fake, story
from tests.mpd.proxy.over_fakes import dispatched

REPEAT = b"repeat 1"


async def until_heard(server: Fake, line: bytes) -> None:
    while line not in server.heard:
        await asyncio.sleep(0.001)


@story
async def test_a_reader_does_not_take_over_the_change_of_a_writer():
    """The writer's reply waits until clients are known to be notified of its change, whatever others ask meanwhile."""
    async with dispatched() as proxy:
        (server,) = proxy.servers
        server.gates[REPEAT] = asyncio.Event()
        writing = asyncio.ensure_future(proxy.ask(proxy.session(), REPEAT))
        await until_heard(server, REPEAT)
        assert (await proxy.ask(proxy.session(), b"status")).endswith(b"OK\n")
        before = server.heard.count(b"noidle")
        server.gates[REPEAT].set()
        assert await writing == b"OK\n"
        assert before == 0
        assert server.heard.count(b"noidle") > 0
