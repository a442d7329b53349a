"""A screen for real windows where there is none: an X server that paints into memory.

Needs Xvfb (Debian: xvfb) if there is no screen; `missing()` says so.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

TO_BEGIN, TO_END = 15.0, 5.0


def missing() -> str:
    """Why there can be no window here; empty if there can."""
    if _has_screen() or shutil.which("Xvfb"):
        return ""
    return "there is no screen, and Xvfb is not installed (Debian, Ubuntu: sudo apt install xvfb)"


@contextmanager
def screen(width: int = 1920, height: int = 1080) -> Iterator[dict[str, str]]:
    """What to add to a process's environment so that its windows are on a screen: the one there is, or one made."""
    if _has_screen():
        yield {}
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()  # nothing, if Xvfb has died
        if not number:
            raise RuntimeError(f"Xvfb ended with {process.wait(TO_BEGIN)} instead of showing a screen")
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        process.terminate()
        process.wait(TO_END)


def _has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())
