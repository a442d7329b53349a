import sys

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config import config_io
from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig, render
from drumcircle_gui.mpd.config.config_io import load, read, save

KITCHEN = RoomsConfig().with_room(RoomConfig("Kitchen", "10.0.0.7", offset_ms=12.5))


def test_a_saved_file_is_loaded_again(tmp_path):
    file = tmp_path / "new" / "rooms.toml"
    save(RoomsConfig(), file)
    save(KITCHEN, file)
    assert load(file) == (KITCHEN, "")
    assert read(file) == KITCHEN
    assert list(file.parent.iterdir()) == [file]


def test_a_missing_file_is_created_with_explanations(tmp_path):
    file = tmp_path / "rooms.toml"
    assert load(file) == (RoomsConfig(), "")
    assert file.read_bytes() == render(RoomsConfig())


def test_a_file_that_cannot_be_created_is_reported(tmp_path):
    (tmp_path / "file").touch()
    file = tmp_path / "file" / "rooms.toml"
    with pytest.raises(DrumCircleError, match="could not be saved"):
        save(KITCHEN, file)
    assert "could not be" in load(file)[1]


def test_a_file_given_by_the_user_must_exist_and_be_valid(tmp_path):
    with pytest.raises(DrumCircleError, match=r"There is no file .*rooms\.toml"):
        read(tmp_path / "rooms.toml")
    with pytest.raises(DrumCircleError, match="could not be read"):
        read(tmp_path)
    file = tmp_path / "rooms.toml"
    file.write_text("redundancy = 99")
    with pytest.raises(DrumCircleError, match=r"at line 1.*The file is .*rooms\.toml"):
        read(file)
    assert file.exists()


def test_a_broken_file_is_renamed(tmp_path):
    file = tmp_path / "rooms.toml"
    file.write_text("redundancy = 99")
    config, notice = load(file)
    assert config == RoomsConfig()
    assert "at line 1" in notice and "rooms.toml.broken" in notice
    assert (tmp_path / "rooms.toml.broken").read_text() == "redundancy = 99"
    assert not file.exists()


def test_a_broken_file_that_cannot_be_renamed_stays(tmp_path):
    file = tmp_path / "rooms.toml"
    file.write_text("redundancy = 99")
    (tmp_path / "rooms.toml.broken").mkdir()
    assert "could not be renamed" in load(file)[1]
    assert file.exists()


def test_an_unreadable_file_is_reported_and_kept(tmp_path):
    config, notice = load(tmp_path)
    assert config == RoomsConfig()
    assert "could not be read" in notice


def test_a_file_in_the_older_format_is_kept_when_it_is_replaced(tmp_path):
    file = tmp_path / "mpd_servers"
    file.write_text("10.0.0.7:6600 fern ~/Music # the kitchen\n")
    save(read(file).with_room(RoomConfig("Hall", "10.0.0.8")), file)
    assert [room.name for room in read(file).rooms] == ["10.0.0.7", "Hall"]
    save(KITCHEN, file)
    assert (tmp_path / "mpd_servers.older").read_text() == "10.0.0.7:6600 fern ~/Music # the kitchen\n"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_to_the_file_is_kept(tmp_path):
    (tmp_path / "rooms.toml").symlink_to(tmp_path / "kept" / "rooms.toml")
    save(KITCHEN, tmp_path / "rooms.toml")
    assert (tmp_path / "rooms.toml").is_symlink()
    assert read(tmp_path / "kept" / "rooms.toml") == KITCHEN


def test_a_missing_file_that_cannot_be_created_is_reported(tmp_path, monkeypatch):
    def fail(*arguments: object) -> None:
        raise OSError("the disk is read-only")

    monkeypatch.setattr(config_io.atomic_file, "replace", fail)
    config, notice = config_io.load(tmp_path / "rooms.toml")
    assert config == RoomsConfig()
    assert "could not be saved: the disk is read-only" in notice
