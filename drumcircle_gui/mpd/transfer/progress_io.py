"""Reports the progress of uploads at a limited rate."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from drumcircle_gui.mpd.model.rooms_state import UploadRow

REPORT_EVERY_S = 0.1
"""Minimum time between two reports."""


class UploadProgress:
    """One row for each upload. `report` is called with all rows after a change, at most every REPORT_EVERY_S; the last
    change is always reported. For the event loop's thread."""

    def __init__(self, report: Callable[[tuple[UploadRow, ...]], None]) -> None:
        self._report = report
        self._rows: dict[int, UploadRow] = {}
        self._next = 0
        self._timer: asyncio.TimerHandle | None = None
        self._reported_at = float("-inf")

    @property
    def rows(self) -> tuple[UploadRow, ...]:
        return tuple(self._rows.values())

    def add(self, room: str) -> int:
        """Add a row; return its number."""
        self._next += 1
        self._rows[self._next] = UploadRow(room)
        self._changed()
        return self._next

    def __getitem__(self, number: int) -> UploadRow:
        return self._rows[number]

    def change(self, number: int, **to: Any) -> None:
        """Change fields of a row; see `UploadRow`."""
        self._rows[number] = replace(self._rows[number], **to)
        self._changed()

    def clear(self) -> None:
        """Remove all rows."""
        self._rows.clear()
        self._changed()

    def flush(self) -> None:
        """Report pending changes now."""
        if self._timer is not None:
            self._timer.cancel()
            self._report_now()

    def _changed(self) -> None:
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(self._reported_at + REPORT_EVERY_S, loop.time()), self._report_now)

    def _report_now(self) -> None:
        self._timer, self._reported_at = None, asyncio.get_running_loop().time()
        self._report(self.rows)
