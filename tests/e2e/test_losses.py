"""What vanishes while people play: drums, the sound server, the program itself. All else goes on."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.rigs import jack
from tests.rigs.jack import Pads, Server, revived, wait_until
from tests.stranger.client import Stranger

from .evening import CLAVES, NAMES, SPEAKERS, VELOCITY, gathered, plugged, ready
from .listening import Ear
from .programs import Program, alive, circle, player

pytestmark = pytest.mark.slow

SHORT = ("--tempo", "240", "--beats", "4")


@pytest.fixture
def doomed() -> Iterator[Server]:
    """A server that may be killed."""
    if reason := jack.missing():
        pytest.skip(reason)
    with jack.jack_server() as made:
        yield made


def heard(program: Program, count: int) -> None:
    wait_until(lambda: len(program.report("heard")) >= count, f"{count} strokes were not heard: {program.said()}")


def test_a_drum_pulled_out_is_named_and_plugged_in_again_it_plays_on(server: Server, tmp_path: Path) -> None:
    with gathered(tmp_path, *SHORT) as (_, _, (fern, moss), pads):
        pads[0].hit(CLAVES, VELOCITY)
        heard(moss, 1)
        pads.pop(0).unplug()
        wait_until(lambda: "“Fern:out” is gone" in fern.log(), "nobody noticed")
        assert "“Fern” is not there" in fern.said()
        pads[0].hit(CLAVES, VELOCITY)
        for each in (fern, moss):
            heard(each, 2)
        pads.append(Pads("Fern"))
        wait_until(lambda: fern.log().count("listening to “Fern:out”") == 2, "nobody noticed it come back")
        pads[-1].hit(CLAVES, VELOCITY)
        for each in (fern, moss):
            heard(each, 3)
            assert not any(line["left"] is None for line in each.report("heard"))
            assert "Traceback" not in each.log()


def test_a_plug_with_a_loose_contact_is_no_silent_drum(server: Server, tmp_path: Path) -> None:
    """Out for half a second: in each of the lists of ports before and after, but not the same port."""
    with gathered(tmp_path, *SHORT) as (_, _, (fern, _), pads):
        pads.pop(0).unplug()
        threading.Event().wait(0.5)
        pads.append(Pads("Fern"))
        wait_until(lambda: fern.log().count("listening to “Fern:out”") == 2, "it was not opened again")
        pads[-1].hit(CLAVES, VELOCITY)
        heard(fern, 1)


@contextmanager
def visited(folder: Path) -> Iterator[tuple[Program, Stranger]]:
    """One player of the program's, and a stranger who can strike where there is no sound server."""
    with circle(folder / "circle", *SHORT) as (_, invites):
        stranger = Stranger("Moss", invites["invite"])
        stranger.join()
        stranger.sync()
        with player(folder / "Fern", invites["invite"], "--name", "Fern") as fern:
            wait_until(lambda: "sound goes to" in fern.log(), "no sound device was found")
            yield fern, stranger
        stranger.leave()


def test_players_go_on_without_the_sound_server_and_sound_again_when_it_is_back(doomed: Server, tmp_path: Path) -> None:
    with visited(tmp_path) as (fern, stranger):
        stranger.strike(CLAVES, VELOCITY)
        heard(fern, 1)
        doomed.kill()
        wait_until(lambda: "The sound device stopped answering" in fern.said(), "no notice was given")
        wait_until(lambda: "No audio device was found" in fern.said(), "it was not said what to do")
        stranger.strike(CLAVES, VELOCITY)
        heard(fern, 2)
        assert fern.report("heard")[-1]["left"] is not None
        with revived(doomed) as heir:
            wait_until(lambda: fern.log().count("sound goes to") == 2, "the new server was not found")
            with heir.recorder(SPEAKERS[:1]) as recorder:
                stranger.strike(CLAVES, VELOCITY)
                heard(fern, 3)
                ear = Ear(heir.rate)
                wait_until(lambda: len(ear.onsets(recorder.taken()[:, 0], (CLAVES,), VELOCITY)) == 1, "no sound")
            with plugged(NAMES[:1]) as (pads,):
                wait_until(lambda: ready(fern), "the drum was not found")
                pads.hit(CLAVES, VELOCITY)
                heard(fern, 4)
            assert fern.process.poll() is None
        assert "Traceback" not in fern.log()


@pytest.mark.parametrize("mute", [False, True], ids=["playing", "when the sound server is dead too"])
def test_the_sound_process_ends_with_a_program_that_was_killed(doomed: Server, tmp_path: Path, mute: bool) -> None:
    with visited(tmp_path) as (fern, _):
        sound = fern.sound_process()
        if mute:
            doomed.kill()
        fern.process.kill()
        wait_until(lambda: not alive(sound), "the sound process lives on", timeout=5)
