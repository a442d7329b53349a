"""Whatever the disk does, nobody who plays is held up, and what was written stays readable."""

import io
import os
import threading
from pathlib import Path

import msgspec
import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.recording import recorder_io
from drumcircle_gui.recording.journal import Reading
from drumcircle_gui.recording.performance import performance
from drumcircle_gui.recording.recorder_io import FileRecorder, NoRecorder, free_name, speakable
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


def tell(recorder: FileRecorder, said=SAID) -> None:
    for at, message in said:
        recorder.take(message, seconds(at))


def files(folder: Path) -> list[Path]:
    return sorted((folder / "recordings").glob("*.drumcircle"))


def read(file: Path):
    with file.open("rb") as opened:
        reading = Reading(opened)
        return performance(reading), reading


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in files(folder))


def until(holds) -> None:
    pause = threading.Event()
    while not holds():
        pause.wait(0.01)


def test_what_was_told_is_what_is_read(recorder, tmp_path, problems):
    tell(recorder)
    recorder.close()
    recorder.close()
    (file,) = files(tmp_path)
    whole, reading = read(file)
    assert whole == played()
    assert reading.ended and reading.ended.strokes == 5
    assert file.stem.endswith(" Oak") and file.stem[:2] == "20"
    assert problems == []


def test_it_is_on_its_way_to_the_disk_at_once_whatever_becomes_of_us(recorder, tmp_path):
    tell(recorder)
    until(lambda: size(tmp_path) == len(journal(ended=False)))
    assert read(files(tmp_path)[0])[0] == played()


def test_what_was_written_is_brought_to_safety_about_once_a_second(tmp_path, problems, monkeypatch):
    synced = threading.Event()
    monkeypatch.setattr(recorder_io, "SYNC_EVERY", 0.05)
    monkeypatch.setattr(os, "fsync", lambda handle: synced.set())
    recorder = FileRecorder(tmp_path, problems.append)
    tell(recorder, SAID[:3])
    assert synced.wait(10)
    recorder.close()


def test_another_circle_is_another_file_and_coming_back_is_not(recorder, tmp_path):
    anew = msgspec.structs.replace(welcome(token="another"), circle="Elm")
    tell(recorder, [*SAID, (7.0, welcome()), *SAID[1:], (8.0, anew), (9.0, batch(0, (1, 3.0, 38)))])
    recorder.close()
    recordings = {whole.circle: whole for whole, _ in map(read, files(tmp_path))}
    assert recordings["Oak"] == played()
    assert len(recordings["Elm"].strokes) == 1


def test_silence_is_not_kept(recorder, tmp_path):
    tell(recorder, [(0.0, welcome()), (1.0, welcome())])
    recorder.close()
    assert files(tmp_path) == []


def test_nothing_before_a_welcome_is_understood(recorder, tmp_path):
    tell(recorder, SAID[1:])
    recorder.close()
    assert files(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told_once_and_playing_goes_on(tmp_path, problems):
    recorder = FileRecorder(tmp_path, problems.append, lambda path: open("/dev/full", "wb", buffering=0))  # noqa: PTH123, SIM115
    tell(recorder)
    until(lambda: problems)
    tell(recorder)
    recorder.close()
    assert len(problems) == 1
    assert problems[0].what.startswith("Recording has stopped (no space left on device)")


class Small(io.FileIO):
    """A file on a disk with room for so many bytes, written in dribs and drabs."""

    ROOM = 400

    def write(self, data, /) -> int:
        room = min(self.ROOM - self.tell(), 7)
        if room <= 0:
            raise OSError(28, "No space left on device")
        return super().write(data[:room])


def test_what_was_written_before_the_disk_was_full_stays_readable(tmp_path, problems):
    recorder = FileRecorder(tmp_path / "recordings", problems.append, lambda path: Small(path, "xb"))
    tell(recorder)
    recorder.close()
    whole, reading = read(files(tmp_path)[0])
    assert len(problems) == 1
    assert reading.ended is None and 0 < len(whole.strokes) < 5


def test_where_one_may_not_write_that_is_told(tmp_path, problems):
    (tmp_path / "recordings").write_text("a file in its place")
    recorder = FileRecorder(tmp_path / "recordings", problems.append)
    tell(recorder)
    recorder.close()
    assert len(problems) == 1


class Stuck(io.FileIO):
    """A disk that after a while does not answer until it is told to."""

    answer = threading.Event()

    def write(self, data, /) -> int:
        assert self.tell() < len(journal(SAID[:2], ended=False)) or self.answer.wait(60)
        return super().write(data)


def test_a_disk_that_does_not_answer_holds_nobody_up(tmp_path, problems, monkeypatch):
    monkeypatch.setattr(recorder_io, "MOST_WAITING", 50)
    monkeypatch.setattr(recorder_io, "TO_CLOSE", 0.05)
    Stuck.answer.clear()
    recorder = FileRecorder(tmp_path / "recordings", problems.append, lambda path: Stuck(path, "xb"))
    tell(recorder, SAID[:2])
    until(lambda: size(tmp_path) == len(journal(SAID[:2], ended=False)))
    tell(recorder, [(1.0, batch(number, (1, 1.0, 38))) for number in range(1, 200)])
    assert [problem.what[:49] for problem in problems] == ["Recording has stopped (the disk does not keep up)"]
    recorder.end()
    recorder.close()
    Stuck.answer.set()
    until(lambda: not recorder._thread.is_alive())
    assert read(files(tmp_path)[0])[1].ended is None


def test_ending_needs_no_waiting(recorder, tmp_path):
    tell(recorder)
    recorder.end()
    recorder.take(batch(99, (1, 50.0, 38)), Micros(0))
    recorder.close()
    assert read(files(tmp_path)[0])[0] == played()


def test_nobody_asked():
    nobody = NoRecorder()
    nobody.take(welcome(), Micros(0))
    nobody.close()


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Oak", "Oak"),
        ("a/b\\c:d", "a b c d"),
        (" ..", "circle"),
        ("x" * 99, "x" * 64),
        ("Größe 𝄞", "Größe 𝄞"),
        ("\0", "circle"),
    ],
)
def test_names_that_every_system_takes(name: str, spoken: str, tmp_path):
    assert speakable(name) == spoken
    file = free_name(tmp_path, speakable(name))
    file.touch()
    assert free_name(tmp_path, speakable(name)).stem == f"{spoken} (2)"
