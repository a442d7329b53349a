import threading
from collections.abc import Iterator

import pytest

from drumcircle_gui import background_writer_io
from drumcircle_gui.background_writer_io import BackgroundWriter, Sink

PATIENCE_S = 10.0


class Disk(Sink[int]):
    """Writes to a list, blocking while it does not answer; `calls` holds the calls in order."""

    def __init__(self, fail_at: int | None = None) -> None:
        self.answers, self.asked = threading.Event(), threading.Event()
        self.answers.set()
        self.synced, self.closed = threading.Event(), threading.Event()
        self.written: list[int] = []
        self.calls: list[str] = []
        self._fail_at = fail_at

    def begin(self) -> None:
        self.calls.append("begin")

    def write(self, items: list[int]) -> None:
        self.asked.set()
        self.answers.wait(PATIENCE_S)
        if self._fail_at in items:
            raise OSError(28, "No space left on device")
        self.written += items

    def sync(self) -> None:
        self.synced.set()

    def finish(self) -> None:
        self.calls.append("finish")

    def fail(self, error: OSError) -> None:
        self.calls.append(f"fail: {error.strerror}")

    def close(self) -> None:
        self.calls.append("close")
        self.closed.set()


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def writer(disk: Disk) -> Iterator[BackgroundWriter[int]]:
    writer = BackgroundWriter("test", disk, max_waiting=3)
    yield writer
    disk.answers.set()
    writer.close()


def test_items_of_several_threads_are_all_written_each_threads_in_order(disk: Disk) -> None:
    writer = BackgroundWriter("test", disk, max_waiting=10_000)
    threads = [
        threading.Thread(target=lambda first=first: [writer.put(number) for number in range(first, first + 1000)])
        for first in (0, 1000, 2000)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert writer.close()
    assert sorted(disk.written) == list(range(3000))
    assert [number for number in disk.written if number < 1000] == list(range(1000))
    assert disk.calls == ["begin", "finish", "close"]


def test_after_the_end_items_are_discarded(writer: BackgroundWriter[int], disk: Disk) -> None:
    writer.put(1)
    writer.end()
    assert writer.ended and not writer.put(2)
    assert writer.close() and writer.close()
    assert disk.written == [1]


def test_a_hanging_disk_delays_no_caller(
    writer: BackgroundWriter[int], disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_writer_io, "CLOSE_TIMEOUT_S", 0.01)
    disk.answers.clear()
    writer.put(0)
    assert disk.asked.wait(PATIENCE_S)
    assert [writer.put(number) for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert not writer.close()
    disk.answers.set()
    assert disk.closed.wait(PATIENCE_S)
    assert disk.written == [0, 1, 2, 3]


def test_discarded_items_are_not_written(writer: BackgroundWriter[int], disk: Disk) -> None:
    disk.answers.clear()
    writer.put(0)
    assert disk.asked.wait(PATIENCE_S)
    writer.put(1)
    writer.discard()
    disk.answers.set()
    assert disk.closed.wait(PATIENCE_S)
    assert disk.written == [0]
    assert disk.calls == ["begin", "close"]


def test_an_error_of_the_disk_ends_the_writer() -> None:
    disk = Disk(fail_at=2)
    writer = BackgroundWriter("test", disk, max_waiting=10)
    for number in range(5):
        writer.put(number)
    assert disk.closed.wait(PATIENCE_S)
    assert writer.close() and not writer.put(9)
    assert 2 not in disk.written
    assert disk.calls == ["begin", "fail: No space left on device", "close"]


def test_the_sink_is_synced_some_time_after_it_was_written_to(disk: Disk) -> None:
    writer = BackgroundWriter("test", disk, max_waiting=10, sync_after_s=0.01)
    assert not disk.synced.is_set()
    writer.put(1)
    assert disk.synced.wait(PATIENCE_S)
    writer.close()


def test_under_constant_load_the_sink_is_synced_too(disk: Disk) -> None:
    writer = BackgroundWriter("test", disk, max_waiting=10, sync_after_s=0.0)
    while not disk.synced.is_set():
        writer.put(1)
    writer.close()
