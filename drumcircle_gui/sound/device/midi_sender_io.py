"""Sends MIDI messages at their times, on a separate thread."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

from drumcircle_gui.sound.midi_messages import TimedMidi
from drumcircle_gui.sound.midi_queue import MidiQueue
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

COARSE = Micros(20_000 if sys.platform == "win32" else 300)
"""Possible lateness of a wait for a lock. Windows counts it in ticks of 16 ms; its `sleep` has a finer timer."""

STEP_S, SPIN = 0.001, Micros(2_000)
"""Length of the sleeps in the last COARSE before a message leaves. From SPIN on, the thread polls the clock."""

PRIORITY = 40
"""Real-time priority of the thread on Linux, if the user may use one: below those of JACK's clients."""


class MidiSender:
    """Calls `send` on its own thread with each message when it is due. Call every method from any thread."""

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._send = send
        self._queue = MidiQueue()
        self._changed = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="midi out", daemon=True)
        self._thread.start()

    def set_lead(self, lead: Micros) -> None:
        """Send messages that are added from now on this much earlier."""
        with self._changed:
            self._queue.lead = lead

    def add(self, messages: Iterable[TimedMidi]) -> None:
        """Send these messages at their times."""
        with self._changed:
            self._queue.add(messages)
            self._changed.notify()

    def panic(self) -> None:
        """Drop the waiting notes, and end all notes at once."""
        self._now(self._queue.panic)

    def end(self) -> None:
        """Drop all waiting messages, and end all notes and the clock at once."""
        self._now(self._queue.end)

    def close(self) -> None:
        """End the thread. Nothing is sent afterwards."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()

    def _now(self, messages: Callable[[], list[bytes]]) -> None:
        with self._changed:
            for message in messages():
                self._send(message)

    def _run(self) -> None:
        _run_in_real_time()
        while not self._closed:
            self._wait()
            with self._changed:
                for message in self._queue.due(local_micros()):
                    self._send(message)

    def _wait(self) -> None:
        """Wait until a message is due, or something has changed."""
        with self._changed:
            due = self._queue.next_at
            if self._closed or self._changed.wait(
                None if due is None else max(due - COARSE - local_micros(), 0) / SECOND
            ):
                return
        while self._queue.next_at == due is not None and (left := due - local_micros()) > 0:
            time.sleep(STEP_S if left > SPIN else 0)  # 0 lets other threads of this process run


def _run_in_real_time() -> None:
    """Give this thread a real-time priority, if the system has one and the user may use it."""
    with suppress(AttributeError, OSError):
        os.sched_setscheduler(threading.get_native_id(), os.SCHED_FIFO, os.sched_param(PRIORITY))
