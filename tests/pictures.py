"""Makes the pictures of the README from the real program: ``python -m tests.pictures``.

Wants Xvfb, xdotool and ImageMagick. A circle on this machine, with bots that come in through links as slow as from
Pittsburgh, Los Angeles or Shenyang, is led by a real conductor's window and joined by a real player's.
"""

import asyncio
import contextlib
import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.client.client_io import Client
from drumcircle_gui.player.bots_io import Bots
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import CONDUCTORS, EVERYONE, Cue, Give, Say

from .rigs.screen import screen

FOLDER = Path(__file__).parent.parent / "resources" / "pictures"
ROUND_TRIPS = (0.022, 0.074, 0.128, 0.352, 0.041, 0.096)  # seconds
PLAYING = 22.0  # seconds until the ring is full and the plots have something to show


@dataclass(frozen=True)
class Shot:
    """One picture: which window, how large, in which look, at which scale."""

    name: str
    command: str
    size: tuple[int, int] = (1440, 900)
    theme: str = "dark"
    scale: float = 1


SHOTS = (
    Shot("conductor-dark", "conduct"),
    Shot("conductor-light", "conduct", theme="light"),
    Shot("player-dark", "join"),
    Shot("player-light", "join", theme="light"),
    Shot("conductor-small", "conduct", (1024, 640)),
    Shot("player-small", "join", (1024, 640), theme="light"),
    Shot("conductor-4k", "conduct", (3840, 2160), scale=2),
    Shot("start-dark", "start"),
    Shot("start-light", "start", theme="light"),
)


async def main(wanted: Sequence[str]) -> None:
    """Make the pictures whose names are given, or all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        async with _circle(Path(folder)) as (invite, conductor_invite), _band(invite), _talk(invite, conductor_invite):
            await asyncio.sleep(8)
            for shot in SHOTS:
                if not wanted or shot.name in wanted:
                    await _take(shot, invite, conductor_invite, Path(folder) / shot.name)


async def _take(shot: Shot, invite: str, conductor_invite: str, folder: Path) -> None:
    folder.mkdir()
    settings = {"appearance": {"theme": shot.theme}, "player": {"name": "You", "recent": [invite]}}
    (folder / "settings.json").write_text(json.dumps(settings))
    arguments = {
        "conduct": ["conduct", "--connect", conductor_invite],
        "join": ["join", invite, "--name", "You"],
        "start": [],
    }[shot.command]
    width, height = shot.size
    with screen(width, height) as display:
        surroundings = display | {"QT_SCALE_FACTOR": str(shot.scale)}
        command = [sys.executable, "-m", "drumcircle_gui", *arguments]
        at = ["--data-dir", str(folder)]
        async with _running([*command, *at] if arguments else [*command[:3], *at], surroundings):
            window = ("search", "--sync", "--onlyvisible", "--name", "Drum Circle", "windowsize", "%@")
            await _run("xdotool", *window, str(width), str(height), **display)
            await asyncio.sleep(2 if shot.command == "start" else PLAYING)
            await _run("import", "-window", "root", str(FOLDER / f"{shot.name}.png"), **display)
    print(shot.name)  # noqa: T201


@contextlib.asynccontextmanager
async def _circle(folder: Path) -> AsyncIterator[tuple[str, str]]:
    command = [sys.executable, "-m", "drumcircle_gui", "conduct", "--headless", "--name", "Sunday circle"]
    where = ["--bind", "127.0.0.1", "--port", "0", "--data-dir", str(folder)]
    async with _running([*command, *where], {}) as process:
        assert process.stdout is not None
        invites = json.loads(await process.stdout.readline())
        yield invites["invite"], invites["conductor_invite"]


@contextlib.asynccontextmanager
async def _band(invite: str) -> AsyncIterator[None]:
    """One process a player, each over a link of its own."""
    async with contextlib.AsyncExitStack() as stack:
        for part, round_trip in enumerate(ROUND_TRIPS):
            through = await stack.enter_async_context(_slow_link(Invite.parse(invite), round_trip))
            command = [sys.executable, "-m", "tests.pictures", "--bot", str(through), str(part)]
            await stack.enter_async_context(_running(command, {}))
        yield


@contextlib.asynccontextmanager
async def _talk(invite: str, conductor_invite: str) -> AsyncIterator[None]:
    """Somebody to say things: chat, and a cue."""
    async with contextlib.AsyncExitStack() as stack:
        speakers = {name: Client(Invite.parse(invite), name) for name in ("Moss",)}
        conductor = Client(Invite.parse(conductor_invite), "Ruth")
        for client in (*speakers.values(), conductor):
            client.start()
            stack.push_async_callback(client.close)
        while not all(client.circle.me for client in (*speakers.values(), conductor)):
            await asyncio.sleep(0.05)
        conductor.wish(Say(EVERYONE, "Welcome! Find your place in the ring, then lean back into it."))
        speakers["Moss"].wish(Say(EVERYONE, "hearing everyone perfectly over here"))
        conductor.wish(Say(CONDUCTORS, "we go up to 126 after the next round"))
        conductor.wish(Give(Cue("Play", "Everybody")))
        await speakers["Moss"].close()
        yield


async def _play_bot(invite: str, part: str) -> None:
    await Bots(Invite.parse(invite), 1, first=int(part)).run()


@contextlib.asynccontextmanager
async def _slow_link(invite: Invite, round_trip: float) -> AsyncIterator[Invite]:
    """A relay that holds back everything for half of `round_trip`, give or take a little, in order."""

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        loop, chance, after = asyncio.get_running_loop(), random.Random(name), 0.0
        while data := await reader.read(65_536):
            after = max(
                after + 1e-6, loop.time() + round_trip / 2 + chance.expovariate(1 / 0.001 / (1 + 20 * round_trip))
            )
            loop.call_at(after, writer.write, data)
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(invite.host, invite.port)
        await asyncio.gather(pump(reader, back), pump(there, writer), return_exceptions=True)

    name = invite.circle
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        port = server.sockets[0].getsockname()[1]
        yield Invite("127.0.0.1", port, invite.circle, invite.key, invite.pin)
    finally:
        server.close()


@contextlib.asynccontextmanager
async def _running(command: list[str], surroundings: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, env=os.environ | surroundings
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def _run(*command: str, **surroundings: str) -> None:
    process = await asyncio.create_subprocess_exec(*command, env=os.environ | surroundings)
    await process.wait()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--bot"]:
        asyncio.run(_play_bot(*sys.argv[2:4]))
    elif missing := [tool for tool in ("Xvfb", "import", "xdotool") if shutil.which(tool) is None]:
        sys.exit(f"{' and '.join(missing)} missing: apt install xvfb imagemagick xdotool")
    else:
        asyncio.run(main(sys.argv[1:]))
