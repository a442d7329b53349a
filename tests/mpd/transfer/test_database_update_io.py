import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.transfer.database_update_io import MAX_FOLDERS, folders_of, update_database
from tests.tools.rigs import mpds

Kitchen = tuple[mpds.Mpd, Path, RoomConfig]


@pytest.fixture
def kitchen(library: Path, tmp_path: Path) -> Callable[..., Kitchen]:
    """A server whose folder is the test's own, and how it is reached."""
    with mpds.mpd_server(
        shutil.copytree(library, tmp_path / "own"),
        name="kitchen",
        passwords=["oak@read,add,control,admin"],
        permissions="read",
    ) as mpd:
        yield mpd, tmp_path / "own", RoomConfig("Kitchen", mpd.address, mpd.port, "oak")


@pytest.mark.slow
def test_mpd_knows_new_files_in_its_folder(kitchen):
    mpd, music, room = kitchen
    song = next(music.rglob("*.flac"), None) or next(path for path in music.rglob("*") if path.is_file())
    files = [f'New/Disc {number}/ü "{number}"{song.suffix}' for number in range(30)]
    for file in files:
        (music / file).parent.mkdir(parents=True)
        shutil.copy(song, music / file)
    (music / "New/cover.jpg").touch()
    asyncio.run(update_database(room, [*files, "New/cover.jpg"]))
    assert all(mpd.ask("listall", file) for file in files)


@pytest.mark.slow
def test_files_that_mpd_does_not_find_are_reported(kitchen):
    _, _, room = kitchen
    with pytest.raises(DrumCircleError, match=r"did not find New/a\.flac and 1 others.*music_directory"):
        asyncio.run(update_database(room, ["New/a.flac", "New/b.flac"]))


@pytest.mark.slow
def test_an_mpd_that_refuses_or_is_not_running_is_reported(kitchen):
    mpd, _, room = kitchen
    with pytest.raises(
        DrumCircleError, match="MPD of Kitchen refuses to read the new files: you don't have permission"
    ):
        asyncio.run(update_database(RoomConfig("Kitchen", room.host, room.port), ["a.flac"]))
    with pytest.raises(DrumCircleError, match="refuses its password"):
        asyncio.run(update_database(RoomConfig("Kitchen", room.host, room.port, "elm"), ["a.flac"]))
    mpd.stop()
    with pytest.raises(DrumCircleError, match="could not be asked to read the new files: nothing listens there"):
        asyncio.run(update_database(room, ["a.flac"]))


@given(st.lists(st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=4).map("/".join)))
def test_every_file_is_in_or_below_one_of_a_few_folders(files):
    folders = folders_of(files)
    assert len(folders) <= MAX_FOLDERS
    assert folders == sorted(set(folders))
    for file in files:
        assert any(folder == "" or file.startswith(f"{folder}/") for folder in folders)
