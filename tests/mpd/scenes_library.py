"""mpc's subcommands for outputs, stored playlists, library, waiting and messages, and what they do to both rooms."""

import os
import re
import select
import subprocess

from tests.tools.rigs.jack import wait_until

from .house import BROWN, NOISE, PINK, WHITE, values
from .mpc import Mpc, scene

# --- outputs, which are rooms -----------------------------------------------------------------------------------------


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


# --- stored playlists -------------------------------------------------------------------------------------------------


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


# --- the library ------------------------------------------------------------------------------------------------------


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
    """Assert that every room finds a new file, and notices when it is deleted."""
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


# --- waiting and messages ---------------------------------------------------------------------------------------------


def _after(mpc: Mpc, waiting: tuple[str, ...], *doing: str) -> str:
    """The first line of a waiting mpc, while another one repeats an action."""
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
