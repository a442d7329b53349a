"""One run of the process, with small scripts in its place."""

import logging
import sys
import threading

import pytest

from drumcircle_gui.sound.messages import AudioHealth, PlayNow
from drumcircle_gui.sound.process import child_io, spawn_io
from drumcircle_gui.sound.process.child_io import ChildProcess
from drumcircle_gui.sound.process.exit_status_io import UNRESPONSIVE
from drumcircle_gui.sound.process.pipe_codec import EVENTS

pytestmark = pytest.mark.slow

BEAT = AudioHealth(0, 0.1, 0.0)
SPEAK = f"import sys; out = sys.stdout.buffer; out.write({EVENTS.pack([BEAT])!r}); out.flush()\n"
WAIT = "import threading; threading.Event().wait()\n"


@pytest.fixture
def run(monkeypatch):
    """Runs a script as the process."""

    def started(script):
        monkeypatch.setattr(spawn_io, "PROCESS", (sys.executable, "-c", script))
        return ChildProcess()

    return started


def events_of(child):
    received = []
    child.listen(received.append)
    child.wait()
    return received


def ending_of(child):
    child.listen(lambda event: None)
    return child.wait()


def test_its_events_are_passed_on_until_it_ends(run):
    assert events_of(run(SPEAK * 3)) == [BEAT] * 3


def test_it_ends_when_asked(run):
    child = run(SPEAK + "sys.stdin.buffer.read()\n" + SPEAK)
    threading.Timer(0.1, child.stop).start()
    assert events_of(child) == [BEAT] * 2


def test_commands_reach_it(run):
    child = run("import sys; sys.stderr.write(str(len(sys.stdin.buffer.read())))")
    child.send([PlayNow(36, 100)])
    child.stop()
    assert events_of(child) == []
    assert int(child.last_output) > 0


def test_it_is_killed_if_it_does_not_start(run, monkeypatch):
    monkeypatch.setattr(child_io, "START_TIMEOUT_S", 0.3)
    assert ending_of(run(WAIT)) == UNRESPONSIVE


def test_it_is_killed_if_its_heartbeat_stops(run, monkeypatch):
    monkeypatch.setattr(child_io, "HEARTBEAT_TIMEOUT_S", 0.3)
    assert events_of(run(SPEAK + WAIT)) == [BEAT]


def test_it_is_killed_if_it_does_not_end_when_asked(run, monkeypatch):
    monkeypatch.setattr(child_io, "EXIT_TIMEOUT_S", 0.3)
    child = run("import threading\nwhile True:\n " + SPEAK.replace("\n", "; ") + "threading.Event().wait(0.1)")
    threading.Timer(0.5, child.stop).start()
    assert ending_of(child) == UNRESPONSIVE


def test_sending_to_a_process_that_does_not_read_never_blocks(run, monkeypatch):
    monkeypatch.setattr(child_io, "START_TIMEOUT_S", 1.0)
    child = run(WAIT)
    for _ in range(child_io.MAX_QUEUED + 1000):
        child.send([PlayNow(36, 100)] * 100)
    assert events_of(child) == []


@pytest.mark.parametrize(
    "output",
    [
        "print('this is not a frame', flush=True)\n",
        "import sys; sys.stdout.buffer.write(bytes(4))\nsys.stdout.flush()\n",
    ],
)
def test_invalid_data_ends_it_and_is_logged(run, monkeypatch, caplog, output):
    monkeypatch.setattr(child_io, "EXIT_TIMEOUT_S", 0.3)
    assert events_of(run(output + WAIT)) == []
    assert "invalid data" in caplog.text


@pytest.mark.parametrize(("code", "words"), [(3, "audio device"), (7, "exit code 7"), (0, "closed")])
def test_its_exit_code_says_why_it_ended(run, code, words):
    assert words in ending_of(run(f"import os; os._exit({code})"))


def test_its_standard_error_is_logged_as_warnings_and_kept(run, caplog):
    with caplog.at_level(logging.DEBUG, logger=child_io.__name__):
        child = run("import sys; sys.stderr.write('ALSA is broken\\nDEBUG sound: a detail\\n')")
        events_of(child)
    levels = {record.message: record.levelname for record in caplog.records}
    assert levels["sound process: ALSA is broken"] == "WARNING"
    assert levels["sound process: sound: a detail"] == "DEBUG"
    assert "ALSA is broken" in child.last_output
