"""Registers this program for drumcircle:// links, for this user: files on Linux, the registry on Windows."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.errors import DrumCircleError

from .command_io import command
from .desktop_entry import ENTRY_NAME, PACKAGED_ENTRY_NAME, desktop_entry, with_default, without_default
from .kind import PACKAGE, Kind, kind

_KEY = r"Software\Classes\drumcircle"
_ELSEWHERE = (
    "On this system the app itself brings the links.",
    "Move Drum Circle into the Applications folder and open it once; then links open it.",
)


def install_links() -> None:
    """Have drumcircle:// links open this program. DrumCircleError if that cannot be done."""
    _register(_install_for_linux, _install_for_windows)


def remove_links() -> None:
    """Undo `install_links`. DrumCircleError if that cannot be done. Idempotent."""
    _register(_remove_for_linux, _remove_for_windows)


def are_installed() -> bool:
    """Whether this program, or a system package of it, is known to open links already."""
    return _is_known_to_windows() if sys.platform == "win32" else any(file.exists() for file in _entry_files())


def _register(linux: Callable[[], None], windows: Callable[[], None]) -> None:
    if sys.platform == "darwin":
        raise DrumCircleError(*_ELSEWHERE)
    try:
        windows() if sys.platform == "win32" else linux()
    except OSError as error:
        raise DrumCircleError(
            f"The links cannot be changed: {error}.", "Check that your folders can be written."
        ) from error


def _entry_file() -> Path:
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share"
    return Path(home) / "applications" / ENTRY_NAME


def _entry_files() -> list[Path]:
    """The user's desktop entry, and those that system packages install."""
    shared = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    return [_entry_file(), *(Path(folder) / "applications" / PACKAGED_ENTRY_NAME for folder in shared if folder)]


def _defaults_file() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "mimeapps.list"


def _install_for_linux() -> None:
    path = "" if kind() is not Kind.CHECKOUT else str(PACKAGE.parent)
    atomic_file.replace(_entry_file(), desktop_entry(command("open"), path).encode())
    atomic_file.replace(_defaults_file(), with_default(_defaults()).encode())
    _refresh_desktop()


def _remove_for_linux() -> None:
    _entry_file().unlink(missing_ok=True)
    if (before := _defaults()) != (after := without_default(before)):
        atomic_file.replace(_defaults_file(), after.encode())
    _refresh_desktop()


def _defaults() -> str:
    try:
        return _defaults_file().read_text(encoding="utf-8", errors="surrogateescape")
    except FileNotFoundError:
        return ""


def _refresh_desktop() -> None:
    """Have the desktop read its entries again. If the tool for that is missing, the desktop does so on its own."""
    try:
        subprocess.run(
            ["update-desktop-database", str(_entry_file().parent)], check=False, timeout=10, capture_output=True
        )
    except (OSError, subprocess.SubprocessError):
        return


def _install_for_windows() -> None:
    import winreg as registry

    values = {"": "URL:Drum Circle", "URL Protocol": ""}
    with registry.CreateKey(registry.HKEY_CURRENT_USER, _KEY) as key:  # type: ignore[attr-defined,unused-ignore]
        for name, value in values.items():
            registry.SetValueEx(key, name, 0, registry.REG_SZ, value)  # type: ignore[attr-defined,unused-ignore]
    line = f'{subprocess.list2cmdline(command("open"))} "%1"'
    with registry.CreateKey(registry.HKEY_CURRENT_USER, rf"{_KEY}\shell\open\command") as key:  # type: ignore[attr-defined,unused-ignore]
        registry.SetValueEx(key, "", 0, registry.REG_SZ, line)  # type: ignore[attr-defined,unused-ignore]


def _remove_for_windows() -> None:
    import winreg as registry

    for part in (r"\shell\open\command", r"\shell\open", r"\shell", ""):
        try:
            registry.DeleteKey(registry.HKEY_CURRENT_USER, _KEY + part)  # type: ignore[attr-defined,unused-ignore]
        except FileNotFoundError:
            continue


def _is_known_to_windows() -> bool:
    import winreg as registry

    try:
        registry.OpenKey(registry.HKEY_CLASSES_ROOT, r"drumcircle\shell\open\command").Close()  # type: ignore[attr-defined,unused-ignore]
    except FileNotFoundError:
        return False
    return True
