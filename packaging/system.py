"""What the operating system must provide: shared libraries, programs and a display. Standard library only.

On Debian and its derivatives missing packages are installed if the user is root; otherwise a message gives the command
that installs them. On macOS and Windows the Python packages contain everything.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


class Unready(Exception):
    """The machine lacks something. The message for the user says what, and what to do."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(f"{what}\n{todo}")


@dataclass(frozen=True)
class Need:
    """A library, program or module that the system must have: `found(proof)` tells whether it does.

    `names`: the Debian package that contains it; if its name differs between releases, the newest first.
    """

    proof: str
    names: tuple[str, ...]
    found: Callable[[str], bool]


def library(proof: str, *names: str) -> Need:
    return Need(proof, names, _loads)


def program(proof: str, *names: str) -> Need:
    return Need(proof, names, lambda name: shutil.which(name) is not None)


def module(proof: str, *names: str) -> Need:
    """A part of Python's standard library that Debian keeps in a package of its own."""
    return Need(proof, names, lambda name: importlib.util.find_spec(name) is not None)


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


VENV = (
    module("ensurepip", f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"),
    module("venv", f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"),
)
WINDOWS = (
    library("libEGL.so.1", "libegl1"),
    library("libGL.so.1", "libgl1"),
    library("libdbus-1.so.3", "libdbus-1-3"),
    library("libfontconfig.so.1", "libfontconfig1"),
    library("libglib-2.0.so.0", "libglib2.0-0t64", "libglib2.0-0"),
    library("libX11-xcb.so.1", "libx11-xcb1"),
    library("libxcb-cursor.so.0", "libxcb-cursor0"),
    library("libxcb-icccm.so.4", "libxcb-icccm4"),
    library("libxcb-image.so.0", "libxcb-image0"),
    library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    library("libxcb-randr.so.0", "libxcb-randr0"),
    library("libxcb-render-util.so.0", "libxcb-render-util0"),
    library("libxcb-shape.so.0", "libxcb-shape0"),
    library("libxcb-sync.so.1", "libxcb-sync1"),
    library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    library("libxcb-xkb.so.1", "libxcb-xkb1"),
    library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
SOUND = (
    library("libasound.so.2", "libasound2t64", "libasound2"),
    library("libportaudio.so.2", "libportaudio2"),
)
DISPLAY = (program("Xvfb", "xvfb"),)
TESTS = (
    *DISPLAY,
    program("import", "imagemagick"),
    program("ip", "iproute2"),
    program("jackd", "jackd2"),
    program("mpc", "mpc"),
    program("mpd", "mpd"),
    program("ncmpcpp", "ncmpcpp"),
    program("tmux", "tmux"),
    program("xdotool", "xdotool"),
)


def provide(needs: Iterable[Need]) -> list[Need]:
    """Install what is missing of `needs`, if that is allowed; returns what is still missing."""
    missing = _missing(needs)
    if missing and _install(missing):
        missing = _missing(missing)
    return missing


def remedy(missing: Sequence[Need]) -> str:
    """Advice for the user on `missing`: one command on Debian, a sentence elsewhere."""
    if shutil.which("apt-get"):
        command = f"sudo apt-get update && sudo apt-get install {' '.join(_packages(missing))}"
        return f"This command installs them:\n    {command}"
    return f"Install it with your system's package manager: look for packages that contain {named(missing)}."


def named(missing: Sequence[Need]) -> str:
    """The names of what is missing, for a message."""
    return ", ".join(need.proof for need in missing)


def has_display() -> bool:
    """Whether windows can open. Always true on macOS and Windows."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, names))


def run_on_virtual_display(command: Sequence[str]) -> int:
    """Run `command` on a virtual display of its own; returns its exit code."""
    with _virtual_display() as display:
        process = subprocess.Popen(command, env={**os.environ, "DISPLAY": display})
        # The terminal sends Ctrl-C to the program too. This process ends after it, and then ends the display.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        return process.wait()


@contextmanager
def _virtual_display() -> Iterator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), start_new_session=True, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()  # written when the display is ready; empty if it could not start
        if not number:
            raise Unready("The virtual display (Xvfb) did not start.", "Run `Xvfb :99` to see its error message.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def _missing(needs: Iterable[Need]) -> list[Need]:
    return [need for need in needs if not need.found(need.proof)] if sys.platform.startswith("linux") else []


def _install(missing: Iterable[Need]) -> bool:
    """Whether the packages were installed. Only on Debian, and only for root."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    _apt("update")  # if it fails, the lists on the machine may still be good enough
    names = _packages(missing)
    print(f"Installing {' '.join(names)}", file=sys.stderr, flush=True)
    done = _apt("install", "--yes", "--no-install-recommends", *names)
    importlib.invalidate_caches()
    return done


def _packages(missing: Iterable[Need]) -> list[str]:
    return list(dict.fromkeys(_available(need.names) for need in missing))


def _available(names: Sequence[str]) -> str:
    """The first of `names` that this release of Debian has."""
    return next((name for name in names[:-1] if _quiet("apt-cache", "show", name)), names[-1])


def _quiet(*command: str) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def _apt(*arguments: str) -> bool:
    # Packages that ask questions (jackd2) must not wait for an answer; another apt may hold the lock.
    command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", *arguments]
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "DEBCONF_NOWARNINGS": "yes"}
    return subprocess.run(command, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL).returncode == 0
