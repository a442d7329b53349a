"""The conductor's grooves: presets, files, what is heard here, and what is sent."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from drumcircle_gui import atomic_file
from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.grooves.groove_file import render_groove
from drumcircle_gui.grooves.presets_io import presets, read_groove
from drumcircle_gui.protocol.groove_messages import ChangeGroove, Groove
from drumcircle_gui.protocol.messages import ChangeTimeline, Request
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, Meter

from .groove_intents import GrooveIntent, GrooveShelf, HearGroove, OpenGroove, SaveGroove, SendGroove
from .groove_preview_io import GroovePreview

log = logging.getLogger(__name__)


class GrooveDesk:
    """Use on one loop. `request` sends to the server, `complain` shows what went wrong, `on_shelf` gets new states.
    `audio` names the sound device on which grooves are heard here (None: the system's default)."""

    def __init__(
        self,
        request: Callable[[Request], None],
        complain: Callable[[DrumCircleError], None],
        on_shelf: Callable[[GrooveShelf], None],
        audio: Callable[[], str | None] = lambda: None,
    ) -> None:
        self.shelf = GrooveShelf()
        self._request, self._complain, self._on_shelf = request, complain, on_shelf
        self._preview = GroovePreview(lambda problem: complain(DrumCircleError(problem)), audio)
        self._tasks = Tasks()

    def start(self) -> None:
        """Read the presets, on the running loop."""
        self._tasks.start(self._read_presets(), "read grooves")

    async def close(self) -> None:
        """Stop all sound. Idempotent."""
        await self._tasks.close()
        await self._preview.stop()

    def handle(self, intent: GrooveIntent, circle: CircleSnapshot) -> None:
        """Carry out `intent` for `circle` as it is now."""
        match intent:
            case SendGroove(groove):
                self._send(groove, circle)
            case HearGroove(groove):
                self._hear(groove, circle)
            case OpenGroove(path):
                self._tasks.start(self._open(path), "open groove")
            case SaveGroove(path, groove):
                self._tasks.start(self._save(path, groove), "save groove")

    def _send(self, groove: Groove | None, circle: CircleSnapshot) -> None:
        """Request the groove. If it does not fit into the present cycle as a whole, request a cycle into which it does,
        too."""
        latest = circle.timeline.latest
        if groove is not None and latest.meter.beats % groove.beats:
            meter = Meter(fitting_beats(latest.meter.beats, groove.beats), latest.meter.cycles)
            self._request(ChangeTimeline(latest.epoch, meter=meter))
        self._request(ChangeGroove(circle.grooves.epoch, groove))
        self._hear(None, circle)

    def _hear(self, groove: Groove | None, circle: CircleSnapshot) -> None:
        if groove is not None:
            self._preview.play(groove, circle.timeline.latest.tempo)
        elif self.shelf.heard is not None:
            self._tasks.start(self._preview.stop(), "stop groove")
        if groove != self.shelf.heard:
            self._publish(heard=groove)

    async def _read_presets(self) -> None:
        try:
            self._publish(presets=await asyncio.to_thread(presets))
        except (OSError, ValueError, DrumCircleError) as error:
            log.warning("the presets of grooves cannot be read: %s", error)

    async def _open(self, path: Path) -> None:
        try:
            groove = await asyncio.to_thread(read_groove, path)
        except (OSError, ValueError) as error:
            log.warning("the groove %s cannot be opened: %s", path, error)
            self._complain(DrumCircleError(f"{path.name} cannot be opened: {error}.", "Choose another file."))
        else:
            self._publish(opened=groove, opens=self.shelf.opens + 1)

    async def _save(self, path: Path, groove: Groove) -> None:
        try:
            await asyncio.to_thread(atomic_file.save_text, path, render_groove(groove))
        except OSError as error:
            log.warning("the groove cannot be saved as %s: %s", path, error)
            self._complain(DrumCircleError(f"{path.name} cannot be saved: {error}.", "Choose another folder."))

    def _publish(self, **changes: Any) -> None:
        self.shelf = replace(self.shelf, **changes)
        self._on_shelf(self.shelf)


def fitting_beats(cycle: int, pattern: int) -> int:
    """The multiple of `pattern` nearest to `cycle`, in beats; at least one pattern, at most MAX_CYCLE_BEATS."""
    most = MAX_CYCLE_BEATS // pattern
    return pattern * min(max(round(cycle / pattern), 1), most)
