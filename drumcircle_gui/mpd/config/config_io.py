"""Reads, creates and writes the rooms' configuration file."""

from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.errors import DrumCircleError

from . import legacy_format
from .config import RoomsConfig, parse, render


def read(file: Path) -> RoomsConfig:
    """The configuration in `file`. Raises DrumCircleError if the file does not exist, or cannot be read or
    understood."""
    try:
        return parse(file.read_bytes())
    except FileNotFoundError:
        raise DrumCircleError(
            f"There is no file {file}.", "Give another file, or none: then your own rooms are used."
        ) from None
    except OSError as error:
        raise DrumCircleError(f"The rooms' file could not be read: {error}.") from error
    except DrumCircleError as error:
        raise DrumCircleError(error.what, f"{error.todo} The file is {file}.") from None


def load(file: Path) -> tuple[RoomsConfig, str]:
    """The configuration in `file`, and a notice for the user or "". A missing file is created with explanations; a file
    that cannot be understood is renamed to `*.broken`, so that nothing is lost."""
    try:
        return parse(file.read_bytes()), ""
    except FileNotFoundError:
        return RoomsConfig(), _create(file)
    except OSError as error:
        return RoomsConfig(), f"The rooms' file could not be read: {error}."
    except DrumCircleError as error:
        return RoomsConfig(), f"{error.what} {_set_aside(file)}"


def save(config: RoomsConfig, file: Path) -> None:
    """Replace `file` in one step; a file in the older format is kept as `*.older`. Raises DrumCircleError if it cannot
    be written."""
    file = file.resolve()  # a link is kept, and its target replaced
    try:
        if file.is_file() and legacy_format.is_legacy(file.read_text("utf-8", "replace")):
            atomic_file.set_aside(file, "older")
        atomic_file.replace(file, render(config))
    except OSError as error:
        raise DrumCircleError(
            f"The rooms could not be saved: {error}.", f"Check that {file} can be written."
        ) from error


def _create(file: Path) -> str:
    try:
        save(RoomsConfig(), file)
    except DrumCircleError as error:
        return str(error)
    return ""


def _set_aside(file: Path) -> str:
    try:
        aside = atomic_file.set_aside(file)
    except OSError as error:
        return f"You start without rooms, and the file could not be renamed: {error}."
    return f"You start without rooms; the old file is kept as {aside}."
