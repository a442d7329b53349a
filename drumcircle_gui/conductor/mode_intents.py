"""The requests that the conductor's window makes about modes and sessions. Pure."""

from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.modes.catalogue import ModeChoice


@dataclass(frozen=True, slots=True)
class ChooseMode:
    """Intent: make this mode for the circle as it is, and start it."""

    choice: ModeChoice


@dataclass(frozen=True, slots=True)
class RunStep:
    """Intent: start this step of the session; None: the next one."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class SetSession:
    """Intent: the session has these steps from now on."""

    steps: tuple[ModeChoice, ...]


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Intent: read the session in this file."""

    path: Path


@dataclass(frozen=True, slots=True)
class SaveSession:
    """Intent: write the session to this file."""

    path: Path


@dataclass(frozen=True, slots=True)
class KeepCue:
    """Intent: offer this cue, in the conductor's own words, also next time."""

    word: str


ModeIntent = ChooseMode | RunStep | SetSession | OpenSession | SaveSession | KeepCue
