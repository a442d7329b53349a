"""The engine with real audio and MIDI ports, on a JACK server without hardware; its output is recorded.

Times are compared with each other, or with the engine's reports, within the tolerance that a busy machine needs.
"""

import os
import signal
from contextlib import contextmanager
from statistics import median

import numpy as np
import pytest

from drumcircle_gui.sound.messages import (
    RESTARTING,
    SILENT_DEVICE,
    AudioHealth,
    AudioStatus,
    MidiStatus,
    PadStroke,
    PlayedStroke,
    PlayStroke,
)
from drumcircle_gui.sound.process.device_list_io import list_devices
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.tools.rigs import jack
from tests.tools.rigs.jack import Pads, onsets, wait_until

from .ear import Ear

pytestmark = [pytest.mark.slow, pytest.mark.alone]

CLAVES = 75
LEFT, RIGHT = "PortAudio:out_0", "PortAudio:out_1"
A_FEW_MS = 6_000
TWO_BLOCKS = 12_000
NEAR = 100_000
QUIET = 4_800
ENOUGH = 5
"""A time is judged if stalls of this machine left this many strokes untouched."""


@pytest.fixture
def ear():
    return Ear()


@pytest.fixture(scope="module")
def server():
    """One for all tests but for those that kill it."""
    if reason := jack.missing():
        pytest.skip(reason)
    with jack.jack_server() as made:
        yield made


@pytest.fixture
def engine(server, ear):
    with sounding(ear) as made:
        yield made


@contextmanager
def sounding(ear):
    """An engine whose sound goes to the newest server."""
    made = AudioEngine(EngineConfig(), ear)
    made.start()
    try:
        ear.wait_for(AudioStatus, lambda event: event.name is not None)
        yield made
    finally:
        made.close()


def sounded(recorder, count=1):
    """The first frames of the `count` strokes heard on the left."""
    wait_until(lambda: len(onsets(recorder.taken()[:, 0])) >= count, f"{count} strokes were not heard")
    return onsets(recorder.taken()[:, 0])


def test_strokes_sound_at_their_moments(engine, ear, server):
    gaps = [0, 250_000, 500_123, 750_001, 1_001_777, 1_250_020, 1_503_333, 1_777_777, 2_000_000]
    with server.recorder([LEFT, RIGHT]) as recorder:
        ear.wait_for(AudioHealth)
        begin = local_micros() + SECOND
        plays = [PlayStroke(Micros(begin + gap), CLAVES, 127, 1, tag) for tag, gap in enumerate(gaps)]
        engine.play(plays)
        wait_until(lambda: bool(recorder.frames) and local_micros() > plays[-1].at + NEAR, "nothing is recorded")
        played = [ear.wait_for(PlayedStroke, lambda event, tag=tag: event.tag == tag) for tag in range(len(gaps))]
        both, heard = recorder.taken(), errors(recorder, plays)
        said = [event for event, play in zip(played, plays, strict=True) if undisturbed(recorder, play.at)]
    np.testing.assert_allclose(both[:, 0], both[:, 1], atol=1e-6)
    enough(heard, said)
    assert [event.late for event in said] == [False] * len(said)
    assert_alike([event.at - plays[event.tag].at for event in said], about=0)
    assert_alike(heard, about=median(heard))


def assert_alike(errors, about):
    """All values except the worst are close to `about`: a stall shorter than two blocks may have delayed one."""
    assert sorted(abs(error - about) for error in errors)[-2] < A_FEW_MS, errors


def enough(*judged):
    """Skip the rest of the test if stalls of this machine touched too many strokes."""
    if min(map(len, judged)) < ENOUGH:
        pytest.skip(f"the machine stood still: only {' and '.join(str(len(each)) for each in judged)} strokes are left")


def test_a_pad_stroke_is_reported_and_heard_at_once(engine, ear, server):
    pads = Pads("Fern")
    ear.wait_for(MidiStatus, lambda event: any("Fern" in port for port in event.open))
    with server.recorder([LEFT]) as recorder:
        before = local_micros()
        pads.hit(CLAVES, 110)
        struck = ear.wait_for(PadStroke)
        assert (struck.pad, struck.velocity) == (CLAVES, 110)
        assert "Fern" in struck.port
        assert before <= struck.at <= local_micros()
        assert sounded(recorder)
    pads.unplug()


