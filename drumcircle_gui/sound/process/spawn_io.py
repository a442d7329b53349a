"""Starts the sound process.

It is a plain child process with pipes, not one of `multiprocessing`: that would import the parent's main module again,
including Qt, and every script that uses the engine would need a `__main__` guard.
"""

import logging
import subprocess

from drumcircle_gui.installation.command_io import SOUND_PROCESS, command, environment

PROCESS = command(SOUND_PROCESS)
LOG_LEVEL = "--log-level"
LIST = "--list"
DECODE = "--decode"
MEASURE = "--measure"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def spawn() -> "subprocess.Popen[bytes]":
    """Start a sound process whose standard streams are pipes. OSError if it cannot be started."""
    level = logging.getLogger(__name__).getEffectiveLevel()
    return subprocess.Popen(
        (*PROCESS, LOG_LEVEL, str(level)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=process_environment(),
        creationflags=_NO_WINDOW,
        start_new_session=True,  # Ctrl+C in the terminal must not reach it: the parent closes it
    )


def process_environment() -> dict[str, str]:
    """This process's environment, extended so that the child finds this package and numpy uses one thread (matrices are
    small)."""
    return {**environment(), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
