import os
import stat
import sys

import pytest

from drumcircle_gui.atomic_file import create, replace, replacing, save_text, set_aside


def test_a_file_is_made_with_its_folder_and_replaced(tmp_path):
    file = tmp_path / "new" / "rooms.toml"
    replace(file, b"one")
    replace(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(file.parent.iterdir()) == [file]


def test_a_users_document_is_utf_8_and_has_the_usual_permissions(tmp_path):
    file, other = tmp_path / "samba.toml", tmp_path / "other"
    other.write_bytes(b"")
    save_text(file, "Größe")
    assert file.read_bytes() == "Größe".encode()
    assert file.stat().st_mode == other.stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_the_user_can_read_it(tmp_path):
    replace(tmp_path / "file", b"")
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_no_temporary_one(tmp_path, monkeypatch):
    file = tmp_path / "file"
    replace(file, b"old")

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("drumcircle_gui.atomic_file.os.fsync", full)
    with pytest.raises(OSError, match="no space left"):
        replace(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_set_aside_replaces_the_one_set_aside_before(tmp_path):
    file = tmp_path / "rooms.toml"
    for text in ("one", "two"):
        file.write_text(text)
        assert set_aside(file) == tmp_path / "rooms.toml.broken"
    assert (tmp_path / "rooms.toml.broken").read_text() == "two"
    assert not file.exists()
    with pytest.raises(OSError, match=r"rooms\.toml"):
        set_aside(file)


def test_an_exception_in_the_block_leaves_the_old_file(tmp_path):
    file = tmp_path / "file"
    file.write_text("old")
    with pytest.raises(KeyError), replacing(file) as new:
        new.write(b"half of it")
        raise KeyError
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("file", "old")]


def test_a_created_file_stays_when_it_is_created_again(tmp_path):
    file = tmp_path / "new" / "keys"
    for data in (b"one", b"two"):
        create(file, data)
    assert file.read_bytes() == b"one"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("error", [PermissionError(1, "no"), OSError(95, "not supported"), NotImplementedError()])
def test_a_file_is_created_where_there_are_no_hard_links(tmp_path, monkeypatch, error):
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "keys"
    for data in (b"one", b"two"):
        create(file, data)
    assert file.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [file]
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_new_folders_are_for_the_user_alone(tmp_path):
    before = os.umask(0)
    try:
        replace(tmp_path / "deep" / "folder" / "file", b"")
        with replacing(tmp_path / "export", private=False):
            pass
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "deep").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "deep" / "folder").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "export").stat().st_mode) == 0o666
