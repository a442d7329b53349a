"""What a hub finds at various addresses."""

import asyncio
from pathlib import Path

import pytest

from drumcircle_gui.hub.probe_io import MAX_ANSWER, ServerProbe
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import ClockReply
from drumcircle_gui.timing.units import Micros
from tests.tools.loopback import run, serving

from .conftest import ServeHub


async def answers(host: str, port: int, *, tls: bool = False) -> tuple[str, bool]:
    async with ServerProbe(host, port, tls=tls) as probe:
        return probe.pin, await probe.is_drum_circle()


@pytest.mark.parametrize("tls", [True, False])
def test_servers_and_hubs_are_known(serve_hub: ServeHub, tmp_path: Path, tls: bool) -> None:
    async def story() -> None:
        async with serving(tmp_path / "oak", tls=tls) as oak, serve_hub(tls=tls) as hub:
            assert await answers("127.0.0.1", oak.port, tls=tls) == (oak.invite.pin or "", True)
            assert await answers("127.0.0.1", hub.port, tls=tls) == (hub.pin or "", True)

    run(story())


@pytest.mark.parametrize(
    "said",
    [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\xff" * 2 * MAX_ANSWER, encode(ClockReply(1, *[Micros(0)] * 3))],
)
def test_others_are_no_drum_circle(said: bytes) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(said)
        writer.close()

    async def story() -> None:
        async with await asyncio.start_server(answer, "127.0.0.1", 0) as other:
            assert await answers("127.0.0.1", other.sockets[0].getsockname()[1]) == ("", False)

    run(story())
