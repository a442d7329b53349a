"""The recovery log is written despite disk errors, and read despite damage."""

import errno
import os
import queue
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drumcircle_gui import atomic_file
from drumcircle_gui.append_log_io import AppendLog
from drumcircle_gui.protocol.messages import Cue, CueUpdate
from drumcircle_gui.server import recovery_io
from drumcircle_gui.server.recovery_io import RecoveryWriter, load_recovery, recovery_file
from drumcircle_gui.server.room.recovery_log import RecoveryEntry, SavedCircle, read_log
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, tempo_of_bpm, wall_micros

PATIENCE_S = 10.0

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions, and deletes no open files")


class Log:
    """A recovery writer and its reports."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.began = Micros(local_micros() - 60 * SECOND)
        segments = Timeline.stopped(tempo_of_bpm(120), Meter()).segments
        saved = SavedCircle("Oak", self.began, Micros(60 * SECOND), wall_micros(), segments)
        self.written: queue.Queue[int] = queue.Queue()
        self.problems: queue.Queue[str] = queue.Queue()
        self.writer = RecoveryWriter(path, saved, self.written.put, self.problems.put)
        self._entries = 0

    def give_cue(self, word: str) -> None:
        """Append a cue, and wait until it is written or given up."""
        now = Micros(local_micros() - self.began)
        self.writer.append(RecoveryEntry(now, wall_micros(), (CueUpdate(Cue(word)),)))
        self._entries += 1
        while self.written.get(timeout=PATIENCE_S) < self._entries:
            continue

    @property
    def cue(self) -> str:
        """The cue that a server started now would restore."""
        with self.path.open("rb") as file:
            saved = read_log(file)
        return saved.cue.word if saved else ""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    log = Log(recovery_file(tmp_path / "data", 7337))
    yield log
    log.writer.close()


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Makes every write fail until it is undone."""
    with monkeypatch.context() as patch:
        patch.setattr(AppendLog, "append", full)
        patch.setattr(atomic_file, "replace", full)
        yield patch


def test_an_entry_can_be_loaded_at_once(log: Log) -> None:
    log.give_cue("Listen")
    assert log.cue == "Listen"
    found = load_recovery(log.path, "Oak")
    assert found is not None
    saved, began = found
    assert (saved.cue.word, began) == ("Listen", log.began)


def test_the_log_of_an_ended_circle_is_deleted(log: Log) -> None:
    log.give_cue("Listen")
    log.writer.close()
    assert list(log.path.parent.iterdir()) == []
    assert load_recovery(log.path, "Oak") is None
    log.writer.close()


@posix
def test_only_the_user_can_read_the_log(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        log = Log(recovery_file(tmp_path / "data", 7337))
        log.give_cue("Listen")
        assert log.path.stat().st_mode & 0o777 == 0o600
        assert log.path.parent.stat().st_mode & 0o777 == 0o700
        log.writer.close()
    finally:
        os.umask(before)


def test_a_long_log_is_replaced_by_a_short_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery_io, "MAX_ENTRIES_SIZE", 100)
    log = Log(recovery_file(tmp_path, 7337))
    for number in range(50):
        log.give_cue(f"cue {number}")
        assert log.cue == f"cue {number}"
    assert log.path.stat().st_size < 1_000
    log.writer.close()


def test_a_full_disk_is_reported_once_and_delays_no_member(
    log: Log, full_disk: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_io, "RETRY_AFTER_S", 0.0)
    for word in ("Play", "Imitate"):
        log.give_cue(word)
    assert "no space left on device" in log.problems.get(timeout=PATIENCE_S)
    assert load_recovery(log.path, "Oak") is None  # an outdated circle must not come back
    full_disk.undo()
    log.give_cue("Stop")
    assert log.cue == "Stop"
    assert log.problems.get(timeout=PATIENCE_S) == ""
    assert log.problems.empty()


def test_after_a_failure_writing_pauses(log: Log, full_disk: pytest.MonkeyPatch) -> None:
    log.give_cue("Play")
    full_disk.undo()
    log.give_cue("Stop")
    assert not log.path.exists()


@posix
def test_a_deleted_folder_is_made_again(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    log.writer.close()
    monkeypatch.setattr(recovery_io, "CHECK_AFTER_S", 0.0)
    log = Log(log.path)
    log.give_cue("Listen")
    shutil.rmtree(log.path.parent)
    log.give_cue("Play")
    assert log.cue == "Play"
    log.writer.close()


def test_old_logs_are_deleted(log: Log) -> None:
    log.give_cue("Listen")
    old = recovery_file(log.path.parent, 1), log.path.parent / atomic_file.TEMPORARY.replace("*", "x")
    for file in old:
        file.write_bytes(b"long ago")
        os.utime(file, (0, 0))
    assert load_recovery(log.path, "Oak") is not None
    assert not any(file.exists() for file in old)


def test_a_log_that_cannot_be_read_is_ignored(tmp_path: Path) -> None:
    path = recovery_file(tmp_path, 7337)
    path.mkdir()
    assert load_recovery(path, "Oak") is None


@pytest.mark.parametrize("content", [b"", b"\0\0\0\5rubbish and more rubbish", b"\xff" * 100, bytes(100)])
def test_a_damaged_log_is_ignored(tmp_path: Path, content: bytes) -> None:
    path = recovery_file(tmp_path, 7337)
    path.write_bytes(content)
    assert load_recovery(path, "Oak") is None


def test_a_huge_sparse_file_costs_neither_time_nor_memory(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    log.give_cue("Listen")
    copy = recovery_file(log.path.parent, 1)
    shutil.copyfile(log.path, copy)
    os.truncate(copy, 4 << 30)
    found = load_recovery(copy, "Oak")
    assert found is not None and found[0].cue.word == "Listen"
    os.truncate(copy, 0)
    os.truncate(copy, 4 << 30)
    assert load_recovery(copy, "Oak") is None
