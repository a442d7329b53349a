import errno
import io
import os
import sys
from pathlib import Path

import pytest

from drumcircle_gui.append_log_io import AppendLog, open_log

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither umasks nor deletes open files")


def test_records_are_appended_to_what_the_file_holds(tmp_path: Path) -> None:
    for record in (b"one", b"two"):
        log = open_log(tmp_path / "log")
        log.append(record)
        assert (tmp_path / "log").read_bytes().endswith(record)
        log.close()
        log.close()
    assert (tmp_path / "log").read_bytes() == b"onetwo"


def test_a_new_log_replaces_no_file(tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    with pytest.raises(FileExistsError):
        open_log(tmp_path / "log", new=True)


class SlowFile(io.RawIOBase):
    """Accepts at most three bytes per call, and ten in total."""

    def __init__(self) -> None:
        self.held = b""

    def write(self, data: object, /) -> int:
        taken = bytes(data)[: min(3, 10 - len(self.held))]  # type: ignore[call-overload]
        if not taken:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.held += taken
        return len(taken)


def test_a_record_is_written_whole_even_in_several_pieces(tmp_path: Path) -> None:
    file = SlowFile()
    log = AppendLog(tmp_path / "log", file)  # type: ignore[arg-type]
    log.append(b"12345678")
    assert file.held == b"12345678"
    with pytest.raises(OSError, match="No space"):
        log.append(b"abc")


@posix
def test_a_deleted_file_is_noticed(tmp_path: Path) -> None:
    log = open_log(tmp_path / "log")
    log.append(b"one")
    log.sync()
    (tmp_path / "log").unlink()
    with pytest.raises(FileNotFoundError, match="its file was deleted"):
        log.sync()
    log.close()


@posix
@pytest.mark.parametrize(("private", "mode"), [(True, 0o600), (False, 0o666)])
def test_a_private_log_is_for_the_user_alone(tmp_path: Path, private: bool, mode: int) -> None:
    before = os.umask(0)
    try:
        open_log(tmp_path / "log", private=private).close()
    finally:
        os.umask(before)
    assert (tmp_path / "log").stat().st_mode & 0o777 == mode
