"""The folders of the user's files, and the resources that come with the program."""

import importlib.resources
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from .errors import DrumCircleError

_PACKAGE = Path(str(importlib.resources.files(__package__)))
# An installed package and a bundle carry their resources inside; in a checkout they lie beside it.
_RESOURCES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user. They need not exist: code that writes a file makes its folder."""

    data: Path
    config: Path
    cache: Path

    @classmethod
    def of_user(cls) -> "Paths":
        """The platform's standard folders."""
        home = platformdirs.PlatformDirs("drumcircle", appauthor=False)
        return cls(home.user_data_path, home.user_config_path, home.user_cache_path)

    @classmethod
    def within(cls, folder: Path) -> "Paths":
        """All folders inside `folder`."""
        return cls(folder, folder, folder / "cache")

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def rooms(self) -> Path:
        return self.config / "rooms.toml"

    @property
    def recordings(self) -> Path:
        return self.data / "recordings"

    @property
    def logs(self) -> Path:
        return self.data / "logs"


def make_private_folder(folder: Path) -> None:
    """Make `folder` and its missing parents, readable and writable by the user alone. OSError if that fails."""
    if not folder.is_dir():
        if folder.parent != folder:
            make_private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def resource(name: str) -> Path:
    """The shipped file or folder `name` ("fonts/Inter.ttf"). DrumCircleError if the installation lacks it."""
    for folder in _RESOURCES:
        if (found := folder / name).exists():
            return found
    raise DrumCircleError(f"{name} is missing from this installation.", "Install Drum Circle again.")
