"""More popular clients through the proxy: ncmpc in a terminal, mpdscribble and mpdcron in the background."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.mpd.house import BROWN, NOISE, PINK, WHITE, House
from tests.tools.child_process import child
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.mpds import missing
from tests.tools.rigs.terminal import terminal

pytestmark = [pytest.mark.slow]


@contextmanager
def background(command: Sequence[str], home: Path, house: House) -> Iterator[None]:
    """The program runs, with `home` as its home and its output in the file `output` there."""
    with (home / "output").open("wb") as output:
        environment = os.environ | {"HOME": str(home), "MPD_HOST": house.proxy.host, "MPD_PORT": str(house.proxy.port)}
        with child(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment):
            yield


def read(file: Path) -> str:
    return file.read_text(errors="replace") if file.exists() else ""


@pytest.mark.skipif(bool(missing("ncmpc", "tmux")), reason=missing("ncmpc", "tmux"))
def test_ncmpc_shows_and_plays_the_queue(shared: House, tmp_path: Path) -> None:
    shared.fresh(*NOISE)
    command = ["ncmpc", "-h", shared.proxy.host, "-p", str(shared.proxy.port), "-f", os.devnull, "-k", os.devnull]
    with terminal(tmp_path, command) as screen:
        screen.shows("The Hiss - White", "The Hiss - Grey")
        screen.keys("Down", "Enter")
        shared.all_say(state="play", song="1")
        screen.shows("Playing", "Pink")
        screen.keys(">")
        shared.all_say(state="play", song="2")
        screen.keys("P")
        shared.all_say(state="pause", song="2")
        screen.keys("z")
        shared.all_say(random="1")
        screen.keys("Home", "d")
        shared.all_have(*NOISE[1:])
        screen.keys("s")
        shared.all_say(state="stop")


@pytest.mark.skipif(bool(missing("mpdscribble")), reason=missing("mpdscribble"))
def test_mpdscribble_notices_every_song(shared: House, tmp_path: Path) -> None:
    shared.fresh(WHITE, PINK, BROWN)
    (tmp_path / "mpdscribble.conf").write_text(f"[file]\nfile = {tmp_path / 'played'}\n")
    place = ["--host", shared.proxy.host, "--port", str(shared.proxy.port)]
    log = tmp_path / "output"
    command = ["mpdscribble", "--no-daemon", "--verbose", "2", "--log", "-", "--conf"]
    with background([*command, str(tmp_path / "mpdscribble.conf"), *place], tmp_path, shared):
        wait_until(lambda: "connected to mpd" in read(log), "mpdscribble does not connect")
        for number, title in enumerate(("White", "Pink", "Brown")):
            shared.ask("play", str(number))
            shared.all_say(state="play", song=str(number))
            wait_until(lambda title=title: f"new song detected (The Hiss - {title})" in read(log), read(log))


@pytest.mark.skipif(bool(missing("mpdcron")), reason=missing("mpdcron"))
def test_mpdcron_runs_its_hooks(shared: House, tmp_path: Path) -> None:
    shared.fresh(WHITE, PINK)
    hooks = tmp_path / ".mpdcron/hooks"
    hooks.mkdir(parents=True)
    (tmp_path / ".mpdcron/mpdcron.conf").write_text("[mpdcron]\nevents = player;mixer\n")
    for event in ("player", "mixer"):
        (hooks / event).write_text(f'#!/bin/sh\necho "{event} $MPD_SONG_URI $MPD_STATUS_VOLUME" >> {tmp_path}/events\n')
        (hooks / event).chmod(0o700)
    with background(["mpdcron", "--no-daemon"], tmp_path, shared):
        wait_until(lambda: "mixer" in read(tmp_path / "events") or _set_volume(shared), "no event of the mixer")
        shared.ask("play", "1")
        wait_until(lambda: f"player {PINK}" in read(tmp_path / "events"), "no event of the player")


def _set_volume(house: House) -> bool:
    """Until mpdcron is connected it hears of no change; False, so that it is tried again."""
    status = dict(line.split(": ", 1) for line in house.ask("status"))
    house.ask("setvol", "50" if status["volume"] != "50" else "60")
    return False
