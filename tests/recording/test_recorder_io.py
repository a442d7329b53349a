"""Recordings contain what was published; a bad disk delays no caller, and everything written stays readable."""

import errno
import io
import os
import shutil
import sys
import threading
from pathlib import Path

import msgspec
import pytest

from drumcircle_gui import background_writer_io
from drumcircle_gui.append_log_io import AppendLog
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.messages import ClockReply
from drumcircle_gui.recording import recorder_io
from drumcircle_gui.recording.journal import JournalReader
from drumcircle_gui.recording.performance import build_performance
from drumcircle_gui.recording.recorder_io import (
    FileRecorder,
    NoRecorder,
    recording_problem,
    safe_file_name,
    unused_file,
)
from drumcircle_gui.timing.units import Micros, seconds

from .material import SAID, batch, journal, played, welcome


@pytest.fixture
def problems() -> list[DrumCircleError]:
    return []


@pytest.fixture
def recorder(tmp_path, problems):
    recorder = FileRecorder(tmp_path / "recordings", problems.append)
    yield recorder
    recorder.close()


def publish(recorder: FileRecorder, said=SAID) -> None:
    for at, message in said:
        recorder.take(message, seconds(at))


def files(folder: Path) -> list[Path]:
    return sorted((folder / "recordings").glob("*.drumcircle"))


def read(file: Path):
    with file.open("rb") as opened:
        reading = JournalReader(opened)
        return build_performance(reading), reading


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in files(folder))


def until(holds) -> None:
    pause = threading.Event()
    while not holds():
        pause.wait(0.01)


def test_a_recording_holds_what_was_published(recorder, tmp_path, problems):
    publish(recorder)
    recorder.close()
    recorder.close()
    (file,) = files(tmp_path)
    whole, reading = read(file)
    assert whole == played()
    assert reading.end and reading.end.strokes == 5
    assert file.stem.endswith(" Oak") and file.stem[:2] == "20"
    assert problems == []


def test_messages_reach_the_operating_system_at_once(recorder, tmp_path):
    publish(recorder)
    until(lambda: size(tmp_path) == len(journal(ended=False)))
    assert read(files(tmp_path)[0])[0] == played()


def test_the_file_is_synced_about_once_a_second(tmp_path, problems, monkeypatch):
    synced = threading.Event()
    monkeypatch.setattr(recorder_io, "SYNC_AFTER_S", 0.05)
    monkeypatch.setattr(os, "fsync", lambda handle: synced.set())
    recorder = FileRecorder(tmp_path, problems.append)
    publish(recorder, SAID[:3])
    assert synced.wait(10)
    recorder.close()


def test_each_circle_has_a_file_and_a_reconnect_does_not(recorder, tmp_path):
    anew = msgspec.structs.replace(welcome(token="another"), circle="Elm")
    publish(recorder, [*SAID, (7.0, welcome()), *SAID[1:], (8.0, anew), (9.0, batch(0, (1, 3.0, 38)))])
    recorder.close()
    recordings = {whole.circle: whole for whole, _ in map(read, files(tmp_path))}
    assert recordings["Oak"] == played()
    assert len(recordings["Elm"].strokes) == 1


def test_a_recording_without_strokes_is_deleted(recorder, tmp_path):
    publish(recorder, [(0.0, welcome()), (1.0, welcome())])
    recorder.close()
    assert files(tmp_path) == []


