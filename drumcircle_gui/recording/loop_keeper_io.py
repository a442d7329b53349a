"""Keeps the files of a circle's loops beside its recordings, where the server is that has them."""

import logging
from collections.abc import Callable

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.loop_messages import Loop, LoopUpdate
from drumcircle_gui.protocol.messages import Welcome

from .loop_library_io import LoopLibrary

log = logging.getLogger(__name__)

NO_ROOM = "the recordings fill the limit"
NOT_THERE = "the server does not have its file any more"
NO_DISK = "the disk does not take its file"
NOT_KEPT = "The loop “{name}” is heard, but not kept with the recording: {why}. The players' own recordings have it."


class LoopKeeper:
    """Call it with every message that a server publishes, on one worker thread. `read` returns the file of a loop;
    `has_room` says whether a file of that many bytes may be stored; `report` gets a problem's text, for conductors,
    once for a loop, and "" when a recording begins."""

    def __init__(
        self,
        library: LoopLibrary,
        read: Callable[[str], bytes | None],
        report: Callable[[str], None],
        has_room: Callable[[int], bool] = lambda size: True,
    ) -> None:
        self._library, self._read, self._report, self._has_room = library, read, report, has_room
        self._reported: set[str] = set()

    def __call__(self, message: Message) -> None:
        if isinstance(message, Welcome):
            self._report("")
            spans = message.loops
        elif isinstance(message, LoopUpdate):
            spans = message.spans
        else:
            return
        for loop in {span.loop.file: span.loop for span in spans if span.loop}.values():
            if not self._library.has(loop.file) and loop.file not in self._reported and (why := self._keep(loop)):
                self._reported.add(loop.file)
                log.warning("the loop %s is not kept: %s", loop.file, why)
                self._report(NOT_KEPT.format(name=loop.name, why=why))

    def _keep(self, loop: Loop) -> str:
        """Keep the file of `loop`; why not, or ""."""
        if not self._has_room(loop.size):
            return NO_ROOM
        data = self._read(loop.file)
        if data is None:
            return NOT_THERE
        return "" if self._library.keep(loop.file, data) else NO_DISK
