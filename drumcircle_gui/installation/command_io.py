"""The command with which the program starts itself again in another process.

A checkout and a wheel run under a Python of the system; a bundle brings its own, in one executable. In all three the
same command line reaches every part of the program: `command("bots", ...)`, `command(SOUND_PROCESS)`.
"""

import os
import sys
from pathlib import Path

from .kind import PACKAGE, Kind, kind

SOUND_PROCESS = "sound-process"
"""The hidden command that turns a process into the sound process."""

CONSOLE_EXECUTABLE = "drumcircle.exe"
"""In a bundle for Windows: the executable with standard streams. The one of the start menu has none."""

RESET = "PYINSTALLER_RESET_ENVIRONMENT"
"""With this variable a bundle looks up its own libraries; without it, it uses those of its parent process."""


def command(*arguments: str) -> tuple[str, ...]:
    """The command that runs this program with `arguments` in another process."""
    if kind() is not Kind.BUNDLE:
        return (sys.executable, "-m", PACKAGE.name, *arguments)
    executable = Path(sys.executable)
    console = executable.with_name(CONSOLE_EXECUTABLE)
    return (str(console if sys.platform == "win32" and console.exists() else executable), *arguments)


def environment() -> dict[str, str]:
    """This process's variables, with which `command` finds the program from any folder."""
    if kind() is Kind.BUNDLE:
        return {**os.environ, RESET: "1"}
    path = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}
