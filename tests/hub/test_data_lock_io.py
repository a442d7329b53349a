"""The lock on a hub's data directory."""

import asyncio
import os
from pathlib import Path

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.data_lock_io import PROCESS_FILE, DataLock


def test_a_number_that_a_killed_process_left_behind_ends_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []
    monkeypatch.setattr(os, "kill", lambda process, signal: killed.append(process))
    (tmp_path / PROCESS_FILE).write_text("4242")
    lock = DataLock(tmp_path)
    asyncio.run(lock.take_over())
    lock.release()
    assert killed == []


def test_a_directory_that_cannot_be_written_is_an_error_and_stays_free(tmp_path: Path) -> None:
    (tmp_path / PROCESS_FILE).mkdir()
    with pytest.raises(DrumCircleError, match="Choose another data directory"):
        DataLock(tmp_path).acquire()
    (tmp_path / PROCESS_FILE).rmdir()
    lock = DataLock(tmp_path)
    assert lock.acquire()
    lock.release()
