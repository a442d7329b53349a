"""Runs a command for a limited time, and ends all processes that it leaves behind. Standard library only."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

HUNG = 124
"""The exit code of a command that was ended because its time was over, as that of timeout(1)."""

FAREWELL_S = 10
"""How long the processes may take to print a last message before they are killed."""


def run(command: Sequence[str], limit_s: float, *, cwd: Path, env: Mapping[str, str]) -> int:
    """Run a command; returns its exit code, HUNG after `limit_s`.

    On POSIX the command gets a process group of its own, in which no process survives it.
    """
    process = subprocess.Popen(command, cwd=cwd, env=env, start_new_session=os.name == "posix")
    try:
        return process.wait(limit_s)
    except subprocess.TimeoutExpired:
        print(f"Ended after {limit_s:.0f} s: {' '.join(command)}", file=sys.stderr, flush=True)
        _signal(process, "SIGABRT")  # pytest enables `faulthandler`: its processes print where they are
        return HUNG
    except KeyboardInterrupt:
        _signal(process, "SIGINT")
        raise
    finally:
        _kill(process)


def _signal(process: subprocess.Popen[bytes], name: str) -> None:
    """Send a signal to the group, and give it time."""
    if os.name == "posix":
        os.killpg(process.pid, getattr(signal, name))
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(FAREWELL_S)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS: not permitted once all are zombies
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
