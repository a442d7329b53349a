"""The parent's side of the process that takes part in an Ableton Link session."""

import asyncio
import logging
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import count

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation.command_io import environment
from drumcircle_gui.installation.kind import Kind, kind
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .link_lines import LinkCommand, LinkFailed, LinkHeard, decode_event, encode_line, link_commands
from .upcoming import Upcoming

log = logging.getLogger(__name__)

PROCESS = (sys.executable, "-m", "drumcircle_gui.listening.outputs.link_process_io")
CLOSE_TIMEOUT_S = 2.0
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
INSTALL = "Install the package linkpython-extern beside Drum Circle, then start it again."


class LinkOutput:
    """A `CircleOutput` to a Link session. Use on one event loop.

    `on_heard` gets the tempo and the number of other programs, `complain` the reason if there is no session.
    """

    def __init__(
        self, on_heard: Callable[[LinkHeard], None], complain: Callable[[DrumCircleError], None] = lambda error: None
    ) -> None:
        self._on_heard, self._complain = on_heard, complain
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._numbers = count()

    async def open(self, process: tuple[str, ...] = PROCESS) -> None:
        """Start the process. A bundle cannot contain the package that it needs."""
        if kind() is Kind.BUNDLE:
            self._fail("a bundle of Drum Circle cannot load packages")
            return
        self._loop = asyncio.get_running_loop()
        try:
            self._process = await asyncio.to_thread(_begin, process)
        except OSError as error:
            self._fail(f"its process cannot be started ({error.strerror or error})")
            return
        for task in (self._read, self._write):
            threading.Thread(target=task, args=(self._process,), name="Ableton Link", daemon=True).start()

    async def close(self) -> None:
        """Leave the session, and end the process. Idempotent."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        process, self._process = self._process, None
        if process is not None:
            self._lines.put(b"")
            await asyncio.to_thread(_end, process)

    @property
    def is_open(self) -> bool:
        """Whether the process runs."""
        return self._process is not None

    def follow(self, upcoming: Upcoming) -> None:
        """Send the session the events of the stretch, each at its moment."""
        if not self.is_open:
            return
        now = local_micros()
        for command in link_commands(upcoming):
            number, wait_s = next(self._numbers), max((command.at - now) / SECOND, 0.0)
            self._timers[number] = self._loop.call_later(wait_s, self._leave, number, command)

    def strike(self, pad: int, velocity: int, at: Micros) -> None:
        """Do nothing: a session has no strokes."""

    def _leave(self, number: int, command: LinkCommand) -> None:
        del self._timers[number]
        self._lines.put(encode_line(command))

    def _write(self, process: "subprocess.Popen[bytes]") -> None:
        """Write commands on a separate thread, so that a process that hangs does not block the loop."""
        assert process.stdin is not None
        try:
            while line := self._lines.get():
                process.stdin.write(line)
                process.stdin.flush()
            process.stdin.close()
        except OSError as error:
            log.debug("the Link process is gone: %s", error)

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout is not None
        for line in process.stdout:
            try:
                event = decode_event(line)
            except msgspec.DecodeError as error:
                log.warning("the Link process sent an invalid line: %s", error)
                continue
            if not self._loop.is_closed():
                self._loop.call_soon_threadsafe(self._take, event)
        process.stdout.close()

    def _take(self, event: LinkHeard | LinkFailed) -> None:
        if isinstance(event, LinkFailed):
            self._fail(event.problem)
        else:
            log.info("Ableton Link: %d peers, their tempo %g", event.peers, event.bpm)
            self._on_heard(event)

    def _fail(self, problem: str) -> None:
        self._complain(DrumCircleError(f"There is no Ableton Link session: {problem}.", INSTALL))


def _begin(process: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        process,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=_NO_WINDOW,
        start_new_session=True,  # Ctrl+C in the terminal must not reach it: its input is closed instead
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    try:
        process.wait(CLOSE_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
