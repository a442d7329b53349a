"""Rooms that accept few connections, close unused ones soon, have long lines, or lack a mixer or a database."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest

from drumcircle_gui.timing.units import local_micros
from tests.mpd.house import WHITE
from tests.mpd.transcripts.line import Line
from tests.mpd.watching import Client, come_together, presences, reported, watched
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.meddler import meddler
from tests.tools.rigs.mpds import Mpd
from tests.tools.rigs.rooms import Place, Proxy

pytestmark = [pytest.mark.slow]

Start = Callable[..., Mpd]
StartProxy = Callable[..., Proxy]


@pytest.mark.parametrize("most", [5, 10])
def test_a_room_that_accepts_few_connections(mpd: Start, proxy: StartProxy, most: int) -> None:
    rooms = mpd("kitchen", settings={"max_connections": str(most)}), mpd("bath")
    served = proxy(*rooms)
    reported(served, "kitchen", "together")
    with Client(served) as client:
        assert client.ask("add", WHITE) == b"OK\n"
        assert client.ask("play") == b"OK\n"
        for room in rooms:
            wait_until(lambda room=room: b"state: play" in client.ask("status"), f"{room.name} does not play")  # type: ignore[misc]
        sleep(1.0)
        for _ in range(20):
            assert client.ask("listallinfo").endswith(b"OK\n")
    assert served.log().count("max_connections") <= 2  # once in the log and once on the terminal
    assert {said for _, said in presences(served, "kitchen")} <= {"connecting", "joining", "together"}


def test_a_room_that_closes_unused_connections_soon(mpd: Start, proxy: StartProxy) -> None:
    served = proxy(mpd("kitchen", settings={"connection_timeout": "5"}))
    reported(served, "kitchen", "together")
    begun = local_micros()
    sleep(8)  # MPD has closed an unused connection after six seconds
    assert {said for _, said in presences(served, "kitchen", begun)} == {"together"}


@pytest.mark.parametrize("delay", [0.0, 0.06])
def test_a_line_of_a_reply_may_be_long(mpd: Start, proxy: StartProxy, delay: float) -> None:
    kitchen = mpd("kitchen")
    long = b"COMMENT: " + b"x" * 300_000 + b"\n"

    async def comments():  # type: ignore[no-untyped-def]
        for at in range(0, len(long), 1400):
            yield long[at : at + 1400]
        yield b"OK\n"

    rules = {"readcomments": comments}
    with meddler(kitchen, "far", delay=delay, rules=rules) as far, closing(Line(proxy(far).address)) as line:
        line.reply()
        for asked in (b"readcomments x\n", b"command_list_begin\nreadcomments x\ncommand_list_end\n"):
            line.send(asked)
            assert line.reply() == long + b"OK\n"


def test_rooms_at_local_sockets(mpd: Start, proxy: StartProxy, tmp_path: Path) -> None:
    """At a path, and at an abstract name."""
    rooms, places = [], []
    for name, host in (("kitchen", str(tmp_path / "kitchen")), ("bath", f"@drumcircle-{tmp_path.name}")):
        rooms.append(mpd(name, extra=f'bind_to_address "{host}"\n'))
        places.append(Place(name, host, 6600))
    with Client(proxy(*places)) as client:
        assert client.ask("add", WHITE) == b"OK\n"
        assert client.ask("play") == b"OK\n"
        with watched(rooms) as watches:
            come_together(watches)


def test_the_ablest_room_leads(mpd: Start, proxy: StartProxy) -> None:
    """A room without a mixer is not asked for the volume by any client."""
    rooms = mpd("bare", mixer="none"), mpd("loud")
    with meddler(rooms[1], "far", delay=0.02) as far:
        served = proxy(rooms[0], far)
        reported(served, "far", "together")
        with Client(served) as client, Client(served) as idler:
            assert client.status()["volume"] == "100"
            idler.say("idle", "mixer")
            assert client.ask("setvol", "35") == b"OK\n"
            assert idler.hear() == b"changed: mixer\nOK\n"
            assert client.ask("volume", "+10") == b"OK\n"
            assert client.status()["volume"] == "45"
            idler.say("idle", "mixer")
            rooms[1].ask("setvol", "20")
            assert idler.hear() == b"changed: mixer\nOK\n"
            assert client.status()["volume"] == "20"


def test_a_room_that_is_far_out_of_step_is_not_together(mpd: Start, proxy: StartProxy, tmp_path: Path) -> None:
    """In every format: mono at 22.05 kHz moves in steps of 91 ms."""
    import numpy as np
    import soundfile

    folder = tmp_path / "speech"
    folder.mkdir()
    speech = np.random.default_rng(1).normal(0, 0.1, 22_050 * 60)
    soundfile.write(folder / "speech.flac", speech, 22_050)
    from tests.tools.rigs.mpds import mpd_server

    with mpd_server(folder, name="kitchen") as kitchen, mpd_server(folder, name="bath") as bath:
        served = proxy(kitchen, bath)
        with Client(served) as client, watched((kitchen, bath)) as watches:
            assert client.ask("add", "speech.flac") == b"OK\n"
            assert client.ask("play") == b"OK\n"
            come_together(watches)
            begun = local_micros()
            bath.ask("seekcur", "30")
            sleep(0.5)
            come_together(watches, "it is not put right", begun)
