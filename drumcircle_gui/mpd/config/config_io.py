"""The file of the rooms: read, made, and written."""

from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.errors import DrumCircleError

from . import legacy_format
from .config import RoomsConfig, parse, render


def read(file: Path) -> RoomsConfig:
    """What `file` says; DrumCircleError if there is none, or if it cannot be read or understood."""
    try:
        return parse(file.read_bytes())
    except FileNotFoundError:
        raise DrumCircleError(
            f"There is no file {file}.", "Without one named, the rooms of this user are taken."
        ) from None
    except OSError as error:
        raise DrumCircleError(f"The rooms' file could not be read: {error}.") from error
    except DrumCircleError as error:
        raise DrumCircleError(error.what, f"{error.todo} The file is {file}.") from None


def load(file: Path) -> tuple[RoomsConfig, str]:
    """What `file` says, and a notice for the user, or "". A missing file is made, and explains itself; one that cannot
    be understood is renamed to `*.broken`, so that nothing is lost."""
    try:
        return parse(file.read_bytes()), ""
    except FileNotFoundError:
        return RoomsConfig(), _create(file)
    except OSError as error:
        return RoomsConfig(), f"The rooms' file could not be read: {error}."
    except DrumCircleError as error:
        return RoomsConfig(), f"{error.what} {_set_aside(file)}"


def save(config: RoomsConfig, file: Path) -> None:
    """Writes `file` whole or not at all; lines of the older project are kept in `*.older`. DrumCircleError if it cannot
    be written."""
    file = file.resolve()  # a link stays one
    try:
        if file.is_file() and legacy_format.is_legacy(file.read_text("utf-8", "replace")):
            atomic_file.set_aside(file, "older")
        atomic_file.replace(file, render(config))
    except OSError as error:
        raise DrumCircleError(f"The rooms could not be kept: {error}.", f"See that {file} can be written.") from error


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
        return f"You begin without rooms, and the file could not be set aside: {error}."
    return f"You begin without rooms; what it says is kept in {aside}."
