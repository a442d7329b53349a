"""The machine's boot id."""

import sys
from pathlib import Path

import pytest

from drumcircle_gui.server import boot_id_io
from drumcircle_gui.server.boot_id_io import boot_id


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
def test_the_boot_is_known_and_stays_the_same() -> None:
    assert boot_id() == boot_id() != ""


@pytest.mark.skipif(sys.platform != "linux", reason="the file is of Linux")
def test_a_system_that_does_not_tell_gives_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boot_id_io, "_LINUX", tmp_path / "none")
    assert boot_id() == ""
