"""Real circles on the loopback interface: a server, recording members, and a relay that can be cut."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke, LinkState
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.server import server_io
from drumcircle_gui.server.server_io import Server, ServerConfig
from drumcircle_gui.tasks import new_event_loop
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Beats, local_micros, seconds, tempo_of_bpm

PATIENCE = 30.0


def run(story: Coroutine[Any, Any, None]) -> None:
    """Run a test's coroutine on the program's kind of event loop; fails if a callback or a task raised."""
    faults: list[dict[str, Any]] = []
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.get_loop().set_exception_handler(lambda _, context: faults.append(context))
        runner.run(asyncio.wait_for(story, 2 * PATIENCE))
    assert not faults, faults


@asynccontextmanager
async def serving(data_dir: Path, **options: Any) -> AsyncIterator[Server]:
    """A server whose circle runs from the start with 4 beats at 240 bpm: a period of one second."""
    usual = {"name": "Oak", "bind": "127.0.0.1", "tempo": tempo_of_bpm(240), "meter": Meter(4), "running": True}
    server = Server(ServerConfig(**{**usual, "data_dir": data_dir, **options}))
    with patch.object(server_io, "START_DELAY", seconds(0.1)):
        await server.start()
    try:
        yield server
    finally:
        await server.close()


class Watch:
    """Waits until a condition is true, checking it whenever `news` is called."""

    def __init__(self) -> None:
        self._news = asyncio.Event()

    def news(self, *_: object) -> None:
        self._news.set()

    async def until(self, true: Callable[[], object]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not true():
                self._news.clear()
                await self._news.wait()


class Member(Watch):
    """A client that records its strokes and the states of its connection."""

    def __init__(self, invite: Invite, name: str = "Fern") -> None:
        super().__init__()
        self.links: list[LinkState] = []
        self.heard: list[HeardStroke] = []
        self.clocks = 0
        self.client = Client(invite, name, on_circle=self._seen, on_strokes=self._listened, on_clock=self._timed)

    @property
    def circle(self) -> CircleSnapshot:
        return self.client.circle

    async def __aenter__(self) -> Self:
        """Start the client and wait until it has joined and knows the time."""
        self.client.start()
        await self.knows(lambda circle: circle.link is LinkState.JOINED and circle.clock is not None)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.client.close()

    async def knows(self, true: Callable[[CircleSnapshot], object]) -> None:
        await self.until(lambda: true(self.circle))

    async def is_in_time(self) -> None:
        """Wait until the circle runs."""
        await self.knows(lambda circle: circle.timeline.at(circle.clock.circle(local_micros())).running)

    def strike(self, pad: int = 38, velocity: int = 100) -> Beats:
        beat = self.client.strike(local_micros(), pad, velocity)
        assert beat is not None
        return beat

    async def hears(self, count: int) -> None:
        await self.until(lambda: len(self.heard) >= count)

    def _seen(self, circle: CircleSnapshot) -> None:
        if not self.links or self.links[-1] is not circle.link:
            self.links.append(circle.link)
        self.news()

    def _listened(self, strokes: list[HeardStroke]) -> None:
        self.heard += strokes
        self.news()

    def _timed(self, circle: CircleSnapshot) -> None:
        assert circle.clock is not None
        self.clocks += 1
        self.news()


class FakeServer:
    """A TCP server that is not a circle's; `answer` handles each connection."""

    def __init__(
        self,
        answer: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.host, self.port = host, port
        self._answer = answer
        self._answering: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._handle, self.host, self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        self.cut()
        await asyncio.gather(*self._answering)

    def cut(self) -> None:
        """Abort all connections."""
        for writer in self._writers:
            writer.transport.abort()

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._answering.add(task)
        self._writers.add(writer)
        with suppress(OSError):
            await self._answer(reader, writer)
            await reader.read(-1)
        writer.close()
        self._writers.discard(writer)
        self._answering.discard(task)


class Relay(FakeServer):
    """Forwards between a client and a server. `cut` breaks the connections (new ones are accepted); `hold` stops
    forwarding."""

    def __init__(self, invite: Invite) -> None:
        super().__init__(self._carry_both)
        self._far = invite
        self._flowing = asyncio.Event()
        self._flowing.set()

    @property
    def invite(self) -> Invite:
        """An invite that leads through this relay."""
        return replace(self._far, port=self.port)

    def hold(self) -> None:
        """Stop forwarding, with the connections open."""
        self._flowing.clear()

    async def __aexit__(self, *_: object) -> None:
        self._flowing.set()
        await super().__aexit__()

    async def _carry_both(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._far.host, self._far.port)
        self._writers.add(back)
        await asyncio.gather(self._carry(reader, back), self._carry(there, writer))
        self._writers.discard(back)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65_536):
                await self._flowing.wait()
                writer.write(data)
        writer.close()
