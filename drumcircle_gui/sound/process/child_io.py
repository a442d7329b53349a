"""One run of the sound process, seen from the parent: commands in, events out, never blocking whoever commands it."""

import logging
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import BinaryIO, cast

from drumcircle_gui.sound.messages import EngineCommand, EngineEvent

from .pipe_codec import COMMANDS, EVENTS
from .spawn_io import launch

LOG = logging.getLogger(__name__)

MOST_QUEUED = 4096
TO_BEGIN = 20.0
TO_BEAT = 3.0
TO_LEAVE = 2.0
TICK = 0.25


class ChildProcess:
    """A running sound process. OSError if it cannot be started."""

    def __init__(self) -> None:
        self._process = launch()
        self._queue: queue.Queue[Sequence[EngineCommand] | None] = queue.Queue(MOST_QUEUED)
        self._deadline = time.monotonic() + TO_BEGIN
        self._leaving = False
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=task, name=f"sound {task.__name__}", daemon=True)
            for task in (self._write, self._log, self._watch)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, commands: Sequence[EngineCommand]) -> None:
        """Pass `commands` on; never blocks. Should the process have stopped reading, they are lost with it."""
        with suppress(queue.Full):
            self._queue.put_nowait(commands)

    def listen(self, on_event: Callable[[EngineEvent], None]) -> None:
        """Pass on what the process tells, until it ends."""
        stream = cast(BinaryIO, self._process.stdout)
        with suppress(EOFError, ValueError):
            while True:
                events = EVENTS.read(stream)
                if not self._leaving:
                    self._deadline = time.monotonic() + TO_BEAT
                for event in events:
                    on_event(event)

    def leave(self) -> None:
        """Ask the process to end; it is killed if it does not. Returns at once; `wait` for it."""
        if not self._leaving:
            self._leaving = True
            self._deadline = time.monotonic() + TO_LEAVE
        with suppress(queue.Full):
            self._queue.put_nowait(None)

    def wait(self) -> None:
        """Until the process is gone and everything of it is closed; bounded."""
        try:
            self._process.wait(TO_LEAVE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._ended.set()
        self.leave()
        for thread in self._threads:
            thread.join(TO_LEAVE)  # a daemon that the process started may keep its stderr open
        cast(BinaryIO, self._process.stdout).close()

    def _write(self) -> None:
        stream = cast(BinaryIO, self._process.stdin)
        with suppress(OSError):
            while (commands := self._next()) is not None:
                stream.write(COMMANDS.pack(commands))
                stream.flush()
        with suppress(OSError):
            stream.close()

    def _next(self) -> Sequence[EngineCommand] | None:
        """What to send next; None when it is time to close."""
        while not self._ended.is_set():
            with suppress(queue.Empty):
                return self._queue.get(timeout=1)
        return None

    def _log(self) -> None:
        with cast(BinaryIO, self._process.stderr) as stream:
            for line in stream:
                LOG.debug("sound process: %s", line.decode(errors="replace").rstrip())

    def _watch(self) -> None:
        """Kill the process when it has not told anything for too long, or does not leave when asked."""
        while not self._ended.wait(TICK):
            if time.monotonic() > self._deadline:
                LOG.warning("the sound process did not answer in time and was ended")
                self._process.kill()
                return
