"""Makes the pictures of the README from the real program: ``python -m tests.tools.pictures``.

Needs Xvfb, xdotool, ImageMagick and mpd, and jackd, without which the player plays without sound. The pictures show a
circle on this machine: a conductor's window, a player's window, and bots behind links with the delays of Pittsburgh,
Los Angeles or Shenyang. The rooms' window keeps five rooms in sync, of which one has failed and one is reconnecting.
"""

import asyncio
import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.client.client_io import Client
from drumcircle_gui.player.bots_io import Bots
from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import Cue, GiveCue, Say
from tests.tools.rigs import jack
from tests.tools.rigs.screen import screen
from tests.tools.rigs.slow_link import slow_link

from .rooms_pictures import House, free_port, house

FOLDER = Path(__file__).parents[2] / "resources" / "pictures"
ROUND_TRIPS = (0.022, 0.074, 0.128, 0.352, 0.041, 0.096)  # seconds
PLAYING = 22.0  # seconds until the ring is full and the plots have something to show
EVENING = 36.0  # seconds of playing in the rooms


@dataclass(frozen=True)
class Shot:
    """One picture: which window, how large, in which look, at which scale."""

    name: str
    command: str
    size: tuple[int, int] = (1440, 900)
    theme: str = "dark"
    scale: float = 1
    aside: bool = False
    """Whether the rooms are shown beside a circle."""

    @property
    def of_rooms(self) -> bool:
        return self.aside or self.command == "rooms"


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
    Shot("rooms-dark", "rooms"),
    Shot("rooms-light", "rooms", theme="light"),
    Shot("rooms-small", "rooms", (1024, 640)),
    Shot("rooms-circle-dark", "conduct", aside=True),
)


async def main(wanted: Sequence[str]) -> None:
    """Make the pictures whose names are given, or all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    shots = [shot for shot in SHOTS if not wanted or shot.name in wanted]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with contextlib.AsyncExitStack() as stack:
            if not jack.missing():  # otherwise the player's window says that there is no sound
                stack.enter_context(jack.jack_server())
            invites = await stack.enter_async_context(_circle(folder))
            await stack.enter_async_context(_band(invites[0]))
            await stack.enter_async_context(_talk(*invites))
            home = await stack.enter_async_context(house(folder)) if any(shot.of_rooms for shot in shots) else None
            await asyncio.sleep(8)
            for shot in shots:
                await _take(shot, *invites, home, folder / shot.name)


async def _take(shot: Shot, invite: str, conductor_invite: str, home: House | None, folder: Path) -> None:
    folder.mkdir()
    settings = {"appearance": {"theme": shot.theme}, "player": {"name": "You", "recent": [invite]}}
    (folder / "settings.json").write_text(json.dumps(settings))
    port = free_port()
    if home is not None:
        (folder / "rooms.toml").write_text(home.config(port))
    arguments = {
        "conduct": ["conduct", "--connect", conductor_invite],
        "join": ["join", invite, "--name", "You"],
        "rooms": ["rooms"],
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
            await _wait(shot, home, port, display)
            await _run("import", "-window", "root", str(FOLDER / f"{shot.name}.png"), **display)
    if home is not None and shot.of_rooms:
        await home.tidy()
    print(shot.name)  # noqa: T201


async def _wait(shot: Shot, home: House | None, port: int, display: dict[str, str]) -> None:
    """Until there is something to see."""
    if shot.aside:
        await asyncio.sleep(2)
        focus = ("search", "--onlyvisible", "--name", "Drum Circle", "windowfocus", "--sync", "%1")
        await _run("xdotool", *focus, "key", "ctrl+m", **display)
    if home is not None and shot.of_rooms:
        await home.evening(port, EVENING)
    else:
        await asyncio.sleep(2 if shot.command == "start" else PLAYING)


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
            there, jitter = Invite.parse(invite), 0.001 * (1 + 20 * round_trip)
            link = await stack.enter_async_context(slow_link(there.host, there.port, round_trip, jitter))
            through = Invite("127.0.0.1", link.port, there.circle, there.key, there.pin)
            command = [sys.executable, "-m", "tests.tools.pictures", "--bot", str(through), str(part)]
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
        conductor.request(Say(EVERYONE, "Welcome! Find your place in the ring, then lean back into it."))
        speakers["Moss"].request(Say(EVERYONE, "hearing everyone perfectly over here"))
        conductor.request(Say(CONDUCTORS, "we go up to 126 after the next round"))
        conductor.request(GiveCue(Cue("Play", "Everybody")))
        await speakers["Moss"].close()
        yield


async def _play_bot(invite: str, part: str) -> None:
    await Bots(Invite.parse(invite), 1, first=int(part)).run()


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
    elif missing := [tool for tool in ("Xvfb", "import", "xdotool", "mpd") if shutil.which(tool) is None]:
        sys.exit(f"{' and '.join(missing)} missing: apt install xvfb imagemagick xdotool mpd")
    else:
        asyncio.run(main(sys.argv[1:]))
