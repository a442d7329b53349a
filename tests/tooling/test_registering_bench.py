"""The simulated people who register with a hub."""

import asyncio
import sys
from collections import Counter

import pytest

from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from tests.bench import registering


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the loopback has one address")
def test_people_who_get_no_answer_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registering, "ANSWER_TIMEOUT_S", 0.01)

    async def story() -> None:
        async def ignore(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read()
            writer.close()

        server = await asyncio.start_server(ignore, "127.0.0.1", 0)
        async with server:
            answers: registering.Answers = Counter()
            hub = HubAddress("127.0.0.1", server.sockets[0].getsockname()[1], NO_TLS)
            await asyncio.gather(*[registering._register(hub, number, answers) for number in range(3)])
        assert answers == {"unanswered": 3}

    asyncio.run(story())
