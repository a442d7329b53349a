"""Starts Drum Circle from a checkout: `python3 packaging/run.py [arguments of drumcircle]`, for instance `demo`.

The first run makes the virtual environment; later runs start at once.
"""

from __future__ import annotations

import os
import subprocess
import sys

import environment
import system

REQUIREMENTS = ("requirements.txt", environment.OPTIONAL)
WITHOUT_WINDOWS = {"--headless", "--help", "-h", "--version"}
COMMANDS_WITHOUT_WINDOWS = (["bots"], ["doctor"], ["rooms", "upload"])


def main(arguments: list[str]) -> int:
    windows = _opens_windows(arguments)
    hidden = windows and not system.has_display()
    if hidden and arguments[:1] != ["demo"]:
        raise system.Unready(
            "There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).",
            "Start this from a desktop or through `ssh -X`. `conduct`, `join` and `rooms` also work with --headless.",
        )
    provide((*environment.needs(*REQUIREMENTS), *(system.WINDOWS * windows), *(system.DISPLAY * hidden)))
    command = [str(environment.prepare(*REQUIREMENTS)), "-m", "drumcircle_gui", *arguments]
    return _run_hidden(command) if hidden else _replace_process(command)


def _opens_windows(arguments: list[str]) -> bool:
    windowless = any(arguments[: len(command)] == command for command in COMMANDS_WITHOUT_WINDOWS)
    return not windowless and WITHOUT_WINDOWS.isdisjoint(arguments)


def provide(required: tuple[system.Need, ...]) -> None:
    """Install what the system lacks of `required` and of sound, if that is allowed.

    Raises `system.Unready` if something required is still missing; says what is missing of sound.
    """
    missing = system.provide((*required, *system.SOUND))
    if any(need in required for need in missing):
        raise system.Unready(f"This system lacks {system.named(missing)}.", system.remedy(missing))
    if missing:
        lacking = f"There will be no sound or MIDI: this system lacks {system.named(missing)}."
        environment.say(f"{lacking} {system.remedy(missing)}")


def _run_hidden(command: list[str]) -> int:
    environment.say(
        "There is no screen here. The demo runs on a virtual one (Xvfb), where you cannot see it; Ctrl-C ends it.\n"
        "To see it, start this from a desktop or through `ssh -X`."
    )
    return system.run_on_virtual_display(command)


def _replace_process(command: list[str]) -> int:
    sys.stdout.flush()
    if os.name != "nt":  # on Windows, exec returns to the shell while the program runs
        os.execv(command[0], command)
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