def test_messages_before_a_welcome_are_ignored(recorder, tmp_path):
    publish(recorder, SAID[1:])
    recorder.close()
    assert files(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_reported_once(tmp_path, problems):
    full = Path("/dev/full").open("wb", buffering=0)  # noqa: SIM115
    recorder = FileRecorder(tmp_path, problems.append, lambda path: AppendLog(path, full))
    publish(recorder)
    until(lambda: problems)
    publish(recorder)
    recorder.close()
    assert len(problems) == 1
    assert problems[0].what.startswith("Recording has stopped (no space left on device)")


class Small(io.FileIO):
    """A file on a disk with room for 400 bytes that writes at most 7 bytes per call."""

    ROOM = 400

    def write(self, data, /) -> int:
        room = min(self.ROOM - self.tell(), 7)
        if room <= 0:
            raise OSError(28, "No space left on device")
        return super().write(data[:room])


def test_a_recording_on_a_full_disk_is_readable_up_to_there(tmp_path, problems):
    recorder = FileRecorder(tmp_path / "recordings", problems.append, lambda path: AppendLog(path, Small(path, "xb")))
    publish(recorder)
    recorder.close()
    whole, reading = read(files(tmp_path)[0])
    assert len(problems) == 1
    assert reading.end is None and 0 < len(whole.strokes) < 5


def test_a_folder_that_cannot_be_made_is_reported(tmp_path, problems):
    (tmp_path / "recordings").write_text("a file in its place")
    recorder = FileRecorder(tmp_path / "recordings", problems.append)
    publish(recorder)
    recorder.close()
    assert len(problems) == 1


class Stuck(io.FileIO):
    """A file on a disk that stops answering until `answer` is set."""

    answer = threading.Event()

    def write(self, data, /) -> int:
        assert self.tell() < len(journal(SAID[:2], ended=False)) or self.answer.wait(60)
        return super().write(data)


def test_a_hanging_disk_delays_no_caller(tmp_path, problems, monkeypatch):
    monkeypatch.setattr(recorder_io, "MAX_WAITING", 50)
    monkeypatch.setattr(background_writer_io, "CLOSE_TIMEOUT_S", 0.05)
    Stuck.answer.clear()
    recorder = FileRecorder(tmp_path / "recordings", problems.append, lambda path: AppendLog(path, Stuck(path, "xb")))
    publish(recorder, SAID[:2])
    until(lambda: size(tmp_path) == len(journal(SAID[:2], ended=False)))
    publish(recorder, [(1.0, batch(number, (1, 1.0, 38))) for number in range(1, 200)])
    assert [problem.what[:45] for problem in problems] == ["Recording has stopped (the disk is too slow)."]
    recorder.end()
    recorder.close()
    Stuck.answer.set()
    monkeypatch.setattr(background_writer_io, "CLOSE_TIMEOUT_S", 10.0)
    recorder.close()
    assert read(files(tmp_path)[0])[1].end is None


def test_messages_that_recordings_do_not_contain_do_not_wait_for_the_disk(tmp_path, problems, monkeypatch):
    monkeypatch.setattr(recorder_io, "MAX_WAITING", 0)
    recorder = FileRecorder(tmp_path, problems.append)
    publish(recorder, [(1.0, ClockReply(1, 0, Micros(1), Micros(2)))])
    assert not problems
    publish(recorder, SAID[:1])
    assert problems
    recorder.close()


def test_the_end_does_not_wait_for_the_disk(recorder, tmp_path):
    publish(recorder)
    recorder.end()
    recorder.take(batch(99, (1, 50.0, 38)), Micros(0))
    recorder.close()
    assert read(files(tmp_path)[0])[0] == played()


def test_without_a_recorder_messages_are_discarded():
    recorder = NoRecorder()
    recorder.take(welcome(), Micros(0))
    recorder.close()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Oak", "Oak"),
        ("a/b\\c:d", "a b c d"),
        (" ..", "circle"),
        ("x" * 99, "x" * 64),
        ("🥁" * 64, "🥁" * 45),
        ("\ud800", "circle"),
        ("Größe 𝄞", "Größe 𝄞"),
        ("\0", "circle"),
    ],
)
def test_names_become_file_names_on_every_system(name: str, safe: str, tmp_path):
    assert safe_file_name(name) == safe
    file = unused_file(tmp_path, safe_file_name(name))
    file.touch()
    assert unused_file(tmp_path, safe_file_name(name)).stem == f"{safe} (2)"


posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither umasks nor deletes open files")


@posix
def test_recordings_are_for_the_user_alone_whatever_the_umask(tmp_path, problems):
    before = os.umask(0)
    try:
        recorder = FileRecorder(tmp_path / "recordings", problems.append)
        publish(recorder)
        recorder.close()
    finally:
        os.umask(before)
    (file,) = files(tmp_path)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


@posix
def test_a_deleted_folder_is_reported(tmp_path, problems, monkeypatch):
    monkeypatch.setattr(recorder_io, "SYNC_AFTER_S", 0.01)
    recorder = FileRecorder(tmp_path / "recordings", problems.append)
    publish(recorder, SAID[:2])
    until(lambda: files(tmp_path))
    shutil.rmtree(tmp_path / "recordings")
    publish(recorder, SAID[2:])
    until(lambda: problems)
    recorder.close()
    assert problems[0].what == "Recording has stopped (its file was deleted)."


@pytest.mark.parametrize(
    ("number", "todo"),
    [(errno.ENOSPC, "Make room on the disk"), (errno.EROFS, "Check who may write"), (errno.EIO, "Check the disk")],
)
def test_the_user_learns_what_to_do_about_each_error(number: int, todo: str) -> None:
    problem = recording_problem(OSError(number, os.strerror(number)))
    assert problem.what.endswith("What was recorded until now is kept.")
    assert f"You can play on. {todo}" in problem.todo
