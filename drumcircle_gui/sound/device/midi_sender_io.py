"""Sends MIDI messages at their times, on a thread of its own."""

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
"""How late a wait for a lock may end. Windows counts it in ticks of 16 ms; its `sleep` has a finer timer."""

STEP_S, SPIN = 0.001, Micros(2_000)
"""Length of the sleeps in the last COARSE before a message leaves. From SPIN on, the thread polls the clock."""

PRIORITY = 40
"""Priority of real-time threads on Linux, below those of JACK's clients, where the user may have any."""


class MidiSender:
    """`send` is called on the sender's thread with each message when it is due. All methods from any thread."""

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._send = send
        self._queue = MidiQueue()
        self._changed = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="midi out", daemon=True)
        self._thread.start()

    def set_lead(self, lead: Micros) -> None:
        """Let messages that are added from now on leave so much earlier."""
        with self._changed:
            self._queue.lead = lead

    def add(self, messages: Iterable[TimedMidi]) -> None:
        """Send these at their times."""
        with self._changed:
            self._queue.add(messages)
            self._changed.notify()

    def panic(self) -> None:
        """Drop the notes that wait, and end all notes at once."""
        self._now(self._queue.panic)

    def end(self) -> None:
        """Drop what waits, and end all notes and the clock at once."""
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
        """Until a message is due, or something has changed."""
        with self._changed:
            due = self._queue.next_at
            if self._closed or self._changed.wait(
                None if due is None else max(due - COARSE - local_micros(), 0) / SECOND
            ):
                return
        while self._queue.next_at == due is not None and (left := due - local_micros()) > 0:
            time.sleep(STEP_S if left > SPIN else 0)  # 0 lets other threads of this process run


def _run_in_real_time() -> None:
    """Give this thread a real-time priority where the system offers it and the user may have it."""
    with suppress(AttributeError, OSError):
        os.sched_setscheduler(threading.get_native_id(), os.SCHED_FIFO, os.sched_param(PRIORITY))