def test_a_kit_that_is_unplugged_and_plugged_in_is_reported(engine, ear):
    pads = Pads("Fern")
    ear.wait_for(MidiStatus, lambda event: any("Fern" in port for port in event.open))
    since = len(ear.heard)
    pads.unplug()
    ear.wait_for(MidiStatus, lambda event: not any("Fern" in port for port in event.ports), since=since)
    since = len(ear.heard)
    other = Pads("Moss")
    assert ear.wait_for(MidiStatus, since=since).problem == ""
    other.hit(CLAVES, 90)
    assert ear.wait_for(PadStroke, since=since).velocity == 90
    other.unplug()


def test_own_strokes_from_the_window_are_heard(engine, server):
    with server.recorder([LEFT]) as recorder:
        engine.strike(CLAVES, 120)
        assert sounded(recorder)


def test_a_killed_process_is_replaced_and_sounds_again(engine, ear, server):
    engine.set_channel(1, 1.0, -1.0)
    first, since = engine.pid, len(ear.heard)
    os.kill(first, signal.SIGKILL)
    assert RESTARTING in ear.wait_for(AudioStatus, since=since).problem
    ear.wait_for(AudioStatus, lambda event: event.name is not None, since=since)
    with server.recorder([LEFT, RIGHT]) as recorder:
        engine.play([PlayStroke(Micros(local_micros() + 500_000), CLAVES, 127, 1, 1)])
        assert sounded(recorder)
        left, right = np.abs(recorder.taken()).max(axis=0)
    assert right < left / 100


def test_a_sound_server_that_dies_is_reported_and_nothing_hangs(ear):
    if reason := jack.missing():
        pytest.skip(reason)
    with jack.jack_server() as doomed, sounding(ear) as engine:
        since = len(ear.heard)
        doomed.kill()
        assert ear.wait_for(AudioStatus, lambda event: event.name is None, since=since).problem
        ear.wait_for(AudioStatus, lambda event: event.rate > 0, since=since)
        engine.play([PlayStroke(Micros(local_micros() + 200_000), CLAVES, 127, 1, 5)])
        assert ear.wait_for(PlayedStroke).tag == 5


def test_devices_can_be_changed_while_playing(engine, ear, server):
    since = len(ear.heard)
    engine.choose_audio(SILENT_DEVICE)
    assert ear.wait_for(AudioStatus, since=since).name is None
    since = len(ear.heard)
    engine.choose_audio("system")
    assert ear.wait_for(AudioStatus, since=since).rate == server.rate


def test_strokes_keep_their_times_when_the_device_changes(engine, ear, server):
    begin = local_micros() + SECOND
    plays = [PlayStroke(Micros(begin + tag * 150_000), CLAVES, 127, 1, tag) for tag in range(40)]
    engine.play(plays)
    with server.recorder([LEFT]) as recorder:
        sounded(recorder, 8)
        before = errors(recorder, plays)
    since = len(ear.heard)
    engine.choose_audio(SILENT_DEVICE)
    ear.wait_for(AudioStatus, since=since)
    since = len(ear.heard)
    engine.choose_audio("system")
    ear.wait_for(AudioStatus, lambda event: event.name is not None, since=since)
    with server.recorder([LEFT]) as recorder:
        ear.wait_for(PlayedStroke, lambda event: event.tag == 39)
        after = errors(recorder, plays)
        assert len(onsets(recorder.taken()[:, 0])) >= ENOUGH
    assert sorted(event.tag for event in ear.all(PlayedStroke)) == list(range(40))
    enough(before, after)
    assert_alike(after, about=median(before))


def errors(recorder, plays):
    """How late, in micros, each stroke on the recording is against the stroke nearest to it; each counts once. Not
    judged is what may have sounded before the recording began, and what this machine stood still at."""
    begun = [recorder.heard_at(frame) for frame in onsets(recorder.taken()[:, 0], quiet=QUIET) if frame > QUIET]
    heard = [at for at in begun if undisturbed(recorder, at)]
    nearest = [min((play.at for play in plays), key=lambda at, moment=moment: abs(moment - at)) for moment in heard]
    assert len(set(nearest)) == len(nearest)
    return [moment - at for moment, at in zip(heard, nearest, strict=True)]


def undisturbed(recorder, at):
    """Whether no block was lost and the machine did not stall near that moment."""
    return not any(begin - NEAR < at < end + NEAR for begin, end in recorder.disturbances(TWO_BLOCKS))


def test_the_devices_are_listed(server):
    pads = Pads("Fern")
    outfit = list_devices()
    assert outfit.audio == ("system (JACK)",)
    assert any("Fern" in port for port in outfit.midi)
    assert outfit.problems == ()
    pads.unplug()
