"""Starts Drum Circle from a checkout: `python3 packaging/run.py [arguments of drumcircle]`, for instance `demo`.

Makes on its first run all that is needed, and starts at once from then on.
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
    unseen = windows and not system.has_display()
    if unseen and arguments[:1] != ["demo"]:
        raise system.Unready(
            "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).",
            "Start this from a desktop, through `ssh -X`, or, for `conduct`, `join` and `rooms`, with --headless.",
        )
    provide((*environment.needs(*REQUIREMENTS), *(system.WINDOWS * windows), *(system.DISPLAY * unseen)))
    command = [str(environment.prepare(*REQUIREMENTS)), "-m", "drumcircle_gui", *arguments]
    return _run_unseen(command) if unseen else _become(command)


def _opens_windows(arguments: list[str]) -> bool:
    silent = any(arguments[: len(command)] == command for command in COMMANDS_WITHOUT_WINDOWS)
    return not silent and WITHOUT_WINDOWS.isdisjoint(arguments)


def provide(indispensable: tuple[system.Need, ...]) -> None:
    """Installs what the system lacks, where it may. `system.Unready` if something indispensable stays missing."""
    missing = system.provide((*indispensable, *system.SOUND))
    if any(need in indispensable for need in missing):
        raise system.Unready(f"This system lacks {system.named(missing)}.", system.mending(missing))
    if missing:
        lacking = f"There will be no sound or MIDI: this system lacks {system.named(missing)}."
        environment.say(f"{lacking} {system.mending(missing)}")


def _run_unseen(command: list[str]) -> int:
    environment.say(
        "There is no display here, so the demo plays on a virtual one (Xvfb), unseen, until you press Ctrl-C.\n"
        "To see it, start this from a desktop or through `ssh -X`."
    )
    return system.run_unseen(command)


def _become(command: list[str]) -> int:
    sys.stdout.flush()
    if os.name != "nt":  # there, exec would return to the shell at once
        os.execv(command[0], command)
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
