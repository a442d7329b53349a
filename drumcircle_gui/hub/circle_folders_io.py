"""The folders of a hub's circles: `circles/ID/` holds the circle's record, its recovery log and its recordings."""

import logging
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.recording.loop_library_io import LoopLibrary
from drumcircle_gui.recording.recorder_io import SUFFIX
from drumcircle_gui.timing.units import Micros

from .circle_record import CircleRecord, decode_circle, encode_circle

log = logging.getLogger(__name__)

RECORD_FILE = "circle.json"
MAX_RECORD_SIZE = 64 * 1024

_ID = re.compile(r"[\w-]{8,64}")


class CircleFolders:
    """The folders within `data_dir`."""

    def __init__(self, data_dir: Path) -> None:
        self._root = data_dir / "circles"

    def recovery_log(self, id: str) -> Path:
        return self._root / id / "circle.memory"

    def recordings(self, id: str) -> Path:
        return self._root / id / "recordings"

    def save(self, record: CircleRecord) -> None:
        """Write a circle's record. Raises OSError if that fails."""
        atomic_file.replace(self._root / record.id / RECORD_FILE, encode_circle(record))

    def load(self) -> Iterator[CircleRecord]:
        """The records of all circles. Damaged ones are logged and left out."""
        for file in sorted(self._root.glob(f"*/{RECORD_FILE}")):
            if (record := self.record(file.parent.name)) is not None:
                yield record

    def record(self, id: str) -> CircleRecord | None:
        """The record of a circle that runs or has ended; None if there is none, or if it is damaged."""
        if not _ID.fullmatch(id):
            return None
        try:
            with (self._root / id / RECORD_FILE).open("rb") as opened:
                record = decode_circle(opened.read(MAX_RECORD_SIZE))
            if record.id != id:
                raise ValueError(f"it is the record of {record.id}")
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            log.error("The circle in %s cannot be read: %s", self._root / id, error)
            return None
        return record

    def recording_files(self, id: str) -> list[Path]:
        """The recordings of a circle, oldest first, and the files of their loops."""
        if not _ID.fullmatch(id):
            return []
        return [*sorted(self.recordings(id).glob(f"*{SUFFIX}")), *self.loops(id).files()]

    def loops(self, id: str) -> LoopLibrary:
        """The loops of a circle's recordings."""
        return LoopLibrary(self.recordings(id))

    def recorded_bytes(self) -> Counter[str]:
        """Bytes of the recordings of all circles, with their loops, by their creators."""
        total: Counter[str] = Counter()
        for record in self.load():
            total[record.creator] += sum(map(_size, self.recordings(record.id).rglob("*")))
        return total

    def delete_ended(self, before: Micros) -> None:
        """Delete the folders of circles that ended `before` this time of the wall clock."""
        for record in self.load():
            if record.ended is not None and record.ended < before:
                self.delete(record.id)

    def delete(self, id: str) -> None:
        """Delete a circle's folder and its contents. Failures are logged."""
        folder = self._root / id
        if _ID.fullmatch(id):
            shutil.rmtree(folder, ignore_errors=True)
            if folder.exists():
                log.warning("%s cannot be deleted", folder)


def _size(file: Path) -> int:
    """Size in bytes; 0 for a folder, or if the file has been deleted meanwhile."""
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        return 0
