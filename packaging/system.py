"""What the machine itself must bring: shared libraries, programs and a display. Standard library only.

On Debian and its kin what is missing is installed where we are root, and otherwise named with the command that
installs it. macOS and Windows bring everything with the packages.
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
    """The machine lacks something: what, and what to do about it, in words for the user."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(f"{what}\n{todo}")


@dataclass(frozen=True)
class Need:
    """A thing to be had (`proof`, by which `found` knows it), and the Debian package that brings it under its names,
    newest first."""

    proof: str
    names: tuple[str, ...]
    found: Callable[[str], bool]


def library(proof: str, *names: str) -> Need:
    return Need(proof, names, _loads)


def program(proof: str, *names: str) -> Need:
    return Need(proof, names, lambda name: shutil.which(name) is not None)


def module(proof: str, *names: str) -> Need:
    """A part of Python's own library that Debian packs apart."""
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
    """Installs what of `needs` is missing, where it may; what is missing still."""
    missing = _unmet(needs)
    if missing and _install(missing):
        missing = _unmet(missing)
    return missing


def mending(missing: Sequence[Need]) -> str:
    """What to do about `missing`, as one command where there is one."""
    if shutil.which("apt-get"):
        return f"This mends it:\n    sudo apt-get update && sudo apt-get install {' '.join(_packages(missing))}"
    return f"Install what brings {named(missing)} with your system's package manager."


def named(missing: Sequence[Need]) -> str:
    return ", ".join(need.proof for need in missing)


def has_display() -> bool:
    """Whether windows have somewhere to open. Only on Linux is that in doubt."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, names))


def run_unseen(command: Sequence[str]) -> int:
    """Runs `command` with windows on a virtual display of its own; its exit code."""
    with _virtual_display() as display:
        process = subprocess.Popen(command, env={**os.environ, "DISPLAY": display})
        # Ctrl-C reaches the program by itself; we stay until it has ended to take its display down.
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
            number = numbers.readline().strip()  # comes when it is ready; nothing if it could not start
        if not number:
            raise Unready("The virtual display could not be started.", "Try `Xvfb :99` to see why.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def _unmet(needs: Iterable[Need]) -> list[Need]:
    return [need for need in needs if not need.found(need.proof)] if sys.platform.startswith("linux") else []


def _install(missing: Iterable[Need]) -> bool:
    """False where this is no Debian, we are not root, or it failed."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    _apt("update")  # where it fails, the lists at hand may still do
    names = _packages(missing)
    print(f"Installing {' '.join(names)}", file=sys.stderr, flush=True)
    done = _apt("install", "--yes", "--no-install-recommends", *names)
    importlib.invalidate_caches()
    return done


def _packages(missing: Iterable[Need]) -> list[str]:
    return list(dict.fromkeys(_known(need.names) for need in missing))


def _known(names: Sequence[str]) -> str:
    """The first of `names` that this release of the system knows."""
    return next((name for name in names[:-1] if _quiet("apt-cache", "show", name)), names[-1])


def _quiet(*command: str) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def _apt(*arguments: str) -> bool:
    # Packages that ask questions (jackd2 does) must not wait for an answer; another apt may be at work.
    quietly = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0", *arguments]
    unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "DEBCONF_NOWARNINGS": "yes"}
    return subprocess.run(quietly, env=unasked, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL).returncode == 0
