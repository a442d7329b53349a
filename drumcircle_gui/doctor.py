"""Checks what this machine has for a drum circle and what is missing: a line for each finding, with a remedy."""

import importlib
import os
import platform
import socket
import ssl
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui import __version__
from drumcircle_gui.defaults import DEFAULT_PORT
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation.kind import Kind, kind
from drumcircle_gui.installation.parts_io import how_to_add, version_of
from drumcircle_gui.settings import Settings
from drumcircle_gui.sound.device.midi_backend_io import PACKAGE as MIDI_BINDING
from drumcircle_gui.sound.process.device_list_io import list_devices

from .shell.options import login_name

PARTS = (
    *("PySide6-Essentials", "qasync", "pyqtgraph", "numpy", "sounddevice", "mido", MIDI_BINDING, "python-mpd2"),
    *("msgspec", "cryptography", "uvloop"),
)
OPTIONAL = {"sounddevice", MIDI_BINDING}
"""Parts that are not listed as missing, because the findings about devices explain their absence."""
_OPTIONAL_ON_WINDOWS = {"uvloop"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One check and its result; `remedy` says what to do, and is empty if all is well."""

    subject: str
    found: str
    remedy: str = ""


def examine() -> list[Finding]:
    """Run all checks; takes some seconds at most, and changes nothing."""
    return [*_versions(), *_devices(), *_network(), *_window()]


def table(findings: Iterable[Finding]) -> str:
    """The findings as a table for people, with what to do about each problem."""
    rows = list(findings)
    width = max(len(row.subject) for row in rows)
    lines = []
    for row in rows:
        lines.append(f"{'!' if row.remedy else ' '} {row.subject:<{width}}  {row.found}")
        if row.remedy:
            lines.append(f"  {'':<{width}}  -> {row.remedy}")
    missing = sum(bool(row.remedy) for row in rows)
    lines.append("")
    lines.append(f"{missing} thing(s) to look at, marked with !" if missing else "Everything is in order.")
    return "\n".join(lines)


def _versions() -> Iterable[Finding]:
    yield Finding("Drum Circle", __version__)
    yield Finding("Python", f"{platform.python_version()} on {platform.platform()}")
    yield Finding("TLS", ssl.OPENSSL_VERSION)
    yield Finding("Installed as", f"{kind().value} ({_where()})")
    for part in PARTS:
        if version := version_of(part):
            yield Finding(part, version)
        elif not (part in _OPTIONAL_ON_WINDOWS and sys.platform == "win32"):
            yield Finding(part, "not installed", "" if part in OPTIONAL else how_to_add(part))


def _where() -> Path:
    """The folder of the checkout or of the packages, or the bundle's executable."""
    return Path(sys.executable) if kind() is Kind.BUNDLE else Path(__file__).resolve().parents[1]


def _devices() -> Iterable[Finding]:
    outfit = list_devices()
    yield Finding("Audio devices", ", ".join(outfit.audio) or "none: you can join, but you hear nothing")
    yield Finding("MIDI inputs", ", ".join(outfit.midi) or "none: play with the mouse or with keys")
    yield Finding("MIDI outputs", ", ".join(outfit.midi_out) or "none")
    for problem in outfit.problems:
        yield Finding("Sound and MIDI", "something is missing", problem)


def _network() -> Iterable[Finding]:
    try:
        with socket.create_server(("127.0.0.1", DEFAULT_PORT)):
            yield Finding("Port", f"{DEFAULT_PORT} is free for a circle of your own")
    except OSError as error:
        yield Finding(
            "Port",
            f"{DEFAULT_PORT}: {error.strerror}",
            "Conduct with another --port, or close the program that uses it.",
        )
    yield Finding("Addresses", ", ".join(_addresses()) or "only this machine itself")


def _addresses() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
    except OSError:
        return []
    return sorted({str(address[4][0]) for address in found})


def _window() -> Iterable[Finding]:
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        yield Finding("Window", "Qt cannot be loaded", f"{error}. On Debian: apt install libegl1 libgl1")
        return
    platforms = "wayland or xcb" if sys.platform.startswith("linux") else sys.platform
    yield Finding("Window", f"Qt loads ({QGuiApplication.__name__}, {platforms})")


def draw_start_page(file: Path) -> None:
    """Draw the start page into a PNG file without a screen, and load the other pages.

    Proves that Qt, its plug-ins, the fonts and all packages work.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from drumcircle_gui.shell.main_view import describe_program
    from drumcircle_gui.shell.preload import PAGES
    from drumcircle_gui.shell.start.start_view import StartView
    from drumcircle_gui.widgets.theme import apply_theme

    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    describe_program(qt)
    apply_theme(qt, "dark")
    for name in PAGES:
        importlib.import_module(name)
    page = StartView(Settings(), login_name())
    page.resize(1440, 860)
    if not page.grab().save(str(file), "PNG"):
        raise DrumCircleError(f"The picture cannot be written to {file}.", "Choose another file.")
