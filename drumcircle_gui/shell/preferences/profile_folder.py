"""The profiles of the user: one file each, in a folder beside the settings."""

from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import make_private_folder
from drumcircle_gui.settings import Settings

from .profiles import MAX_BYTES, SUFFIX, exported, file_name, imported


class ProfileFolder:
    """Profiles in `folder`, which need not exist. Methods raise DrumCircleError, with the reason, if a file cannot be
    used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """The names of the profiles, sorted."""
        return tuple(sorted(file.name.removesuffix(SUFFIX) for file in self._folder.glob(f"*{SUFFIX}")))

    def keep(self, name: str, settings: Settings) -> None:
        """Store `settings` under this name."""
        make_private_folder(self._folder)
        write_settings(settings, self._folder / file_name(name))

    def use(self, name: str, now: Settings) -> Settings:
        """The settings of that profile, merged into the user's present settings `now`."""
        return read_settings(now, self._folder / file_name(name))

    def remove(self, name: str) -> None:
        """Delete that profile."""
        try:
            (self._folder / file_name(name)).unlink(missing_ok=True)
        except OSError as error:
            raise DrumCircleError(f"The profile could not be removed: {error}.") from error


def write_settings(settings: Settings, file: Path) -> None:
    """Export `settings` to `file`."""
    try:
        atomic_file.replace(file, exported(settings))
    except OSError as error:
        raise DrumCircleError(f"The settings could not be written: {error}.", "Choose another folder.") from error


def read_settings(now: Settings, file: Path) -> Settings:
    """The settings that were exported to `file`."""
    try:
        with file.open("rb") as opened:
            return imported(now, opened.read(MAX_BYTES))
    except OSError as error:
        raise DrumCircleError(f"The settings could not be read: {error}.", "Choose another file.") from error
