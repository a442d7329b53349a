"""Writes items to a disk on a separate thread, so that a slow or full disk does not block the caller."""

import math
import queue
import threading
import time
from contextlib import suppress
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")

CLOSE_TIMEOUT_S = 5.0
"""Time limit of `close` while the disk does not respond."""


class Sink(Generic[T]):
    """The actions of a BackgroundWriter on its items. All methods run on the writer's thread."""

    def begin(self) -> None:
        """Called first. OSError ends the writer."""

    def write(self, items: list[T]) -> None:
        """Write `items`, everything that was waiting. OSError ends the writer."""
        raise NotImplementedError

    def sync(self) -> None:
        """Called `sync_after_s` after the first `write` since the last `sync`. OSError ends the writer."""

    def finish(self) -> None:
        """Called after the last item is written. OSError ends the writer."""

    def fail(self, error: OSError) -> None:
        """Called when `error` has ended the writer."""
        raise NotImplementedError

    def close(self) -> None:
        """Called once at the end, after an error too. Must not raise."""


class _End(Enum):
    """Follows the last item in the queue."""

    END = "end"


class BackgroundWriter(Generic[T]):
    """Passes items from any thread to `sink`, in order, until `close`, `discard` or an error.

    At most `max_waiting` items wait for the disk.
    """

    def __init__(self, name: str, sink: Sink[T], max_waiting: float, sync_after_s: float = math.inf) -> None:
        self._sink, self._max_waiting, self._sync_after_s = sink, max_waiting, sync_after_s
        self._lock = threading.Lock()
        self._waiting: queue.SimpleQueue[T | _End] = queue.SimpleQueue()
        self._ended = self._discarded = False
        self._sync_at = self._sync_in_s = math.inf
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether further items are refused."""
        return self._ended

    def put(self, item: T) -> bool:
        """Queue `item` for writing, from any thread, without waiting. False if the queue is full or the writer has
        ended."""
        with self._lock:
            if self._ended or self._waiting.qsize() >= self._max_waiting:
                return False
            self._waiting.put(item)
            return True

    def end(self) -> None:
        """Accept no more items; the thread writes the queued ones and finishes. From any thread, without waiting."""
        with self._lock:
            self._ended = True
            self._waiting.put(_End.END)

    def discard(self) -> None:
        """Accept no more items, and drop the queued ones without `finish`. From any thread, without waiting."""
        with self._lock:
            self._ended = self._discarded = True
            with suppress(queue.Empty):
                while True:
                    self._waiting.get_nowait()
            self._waiting.put(_End.END)

    def close(self) -> bool:
        """`end`, and wait until all is written; False if the disk took longer than CLOSE_TIMEOUT_S. Idempotent."""
        self.end()
        self._thread.join(CLOSE_TIMEOUT_S)
        return not self._thread.is_alive()

    # --- on the writer's thread

    def _run(self) -> None:
        try:
            self._write_all()
        except OSError as error:
            self._sink.fail(error)
        finally:
            self.discard()
            self._sink.close()

    def _write_all(self) -> None:
        self._sink.begin()
        while (items := self._take()) is not None:
            if items:
                self._sink.write(items)
            self._sync_if_due(written=bool(items))
        if not self._discarded:
            self._sink.finish()

    def _take(self) -> list[T] | None:
        """Wait for items, at most until it is time to sync; None at the end."""
        try:
            item = self._waiting.get(timeout=None if self._sync_in_s == math.inf else self._sync_in_s)
        except queue.Empty:
            return []
        items: list[T] = []
        while not isinstance(item, _End):
            items.append(item)
            if self._waiting.empty():
                return items
            item = self._waiting.get()  # if `discard` was quicker, the end comes
        if not items:
            return None
        self._waiting.put(item)  # the end comes with the next call
        return items

    def _sync_if_due(self, *, written: bool) -> None:
        if self._sync_after_s == math.inf:
            return
        now = time.monotonic()
        if written and self._sync_at == math.inf:
            self._sync_at = now + self._sync_after_s
        if now >= self._sync_at:
            self._sink.sync()
            self._sync_at = math.inf
        self._sync_in_s = self._sync_at - now
