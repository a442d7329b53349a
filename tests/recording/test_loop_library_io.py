import hashlib
import os
from pathlib import Path

import numpy as np
import pytest

from drumcircle_gui.recording.loop_library_io import FOLDER, MAX_KEPT, LoopLibrary
from drumcircle_gui.sound.loops.loop_report import LoopReport

DATA = np.arange(400, dtype="<i2").tobytes()


def name_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def copied(source: Path, target: Path) -> LoopReport:
    target.write_bytes(source.read_bytes())
    return LoopReport("", 100)


@pytest.fixture
def library(tmp_path: Path) -> LoopLibrary:
    return LoopLibrary(tmp_path, copied)


def test_what_is_kept_is_found_again_by_another_program(library: LoopLibrary, tmp_path: Path) -> None:
    library.keep(name_of(DATA), DATA)
    library.keep(name_of(DATA), DATA)
    [sound] = LoopLibrary(tmp_path, copied).sounds([name_of(DATA), "c" * 64]).values()
    assert sound.frames == 200


def test_a_damaged_file_and_one_that_cannot_be_played_are_left_out(library: LoopLibrary, tmp_path: Path) -> None:
    library.keep(name_of(DATA), DATA)
    assert LoopLibrary(tmp_path, lambda source, target: LoopReport("No sound.")).sounds([name_of(DATA)]) == {}
    (tmp_path / FOLDER / name_of(DATA)).write_bytes(DATA[:-2])
    assert library.sounds([name_of(DATA)]) == {}


def test_the_oldest_files_give_way(library: LoopLibrary, tmp_path: Path) -> None:
    each = [bytes([number, 0, 0, 0]) for number in range(MAX_KEPT + 2)]
    for age, data in enumerate(each):
        library.keep(name_of(data), data)
        os.utime(tmp_path / FOLDER / name_of(data), (age, age))
    library.keep(name_of(DATA), DATA)
    kept = {file.name for file in (tmp_path / FOLDER).iterdir()}
    assert len(kept) == MAX_KEPT and name_of(DATA) in kept and name_of(each[0]) not in kept


def test_a_disk_that_takes_nothing_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    library = LoopLibrary(tmp_path, copied)
    assert not library.keep(name_of(DATA), DATA) and not library.has(name_of(DATA))
    assert library.files() == []
    assert "cannot be kept" in caplog.text


def test_a_loop_is_decoded_to_a_file_that_is_wanted(library: LoopLibrary, tmp_path: Path) -> None:
    target = tmp_path / "wanted.pcm"
    assert not library.decoded(name_of(DATA), target) and library.missing([name_of(DATA)]) == {name_of(DATA)}
    assert library.keep(name_of(DATA), DATA)
    assert library.decoded(name_of(DATA), target) and target.read_bytes() == DATA
    assert library.missing([name_of(DATA), "c" * 64]) == {"c" * 64}
    assert not library.decoded(name_of(DATA), tmp_path / "no folder" / "wanted.pcm")
    assert [file.name for file in library.files()] == [name_of(DATA)]
