"""The conductor's loops: the chosen file, the progress of its upload, and the requests to the server."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.loop_messages import ChangeLoop, Loop, LoopTransfer
from drumcircle_gui.protocol.messages import ChangeTimeline, Request
from drumcircle_gui.tasks import Tasks

from .loop_intents import ChooseLoopFile, EndLoop, LoopIntent, LoopShelf, PlayChosenLoop, SetLoopLevel
from .loop_uploader_io import LoopUploader

log = logging.getLogger(__name__)


class LoopWorkshop:
    """Use on one loop. `request` asks the server, `transfer` moves a file, `on_shelf` gets new states."""

    def __init__(
        self,
        request: Callable[[Request], None],
        transfer: Callable[[LoopTransfer], bool],
        on_shelf: Callable[[LoopShelf], None],
    ) -> None:
        self.shelf = LoopShelf()
        self._request, self._on_shelf = request, on_shelf
        self._uploader = LoopUploader(transfer, self._progress)
        self._tasks = Tasks()
        self._circle = CircleSnapshot()
        self._waiting: PlayChosenLoop | None = None

    async def close(self) -> None:
        """Stop reading and uploading. Idempotent."""
        await self._tasks.close()

    def follow(self, circle: CircleSnapshot) -> None:
        """Take the client's new snapshot."""
        self._circle = circle
        self._uploader.follow(circle)

    def take(self, message: Message) -> None:
        """Take a message from the server."""
        self._uploader.take(message)

    def handle(self, intent: LoopIntent, circle: CircleSnapshot) -> None:
        """Carry out `intent` for `circle` as it is now."""
        self._circle = circle
        match intent:
            case ChooseLoopFile(path):
                self._waiting = None
                self._tasks.start(self._choose(path), "choose a loop")
            case PlayChosenLoop():
                self._waiting = intent
                self._progress()
            case SetLoopLevel(level):
                if (latest := circle.loops.latest) is not None and latest.level != level:
                    self._change(msgspec.structs.replace(latest, level=level))
            case EndLoop():
                self._waiting = None
                if circle.loops.latest is not None:
                    self._change(None)

    async def _choose(self, path: Path) -> None:
        self._publish(reading=path.name, problem=("", ""))
        try:
            chosen, data = await self._uploader.read(path)
        except DrumCircleError as error:
            log.warning("%s", error)
            self._publish(reading="", problem=(error.what, error.todo))
            return
        self._publish(reading="", chosen=chosen, chosen_count=self.shelf.chosen_count + 1, sent=0)
        self._uploader.start(chosen, data)

    def _progress(self) -> None:
        """Show the progress of the upload; when the file is complete, play the loop if it is to be played."""
        self._publish(sent=self._uploader.sent)
        if self._uploader.refusal:
            self._waiting = None
        if self._waiting is not None and self._uploader.complete:
            waiting, self._waiting = self._waiting, None
            self._play(waiting)

    def _play(self, intent: PlayChosenLoop) -> None:
        latest, chosen = self._circle.timeline.latest, self.shelf.chosen
        if chosen is None:
            return
        if latest.tempo != intent.count.tempo:
            self._request(ChangeTimeline(latest.epoch, tempo=intent.count.tempo))
        self._change(chosen.loop(intent.count, intent.level, latest.meter.beats))

    def _change(self, loop: Loop | None) -> None:
        self._request(ChangeLoop(self._circle.loops.epoch, loop))

    def _publish(self, **changes: Any) -> None:
        shelf = replace(self.shelf, **changes)
        if shelf != self.shelf:
            self.shelf = shelf
            self._on_shelf(shelf)
