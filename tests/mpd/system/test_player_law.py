"""Whatever player commands are given, three rooms of different speed end on the same song and place, and soon."""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mpd.house import BROWN, GREY, PINK, WHITE
from tests.mpd.watching import Client, Watch, apart, reported, watched
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.meddler import meddler
from tests.tools.rigs.mpds import Mpd, mpd_server
from tests.tools.rigs.rooms import Proxy, proxy
from tests.tools.rigs.web_radio import WebRadio, web_radio

pytestmark = [pytest.mark.slow]

BROKEN, SHORT = "broken.flac", "Rain/Short/1 Drop.flac"
COMMANDS = 40
SOON = 3.0
"""Seconds after the last command."""

NEAR = 250_000
"""Microseconds. Rooms far away are seen later, and streams are not corrected."""

PLAYER = (
    *(
        "play",
        "play 0",
        "play 1",
        "play 3",
        "play 5",
        "play 6",
        "next",
        "next",
        "previous",
        "pause",
        "pause 1",
        "pause 0",
    ),
    *(
        "seekcur 999",
        "seekcur 5",
        "seekcur +3",
        "seekcur -3",
        "seek 1 10",
        "seek 2 999",
        "stop",
        "delete 0",
        "add broken.flac",
    ),
    *("random 1", "random 0", "repeat 1", "repeat 0", "single 1", "single 0", "consume 1", "consume 0", "crossfade 1"),
    *("crossfade 0", "playid 99999", "seekcur x"),
)


@dataclass(frozen=True)
class Three:
    rooms: tuple[Mpd, ...]
    proxy: Proxy
    radio: WebRadio


@pytest.fixture(scope="module")
def three(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    """One song cannot be played any more."""
    music = shutil.copytree(library, tmp_path_factory.mktemp("law") / "music", copy_function=os.link)
    shutil.copy(library / PINK, music / BROKEN)
    with ExitStack() as stack:
        rooms = tuple(stack.enter_context(mpd_server(music, name=name)) for name in ("near", "far", "farther"))
        (music / BROKEN).unlink()
        (music / BROKEN).write_bytes(b"this is no music " * 300)
        links = [stack.enter_context(meddler(room, room.name, delay=n * 0.02)) for n, room in enumerate(rooms)]
        served = stack.enter_context(proxy(links, tmp_path_factory.mktemp("proxy")))
        radio = stack.enter_context(web_radio(library))
        for room in rooms:
            reported(served, room.name, "together")
        yield Three(rooms, served, radio)


@pytest.mark.parametrize("seed", range(6))
def test_rooms_end_on_the_same_song_and_place(three: Three, seed: int) -> None:
    chance = random.Random(seed)
    files = [WHITE, PINK, BROKEN, GREY, SHORT, three.radio.url(WHITE), BROWN]
    with watched(three.rooms) as watches, Client(three.proxy) as client:
        for command in ("stop", "clear", "random 0", "repeat 0", "single 0", "consume 0", "crossfade 0"):
            client.ask(*command.split())
        for file in files:
            assert client.ask("add", file) == b"OK\n"
        said = [chance.choice(PLAYER) for _ in range(COMMANDS)]
        for command in said:
            assert client.ask(*command.split()).splitlines()[-1][:3] in (b"OK", b"ACK"), command
            if chance.random() < 0.3:
                three.rooms[0].ask("ping")
        told = f"{said}\n{three.proxy.log()[-3000:]}"
        wait_until(lambda: _agree(watches), f"{[watch.sights[-1] for watch in watches]} after {told}", SOON)


def _agree(watches: list[Watch]) -> bool:
    last = [watch.sights[-1] for watch in watches]
    if len({sight.state for sight in last}) > 1:
        return False
    if last[0].state == "stop":
        return True
    if last[0].state == "pause":
        return len({sight.file for sight in last}) == 1
    return all(apart(watches[0].lately(), watch.lately()) < NEAR for watch in watches[1:])
