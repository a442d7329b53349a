"""Keeps a circle's entry policy, limited invites and bans in a file, from one launch to the next."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros

from .entry_record import EntryRecord, decode_record, encode_record, shifted

log = logging.getLogger(__name__)

FILE_NAME = "entry.json"


class EntryFile:
    """The file at `path`. Times in it are wall-clock times; `wall` returns the present one.

    Call `load` before the circle starts; `save` on the event loop's thread, which does not wait for the disk; `close`
    at the end.
    """

    def __init__(self, path: Path, wall: Callable[[], Micros]) -> None:
        self._path, self._wall = path, wall
        self._tasks = Tasks()
        self._latest: bytes | None = None

    def load(self, now: Micros) -> EntryRecord:
        """The saved record at circle time `now`; a damaged file is renamed."""
        try:
            saved = decode_record(self._path.read_bytes())
        except FileNotFoundError:
            return EntryRecord()
        except OSError as error:
            log.warning("invites and bans cannot be read: %s", error)
            return EntryRecord()
        except DrumCircleError as error:
            log.warning("%s It is kept as %s", error, atomic_file.set_aside(self._path))
            return EntryRecord()
        return shifted(saved, now - self._wall())

    def save(self, record: EntryRecord, now: Micros) -> None:
        """Write `record`, which is valid at circle time `now`, in the background."""
        writing = self._latest is not None
        self._latest = encode_record(shifted(record, self._wall() - now))
        if not writing:
            self._tasks.start(self._write(), "invites and bans")

    async def close(self) -> None:
        """Wait until everything is written. Idempotent."""
        await self._tasks.drain()

    async def _write(self) -> None:
        while (data := self._latest) is not None:
            try:
                await asyncio.to_thread(atomic_file.replace, self._path, data)
            except OSError as error:
                log.error("invites and bans cannot be saved: %s", error)
            if self._latest is data:
                self._latest = None
