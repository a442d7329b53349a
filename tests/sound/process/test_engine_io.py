"""The engine as a whole, with a real process, without sound and MIDI devices."""

import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from drumcircle_gui.sound.messages import (
    LOOP_CHANNEL,
    RESTARTING,
    SILENT_DEVICE,
    AudioHealth,
    AudioStatus,
    LoopPart,
    MidiStatus,
    PlayedStroke,
    PlayStroke,
)
from drumcircle_gui.sound.process import child_io, engine_io, spawn_io
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.timing.units import Micros, local_micros
from tests.sound.ear import Ear
from tests.tools.child_process import child

pytestmark = pytest.mark.slow

SOON = 400_000


def plays(count, ahead=SOON):
    now = local_micros()
    return [PlayStroke(Micros(now + ahead + tag * 20_000), 36 + tag, 100, tag, tag) for tag in range(count)]


@pytest.fixture
def ear():
    return Ear()


@pytest.fixture
def engine(ear):
    made = AudioEngine(EngineConfig(audio=SILENT_DEVICE), ear)
    yield made
    made.close()


def test_it_plays_reports_and_closes(engine, ear):
    engine.set_channel(1, 0.5, 0.0)
    engine.set_master(0.8)
    engine.set_trim(Micros(30_000))
    engine.start()
    ear.wait_for(AudioHealth)
    wanted = plays(5)
    engine.play(wanted)
    engine.strike(36, 100)
    assert ear.wait_for(AudioStatus) == AudioStatus(None, 48_000, 0, Micros(0), "")
    assert ear.wait_for(AudioHealth).load >= 0
    ear.wait_for(MidiStatus)
    for play in wanted:
        played = ear.wait_for(PlayedStroke, lambda event, tag=play.tag: event.tag == tag)
        assert abs(played.at - play.at) <= 21
        assert not played.late
    engine.close()
    engine.close()
    assert engine.pid is None


def test_commands_before_the_start_are_not_lost(engine, ear):
    engine.play(plays(1))
    engine.start()
    ear.wait_for(PlayedStroke)


def test_it_can_be_closed_without_ever_having_started(engine):
    engine.close()
    engine.play(plays(1))


def test_it_can_be_closed_while_it_starts(ear):
    engine = AudioEngine(EngineConfig(audio=SILENT_DEVICE), ear)
    engine.start()
    engine.close()
    assert engine.pid is None


