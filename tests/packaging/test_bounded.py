"""A command is ended when its time is over, and none of its processes survives it."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

HANGS = "import faulthandler, time; faulthandler.enable(); print('begun', flush=True); time.sleep(600)"
LEAVES_A_CHILD = f"""
import subprocess, sys
print(subprocess.Popen([sys.executable, "-c", {HANGS!r}], stdout=subprocess.DEVNULL).pid, flush=True)
"""
OUTPUT_LIMIT_S = 20


@pytest.fixture
def run(load, tmp_path):
    bounded = load("bounded")
    return lambda code, limit_s=60: bounded.run([sys.executable, "-c", code], limit_s, cwd=tmp_path, env=os.environ)


@pytest.mark.parametrize("code", [0, 3])
def test_the_exit_code_is_that_of_the_command(run, code):
    assert run(f"import sys; sys.exit({code})") == code


def test_a_command_that_hangs_is_ended_and_says_where_it_was(run, load, capfd):
    assert run(HANGS, 0.5) == load("bounded").HUNG
    printed = capfd.readouterr().err
    assert "Ended after" in printed
    if os.name == "posix":
        assert "Fatal Python error: Aborted" in printed or "begun" not in printed


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells which processes run")
def test_processes_left_behind_are_ended(run, capfd):
    assert run(LEAVES_A_CHILD) == 0
    child = int(capfd.readouterr().out)
    end = time.monotonic() + OUTPUT_LIMIT_S
    while _alive(child):
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.skipif(os.name != "posix", reason="process groups are POSIX")
def test_an_interruption_ends_the_command(load, tmp_path, monkeypatch):
    bounded = load("bounded")
    started = []

    class Interrupted(bounded.subprocess.Popen):
        def wait(self, timeout=None):
            if not started:
                started.append(self)
                raise KeyboardInterrupt
            return super().wait(timeout)

    monkeypatch.setattr(bounded.subprocess, "Popen", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        bounded.run([sys.executable, "-c", HANGS], 60, cwd=tmp_path, env=os.environ)
    assert started[0].returncode == -signal.SIGINT


def _alive(process: int) -> bool:
    """Whether the process runs; an ended one that nothing has waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
