"""Restarts while music plays: clients with incomplete lists, which have no effect, and the proxy."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from drumcircle_gui.timing.units import local_micros
from tests.mpd.house import GREY, PINK, WHITE, queue
from tests.mpd.watching import EVEN, Client, come_together, presences, watched
from tests.tools.rigs import jack
from tests.tools.rigs.jack import Recorder, jack_server, wait_until
from tests.tools.rigs.mpds import Mpd, mpd_server
from tests.tools.rigs.rooms import Proxy

pytestmark = [pytest.mark.slow, pytest.mark.never_retried]

LENIENT = {"threshold_ms": 1000.0}
"""A configuration without corrections, which would count as changes."""

CHANGES = ("playlist", "player", "options", "mixer")
PERIOD = 256
EXIT_TIMEOUT_S = 10.0

Start = Callable[..., Mpd]
StartProxy = Callable[..., Proxy]


def test_nothing_is_done_of_a_list_whose_client_disappears(mpd: Start, proxy: StartProxy) -> None:
    kitchen, bath = mpd("kitchen"), mpd("bath")
    served = proxy(kitchen, bath)
    with Client(served) as client:
        assert client.ask("add", WHITE) == b"OK\n"
        for begin in ("command_list_begin", "command_list_ok_begin"):
            with Client(served) as gone:
                gone.say(begin)
                gone.say("clear")
                gone.say("add", PINK)
                gone.say("repeat", "1")
                gone.say("play")
        assert client.ask("add", GREY) == b"OK\n"
        for room in (kitchen, bath):
            wait_until(lambda room=room: queue(room) == [WHITE, GREY], "not that")  # type: ignore[misc]
        status = client.status()
        assert (status["state"], status["repeat"], status["playlistlength"]) == ("stop", "0", "2")


@contextmanager
def undisturbed(rooms: Sequence[Mpd]) -> Iterator[None]:
    """A context in which nothing relevant may change in any of the rooms."""
    with ExitStack() as stack:
        ears = [stack.enter_context(Client(room)) for room in rooms]
        for ear in ears:
            ear.say("idle", *CHANGES)
        yield
        for ear in ears:
            ear.say("noidle")
            assert ear.hear() == b"OK\n"


def all_known(served: Proxy, rooms: Sequence[Mpd], times: int = 2) -> None:
    """Wait until the proxy has reported all rooms as good so many times, once a second."""
    for room in rooms:
        wait_until(
            lambda room=room: [said for _, said in presences(served, room.name)].count("together") >= times,  # type: ignore[misc]
            f"{room.name} is not well: {presences(served, room.name)}",
        )


def test_the_proxy_is_killed_and_started_again(mpd: Start, proxy: StartProxy) -> None:
    rooms = (mpd("kitchen"), mpd("bath"))
    served = proxy(*rooms, **LENIENT)
    with Client(served) as client:
        for file in (WHITE, PINK, GREY):
            client.ask("add", file)
        client.ask("repeat", "1")
        client.ask("setvol", "40")
        client.ask("play", "1")
        all_known(served, rooms, 1)
        with watched(rooms) as watches:
            come_together(watches)
            ids = client.ask("playlistid")
    with watched(rooms) as watches, undisturbed(rooms):
        begun = local_micros()
        served.process.kill()
        served.process.wait(EXIT_TIMEOUT_S)
        heir = proxy(*rooms, listen=f"{served.host}:{served.port}", **LENIENT)
        all_known(heir, rooms)
        for watch in watches:
            assert watch.strayed(begun) < EVEN
            assert {sight.state for sight in watch.since(begun)} == {"play"}
    with Client(heir) as client, watched(rooms) as watches:
        assert client.ask("playlistid") == ids
        status = client.status()
        assert (status["state"], status["song"], status["repeat"], status["volume"]) == ("play", "1", "1", "40")
        assert client.ask("next") == b"OK\n"
        wait_until(lambda: all(watch.sights[-1].song == "2" for watch in watches), "they do not go on")
        assert client.ask("play") == b"OK\n"
        come_together(watches)


needs_jack = pytest.mark.skipif(bool(jack.missing()), reason=jack.missing())


@needs_jack
def test_a_restart_of_the_proxy_is_inaudible(library: Path, proxy: StartProxy) -> None:
    with jack_server(PERIOD) as server, ExitStack() as stack:
        names = ("kitchen", "bath")
        rooms = [stack.enter_context(mpd_server(library, "jack", name, jack=server)) for name in names]
        served = proxy(*rooms, **LENIENT)
        with Client(served) as client:
            client.ask("add", WHITE)
            client.ask("play")
        with server.recorder([f"{name}:left" for name in names]) as recorder:
            sounds(recorder, 0)
            begin = recorder.frames
            served.process.kill()
            served.process.wait(EXIT_TIMEOUT_S)
            heir = proxy(*rooms, **LENIENT)
            all_known(heir, rooms)
            sounds(recorder, recorder.frames + server.rate // 2)
            heard = recorder.taken()[begin:]
            lost = sum(until - since for since, until in recorder.stalls(20_000)) * server.rate // 1_000_000
        for name, sound in zip(names, heard.T, strict=True):
            assert longest_silence(sound) < PERIOD + lost, name


def sounds(recorder: Recorder, frame: int) -> None:
    """Wait until all recorded channels have sound after that frame."""
    wait_until(
        lambda: recorder.frames > frame + PERIOD and bool(recorder.taken()[-PERIOD:].any(axis=0).all()), "silence"
    )


def longest_silence(sound: jack.Sound) -> int:
    """The longest silence in frames."""
    silent = np.abs(sound) < 1e-5
    return max((sum(1 for _ in run) for quiet, run in groupby(silent) if quiet), default=0)
