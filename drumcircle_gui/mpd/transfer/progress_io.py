"""How uploads go, told often enough for the eye and no more often."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from drumcircle_gui.mpd.model.rooms_state import UploadRow

REPORT_EVERY_S = 0.1
"""Seconds."""


class UploadProgress:
    """A row for each room that something is sent to. `tell` is given all of them when one has changed, at most every
    TOLD_EVERY; the last change is always told. For the loop's own thread."""

    def __init__(self, tell: Callable[[tuple[UploadRow, ...]], None]) -> None:
        self._tell = tell
        self._rows: dict[int, UploadRow] = {}
        self._next = 0
        self._timer: asyncio.TimerHandle | None = None
        self._told_at = float("-inf")

    @property
    def rows(self) -> tuple[UploadRow, ...]:
        return tuple(self._rows.values())

    def add(self, room: str) -> int:
        """A new row, and its number."""
        self._next += 1
        self._rows[self._next] = UploadRow(room)
        self._changed()
        return self._next

    def __getitem__(self, number: int) -> UploadRow:
        return self._rows[number]

    def change(self, number: int, **to: Any) -> None:
        """A row becomes so; see `Uploading`."""
        self._rows[number] = replace(self._rows[number], **to)
        self._changed()

    def clear(self) -> None:
        """Without any rows."""
        self._rows.clear()
        self._changed()

    def flush(self) -> None:
        """Tells at once what is yet untold."""
        if self._timer is not None:
            self._timer.cancel()
            self._now()

    def _changed(self) -> None:
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(self._told_at + REPORT_EVERY_S, loop.time()), self._now)

    def _now(self) -> None:
        self._timer, self._told_at = None, asyncio.get_running_loop().time()
        self._tell(self.rows)
