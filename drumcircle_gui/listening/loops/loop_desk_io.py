"""A member's loops: fetches their files, has them decoded, and passes them on to the sound process."""

import asyncio
import logging
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from drumcircle_gui.client.circle_state import CircleSnapshot, LinkState
from drumcircle_gui.loops.loop_plan import LoopPlan
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.loop_messages import FetchLoop, Loop, LoopPiece
from drumcircle_gui.sound.loops.loop_report import LoopReport
from drumcircle_gui.sound.messages import MAX_LOOPS
from drumcircle_gui.sound.process.decoder_io import decode_loop
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import local_micros

from .loop_fetch import LoopFetch
from .loop_state import NO_LOOP_STATE, LoopState

log = logging.getLogger(__name__)

LOOK_S = 0.5
"""Time between two checks for a stalled transfer."""

MAX_DAMAGED = 3
"""A file that has arrived damaged this often is not fetched again."""

DAMAGED = "its file arrives damaged"
NO_SPACE = "its file cannot be kept here ({why})"


def keep_nothing(name: str, data: bytes) -> None:
    """The default for `keep`: does nothing, because nothing is recorded."""


class LoopDesk:
    """`send` sends a request if there is a connection; `on_state` gets each new state. Use on one loop.

    `use` gets the paths of decoded files by the names of their loops. `keep` gets each file that was decoded, on a
    worker thread. Decoded files are stored in a temporary folder until `close`.
    """

    def __init__(
        self,
        send: Callable[[FetchLoop], bool],
        use: Callable[[Mapping[str, str]], None],
        on_state: Callable[[LoopState], None],
        decode: Callable[[Path, Path], LoopReport] = decode_loop,
        keep: Callable[[str, bytes], object] = keep_nothing,
    ) -> None:
        self.state = NO_LOOP_STATE
        self.ready: dict[str, str] = {}
        self._send, self._use, self._on_state, self._decode, self._keep = send, use, on_state, decode, keep
        self._tasks = Tasks()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._wanted: dict[str, Loop] = {}
        self._problems: dict[str, str] = {}
        self._damaged: dict[str, int] = {}
        self._fetch: LoopFetch | None = None
        self._decoding: str | None = None
        self._followed: LoopPlan | None = None
        self._joined = False
        self._watching = False

    async def close(self) -> None:
        """Stop all transfers, and delete the decoded files. Idempotent."""
        await self._tasks.close()
        if self._folder is not None:
            await asyncio.to_thread(self._folder.cleanup)
            self._folder = None

    def follow(self, circle: CircleSnapshot) -> None:
        """Fetch and decode the files of this circle's loops."""
        joined = circle.link is LinkState.JOINED
        if circle.loops is self._followed and joined == self._joined:
            return
        self._followed = circle.loops
        if joined and not self._joined and self._fetch is not None:
            self._fetch.resume(local_micros())
        self._joined = joined
        wanted = dict(list(circle.loops.files.items())[:MAX_LOOPS])
        if wanted != self._wanted:
            self._wanted = wanted
            self._drop_unwanted()
        self._go_on()

    def take(self, message: Message) -> None:
        """Handle a message from the server; only pieces of files have an effect."""
        if isinstance(message, LoopPiece) and self._fetch is not None:
            self._fetch.take(message, local_micros())
            self._go_on()

    def _drop_unwanted(self) -> None:
        if self._fetch is not None and self._fetch.loop.file not in self._wanted:
            self._fetch = None
        for name in [name for name in self.ready if name not in self._wanted]:
            self._tasks.start(asyncio.to_thread(_delete, Path(self.ready.pop(name))), "delete a loop")
            self._use(dict(self.ready))

    def _go_on(self) -> None:
        """Start the next transfer or decoding; the latest loop has priority."""
        fetch = self._fetch
        if fetch is None and self._decoding is None and (loop := self._missing()) is not None:
            fetch = self._fetch = LoopFetch(loop, local_micros())
            self._watch()
        if fetch is not None and fetch.file.complete:
            self._fetch, self._decoding = None, fetch.loop.file
            self._tasks.start(self._finish(fetch), f"decode the loop {fetch.loop.name}")
        elif fetch is not None and self._joined:
            for request in fetch.requests(local_micros()):
                self._send(request)
        self._publish()

    def _missing(self) -> Loop | None:
        return next((loop for name, loop in self._wanted.items() if name not in {**self.ready, **self._problems}), None)

    def _watch(self) -> None:
        if not self._watching:
            self._watching = True
            self._tasks.start(self._look_again(), "watch the loop's transfer")

    async def _look_again(self) -> None:
        while self._fetch is not None:
            await asyncio.sleep(LOOK_S)
            self._go_on()
        self._watching = False

    async def _finish(self, fetch: LoopFetch) -> None:
        name = fetch.loop.file
        try:
            await self._make_ready(fetch)
        except OSError as error:
            log.error("the loop %s cannot be kept: %s", fetch.loop.name, error)
            self._problems[name] = NO_SPACE.format(why=(error.strerror or str(error)).lower())
        self._decoding = None
        self._drop_unwanted()
        self._go_on()

    async def _make_ready(self, fetch: LoopFetch) -> None:
        name = fetch.loop.file
        if not await asyncio.to_thread(lambda: fetch.file.intact):
            self._damaged[name] = self._damaged.get(name, 0) + 1
            log.warning("the loop %s has arrived damaged", fetch.loop.name)
            if self._damaged[name] >= MAX_DAMAGED:
                self._problems[name] = DAMAGED
            return
        decoded, report = await asyncio.to_thread(self._decoded, name, bytes(fetch.file.data))
        if report.problem:
            self._problems[name] = report.problem[0].lower() + report.problem[1:]
            log.warning("the loop %s cannot be played: %s", fetch.loop.name, report.problem)
        else:
            log.info("a loop is ready: %s", fetch.loop.name)
            self.ready[name] = str(decoded)
            self._use(dict(self.ready))

    def _decoded(self, name: str, data: bytes) -> tuple[Path, LoopReport]:
        """Decode a file. Runs on a worker thread."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="drumcircle-loop-", ignore_cleanup_errors=True)
        source, target = (Path(self._folder.name, f"{name}.{ending}") for ending in ("file", "pcm"))
        source.write_bytes(data)
        try:
            report = self._decode(source, target)
            if not report.problem:
                self._keep(name, data)
            return target, report
        finally:
            _delete(source)

    def _publish(self) -> None:
        state = self._state()
        if state != self.state:
            self.state = state
            self._on_state(state)

    def _state(self) -> LoopState:
        loop: Any = next(iter(self._wanted.values()), None)
        if loop is None:
            return NO_LOOP_STATE
        name = loop.file
        fetching = self._fetch is not None and self._fetch.loop.file == name
        arrived = (
            self._fetch.arrived if fetching and self._fetch else 100 * (name in self.ready or name == self._decoding)
        )
        return LoopState(loop.name or "?", arrived, name in self.ready, self._problems.get(name, ""))


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.debug("%s cannot be deleted: %s", path, error)
