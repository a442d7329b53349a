"""A link to a server on this machine with the delay and jitter of a distant one; it can hold back data."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class SlowLink:
    """Listens on `port` and forwards everything, in both directions and in order. As soon as a client sends `holding`,
    what that client sends is discarded, and `held` is set."""

    port: int = 0
    holding: bytes = b""
    held: asyncio.Event = field(default_factory=asyncio.Event)

    def hold(self, data: bytes) -> bool:
        """Whether `data` of a client must be held back."""
        wanted = bool(self.holding) and self.holding in data
        if wanted:
            self.held.set()
        return wanted


@asynccontextmanager
async def slow_link(host: str, port: int, round_trip: float, jitter: float) -> AsyncIterator[SlowLink]:
    """A link on which each direction takes half of `round_trip` plus an exponential delay with mean `jitter`, in
    seconds."""
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
        with suppress(OSError, asyncio.CancelledError):  # asyncio's streams would log them at the end
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
