"""Player commands that MPD refuses after it has moved, and songs that cannot be sought in or played: the replies are
those of a bare server, and then all rooms have its position."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from drumcircle_gui.timing.units import local_micros
from tests.mpd.house import PINK, WHITE, House, house
from tests.mpd.transcripts.line import Line
from tests.mpd.watching import Client, come_together, playing, revived, watched
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.mpds import Mpd, mpd_server
from tests.tools.rigs.web_radio import WebRadio, web_radio

pytestmark = [pytest.mark.slow]

BROKEN = "broken.flac"
SETTLED = 3.0
"""Seconds within which all rooms have the position of the bare server."""


@dataclass(frozen=True)
class Beside:
    """The proxy over two rooms, and a bare server with the same library, in which one song cannot be played."""

    home: House
    bare: Mpd

    def fresh(self, *files: str) -> None:
        """Stop both, and set this queue."""
        self.home.fresh()
        for words in (("stop",), ("clear",), ("repeat", "0"), ("random", "0"), *(("add", file) for file in files)):
            self.bare.ask(*words)
        for file in files:
            self.home.ask("add", file)
        self.home.all_have(*files)

    def compare(self, *commands: str, ready: bool = True) -> None:
        """Send commands to both; the replies must agree, and in the end the playing song."""
        with Client(self.home.proxy) as client, closing(Line((self.bare.address, self.bare.port))) as line:
            line.reply()
            for command in commands:
                line.send(command.encode() + b"\n")
                expected = line.reply()
                client.say(*command.split())
                assert client.hear() == expected, command
                if ready:
                    self.agree(command)
        self.agree(str(commands))

    def agree(self, after: str) -> None:
        said: list[dict[str, str]] = []

        def alike() -> bool:
            said[:] = [room.asked("status") for room in (self.bare, *self.home.rooms)]
            sounds = all(each["state"] != "play" or float(each.get("elapsed", 0)) > 0 for each in said)
            return sounds and len({(each["state"], _song(each)) for each in said}) == 1

        try:
            wait_until(alike, "", SETTLED)
        except AssertionError:
            found = [(each["state"], _song(each), each.get("elapsed"), each.get("error")) for each in said]
            raise AssertionError(f"after {after}: {found}\n{self.home.proxy.log()[-3000:]}") from None


def _song(status: dict[str, str]) -> str:
    return status.get("song", "") if status["state"] != "stop" else ""


@pytest.fixture(scope="module")
def two(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beside]:
    """Its broken song is known to all, and is no music any more."""
    music = shutil.copytree(library, tmp_path_factory.mktemp("broken") / "music", copy_function=os.link)
    shutil.copy(library / PINK, music / BROKEN)
    with house(music, tmp_path_factory.mktemp("house")) as home, mpd_server(music, name="bare") as bare:
        for room in home.rooms:
            (room.music / BROKEN).unlink(missing_ok=True)
            (room.music / BROKEN).write_bytes(b"this is no music " * 300)
        (music / BROKEN).unlink()
        (music / BROKEN).write_bytes(b"this is no music " * 300)
        yield Beside(home, bare)


@pytest.fixture(scope="module")
def radio(library: Path) -> Iterator[WebRadio]:
    with web_radio(library) as served:
        yield served


# --- refused after moving on ------------------------------------------------------------------------------------------


def test_a_place_beyond_the_end(two: Beside) -> None:
    two.fresh(WHITE, PINK, WHITE, PINK)
    two.compare("play 0", "seekcur 999", "seekcur 999", "seek 0 999", "seekcur 5", "previous")


def test_a_place_beyond_the_end_while_paused(two: Beside) -> None:
    two.fresh(WHITE, PINK, WHITE)
    two.compare("play 0", "pause 1", "seekcur 999")


def test_songs_that_cannot_be_played(two: Beside) -> None:
    two.fresh(WHITE, BROKEN, PINK, WHITE)
    two.compare("play 0", "play 1", "previous", "play 0", "next", "stop", "play 1", "stop", "play 0", "seek 1 3")


def test_a_song_that_cannot_be_played_is_skipped_when_its_turn_comes(two: Beside) -> None:
    two.fresh("Rain/Short/1 Drop.flac", BROKEN, WHITE)
    two.compare("play 0")
    wait_until(lambda: two.bare.asked("status").get("song") == "2", "the bare server does not skip it")
    two.agree("the end of the song")


def test_the_last_song_cannot_be_played(two: Beside) -> None:
    two.fresh(WHITE, PINK, BROKEN)
    two.compare("play 1", "next", "play 0", "play 2", "stop", "play 2")


def test_a_refused_command_is_not_given_twice(two: Beside) -> None:
    """At once, before the first has had time to do its work."""
    two.fresh(WHITE, BROKEN, PINK, WHITE, PINK, WHITE)
    two.compare("play 0", ready=True)
    two.compare("seekcur 999", "seekcur 1", ready=False)


def test_a_refusal_that_moves_nothing_disturbs_nothing(two: Beside) -> None:
    two.fresh(WHITE, PINK)
    two.compare("play 0", "play 9", "seek 9 1", "playid 99999", "seekcur x", "seekcur -x")


# --- songs that cannot be sought in -----------------------------------------------------------------------------------


@pytest.mark.parametrize("file", ["Noise/1 White.flac", "Noise/3 Brown.ogg"])
def test_a_stream_is_paused_resumed_and_joined(two: Beside, radio: WebRadio, file: str) -> None:
    home = revived(two.home)
    playing(home, radio.url(file))
    with watched(home.rooms) as watches, Client(home.proxy) as client:
        for words, state in (
            (("pause", "1"), "pause"),
            (("pause", "0"), "play"),
            (("pause",), "pause"),
            (("play",), "play"),
        ):
            assert client.ask(*words) == b"OK\n"
            home.all_say(state=state)
        assert client.ask("seekcur", "10").startswith(b"ACK [5@0] {seekcur} Not seekable")
        home.all_say(state="play")
        room = home.rooms[1]
        room.kill()
        room.start()
        wait_until(lambda: room.asked("status")["state"] == "play", f"it does not join in\n{home.proxy.log()[-3000:]}")
        assert client.ask("stop") == b"OK\n"
        home.all_say(state="stop")
        assert client.ask("play") == b"OK\n"
        home.all_say(state="play")
        assert watches


def test_a_stream_starts_in_all_rooms_at_one_place(two: Beside, radio: WebRadio) -> None:
    """The same piece of music, since all begin at the beginning of what the server sends."""
    home = revived(two.home)
    home.fresh()
    home.ask("add", radio.url(WHITE))
    with watched(home.rooms) as watches:
        begun = local_micros()
        home.ask("play")
        come_together(watches, "not together", begun)
    assert [line for line in home.proxy.report() if line["event"] == "correction" and line["at"] > begun] == []
