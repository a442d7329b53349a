"""The state of the recordings page, and the user's intents on it. Pure."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Literal

from drumcircle_gui.settings import DEFAULT_GUIDE_GAIN
from drumcircle_gui.timing.units import Micros

ExportFormat = Literal["midi", "wav"]

EXPORT_SUFFIXES: dict[ExportFormat, str] = {"midi": ".mid", "wav": ".wav"}

_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d ")


@dataclass(frozen=True, slots=True)
class Recording:
    """One recording. `started` in seconds since 1970 (0: unknown), `length` from the first to the last stroke, `size`
    in bytes, `names` of some players. `complete` is false if it was cut off or is still being made. `problem`: why it
    cannot be read."""

    file: Path
    started: int = 0
    length: Micros = Micros(0)  # noqa: RUF009
    strokes: int = 0
    players: int = 0
    names: tuple[str, ...] = ()
    size: int = 0
    complete: bool = True
    problem: str = ""

    @property
    def stamp(self) -> str:
        """The part of the file's name that holds the date of the recording; may be empty."""
        found = _STAMP.match(self.file.stem)
        return found.group() if found else ""

    @property
    def name(self) -> str:
        return self.file.stem[len(self.stamp) :]


@dataclass(frozen=True, slots=True)
class Playhead:
    """Playback is at `position` at local time `since`, and moves on; if `since` is None, it is stopped there."""

    position: Micros
    since: Micros | None = None

    def at(self, now: Micros) -> Micros:
        """The position at local time `now`."""
        return self.position if self.since is None else Micros(self.position + max(now - self.since, 0))


@dataclass(frozen=True, slots=True)
class PlaybackVolumes:
    """Set the volume of guide and loop, relative to the strokes, as linear gains; 0: silent."""

    guide: float = DEFAULT_GUIDE_GAIN
    loop: float = 1.0


@dataclass(frozen=True, slots=True)
class PlaybackStatus:
    """The recording that is being played back. `paused` by the user. `marks`: the times at which a mode, a tempo or the
    like begins, with its name. `loop`: whether the recording has an audible loop."""

    recording: Recording
    length: Micros
    playhead: Playhead
    paused: bool = False
    marks: tuple[tuple[Micros, str], ...] = ()
    loop: bool = False

    def mark_at(self, position: Micros) -> str:
        """The mark in force at `position`."""
        number = bisect_right(self.marks, position, key=itemgetter(0))
        return self.marks[number - 1][1] if number else ""


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """The progress of an export to the file `name`. `share`: the completed part, 0 to 1."""

    name: str
    share: float


@dataclass(frozen=True, slots=True)
class RecordingNotice:
    """A message for the user: what happened, and what to do about it. It replaces the notice with the same `key`."""

    key: str
    what: str
    todo: str = ""
    bad: bool = True


@dataclass(frozen=True, slots=True)
class RecordingsState:
    """`listing`: the list is not complete yet."""

    recordings: tuple[Recording, ...] = ()
    listing: bool = True
    playback: PlaybackStatus | None = None
    export: ExportProgress | None = None
    notices: tuple[RecordingNotice, ...] = ()
    volumes: PlaybackVolumes = PlaybackVolumes()


@dataclass(frozen=True, slots=True)
class PlayBack:
    """Play `recording` from its beginning."""

    recording: Recording


@dataclass(frozen=True, slots=True)
class Pause:
    """Pause the playback, or continue it."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop the playback."""


@dataclass(frozen=True, slots=True)
class Seek:
    """Continue the playback at `position`."""

    position: Micros


@dataclass(frozen=True, slots=True)
class Export:
    """Write `recording` to the file `to`."""

    recording: Recording
    to: Path
    format: ExportFormat
    guide: bool = False


@dataclass(frozen=True, slots=True)
class CancelExport:
    """Cancel the export."""


@dataclass(frozen=True, slots=True)
class Rename:
    """Intent: rename `recording` to `name`."""

    recording: Recording
    name: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Move `recording` to the trash."""

    recording: Recording


@dataclass(frozen=True, slots=True)
class DismissRecordingNotice:
    """Remove the notice with this key."""

    key: str


RecordingsIntent = (
    PlayBack | Pause | Stop | Seek | PlaybackVolumes | Export | CancelExport | Rename | Delete | DismissRecordingNotice
)
