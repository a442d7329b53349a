"""One run of the process, with small scripts in its place."""

import logging
import sys
import threading

import pytest

from drumcircle_gui.sound.messages import AudioHealth, PlayNow
from drumcircle_gui.sound.process import child_io, spawn_io
from drumcircle_gui.sound.process.child_io import ChildProcess
from drumcircle_gui.sound.process.pipe_codec import EVENTS

BEAT = AudioHealth(0, 0.1, 0.0)
SPEAK = f"import sys; out = sys.stdout.buffer; out.write({EVENTS.pack([BEAT])!r}); out.flush()\n"
WAIT = "import threading; threading.Event().wait()\n"


@pytest.fixture
def run(monkeypatch):
    """Runs a script as the process and returns what it told before it ended."""

    def started(script):
        monkeypatch.setattr(spawn_io, "PROCESS", (sys.executable, "-c", script))
        return ChildProcess()

    return started


def heard(child):
    told = []
    child.listen(told.append)
    child.wait()
    return told


def test_what_it_tells_is_passed_on_until_it_ends(run):
    assert heard(run(SPEAK * 3)) == [BEAT] * 3


def test_it_ends_in_order_when_asked(run):
    child = run(SPEAK + "sys.stdin.buffer.read()\n" + SPEAK)
    threading.Timer(0.1, child.leave).start()
    assert heard(child) == [BEAT] * 2


def test_commands_reach_it(run):
    child = run("import sys; sys.stderr.write(str(len(sys.stdin.buffer.read())))")
    child.send([PlayNow(36, 100)])
    child.leave()
    assert heard(child) == []


def test_it_is_killed_when_it_never_begins(run, monkeypatch):
    monkeypatch.setattr(child_io, "TO_BEGIN", 0.3)
    assert heard(run(WAIT)) == []


def test_it_is_killed_when_it_falls_silent(run, monkeypatch):
    monkeypatch.setattr(child_io, "TO_BEAT", 0.3)
    assert heard(run(SPEAK + WAIT)) == [BEAT]


def test_it_is_killed_when_it_will_not_leave(run, monkeypatch):
    monkeypatch.setattr(child_io, "TO_LEAVE", 0.3)
    child = run("import threading\nwhile True:\n " + SPEAK.replace("\n", "; ") + "threading.Event().wait(0.1)")
    threading.Timer(0.5, child.leave).start()
    assert heard(child)


def test_who_sends_to_a_process_that_does_not_read_is_never_held_up(run, monkeypatch):
    monkeypatch.setattr(child_io, "TO_BEGIN", 1.0)
    child = run(WAIT)
    for _ in range(child_io.MOST_QUEUED + 1000):
        child.send([PlayNow(36, 100)] * 100)
    assert heard(child) == []


def test_what_is_no_frame_ends_it(run, monkeypatch):
    monkeypatch.setattr(child_io, "TO_LEAVE", 0.3)
    assert heard(run("print('this is no frame of ours', flush=True)\n" + WAIT)) == []


def test_what_it_grumbles_is_logged(run, caplog):
    with caplog.at_level(logging.DEBUG, logger=child_io.__name__):
        heard(run("import sys; sys.stderr.write('ALSA is not amused\\n')"))
    assert "not amused" in caplog.text
