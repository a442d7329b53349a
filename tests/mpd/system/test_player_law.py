"""After any player commands, three rooms of different speed and ability end soon on the same song and position; replies
are those of a bare MPD, and no command is carried out twice."""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest

from tests.mpd.house import BROWN, GREY, PINK, WHITE
from tests.mpd.transcripts.line import Line
from tests.mpd.watching import Client, Watch, apart, fields, reported, watched
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.meddler import meddler
from tests.tools.rigs.mpds import Mpd, mpd_server
from tests.tools.rigs.rooms import Proxy, proxy
from tests.tools.rigs.web_radio import WebRadio, web_radio

pytestmark = [pytest.mark.slow]

BROKEN, SHORT, LACKING = "broken.flac", "Rain/Short/1 Drop.flac", "untitled.flac"
"""A song that cannot be played, one of two seconds, and one that the farthest room does not have."""

COMMANDS = 40
SOON = 3.0
"""Seconds after the last command within which the rooms must agree."""

NEAR = 250_000
"""Micros by which positions may differ: rooms far away are observed later, and streams are not corrected."""

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


FURTHER = ("play 7", "play 8", "play 9", "seek 7 2", "seek 8 10", "seek 8 999")
"""The song that a room lacks, a stream with ranges, and one that does not exist."""

RESET = ("stop", "clear", "clearerror", "random 0", "repeat 0", "single 0", "consume 0", "crossfade 0")

UNDECODABLE = b"Failed to decode"

NOT_COMPARED = {"random 1", "random 0", "add broken.flac", "seek 2 999", "seekcur 999"}
"""In random order a bare MPD plays other songs. Where few songs can be played, what is played depends on when MPD gives
up. After a seek beyond the end of a song MPD plays, pauses or refuses, as far as its decoder has come."""

RANDOM = (
    *("play", "play 0", "play 1", "play 6", "play 7", "next", "next", "next", "previous", "pause", "pause 1", "stop"),
    *("seekcur 5", "seekcur +3", "seekcur -3", "seek 1 10", "seek 9 10", "playid 99999", "seekcur x", "delete 99"),
)
"""Commands that MPD refuses or carries out whichever of several similar songs plays."""

FORWARDS = ("next", "next", "next", "previous", "play 0", "play 2", "play 4", "seekcur 5", "seek 3 10", "pause 0")
"""Commands whose last song is certain, however fast they are given, while there are playable songs to go on to."""


@dataclass(frozen=True)
class Three:
    """Three rooms and a proxy; `bare` is an MPD with the same library, without the proxy."""

    rooms: tuple[Mpd, ...]
    proxy: Proxy
    radio: WebRadio
    bare: Mpd


