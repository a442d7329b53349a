"""A link to a server on this machine that is as slow as one to somewhere else, and may hold back what it should not."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class SlowLink:
    """Listens on `port` and hands everything on, and back, in order. From the moment that somebody says `holding`,
    what they say is kept back, and `held` is set."""

    port: int = 0
    holding: bytes = b""
    held: asyncio.Event = field(default_factory=asyncio.Event)

    def hold(self, said: bytes) -> bool:
        """Whether that is kept back."""
        wanted = bool(self.holding) and self.holding in said
        if wanted:
            self.held.set()
        return wanted


@asynccontextmanager
async def slow_link(host: str, port: int, round_trip: float, jitter: float) -> AsyncIterator[SlowLink]:
    """Each way takes half of `round_trip`, and a little more, on average `jitter` (both in seconds)."""
    link, chance = SlowLink(), random.Random(round_trip)

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, back: bool = False) -> None:
        loop, after = asyncio.get_running_loop(), 0.0
        with suppress(ConnectionError):
            while (data := await reader.read(65_536)) and (back or not link.hold(data)):
                after = max(after + 1e-6, loop.time() + round_trip / 2 + chance.expovariate(1 / jitter))
                loop.call_at(after, _write, writer, data)
            if not data:
                writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.CancelledError):  # which asyncio's streams would complain of at the end
            there, back = await asyncio.open_connection(host, port)
            await asyncio.gather(pump(reader, back), pump(there, writer, back=True))
            back.close()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    link.port = server.sockets[0].getsockname()[1]
    try:
        yield link
    finally:
        server.close()


def _write(writer: asyncio.StreamWriter, data: bytes) -> None:
    if not writer.is_closing():
        writer.write(data)
