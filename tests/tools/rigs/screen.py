"""A screen for real windows on machines without one: an X server that paints into memory.

Needs Xvfb (Debian: xvfb) if the machine has no screen; `missing()` says so.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

START_TIMEOUT_S, EXIT_TIMEOUT_S = 15.0, 5.0


def missing() -> str:
    """Why no window can open on this machine; empty if one can."""
    if _has_screen() or shutil.which("Xvfb"):
        return ""
    return "there is no screen, and Xvfb is not installed (Debian, Ubuntu: sudo apt install xvfb)"


@contextmanager
def screen(width: int = 1920, height: int = 1080) -> Iterator[dict[str, str]]:
    """Variables that make a process's windows appear on a screen: the machine's, or a virtual one."""
    if _has_screen():
        yield {}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()  # empty if Xvfb has ended
        if not number:
            raise RuntimeError(f"Xvfb ended with {process.wait(START_TIMEOUT_S)} instead of showing a screen")
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        process.terminate()
        process.wait(EXIT_TIMEOUT_S)


def _has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())