@pytest.fixture(scope="module")
def three(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    """The rooms. One song can no longer be played. The farthest room lacks another song, and a mixer."""
    music = shutil.copytree(library, tmp_path_factory.mktemp("law") / "music", copy_function=os.link)
    shutil.copy(library / PINK, music / BROKEN)
    with ExitStack() as stack:
        poor = shutil.copytree(music, music.parent / "poor", copy_function=os.link)
        (poor / LACKING).unlink()
        rooms = (
            stack.enter_context(mpd_server(music, name="near")),
            stack.enter_context(mpd_server(music, name="far")),
            stack.enter_context(mpd_server(poor, name="farther", mixer="none")),
        )
        bare = stack.enter_context(mpd_server(music, name="bare"))
        for folder in (music, poor):
            (folder / BROKEN).unlink()
            (folder / BROKEN).write_bytes(b"this is no music " * 300)
        links = [stack.enter_context(meddler(room, room.name, delay=n * 0.02)) for n, room in enumerate(rooms)]
        served = stack.enter_context(proxy(links, tmp_path_factory.mktemp("proxy")))
        radio = stack.enter_context(web_radio(library))
        for room in rooms:
            reported(served, room.name, "together")
        yield Three(rooms, served, radio, bare)


@pytest.mark.parametrize("seed", range(int(os.environ.get("DRUMCIRCLE_SEEDS", "6"))))
def test_rooms_end_on_the_same_song_and_place(three: Three, seed: int) -> None:
    chance = random.Random(seed)
    streams = [three.radio.url(WHITE), three.radio.ranged_url(PINK)]
    files = [WHITE, PINK, BROKEN, GREY, SHORT, streams[0], BROWN, LACKING, streams[1], "http://127.0.0.1:1/nothing"]
    with watched(three.rooms) as watches, Client(three.proxy) as client:
        for command in RESET:
            client.ask(*command.split())
        for file in files:
            assert client.ask("add", file) == b"OK\n"
        said = [chance.choice((*PLAYER, *FURTHER)) for _ in range(COMMANDS)]
        for command in said:
            assert client.ask(*command.split()).splitlines()[-1][:3] in (b"OK", b"ACK"), command
            if chance.random() < 0.3:
                three.rooms[0].ask("ping")
        wait_until(
            lambda: _agree(watches),
            lambda: f"{[watch.sights[-1] for watch in watches]} after {said}\n{three.proxy.log()[-3000:]}",
            SOON,
        )


class Beside:
    """A client of the proxy and one of a bare MPD, which give the same commands. A context manager."""

    def __init__(self, three: Three, *commands: str) -> None:
        """Both begin with the queue and the options that `commands` make."""
        self._three = three
        self._proxy, self._bare = (Line(three.proxy.address), Line((three.bare.address, three.bare.port)))
        self._lines = (self._proxy, self._bare)
        for line in self._lines:
            line.reply()
            for command in (*RESET, *commands):
                assert _asked(line, command) == b"OK\n", command

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for line in self._lines:
            line.close()

    def give(self, command: str, *, code_only: bool = False) -> None:
        """Send a command to both; the replies must agree. `code_only`: OK, or the code of the ACK. MPD accepts or
        refuses a song that it cannot decode, depending on which of its threads is faster."""
        proxy, bare = (_asked(line, command) for line in self._lines)
        if code_only:
            proxy, bare = proxy.partition(b"@")[0], bare.partition(b"@")[0]
        if any(UNDECODABLE in reply for reply in (proxy, bare)):
            assert all(reply == b"OK\n" or UNDECODABLE in reply for reply in (proxy, bare)), (command, proxy, bare)
            return
        assert proxy == bare, f"{command}: {proxy!r}, a bare MPD: {bare!r}"

    def settle(self, after: str, *, songs: bool = True) -> None:
        """Wait until all rooms, and the proxy, have the state of the bare MPD and, if `songs`, its song. AssertionError
        after SOON."""
        said: list[tuple[str, ...]] = []

        def alike() -> bool:
            found = [room.asked("status") for room in (self._three.bare, *self._three.rooms)]
            found.append(fields(_asked(self._proxy, "status")))
            said[:] = [
                (each["state"], each.get("song", "") if songs and each["state"] != "stop" else "") for each in found
            ]
            sounds = all(each["state"] != "play" or float(each.get("elapsed", 0)) > 0 for each in found)
            return sounds and len(set(said)) == 1

        wait_until(alike, lambda: f"after {after}: {said}\n{self._three.proxy.log()[-3000:]}", SOON)


@pytest.mark.parametrize("seed", range(4))
def test_each_command_does_what_it_does_in_a_bare_server(three: Three, seed: int) -> None:
    """A command that is carried out twice leaves the rooms on another song than the bare MPD."""
    chance = random.Random(100 + seed)
    choices = [command for command in PLAYER if command not in NOT_COMPARED]
    files = [WHITE, PINK, BROKEN, GREY, three.radio.url(WHITE), BROWN, WHITE, PINK]
    with Beside(three, *(f'add "{file}"' for file in files)) as both:
        given: list[str] = []
        for _ in range(COMMANDS):
            given.append(chance.choice(choices))
            both.give(given[-1])
            both.settle(str(given))


@pytest.mark.parametrize("seed", range(2))
def test_in_random_order_commands_are_answered_as_by_a_bare_server(three: Three, seed: int) -> None:
    chance = random.Random(200 + seed)
    files = [WHITE, PINK, GREY, BROWN, WHITE, PINK, GREY]
    with Beside(three, "repeat 1", "random 1", *(f'add "{file}"' for file in files)) as both:
        given: list[str] = []
        for _ in range(COMMANDS):
            given.append(chance.choice(RANDOM))
            both.give(given[-1], code_only=True)
            both.settle(str(given), songs=False)


@pytest.mark.parametrize("seed", range(4))
def test_commands_in_quick_succession_are_each_carried_out_once(three: Three, seed: int) -> None:
    chance = random.Random(300 + seed)
    with Beside(three, "repeat 1", *(f'add "{file}"' for file in 2 * [WHITE, PINK, GREY, BROWN])) as both:
        given = ["play 0", *(chance.choice(FORWARDS) for _ in range(COMMANDS))]
        for command in given:
            both.give(command)
        both.settle(str(given))


def _asked(line: Line, command: str) -> bytes:
    line.send(command.encode() + b"\n")
    return line.reply()


def _agree(watches: list[Watch]) -> bool:
    lead = watches[0].sights[-1]
    if lead.state != "stop" and lead.file == LACKING:
        if watches[-1].sights[-1].state != "stop":
            return False
        watches = watches[:-1]
    last = [watch.sights[-1] for watch in watches]
    if len({sight.state for sight in last}) > 1:
        return False
    if last[0].state == "stop":
        return True
    if last[0].state == "pause":
        return len({sight.file for sight in last}) == 1
    return all(apart(watches[0].lately(), watch.lately()) < NEAR for watch in watches[1:])