def test_a_killed_process_is_reported_and_replaced(engine, ear, caplog):
    engine.start()
    ear.wait_for(AudioHealth)
    first = engine.pid
    now, later = plays(2, ahead=0)[1], plays(1, ahead=8_000_000)[0]
    engine.play([now, later])
    ear.wait_for(PlayedStroke, lambda event: event.tag == now.tag)
    since = len(ear.heard)
    os.kill(first, signal.SIGTERM)
    restarting = ear.wait_for(AudioStatus, lambda device: RESTARTING in device.problem, since)
    assert "ended its process (SIGTERM)" in restarting.problem
    assert f"The sound process {first} ended: the system or another program" in caplog.text
    ear.wait_for(AudioHealth, since=ear.heard.index(restarting))
    assert engine.pid not in (first, None)
    assert not ear.wait_for(PlayedStroke, lambda event: event.tag == later.tag).late
    assert len(ear.all(PlayedStroke)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be stopped there")
def test_a_process_that_hangs_is_replaced(engine, ear, monkeypatch):
    monkeypatch.setattr(child_io, "HEARTBEAT_TIMEOUT_S", 3.0)
    engine.start()
    ear.wait_for(AudioHealth)
    first, since = engine.pid, len(ear.heard)
    os.kill(first, signal.SIGSTOP)
    restarting = ear.wait_for(AudioStatus, lambda device: RESTARTING in device.problem, since)
    ear.wait_for(AudioHealth, since=ear.heard.index(restarting))
    assert engine.pid != first


@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be stopped there")
def test_a_process_that_hangs_does_not_delay_closing(engine, ear, monkeypatch):
    monkeypatch.setattr(child_io, "EXIT_TIMEOUT_S", 0.3)
    engine.start()
    ear.wait_for(AudioHealth)
    os.kill(engine.pid, signal.SIGSTOP)
    engine.close()
    assert engine.pid is None


def test_a_process_that_cannot_start_is_reported_and_tried_again(engine, ear, monkeypatch):
    monkeypatch.setattr(spawn_io, "PROCESS", ("/nowhere/python",))
    monkeypatch.setattr(engine_io, "FIRST_PAUSE_S", 0.01)
    engine.start()
    assert "could not be started (No such file" in ear.wait_for(AudioStatus).problem
    monkeypatch.undo()
    ear.wait_for(MidiStatus)


def test_the_last_words_of_a_process_that_fails_are_logged(engine, ear, monkeypatch, caplog):
    monkeypatch.setattr(spawn_io, "PROCESS", (sys.executable, "-c", "raise ValueError('a bug')"))
    engine.start()
    assert "exit code 1" in ear.wait_for(AudioStatus).problem
    assert "ValueError: a bug" in caplog.text


def test_a_device_that_keeps_failing_is_switched_off(engine, ear, monkeypatch):
    monkeypatch.setattr(spawn_io, "PROCESS", (sys.executable, "-c", ""))
    monkeypatch.setattr(engine_io, "FIRST_PAUSE_S", 0.001)
    engine.choose_audio("Trouble")
    engine.start()
    while len(ear.all(AudioStatus)) < engine_io.MAX_FAILURES:
        ear.wait_for(AudioStatus, since=len(ear.heard))
    monkeypatch.undo()
    assert ear.wait_for(AudioStatus, lambda event: event.rate > 0).problem == engine_io.GIVEN_UP


def test_an_exception_of_the_callback_is_logged_and_it_is_called_again(caplog):
    heard = threading.Semaphore(0)

    def fail(_):
        heard.release()
        raise RuntimeError("the window is gone")

    engine = AudioEngine(EngineConfig(audio=SILENT_DEVICE), fail)
    with caplog.at_level(logging.ERROR):
        engine.start()
        for _ in range(3):
            assert heard.acquire(timeout=30)
        engine.close()
    assert "the window is gone" in caplog.text


def test_it_may_be_closed_from_its_callback():
    closed = threading.Event()

    def close(_):
        engine.close()
        closed.set()

    engine = AudioEngine(EngineConfig(audio=SILENT_DEVICE), close)
    threading.Thread(target=engine.start).start()
    assert closed.wait(30)
    engine.close()


SCRIPT = """
import sys, threading
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
engine = AudioEngine(EngineConfig(audio="none"), lambda event: print(engine.pid, flush=True))
engine.start()
sys.stdin.read()
engine.close()
"""


@pytest.fixture
def script(tmp_path):
    """A script that runs an engine without a guard around its main part, and prints the process's id."""
    path = tmp_path / "script.py"
    path.write_text(SCRIPT)
    with child(
        [sys.executable, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=spawn_io.process_environment(),
        text=True,
    ) as parent:
        yield parent


def test_a_script_without_a_main_guard_can_use_it(script):
    assert int(script.stdout.readline()) > 0
    script.stdin.close()
    assert script.wait(20) == 0


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see whether a process lives")
def test_the_process_does_not_outlive_its_parent(script):
    pid = int(script.stdout.readline())
    script.kill()
    script.wait()
    pause = threading.Event()
    while alive(pid):
        pause.wait(0.05)


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_loop_is_loaded_and_played_without_a_device(engine, ear, tmp_path):
    np.zeros(2 * 48_000, "<i2").tofile(tmp_path / "loop")
    engine.load_loops({"loop": str(tmp_path / "loop")})
    engine.set_channel(LOOP_CHANNEL, 0.5, 0.0)
    engine.start()
    ear.wait_for(AudioHealth)
    pid, now = engine.pid, local_micros()
    engine.play_loop([LoopPart(now, Micros(now + 900_000), Micros(0), "loop")])
    engine.play_loop([])
    for _ in range(2):
        ear.wait_for(AudioHealth)
    assert engine.pid == pid
