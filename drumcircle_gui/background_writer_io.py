"""Writes items to a disk on a thread of its own, so that a slow or full disk delays nobody else."""

import math
import threading
import time
from typing import Generic, TypeVar

T = TypeVar("T")

CLOSE_TIMEOUT_S = 5.0
"""How long `close` waits for a disk that does not answer."""


class Sink(Generic[T]):
    """What a BackgroundWriter does with its items. All methods run on the writer's thread."""

    def begin(self) -> None:
        """Called first. OSError ends the writer."""

    def write(self, items: list[T]) -> None:
        """Write `items`, everything that was waiting. OSError ends the writer."""
        raise NotImplementedError

    def sync(self) -> None:
        """Called `sync_after_s` after the first `write` since the last `sync`. OSError ends the writer."""

    def finish(self) -> None:
        """All items are written, and no more will come. OSError ends the writer."""

    def fail(self, error: OSError) -> None:
        """`error` has ended the writer."""
        raise NotImplementedError

    def close(self) -> None:
        """Called last, whatever happened. Must not raise."""


class BackgroundWriter(Generic[T]):
    """Passes items from any thread to `sink`, in order, until `close`, `discard` or an error.

    At most `max_waiting` items wait for the disk.
    """

    def __init__(self, name: str, sink: Sink[T], max_waiting: float, sync_after_s: float = math.inf) -> None:
        self._sink, self._max_waiting, self._sync_after_s = sink, max_waiting, sync_after_s
        self._changed = threading.Condition()
        self._waiting: list[T] = []
        self._ended = self._discarded = False
        self._sync_at = math.inf
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether no more items are taken."""
        return self._ended

    def put(self, item: T) -> bool:
        """Have `item` written; from any thread, without waiting. False if too many wait, or after the end."""
        with self._changed:
            if self._ended or len(self._waiting) >= self._max_waiting:
                return False
            self._waiting.append(item)
            self._changed.notify()
            return True

    def end(self) -> None:
        """Take no more items; the thread writes those that wait and finishes. From any thread, without waiting."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def discard(self) -> None:
        """Take no more items, drop those that wait, and do not finish. From any thread, without waiting."""
        with self._changed:
            self._discarded = True
            self._waiting.clear()
        self.end()

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
                self._sync_at = min(self._sync_at, time.monotonic() + self._sync_after_s)
            if time.monotonic() >= self._sync_at:
                self._sink.sync()
                self._sync_at = math.inf
        if not self._discarded:
            self._sink.finish()

    def _take(self) -> list[T] | None:
        """Wait for items, at most until it is time to sync; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended, self._until_sync_s())
            items, self._waiting = self._waiting, []
            return None if self._ended and not items else items

    def _until_sync_s(self) -> float | None:
        return None if self._sync_at == math.inf else max(self._sync_at - time.monotonic(), 0)
