"""What the page of recordings shows, and what it asks for. Pure."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from drumcircle_gui.timing.units import Micros

Format = Literal["midi", "wav"]

SUFFIXES: dict[Format, str] = {"midi": ".mid", "wav": ".wav"}

_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d ")


@dataclass(frozen=True, slots=True)
class Recording:
    """One file. `begun` in seconds since 1970, `length` from first to last stroke, `size` in bytes; `names` of a few
    players. Not `complete`: cut off, or still being made. `problem`: why it cannot be read."""

    file: Path
    begun: int = 0
    length: Micros = Micros(0)  # noqa: RUF009
    strokes: int = 0
    players: int = 0
    names: tuple[str, ...] = ()
    size: int = 0
    complete: bool = True
    problem: str = ""

    @property
    def stamp(self) -> str:
        """What of the file's name tells when it was begun, if it does."""
        found = _STAMP.match(self.file.stem)
        return found.group() if found else ""

    @property
    def name(self) -> str:
        return self.file.stem[len(self.stamp) :]


@dataclass(frozen=True, slots=True)
class Playhead:
    """Where playback is: at `position` since local time `since`, moving on from there; or, if that is None, at rest."""

    position: Micros
    since: Micros | None = None

    def at(self, now: Micros) -> Micros:
        """The position at local time `now`."""
        return self.position if self.since is None else Micros(self.position + max(now - self.since, 0))


@dataclass(frozen=True, slots=True)
class PlaybackStatus:
    """What is being played back. `wanted`: not paused, even if the sound has yet to begin."""

    recording: Recording
    length: Micros
    head: Playhead
    wanted: bool


@dataclass(frozen=True, slots=True)
class Exporting:
    """`share` of the work is done, 0 to 1."""

    name: str
    share: float


@dataclass(frozen=True, slots=True)
class RecordingNotice:
    """What happened, and what to do; `key` names the matter."""

    key: str
    what: str
    todo: str = ""
    bad: bool = True


@dataclass(frozen=True, slots=True)
class RecordingsState:
    """`listing`: not all recordings have been looked at yet."""

    recordings: tuple[Recording, ...] = ()
    listing: bool = True
    playing: PlaybackStatus | None = None
    exporting: Exporting | None = None
    news: tuple[RecordingNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class PlayBack:
    recording: Recording


@dataclass(frozen=True, slots=True)
class Pause:
    """Or go on."""


@dataclass(frozen=True, slots=True)
class Stop:
    pass


@dataclass(frozen=True, slots=True)
class Seek:
    position: Micros


@dataclass(frozen=True, slots=True)
class Export:
    recording: Recording
    to: Path
    format: Format
    guide: bool = False


@dataclass(frozen=True, slots=True)
class CancelExport:
    pass


@dataclass(frozen=True, slots=True)
class Rename:
    recording: Recording
    name: str


@dataclass(frozen=True, slots=True)
class Delete:
    recording: Recording


@dataclass(frozen=True, slots=True)
class DismissRecordingNotice:
    key: str


Intent = PlayBack | Pause | Stop | Seek | Export | CancelExport | Rename | Delete | DismissRecordingNotice
