"""The requests that the conductor's window makes about the guide, and the state that it shows of it. Pure."""

from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.protocol.groove_messages import Groove


@dataclass(frozen=True, slots=True)
class GrooveShelf:
    """The grooves to choose from: those of the program, and the one that was opened last.

    `opens` counts the grooves opened so far. `heard`: the groove that is being played on this machine.
    """

    presets: tuple[Groove, ...] = ()
    opened: Groove | None = None
    opens: int = 0
    heard: Groove | None = None


@dataclass(frozen=True, slots=True)
class SendGroove:
    """Intent: the guide plays this from the next cycle on; None: the plain guide."""

    groove: Groove | None


@dataclass(frozen=True, slots=True)
class HearGroove:
    """Intent: play this on this machine alone, again and again; None: stop."""

    groove: Groove | None


@dataclass(frozen=True, slots=True)
class OpenGroove:
    """Intent: read the groove in this file."""

    path: Path


@dataclass(frozen=True, slots=True)
class SaveGroove:
    """Intent: write the groove to this file."""

    path: Path
    groove: Groove


GrooveIntent = SendGroove | HearGroove | OpenGroove | SaveGroove
