"""`drumcircle rooms upload` with a real MPD."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from drumcircle_gui import cli
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig, render
from drumcircle_gui.mpd.transfer.command_io import send_files
from tests.tools.rigs import mpds


@pytest.fixture
def kitchen(library: Path, tmp_path: Path) -> Iterator[mpds.Mpd]:
    with mpds.mpd_server(shutil.copytree(library, tmp_path / "own"), name="kitchen") as mpd:
        yield mpd


@pytest.fixture
def album(library: Path, tmp_path: Path) -> Path:
    """A folder with music that no room has yet."""
    song = next(path for path in sorted(library.rglob("*")) if path.is_file())
    (tmp_path / "Album").mkdir()
    shutil.copy(song, tmp_path / f"Album/new{song.suffix}")
    return tmp_path / "Album"


@pytest.mark.slow
def test_from_the_command_line_to_the_database(kitchen, album, tmp_path, capsys):
    rooms = (
        RoomConfig("Kitchen", kitchen.address, kitchen.port, folder=str(kitchen.music)),
        RoomConfig("Hall", "127.0.0.1", 1, folder=str(tmp_path / "none")),
        RoomConfig("Attic", "127.0.0.1", 2),
    )
    (tmp_path / "rooms.toml").write_bytes(render(RoomsConfig(rooms=rooms)))
    command = ["rooms", "upload", str(album), "--data-dir", str(tmp_path)]
    assert cli.main([*command, "--room", "Kitchen"]) == 0
    output = capsys.readouterr().out.splitlines()
    assert output[-1] == "Kitchen: finished"
    assert kitchen.ask("listall", "Album")
    assert cli.main(command) == 1
    output = capsys.readouterr().out
    assert "Hall: failed. There is no folder" in output and "Kitchen: finished" in output
    assert "Attic: failed. No folder is known for the music of Attic." in output
    assert cli.main([*command, "--room", "Cellar"]) == 1
    assert "There is no room called Cellar. The rooms are Kitchen, Hall, Attic." in capsys.readouterr().err


def test_an_upload_without_any_known_folder_is_refused(tmp_path):
    with pytest.raises(DrumCircleError, match="folder of the rooms' music is not known"):
        asyncio.run(send_files(RoomsConfig(rooms=(RoomConfig("Attic", "a"),)), [tmp_path], None, lambda rows: None))
