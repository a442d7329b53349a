import stat
import sys

import pytest

from drumcircle_gui.atomic_file import replace, set_aside


def test_a_file_is_made_with_its_folder_and_replaced(tmp_path):
    file = tmp_path / "new" / "rooms.toml"
    replace(file, b"one")
    replace(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits mean nothing there")
def test_only_the_user_can_read_it(tmp_path):
    replace(tmp_path / "file", b"")
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    file = tmp_path / "file"
    replace(file, b"old")

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("drumcircle_gui.atomic_file.os.fsync", full)
    with pytest.raises(OSError, match="no space left"):
        replace(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_set_aside_takes_the_place_of_what_was(tmp_path):
    file = tmp_path / "rooms.toml"
    for text in ("one", "two"):
        file.write_text(text)
        assert set_aside(file) == tmp_path / "rooms.toml.broken"
    assert (tmp_path / "rooms.toml.broken").read_text() == "two"
    assert not file.exists()
    with pytest.raises(OSError, match=r"rooms\.toml"):
        set_aside(file)
