import hashlib
import os

import pytest

from drumcircle_gui.loops.loop_folder_io import DamagedLoop, loop_files, read_loop
from drumcircle_gui.protocol.loop_messages import MAX_LOOP_BYTES


@pytest.fixture
def keep(tmp_path):
    """Store a loop file that was changed at a time."""

    def stored(data, at=0):
        file = tmp_path / hashlib.sha256(data).hexdigest()
        file.write_bytes(data)
        os.utime(file, (at, at))
        return file

    return stored


def test_a_file_is_read_if_it_is_what_its_name_says(keep, tmp_path):
    file = keep(b"loop")
    assert read_loop(file) == b"loop"
    file.write_bytes(b"poop")
    with pytest.raises(DamagedLoop):
        read_loop(file)
    with pytest.raises(FileNotFoundError):
        read_loop(tmp_path / "0")


def test_a_file_that_is_too_long_counts_as_damaged(keep):
    with pytest.raises(DamagedLoop):
        read_loop(keep(bytes(MAX_LOOP_BYTES + 2)))


def test_loop_files_are_listed_by_age_and_others_left_out(keep, tmp_path):
    (tmp_path / "notes.txt").touch()
    files = [keep(bytes([at]), at) for at in (3, 1, 2)]
    assert loop_files(tmp_path) == [files[1], files[2], files[0]]
    assert loop_files(tmp_path / "nowhere") == []
