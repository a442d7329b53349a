"""Five real MPD servers with songs and typical faults, for the pictures of the rooms' page."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tomli_w

from tests.tools.rigs.mpds import Mpd, free_port, mpd_server
from tests.tools.rigs.slow_link import SlowLink, slow_link

ROUND_TRIPS = {"Kitchen": 0.002, "Living room": 0.009, "Bedroom": 0.024, "Workshop": 0.041, "Terrace": 0.078}
DEAD, RESYNCING, DRIFTING = "Workshop", "Bedroom", "Terrace"
LACKED = "Dave Brubeck"  # on the terrace

ALBUMS = {
    "Miles Davis/Kind of Blue": "So What/Freddie Freeloader/Blue in Green/All Blues/Flamenco Sketches",
    "Babatunde Olatunji/Drums of Passion": "Akiwowo/Oya/Odun De! Odun De!/Jin-Go-Lo-Ba/Kiyakiya/Baba Jinde",
    "Tito Puente/Dance Mania": "El Cayuco/Complicación/3-D Mambo/Llegó Miján/Cuando Te Vea/Hong Kong Mambo/Mambo Gozón",
    "Fela Kuti/Expensive Shit": "Expensive Shit/Water No Get Enemy",
    "Mongo Santamaría/Watermelon Man": "Watermelon Man/Funny Money/Cut That Cane/Get the Money/Love, Oh Love/Yeh-Yeh!",
    "Dave Brubeck/Time Out": "Blue Rondo à la Turk/Strange Meadow Lark/Take Five/Three to Get Ready/Kathy's Waltz",
    "Herbie Hancock/Empyrean Isles": "One Finger Snap/Oliloqui Valley/Cantaloupe Island/The Egg",
    "Manu Dibango/Soul Makossa": "New Bell/Nights in Zeralda/Hibiscus/Dangwa/Lily/Soul Makossa",
}
RATE = 44_100
SHORTEST, LONGEST = 130, 420  # seconds
SILENCE = np.zeros((RATE, 2), np.int16)


@dataclass
class House:
    """The servers and the slow links to them, by room."""

    servers: dict[str, Mpd]
    links: dict[str, SlowLink]

    def config(self, port: int, rooms: tuple[str, ...] = tuple(ROUND_TRIPS)) -> str:
        """The program's configuration of these rooms, with `port` for clients."""
        more = {"Living room": {"trim": 6, "offset_ms": 12.0}, "Terrace": {"trim": -10, "offset_ms": -20.0}}
        entries = [
            {"name": room, "host": "localhost", "port": self.links[room].port, **more.get(room, {})} for room in rooms
        ]
        return tomli_w.dumps({"listen": f"localhost:{port}", "rooms": entries})

    async def evening(self, port: int, seconds: float) -> None:
        """Plays music for `seconds`; one room drifts, one is killed, and one is joining again at the end."""
        await _play(port)
        await asyncio.sleep(seconds / 3)
        self.servers[DRIFTING].ask("seekcur", "+0.09")
        await asyncio.sleep(seconds / 3)
        await asyncio.to_thread(self.servers[DEAD].kill)
        await asyncio.sleep(seconds / 3)
        await self._lose(RESYNCING)

    async def _lose(self, room: str) -> None:
        server, link = self.servers[room], self.links[room]
        await asyncio.to_thread(server.kill)
        server.wipe()
        link.holding = b"addid"
        await asyncio.to_thread(server.start)
        await link.held.wait()
        await asyncio.sleep(0.7)

    async def tidy(self) -> None:
        """Starts all rooms again."""
        for room in (DEAD, RESYNCING):
            self.links[room].holding = b""
            self.links[room].held.clear()
            await asyncio.to_thread(self.servers[room].stop)
            await asyncio.to_thread(self.servers[room].start)


@contextlib.asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    """Five rooms, four of them with the same songs, behind links as slow as cable and Wi-Fi."""
    music = await asyncio.to_thread(_music, folder / "music")
    async with contextlib.AsyncExitStack() as stack:
        servers, links = {}, {}
        for room, round_trip in ROUND_TRIPS.items():
            songs = _without(LACKED, music, folder / "terrace") if room == "Terrace" else music
            server = mpd_server(songs, name=room)
            servers[room] = await asyncio.to_thread(stack.enter_context, server)
            link = slow_link("127.0.0.1", servers[room].port, round_trip, round_trip / 40)
            links[room] = await stack.enter_async_context(link)
        yield House(servers, links)


async def _play(port: int) -> None:
    """Fills the queue and plays, as an MPD client does."""
    reader, writer = await _connected(port)
    commands = ("clear", 'add ""', "setvol 62", "repeat 1", "play 2", "seekcur 58")
    for command in commands:
        writer.write(f"{command}\n".encode())
        while (line := await reader.readline()) != b"OK\n":
            if not line or line.startswith(b"ACK"):
                raise RuntimeError(f"{command}: {line!r}")
    writer.close()


async def _connected(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    async with asyncio.timeout(30):
        while True:
            with contextlib.suppress(OSError):
                reader, writer = await asyncio.open_connection("localhost", port)
                await reader.readline()
                return reader, writer
            await asyncio.sleep(0.2)


def _music(folder: Path) -> Path:
    for album, titles in ALBUMS.items():
        for track, title in enumerate(titles.split("/"), 1):
            _write(folder / album / f"{track:02} {title}.flac", album, title, track)
    return folder


def _write(file: Path, album: str, title: str, track: int) -> None:
    import soundfile

    file.parent.mkdir(parents=True, exist_ok=True)
    seconds = random.Random(title).randint(SHORTEST, LONGEST)
    with soundfile.SoundFile(file, "w", RATE, 2, "PCM_16") as out:
        out.artist, out.album = album.split("/")
        out.title, out.tracknumber = title, str(track)
        for _ in range(seconds):
            out.write(SILENCE)


def _without(artist: str, music: Path, folder: Path) -> Path:
    folder.mkdir()
    for each in music.iterdir():
        if each.name != artist:
            (folder / each.name).symlink_to(each)
    return folder


__all__ = ["House", "free_port", "house"]
