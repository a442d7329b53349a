"""Writing a journal while people play: on a thread of its own, so that no disk holds anybody up."""

import logging
import os
import queue
import re
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import Welcome
from drumcircle_gui.timing.units import Micros

from .journal import Scribe, header

log = logging.getLogger(__name__)

SUFFIX = ".drumcircle"
STAMP = "%Y-%m-%d %H.%M.%S"

MOST_WAITING = 4096
SYNC_EVERY = 1.0
TO_CLOSE = 5.0

OnProblem = Callable[[DrumCircleError], None]
Told = tuple[Message, Micros]


class Recorder(Protocol):
    """Somebody who writes down what a server publishes."""

    def take(self, message: Message, at: Micros) -> None:
        """`message` was published at circle time `at`; from any thread, at once. A Welcome comes first."""

    def close(self) -> None:
        """Write what waits, and end. May be called again."""


class NoRecorder:
    """Nobody asked."""

    def take(self, message: Message, at: Micros) -> None:
        """Forget it."""

    def close(self) -> None:
        """Nothing is open."""


class FileRecorder:
    """Writes journals into `folder`, a file for each circle that one comes into; one without a stroke is not kept.

    When the disk is full, or does not keep up, recording stops: `on_problem` hears of it once, on any thread, and what
    was written stays. Killed in between, a process loses what it has not handed to the system yet, a few milliseconds;
    a machine without power, about a second.
    """

    def __init__(
        self, folder: Path, on_problem: OnProblem, open_file: Callable[[Path], BinaryIO] | None = None
    ) -> None:
        self._folder, self._on_problem, self._open = folder, on_problem, open_file or _new_file
        self._told: queue.Queue[Told | None] = queue.Queue(MOST_WAITING)
        self._stopped = threading.Event()
        self._journal: _Journal | None = None
        self._token: str | None = None
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    def take(self, message: Message, at: Micros) -> None:
        if self._stopped.is_set():
            return
        try:
            self._told.put_nowait((message, at))
        except queue.Full:
            self._give_up("the disk does not keep up")

    def end(self) -> None:
        """Write what waits, and end soon; `close` still waits for that."""
        try:
            self._told.put_nowait(None)
        except queue.Full:
            self._give_up("the disk does not keep up")

    def close(self) -> None:
        if self._thread.is_alive():
            try:
                self._told.put(None, timeout=TO_CLOSE)
                self._thread.join(TO_CLOSE)
            except queue.Full:
                log.error("the recording's end is lost: the disk does not answer")

    # --- on the recorder's thread -------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            self._record()
        except OSError as error:
            self._give_up(error.strerror or str(error))
        finally:
            self._stopped.set()

    def _record(self) -> None:
        try:
            while (told := self._next()) is not None and not self._stopped.is_set():
                self._write(*told)
            if self._journal is not None and not self._stopped.is_set():
                self._journal.finish()
        finally:
            if self._journal is not None:
                self._journal.close()

    def _next(self) -> Told | None:
        """What is to be written next; meanwhile, what was written is brought to safety."""
        while self._journal is not None and self._journal.unsafe:
            try:
                return self._told.get(timeout=self._journal.patience)
            except queue.Empty:
                self._journal.sync()
        return self._told.get()

    def _write(self, message: Message, at: Micros) -> None:
        if isinstance(message, Welcome) and message.token != self._token:
            self._begin(message)
        if self._journal is not None:
            self._journal.write(message, at)

    def _begin(self, welcome: Welcome) -> None:
        """Another circle, or the same one entered anew: its batches count from another number."""
        if self._journal is not None:
            self._journal.finish()
            self._journal.close()
            self._journal = None
        self._token = welcome.token
        self._folder.mkdir(parents=True, exist_ok=True)
        begun = datetime.now().astimezone()
        file = free_name(self._folder, f"{begun.strftime(STAMP)} {speakable(welcome.circle)}")
        self._journal = _Journal(file, self._open(file))
        self._journal.begin(int(begun.timestamp()))

    def _give_up(self, why: str) -> None:
        if self._stopped.is_set():
            return
        self._stopped.set()
        log.error("recording stopped: %s", why)
        self._on_problem(
            DrumCircleError(
                f"Recording has stopped ({why[0].lower()}{why[1:]}). What was recorded until now is kept.",
                "You can play on. Make room on the disk before the next circle.",
            )
        )


class _Journal:
    """One file being written, unbuffered: what `write` has taken the system has."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path, self._file = path, file
        self._scribe = Scribe()
        self._synced = time.monotonic()
        self.unsafe = False

    @property
    def patience(self) -> float:
        """Seconds until what was written should be brought to safety."""
        return max(self._synced + SYNC_EVERY - time.monotonic(), 0.0)

    def begin(self, begun: int) -> None:
        self._append(header(begun))
        self.unsafe = True

    def write(self, message: Message, at: Micros) -> None:
        if record := self._scribe.write(message, at):
            self._append(record)
            self.unsafe = True
        if self.unsafe and not self.patience:
            self.sync()

    def sync(self) -> None:
        os.fsync(self._file.fileno())
        self._synced = time.monotonic()
        self.unsafe = False

    def finish(self) -> None:
        """The performance is over."""
        self._append(self._scribe.end())
        self.sync()

    def close(self) -> None:
        """Nothing more can be written. What holds no stroke is not kept."""
        self._file.close()
        if not self._scribe.tally.strokes:
            self._path.unlink(missing_ok=True)

    def _append(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[self._file.write(left) :]


def speakable(name: str) -> str:
    """`name` as a part of file names on any system."""
    kept = " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]', " ", name).split())
    return kept[:64].strip(" .") or "circle"


def free_name(folder: Path, stem: str) -> Path:
    """A recording's file in `folder` called `stem`, with a number if there is one already."""
    file, number = folder / f"{stem}{SUFFIX}", 1
    while file.exists():
        number += 1
        file = folder / f"{stem} ({number}){SUFFIX}"
    return file


def _new_file(path: Path) -> BinaryIO:
    return path.open("xb", buffering=0)
