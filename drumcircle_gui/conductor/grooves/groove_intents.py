"""What the conductor's window asks about the guide, and what it is shown of it. Pure."""

from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.protocol.groove_messages import Groove


@dataclass(frozen=True, slots=True)
class GrooveShelf:
    """The grooves at hand: those of the program, and the one that was opened last; `opens` counts these. `heard`: the
    one that is being heard on this machine."""

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
