"""mpc through the proxy: every subcommand that it knows, and what that does to both rooms."""

import os
import re
import select
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.rigs.jack import wait_until
from tests.rigs.mpds import missing

from .house import BROWN, GREY, NOISE, PINK, WHITE, House, house, queue, values

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing("mpc")), reason=missing("mpc"))]

TO_ANSWER = 20.0

Scene = Callable[["Mpc"], None]
scenes: dict[str, Scene] = {}


class Mpc:
    def __init__(self, house: House) -> None:
        self.house = house

    def __call__(self, *words: str, fails: bool = False, quiet: bool = True) -> str:
        """What it says."""
        done = self.run(*(("-q",) if quiet else ()), *words)
        assert bool(done.returncode) == fails, done
        return done.stdout.decode()

    def run(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run([*self._command(), *words], capture_output=True, timeout=TO_ANSWER)

    def start(self, *words: str) -> "subprocess.Popen[str]":
        unbuffered = ("stdbuf", "-oL")  # or what it says to a pipe stays with it
        return subprocess.Popen([*unbuffered, *self._command(), *words], stdout=subprocess.PIPE, text=True)

    def playing(self, place: int = 0) -> None:
        """All four songs in the queue, and one of them plays in both rooms."""
        self.house.fresh(*NOISE)
        self.house.ask("play", str(place))
        self.house.all_say(state="play", song=str(place))

    def _command(self) -> list[str]:
        return ["mpc", "-h", self.house.proxy.host, "-p", str(self.house.proxy.port)]


def known() -> list[str]:
    """What `mpc help` lists; plain mpc is its status."""
    if not shutil.which("mpc"):
        return []
    said = subprocess.run(["mpc", "help"], capture_output=True, text=True).stdout
    return re.findall(r"^ {2}mpc (\S+)", said.partition("Commands:")[2], re.MULTILINE)


def scene(function: Scene) -> Scene:
    scenes[function.__name__.strip("_").replace("_", "-")] = function
    return function


@pytest.fixture(scope="module")
def mpc(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mpc]:
    with house(library, tmp_path_factory.mktemp("mpc")) as made:
        yield Mpc(made)


@pytest.mark.parametrize("subcommand", known())
def test_subcommand(mpc: Mpc, subcommand: str) -> None:
    mpc.house.fresh(*NOISE)
    scenes[subcommand](mpc)


def test_status_is_what_it_says_without_a_subcommand(mpc: Mpc) -> None:
    mpc.playing(1)
    said = mpc(quiet=False)
    assert said.startswith("The Hiss - Pink\n[playing] #2/4 ")
    assert "volume:100%   repeat: off   random: off   single: off   consume: off" in said


# --- the queue -------------------------------------------------------------------------------------------------------


@scene
def add(mpc: Mpc) -> None:
    mpc("add", "Rain/Short", "untitled.flac")
    short = [f"Rain/Short/{name}.flac" for name in ("1 Drop", "2 Drip", "3 Splash")]
    mpc.house.all_have(*NOISE, *short, "untitled.flac")
    assert "nosuch" in mpc.run("add", "nosuch").stderr.decode() or mpc.run("add", "nosuch").returncode


@scene
def insert(mpc: Mpc) -> None:
    mpc.playing(1)
    mpc("insert", "untitled.flac")
    mpc.house.all_have(WHITE, PINK, "untitled.flac", BROWN, GREY)


@scene
def crop(mpc: Mpc) -> None:
    mpc.playing(2)
    mpc("crop")
    mpc.house.all_have(BROWN)
    mpc.house.all_say(state="play", song="0")


@scene
def _del(mpc: Mpc) -> None:
    mpc("del", "2")
    mpc.house.all_have(WHITE, BROWN, GREY)
    mpc("del", "1", "3")
    mpc.house.all_have(BROWN)


@scene
def move(mpc: Mpc) -> None:
    mpc("move", "1", "3")
    mpc.house.all_have(PINK, BROWN, WHITE, GREY)


@scene
def clear(mpc: Mpc) -> None:
    mpc("clear")
    mpc.house.all_have()


@scene
def shuffle(mpc: Mpc) -> None:
    mpc("shuffle")
    kitchen, bath = mpc.house.rooms
    wait_until(lambda: queue(kitchen) == queue(bath), "the rooms shuffle apart")
    assert sorted(queue(bath)) == NOISE


@scene
def prio(mpc: Mpc) -> None:
    mpc("prio", "7", "2")
    mpc.house.both("no priority", lambda room: values(room.ask("playlistinfo", "1"), "Prio") == ["7"])


@scene
def playlist(mpc: Mpc) -> None:
    assert mpc("playlist").splitlines() == [f"The Hiss - {title}" for title in ("White", "Pink", "Brown", "Grey")]
    mpc("save", "mine")
    assert mpc("playlist", "mine") == mpc("playlist")


@scene
def queued(mpc: Mpc) -> None:
    mpc.playing(0)
    assert mpc("queued") == "The Hiss - Pink\n"


# --- playing ---------------------------------------------------------------------------------------------------------


@scene
def current(mpc: Mpc) -> None:
    assert mpc("current") == ""
    mpc.playing(3)
    assert mpc("current") == "The Hiss - Grey\n"
    assert mpc("current", "-f", "%file%") == f"{GREY}\n"


@scene
def play(mpc: Mpc) -> None:
    mpc("play", "3")
    mpc.house.all_say(state="play", song="2")


@scene
def _next(mpc: Mpc) -> None:
    mpc.playing(0)
    mpc("next")
    mpc.house.all_say(state="play", song="1")


@scene
def prev(mpc: Mpc) -> None:
    mpc.playing(2)
    mpc("prev")
    mpc.house.all_say(state="play", song="1")


@scene
def pause(mpc: Mpc) -> None:
    mpc.playing(1)
    mpc("pause")
    mpc.house.all_say(state="pause", song="1")


@scene
def pause_if_playing(mpc: Mpc) -> None:
    mpc("pause-if-playing", fails=True)
    mpc.playing(1)
    mpc("pause-if-playing")
    mpc.house.all_say(state="pause", song="1")


@scene
def toggle(mpc: Mpc) -> None:
    mpc("toggle")
    mpc.house.all_say(state="play", song="0")
    mpc("toggle")
    mpc.house.all_say(state="pause")
    mpc("toggle")
    mpc.house.all_say(state="play")


@scene
def cdprev(mpc: Mpc) -> None:
    mpc.playing(2)
    mpc("cdprev")
    mpc.house.all_say(state="play", song="1")
    mpc("seek", "20")
    mpc.house.both("not sought", lambda room: float(room.asked("status")["elapsed"]) > 19)
    mpc("cdprev")
    mpc.house.both("not begun anew", lambda room: float(room.asked("status")["elapsed"]) < 10)
    mpc.house.all_say(state="play", song="1")


@scene
def stop(mpc: Mpc) -> None:
    mpc.playing(0)
    mpc("stop")
    mpc.house.all_say(state="stop")


@scene
def seek(mpc: Mpc) -> None:
    mpc.playing(0)
    mpc("seek", "50%")
    mpc.house.both("not half through", lambda room: 14.5 < float(room.asked("status")["elapsed"]) < 20)
    mpc("seek", "+5")
    mpc.house.both("not on", lambda room: 19.5 < float(room.asked("status")["elapsed"]) < 26)
    mpc("seek", "0:02")
    mpc.house.both("not back", lambda room: 1.5 < float(room.asked("status")["elapsed"]) < 10)


@scene
def seekthrough(mpc: Mpc) -> None:
    mpc.playing(0)
    mpc("seekthrough", "+35")
    mpc.house.all_say(state="play", song="1")


@scene
def searchplay(mpc: Mpc) -> None:
    mpc("searchplay", "Grey")
    mpc.house.all_say(state="play", song="3")


# --- outputs, which are rooms ----------------------------------------------------------------------------------------


@scene
def outputs(mpc: Mpc) -> None:
    assert mpc("outputs").splitlines() == ["Output 1 (kitchen) is enabled", "Output 2 (bath) is enabled"]


@scene
def disable(mpc: Mpc) -> None:
    mpc("disable", "bath")
    assert "Output 2 (bath) is disabled" in mpc("outputs")
    mpc("enable", "bath")


@scene
def enable(mpc: Mpc) -> None:
    mpc.playing(1)
    mpc("enable", "only", "1")
    kitchen, bath = mpc.house.rooms
    wait_until(lambda: bath.asked("status")["state"] != "play", "a room that is off goes on playing")
    assert kitchen.asked("status")["state"] == "play"
    mpc("next")
    mpc("enable", "2")
    mpc.house.all_say(state="play", song="2")
    assert "disabled" not in mpc("outputs")


@scene
def toggleoutput(mpc: Mpc) -> None:
    assert "Output 1 (kitchen) is disabled" in mpc("toggleoutput", "kitchen") + mpc("outputs")
    mpc("toggleoutput", "1")
    assert "disabled" not in mpc("outputs")


@scene
def outputset(mpc: Mpc) -> None:
    assert b"Unsupported attribute" in mpc.run("outputset", "1", "a=b").stderr


# --- options ---------------------------------------------------------------------------------------------------------


def _switches(mpc: Mpc, name: str) -> None:
    mpc(name, "on")
    mpc.house.all_say(**{name: "1"})
    mpc(name)
    mpc.house.all_say(**{name: "0"})


@scene
def repeat(mpc: Mpc) -> None:
    _switches(mpc, "repeat")


@scene
def random(mpc: Mpc) -> None:
    mpc("random", "on")
    assert "random: on" in mpc("status", quiet=False)
    mpc("random")
    mpc.house.all_say(random="0")


@scene
def single(mpc: Mpc) -> None:
    _switches(mpc, "single")
    mpc("single", "once")
    assert "single: once" in mpc("status", quiet=False)


@scene
def consume(mpc: Mpc) -> None:
    _switches(mpc, "consume")


@scene
def volume(mpc: Mpc) -> None:
    mpc("volume", "40")
    mpc.house.all_say(volume="40")
    mpc("volume", "+5")
    mpc.house.all_say(volume="45")
    mpc("volume", "-10")
    mpc.house.all_say(volume="35")
    assert mpc("volume") == "volume: 35%\n"


@scene
def crossfade(mpc: Mpc) -> None:
    mpc("crossfade", "3")
    mpc.house.all_say(xfade="3")
    assert mpc("crossfade") == "crossfade: 3\n"


@scene
def mixrampdb(mpc: Mpc) -> None:
    mpc("mixrampdb", "-17")
    mpc.house.all_say(mixrampdb="-17")
    assert mpc("mixrampdb").startswith("mixrampdb: -17")


@scene
def mixrampdelay(mpc: Mpc) -> None:
    mpc("mixrampdelay", "2")
    mpc.house.all_say(mixrampdelay="2")
    assert mpc("mixrampdelay").startswith("mixrampdelay: 2")


@scene
def replaygain(mpc: Mpc) -> None:
    mpc("replaygain", "album")
    mpc.house.both("no", lambda room: room.asked("replay_gain_status") == {"replay_gain_mode": "album"})
    assert mpc("replaygain") == "replay_gain_mode: album\n"


@scene
def clearerror(mpc: Mpc) -> None:
    mpc("clear")
    mpc("add", "http://127.0.0.1:1/nothing.mp3")
    mpc("play")
    wait_until(lambda: "ERROR: " in mpc("status", quiet=False), "no error is told")
    mpc("clearerror")
    assert "ERROR" not in mpc("status", quiet=False)


# --- stored playlists ------------------------------------------------------------------------------------------------


@scene
def save(mpc: Mpc) -> None:
    mpc("save", "mine")
    mpc.house.both("not saved", lambda room: values(room.ask("listplaylist", "mine"), "file") == NOISE)


@scene
def lsplaylists(mpc: Mpc) -> None:
    mpc("save", "mine")
    assert mpc("lsplaylists") == "mine\n"


@scene
def load(mpc: Mpc) -> None:
    mpc("save", "mine")
    mpc("clear")
    mpc("load", "mine")
    mpc.house.all_have(*NOISE)
    mpc("--range=1:3", "load", "mine")
    mpc.house.all_have(*NOISE, PINK, BROWN)


@scene
def rm(mpc: Mpc) -> None:
    mpc("save", "mine")
    mpc("rm", "mine")
    mpc.house.both("still there", lambda room: not room.ask("listplaylists"))


# --- the library -----------------------------------------------------------------------------------------------------


@scene
def listall(mpc: Mpc) -> None:
    assert mpc("listall", "Noise").splitlines() == NOISE
    assert len(mpc("listall").splitlines()) == 9


@scene
def ls(mpc: Mpc) -> None:
    assert sorted(mpc("ls").splitlines()) == ["Noise", "Rain", "untitled.flac"]


@scene
def search(mpc: Mpc) -> None:
    assert mpc("search", "title", "WHI") == f"{WHITE}\n"


@scene
def searchadd(mpc: Mpc) -> None:
    mpc("searchadd", "title", "drop")
    mpc.house.all_have(*NOISE, "Rain/Short/1 Drop.flac")


@scene
def find(mpc: Mpc) -> None:
    assert mpc("find", "(title == 'White')") == f"{WHITE}\n"
    assert mpc("find", "title", "white") == ""


@scene
def findadd(mpc: Mpc) -> None:
    mpc("clear")
    mpc("findadd", "artist", "The Hiss")
    mpc.house.all_have(*NOISE)


@scene
def _list(mpc: Mpc) -> None:
    assert mpc("list", "album").splitlines() == ["", "Noise", "Rain"]
    assert mpc("list", "title", "album", "Noise").splitlines() == ["Brown", "Grey", "Pink", "White"]


@scene
def update(mpc: Mpc) -> None:
    _arrives(mpc, "update", "Rain/Short/1 Drop.flac", "new.flac")


@scene
def rescan(mpc: Mpc) -> None:
    _arrives(mpc, "rescan", "Rain/Short/1 Drop.flac", "Rain/Short/newer.flac", "Rain")


def _arrives(mpc: Mpc, how: str, old: str, new: str, *where: str) -> None:
    """A file that is new is found in every room, and that it is gone."""
    folder = mpc.house.rooms[0].music
    os.link(folder / old, folder / new)
    try:
        mpc("--wait", how, *where)
        mpc.house.both("not found", lambda room: room.ask("find", "file", new) != [])
        assert mpc("find", "filename", new) == f"{new}\n"
    finally:
        (folder / new).unlink()
    mpc("--wait", how, *where)
    mpc.house.both("still there", lambda room: room.ask("find", "file", new) == [])


@scene
def stats(mpc: Mpc) -> None:
    assert re.search(r"Artists: +2\nAlbums: +2\nSongs: +9\n", mpc("stats"))


@scene
def version(mpc: Mpc) -> None:
    assert mpc("version") == "mpd version: 0.23.5\n"


@scene
def albumart(mpc: Mpc) -> None:
    assert mpc.run("albumart", WHITE).stdout == (mpc.house.rooms[0].music / "Noise/cover.png").read_bytes()


@scene
def readpicture(mpc: Mpc) -> None:
    assert mpc.run("readpicture", PINK).stdout in (mpc.house.rooms[0].music / PINK).read_bytes()
    assert len(mpc.run("readpicture", PINK).stdout) > 12_000


@scene
def sticker(mpc: Mpc) -> None:
    mpc("sticker", WHITE, "set", "rating", "9")
    mpc.house.both("no sticker", lambda room: room.ask("sticker", "list", "song", WHITE) == ["sticker: rating=9"])
    assert mpc("sticker", WHITE, "get", "rating") == "rating=9\n"
    assert mpc("sticker", WHITE, "list") == "rating=9\n"
    assert WHITE in mpc("sticker", "", "find", "rating")
    mpc("sticker", WHITE, "delete", "rating")
    mpc.house.both("still there", lambda room: room.ask("sticker", "list", "song", WHITE) == [])


@scene
def mount(mpc: Mpc) -> None:
    assert mpc("mount") == "\t[unknown]\n"
    assert b"Unrecognized storage URI" in mpc.run("mount", "away", "nosuch://x").stderr


@scene
def unmount(mpc: Mpc) -> None:
    assert b"Not a mount point" in mpc.run("unmount", "away").stderr


@scene
def listneighbors(mpc: Mpc) -> None:
    assert b"No neighbor plugin configured" in mpc.run("listneighbors").stderr


# --- waiting and messages --------------------------------------------------------------------------------------------


def _after(mpc: Mpc, waiting: tuple[str, ...], *doing: str) -> str:
    """The first line that a waiting mpc writes, as another one does something again and again."""
    process = mpc.start(*waiting)
    try:
        assert process.stdout
        lines: list[str] = []
        while not lines:
            mpc.run(*doing)
            lines = _read_soon(process)
        return lines[0].strip()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()  # type: ignore[union-attr]


def _read_soon(process: "subprocess.Popen[str]") -> list[str]:
    assert process.stdout
    ready, _, _ = select.select([process.stdout], [], [], 0.5)
    return [process.stdout.readline()] if ready else []


@scene
def idle(mpc: Mpc) -> None:
    assert _after(mpc, ("idle", "mixer"), "volume", "-1") == "mixer"


@scene
def idleloop(mpc: Mpc) -> None:
    assert _after(mpc, ("idleloop", "options"), "repeat") == "options"


@scene
def subscribe(mpc: Mpc) -> None:
    assert _after(mpc, ("subscribe", "drums"), "sendmessage", "drums", "boom") == "boom"


@scene
def waitmessage(mpc: Mpc) -> None:
    assert _after(mpc, ("waitmessage", "drums"), "sendmessage", "drums", "boom") == "boom"


@scene
def sendmessage(mpc: Mpc) -> None:
    assert b"nobody is subscribed" in mpc.run("sendmessage", "drums", "boom").stderr


@scene
def channels(mpc: Mpc) -> None:
    process = mpc.start("subscribe", "drums")
    try:
        wait_until(lambda: mpc("channels") == "drums\n", "nobody subscribes")
    finally:
        process.kill()
        process.wait()
        process.stdout.close()  # type: ignore[union-attr]
