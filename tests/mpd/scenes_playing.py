"""mpc's subcommands for queue, playing and options, and what they do to both rooms."""

from tests.tools.rigs.jack import wait_until

from .house import BROWN, GREY, NOISE, PINK, WHITE, queue, values
from .mpc import Mpc, scene

# --- the queue --------------------------------------------------------------------------------------------------------


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


# --- playing ----------------------------------------------------------------------------------------------------------


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


# --- options ----------------------------------------------------------------------------------------------------------


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
    mpc.run("play")  # MPD refuses it if it learns of the error before it answers
    wait_until(lambda: "ERROR: " in mpc("status", quiet=False), "no error is told")
    mpc("clearerror")
    assert "ERROR" not in mpc("status", quiet=False)
