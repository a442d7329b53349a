"""Losses while people play: drums, the sound server or the program itself disappear. Everything else continues."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.stranger.client import Stranger
from tests.tools.rigs import jack
from tests.tools.rigs.jack import Pads, Server, revived, wait_until

from .evening import CLAVES, NAMES, SPEAKERS, VELOCITY, gathered, plugged, ready
from .listening import Ear
from .programs import Program, alive, circle, player

pytestmark = [pytest.mark.slow, pytest.mark.never_retried]

SHORT = ("--tempo", "240", "--beats", "4")


@pytest.fixture
def doomed() -> Iterator[Server]:
    """A JACK server that the test may kill."""
    if reason := jack.missing():
        pytest.skip(reason)
    with jack.jack_server() as made:
        yield made


def hear(programs: Sequence[Program], strike: Callable[[], object]) -> None:
    """Strike until all have heard one more stroke: JACK loses a note now and then if the machine is busy."""
    before = [len(program.report("heard")) for program in programs]

    def more() -> bool:
        strike()
        return all(len(program.report("heard")) > so_far for program, so_far in zip(programs, before, strict=True))

    wait_until(more, f"no stroke was heard: {[program.said() for program in programs]}")


def test_an_unplugged_drum_is_named_and_plays_on_when_plugged_in(server: Server, tmp_path: Path) -> None:
    with gathered(tmp_path, *SHORT) as (_, _, players, pads):
        fern, _ = players
        hear(players, lambda: pads[0].hit(CLAVES, VELOCITY))
        pads.pop(0).unplug()
        wait_until(lambda: "MIDI input disconnected: “Fern:out”" in fern.log(), "nobody noticed")
        assert "“Fern” is not there" in fern.said()
        hear(players, lambda: pads[0].hit(CLAVES, VELOCITY))
        pads.insert(0, Pads("Fern"))
        wait_until(lambda: fern.log().count("MIDI input connected: “Fern:out”") == 2, "nobody noticed it come back")
        hear(players, lambda: pads[0].hit(CLAVES, VELOCITY))
        for each in players:
            assert all(line["early"] > 0 for line in each.report("heard"))
            assert "Traceback" not in each.log()


def test_a_drum_with_a_loose_plug_plays_on(server: Server, tmp_path: Path) -> None:
    """The drum is unplugged for half a second, between two polls of the ports, and comes back as another port."""
    with gathered(tmp_path, *SHORT) as (_, _, players, pads):
        pads.pop(0).unplug()
        threading.Event().wait(0.5)
        pads.insert(0, Pads("Fern"))
        wait_until(lambda: players[0].log().count("MIDI input connected: “Fern:out”") == 2, "it was not opened again")
        hear(players, lambda: pads[0].hit(CLAVES, VELOCITY))


@contextmanager
def visited(folder: Path) -> Iterator[tuple[Program, Stranger]]:
    """A circle with one player of the program's, and one simple client that can strike even without a sound server."""
    with circle(folder / "circle", *SHORT) as (_, invites):
        stranger = Stranger("Moss", invites["invite"])
        stranger.join()
        stranger.sync()
        with player(folder / "Fern", invites["invite"], "--name", "Fern") as fern:
            wait_until(lambda: "sound output:" in fern.log(), "no sound device was found")
            yield fern, stranger
        stranger.leave()


def test_players_go_on_without_the_sound_server_and_sound_again_when_it_is_back(doomed: Server, tmp_path: Path) -> None:
    with visited(tmp_path) as (fern, stranger):
        hear([fern], lambda: stranger.strike(CLAVES, VELOCITY))
        doomed.kill()
        wait_until(lambda: "the audio device stopped responding" in fern.said(), "no notice was given")
        wait_until(lambda: "No audio device was found" in fern.said(), "it was not said what to do")
        hear([fern], lambda: stranger.strike(CLAVES, VELOCITY))
        assert fern.report("heard")[-1]["left"] is not None
        with revived(doomed) as heir:
            wait_until(lambda: fern.log().count("sound output:") == 2, "the new server was not found")
            with heir.recorder(SPEAKERS[:1]) as recorder:
                ear = Ear(heir.rate)
                hear([fern], lambda: stranger.strike(CLAVES, VELOCITY))
                wait_until(lambda: bool(ear.onsets(recorder.taken()[:, 0], (CLAVES,), VELOCITY)), "no sound")
            with plugged(NAMES[:1]) as (drum,):
                wait_until(lambda: ready(fern), "the drum was not found")
                hear([fern], lambda: drum.hit(CLAVES, VELOCITY))
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
