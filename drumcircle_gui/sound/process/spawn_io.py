"""Starting the sound process.

It is a plain child with pipes, not one of `multiprocessing`: that would import the parent's main script again, and with
it Qt, and would need every script that uses the engine to guard its main.
"""

import os
import subprocess
import sys
from pathlib import Path

PROCESS = (sys.executable, "-m", "drumcircle_gui.sound.process.process_io")
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def launch() -> "subprocess.Popen[bytes]":
    """The sound process, its three standard streams being pipes. OSError if it cannot be started."""
    return subprocess.Popen(
        PROCESS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
        creationflags=_NO_WINDOW,
        start_new_session=True,  # out of reach of the terminal's Ctrl+C: we end it, in order
    )


def surroundings() -> dict[str, str]:
    """The environment, with this very package to be found, and numpy kept to one thread (matrices are small)."""
    here = str(Path(__file__).parents[3])
    path = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
