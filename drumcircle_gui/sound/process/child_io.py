"""One run of the sound process, seen by its parent: sends commands, passes events on, logs its standard error."""

import logging
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import BinaryIO, cast

import msgspec

from drumcircle_gui.protocol.framing import FrameError
from drumcircle_gui.sound.messages import EngineCommand, EngineEvent

from .exit_status_io import UNRESPONSIVE, describe_exit
from .pipe_codec import COMMANDS, EVENTS
from .process_log import StderrReader
from .spawn_io import spawn

log = logging.getLogger(__name__)

MAX_QUEUED = 4096
"""Maximum number of sequences of commands that wait for a process that does not read."""

START_TIMEOUT_S = 20.0
HEARTBEAT_TIMEOUT_S = 6.0
"""A running process sends `AudioHealth` every second, but a busy sound server may hold all of its threads for some
seconds."""

EXIT_TIMEOUT_S = 2.0
_WATCH_INTERVAL_S = 0.25
_STDERR_PAUSE_S = 0.05
"""Pause between two reads, in which lines that belong together collect."""

_STDERR_CHUNK = 65_536


class ChildProcess:
    """A running sound process. OSError if it cannot be started."""

    def __init__(self) -> None:
        self._process = spawn()
        self._queue: queue.Queue[Sequence[EngineCommand] | None] = queue.Queue(MAX_QUEUED)
        self._deadline = time.monotonic() + START_TIMEOUT_S
        self._stopping = False
        self._unresponsive = False
        self._ended = threading.Event()
        self._stderr = StderrReader()
        self._threads = [
            threading.Thread(target=task, name=f"sound process, {name}", daemon=True)
            for name, task in (("commands", self._write), ("stderr", self._read_stderr), ("watchdog", self._watch))
        ]
        log.debug("started the sound process %d", self.pid)
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, commands: Sequence[EngineCommand]) -> None:
        """Send `commands`; never blocks. They are dropped if MAX_QUEUED wait already."""
        with suppress(queue.Full):
            self._queue.put_nowait(commands)

    def listen(self, on_event: Callable[[EngineEvent], None]) -> None:
        """Call `on_event` with every event until the process ends or sends invalid data."""
        stream = cast(BinaryIO, self._process.stdout)
        try:
            while True:
                events = EVENTS.read(stream)
                if not self._stopping:
                    self._deadline = time.monotonic() + HEARTBEAT_TIMEOUT_S
                for event in events:
                    on_event(event)
        except EOFError:
            log.debug("the sound process %d closed its pipe", self.pid)
        except (FrameError, msgspec.DecodeError) as error:
            log.error("the sound process %d sent invalid data: %s", self.pid, error)

    def stop(self) -> None:
        """Ask the process to end, and kill it after EXIT_TIMEOUT_S. Returns at once; call `wait` afterwards."""
        if not self._stopping:
            self._stopping = True
            self._deadline = time.monotonic() + EXIT_TIMEOUT_S
        with suppress(queue.Full):
            self._queue.put_nowait(None)

    def wait(self) -> str:
        """Wait until the process and its threads have ended, at most a few seconds. Returns why the process ended."""
        try:
            code = self._process.wait(EXIT_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._kill()
            code = self._process.wait()
        self._ended.set()
        self.stop()
        for thread in self._threads:
            thread.join(EXIT_TIMEOUT_S)  # a daemon that the process started may keep its standard error open
        cast(BinaryIO, self._process.stdout).close()
        return UNRESPONSIVE if self._unresponsive else describe_exit(code)

    @property
    def last_output(self) -> str:
        """The last lines of its standard error, for a log."""
        return self._stderr.last_lines

    def _write(self) -> None:
        stream = cast(BinaryIO, self._process.stdin)
        with suppress(OSError):
            while (commands := self._next()) is not None:
                stream.write(COMMANDS.pack(commands))
                stream.flush()
        with suppress(OSError):
            stream.close()

    def _next(self) -> Sequence[EngineCommand] | None:
        """The commands to send next; None when it is time to close the pipe."""
        while not self._ended.is_set():
            with suppress(queue.Empty):
                return self._queue.get(timeout=1)
        return None

    def _read_stderr(self) -> None:
        with cast(BinaryIO, self._process.stderr) as stream:
            while chunk := stream.read1(_STDERR_CHUNK):  # type: ignore[attr-defined]
                self._log(self._stderr.feed(chunk))
                self._ended.wait(_STDERR_PAUSE_S)
        self._log(self._stderr.finish())

    def _log(self, entries: Iterable[tuple[int, str]]) -> None:
        for level, text in entries:
            log.log(level, "sound process: %s", text)

    def _watch(self) -> None:
        """Kill the process if it sends no event for too long, or does not end when asked."""
        while not self._ended.wait(_WATCH_INTERVAL_S):
            if time.monotonic() > self._deadline:
                self._kill()
                return

    def _kill(self) -> None:
        if not self._unresponsive:
            self._unresponsive = True
            log.warning("the sound process %d does not respond and is killed", self.pid)
            self._process.kill()
