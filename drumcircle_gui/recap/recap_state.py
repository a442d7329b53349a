"""The state of the recap page, and the user's intents on it. Pure."""

from dataclasses import dataclass
from pathlib import Path

from .recap import Recap


@dataclass(frozen=True, slots=True)
class RecapNotice:
    """A message for the user: what happened, and what to do about it."""

    what: str
    todo: str = ""
    bad: bool = True


@dataclass(frozen=True, slots=True)
class RecapState:
    """The state of the page. `recap`: None until it is made, or if that failed. `busy`: a loop is being saved.

    `playing`: the index of the cycle that is being played. `saved`: the last loop that was saved.
    """

    name: str = ""
    recap: Recap | None = None
    notice: RecapNotice | None = None
    busy: bool = False
    playing: int | None = None
    saved: Path | None = None


@dataclass(frozen=True, slots=True)
class MakeRecap:
    """Make the recap of the recording in `file`."""

    file: Path


@dataclass(frozen=True, slots=True)
class SaveLoop:
    """Save the cycle of this index as a loop. The suffix of `to` decides between WAV and MIDI."""

    cycle: int
    to: Path


@dataclass(frozen=True, slots=True)
class PlayCycle:
    """Play the cycle of this index, again and again; None: stop."""

    cycle: int | None


@dataclass(frozen=True, slots=True)
class DismissRecapNotice:
    """Remove the notice."""


RecapIntent = MakeRecap | SaveLoop | PlayCycle | DismissRecapNotice
