"""Transfers the files of loops between members and the server's disk, at lower priority than strokes and clock replies.

Members request one piece after another. Each tick sends some of them, in turn, to members that have received everything
else.
"""

import asyncio
import logging
from collections import deque
from pathlib import Path
from typing import Protocol, Self, get_args

from drumcircle_gui.loops.incoming_file import IncomingFile
from drumcircle_gui.loops.loop_changes import LoopChanges
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.loop_messages import (
    MAX_FETCHES,
    MAX_LOOP_PIECE,
    FetchLoop,
    LoopPiece,
    LoopTransfer,
    LoopWanted,
    OfferLoop,
    UploadLoop,
)
from drumcircle_gui.protocol.messages import Declined
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Micros

from .loop_files_io import LoopFiles

log = logging.getLogger(__name__)

LOOP_TRANSFERS: frozenset[type[Message]] = frozenset(get_args(LoopTransfer))
"""The messages that `LoopTraffic.take` handles."""

PIECES_PER_TICK = 32
"""Pieces sent in one tick, 128 KiB..."""

PIECES_EACH = 8
"""...and to one member."""

MAX_INCOMING = 2
"""Maximum number of files being received; beyond it, the transfer that was offered first is dropped."""

KEEP_READ = Micros(60 * SECOND)
"""A file is kept in memory until it was not requested for this long."""

_DAMAGED = Declined("loop-damaged", "The loop has arrived damaged. Choose it again to send it once more.")
_NOT_KEPT = "The server cannot keep the loop: {why}. Free some space on its disk, then send the loop again."


class LoopReceiver(Protocol):
    """A member's connection."""

    @property
    def drained(self) -> bool:
        """Whether everything sent has left."""

    def send(self, message: Message) -> None:
        """Send a message, unless the connection has ended."""


class LoopTraffic:
    """Transfers `files`, and keeps `changes.files` up to date. Use on the event loop's thread."""

    def __init__(self, files: LoopFiles, changes: LoopChanges) -> None:
        self._files, self._changes = files, changes
        self._tasks = Tasks()
        self._incoming: dict[str, IncomingFile] = {}
        self._requests: dict[LoopReceiver, deque[FetchLoop]] = {}
        self._data: dict[str, bytes] = {}
        self._used: dict[str, Micros] = {}
        self._reading: set[str] = set()

    @classmethod
    def beside(cls, log_path: Path, changes: LoopChanges) -> Self:
        """The traffic of the circle with its recovery log at `log_path`."""
        return cls(LoopFiles(log_path), changes)

    def start(self) -> None:
        """List the files that are present."""
        self._tasks.start(self._scan(), "scan loops")

    async def close(self, *, keep: bool) -> None:
        """Stop all transfers; delete the files, unless another process continues the circle."""
        await self._tasks.close()
        if not keep:
            await asyncio.to_thread(self._files.delete)

    def take(self, connection: LoopReceiver, message: Message, *, conducts: bool) -> None:
        """Handle `message` of a member, one of LOOP_TRANSFERS."""
        match message:
            case FetchLoop():
                self._request(connection, message)
            case _ if not conducts:
                connection.send(Declined("not-allowed", "Only a conductor may do this."))
            case OfferLoop():
                self._offer(connection, message)
            case UploadLoop():
                self._add(connection, message)

    def forget(self, connection: LoopReceiver) -> None:
        """The connection has ended."""
        self._requests.pop(connection, None)

    def deliver(self, now: Micros) -> None:
        """Send the next pieces: call this once a tick. `now`: circle time."""
        if not self._requests and not self._used:
            return
        left = PIECES_PER_TICK
        for connection in list(self._requests):
            if left > 0 and connection.drained:
                left -= self._serve(connection, min(PIECES_EACH, left), now)
        for name in [name for name, used in self._used.items() if now - used > KEEP_READ]:
            self._data.pop(name, None)
            del self._used[name]

    # --- to members

    def _request(self, connection: LoopReceiver, message: FetchLoop) -> None:
        self._requests.setdefault(connection, deque(maxlen=MAX_FETCHES)).append(message)

    def _serve(self, connection: LoopReceiver, pieces: int, now: Micros) -> int:
        """Send pieces to one member, up to a limit; return their number. The member is then last in turn."""
        requests, sent = self._requests.pop(connection), 0
        while requests and sent < pieces and self._answer(connection, requests[0], now):
            requests.popleft()
            sent += 1
        if requests:
            self._requests[connection] = requests
        return sent

    def _answer(self, connection: LoopReceiver, request: FetchLoop, now: Micros) -> bool:
        """Answer one request; False while the file is being read."""
        name, begin = request.file, request.offset
        if name in self._changes.files and name not in self._data:
            if name not in self._reading:
                self._reading.add(name)
                self._tasks.start(self._read(name), "read a loop")
            return False
        self._used[name] = now
        data = self._data.get(name, b"")
        connection.send(LoopPiece(name, begin, data[begin : begin + MAX_LOOP_PIECE]))
        return True

    async def _read(self, name: str) -> None:
        data = await asyncio.to_thread(self._files.read, name)
        self._reading.discard(name)
        if data is None:
            self._changes.files -= {name}
        else:
            self._data[name] = data

    async def _scan(self) -> None:
        self._changes.files |= await asyncio.to_thread(self._files.scan)

    # --- from conductors

    def _offer(self, connection: LoopReceiver, offer: OfferLoop) -> None:
        if offer.file in self._changes.files:
            connection.send(LoopWanted(offer.file, offer.size))
            return
        incoming = self._incoming.pop(offer.file, None)
        if incoming is None or incoming.size != offer.size:
            incoming = IncomingFile(offer.file, offer.size)
        self._incoming[offer.file] = incoming
        if len(self._incoming) > MAX_INCOMING:
            del self._incoming[next(iter(self._incoming))]
        connection.send(LoopWanted(offer.file, incoming.offset))

    def _add(self, connection: LoopReceiver, message: UploadLoop) -> None:
        incoming = self._incoming.get(message.file)
        if incoming is None:
            connection.send(LoopWanted(message.file, 0))
            return
        incoming.add(message.offset, message.data)
        if incoming.complete:
            del self._incoming[message.file]
            self._tasks.start(self._keep(connection, incoming), "keep a loop")
        else:
            connection.send(LoopWanted(message.file, incoming.offset))

    async def _keep(self, connection: LoopReceiver, incoming: IncomingFile) -> None:
        name, data = incoming.file, bytes(incoming.data)
        if not await asyncio.to_thread(lambda: incoming.intact):
            connection.send(_DAMAGED)
            return
        needed = frozenset(self._changes.plan.files)
        try:
            self._changes.files = await asyncio.to_thread(self._files.save, name, data, needed)
        except OSError as error:
            log.error("a loop cannot be saved: %s", error)
            connection.send(Declined("loop-not-kept", _NOT_KEPT.format(why=(error.strerror or str(error)).lower())))
        else:
            log.info("a loop of %d bytes has arrived", len(data))
            connection.send(LoopWanted(name, len(data)))
