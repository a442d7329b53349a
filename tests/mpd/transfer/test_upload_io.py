import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.model.rooms_state import UploadRow
from drumcircle_gui.mpd.transfer.paths import PARTIAL_SUFFIX
from drumcircle_gui.mpd.transfer.upload_io import Uploads
from drumcircle_gui.tasks import new_event_loop
from tests.mpd.sftp_server import Sftp, serving

posix = pytest.mark.skipif(sys.platform == "win32", reason="the server of these tests knows POSIX paths only")

SONG = b"music" * 500_000


class Desk:
    """Rooms with folders, the files that their MPDs were asked to read, and all rows reported."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.told: dict[str, tuple[str, ...]] = {}
        self.shown: list[tuple[UploadRow, ...]] = []
        self.on_shown: Callable[[tuple[UploadRow, ...]], None] = lambda rows: None
        self.refuses = False
        self.uploads = Uploads(self._update, self._show)
        self.music = home / "Blue"
        self.file("Blue/01.flac", SONG)
        self.file("Blue/CD 2/ü 02.MP3", b"short")
        self.file("Blue/cover.jpg", b"picture")

    def file(self, name: str, content: bytes) -> Path:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def folder(self, room: str) -> Path:
        path = self.home / "rooms" / room
        path.mkdir(parents=True, exist_ok=True)
        return path

    def has(self, room: str) -> dict[str, int]:
        root = self.folder(room)
        return {path.relative_to(root).as_posix(): path.stat().st_size for path in root.rglob("*") if path.is_file()}

    async def _update(self, room: str, files: tuple[str, ...]) -> None:
        if self.refuses:
            raise DrumCircleError("That MPD will not.")
        self.told[room] = self.told.get(room, ()) + files

    def _show(self, rows: tuple[UploadRow, ...]) -> None:
        self.shown.append(rows)
        self.on_shown(rows)


ALBUM = {"Blue/01.flac": len(SONG), "Blue/CD 2/ü 02.MP3": 5}


@pytest.fixture
def run() -> Callable[[Coroutine[Any, Any, None]], None]:
    def ran(story: Coroutine[Any, Any, None]) -> None:
        async def timed() -> None:
            async with asyncio.timeout(30):
                await story

        with asyncio.Runner(loop_factory=new_event_loop) as runner:
            runner.run(timed())

    return ran


@pytest.fixture
def play(run, tmp_path, monkeypatch) -> Callable[[Callable[[Desk, Sftp], Awaitable[None]]], None]:
    """Runs a scene with an SFTP server."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)

    async def played(scene: Callable[[Desk, Sftp], Awaitable[None]]) -> None:
        async with serving(tmp_path, tmp_path / "home") as rig:
            await scene(Desk(tmp_path), rig)

    return lambda scene: run(played(scene))


def test_a_folder_is_uploaded_to_all_rooms_and_their_mpds_update(run, tmp_path):
    async def story() -> None:
        desk = Desk(tmp_path)
        folders = {room: str(desk.folder(room)) for room in ("Kitchen", "Hall")}
        rows = await desk.uploads.upload([desk.music], folders)
        size = sum(ALBUM.values())
        assert rows == tuple(UploadRow(room, "", size, size, "finished") for room in folders)
        assert desk.has("Kitchen") == desk.has("Hall") == ALBUM
        assert desk.told == dict.fromkeys(folders, tuple(ALBUM))
        assert desk.shown[-1] == rows

    run(story())


def test_a_file_that_the_user_names_may_be_of_any_type(run, tmp_path):
    async def story() -> None:
        desk = Desk(tmp_path)
        await desk.uploads.upload([desk.music / "cover.jpg"], {"Kitchen": str(desk.folder("Kitchen"))})
        assert desk.has("Kitchen") == {"cover.jpg": 7}

    run(story())


def test_existing_files_are_skipped_and_differing_ones_replaced(run, tmp_path):
    async def story() -> None:
        desk = Desk(tmp_path)
        kitchen = desk.folder("Kitchen")
        (kitchen / "Blue").mkdir()
        same = kitchen / "Blue/01.flac"
        same.write_bytes(b"x" * len(SONG))
        (kitchen / "Blue/CD 2").mkdir()
        (kitchen / "Blue/CD 2/ü 02.MP3").write_bytes(b"longer than it")
        (row,) = await desk.uploads.upload([desk.music], {"Kitchen": str(kitchen)})
        assert (row.stage, row.done) == ("finished", row.size)
        assert desk.has("Kitchen") == ALBUM
        assert same.read_bytes()[:1] == b"x"
        assert desk.told["Kitchen"] == tuple(ALBUM)

    run(story())


@pytest.mark.slow
def test_progress_only_grows_and_is_reported_ten_times_a_second_at_most(run, tmp_path):
    async def story() -> None:
        desk = Desk(tmp_path)
        for number in range(100):
            desk.file(f"Blue/many/{number:03}.ogg", b"x")
        loop = asyncio.get_running_loop()
        began = loop.time()
        moments: list[float] = []
        desk.on_shown = lambda rows: moments.append(loop.time())
        await desk.uploads.upload([desk.music], {"Kitchen": str(desk.folder("Kitchen"))})
        assert len(moments) <= (moments[-1] - began) * 10 + 3
        done = [row.done for rows in desk.shown for row in rows]
        assert done == sorted(done)

    run(story())


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("", "No folder is known"),
        ("/no/such/folder", "There is no folder"),
        ("Music", "folder of the room is not valid"),
    ],
)
def test_a_room_without_a_folder_fails_alone(run, tmp_path, folder, words):
    async def story() -> None:
        desk = Desk(tmp_path)
        folders = {"Attic": folder, "Kitchen": str(desk.folder("Kitchen"))}
        attic, kitchen = await desk.uploads.upload([desk.music], folders)
        assert (attic.stage, kitchen.stage) == ("failed", "finished")
        assert words in attic.problem
        assert desk.told.keys() == {"Kitchen"}

    run(story())


def test_an_upload_of_nothing_is_reported(run, tmp_path):
    async def story() -> None:
        desk = Desk(tmp_path)
        (tmp_path / "empty").mkdir()
        (row,) = await desk.uploads.upload([tmp_path / "empty"], {"Kitchen": str(desk.folder("Kitchen"))})
        assert row.stage == "failed" and "There is no music in" in row.problem
        assert await desk.uploads.upload([tmp_path / "empty"], {}) == ()

    run(story())


def test_an_unreadable_file_is_reported_and_the_others_arrive(run, tmp_path):
    async def story() -> None:
        desk = Desk(tmp_path)
        paths = [desk.home / "none.mp3", desk.music, desk.home / "nor this.mp3"]
        (row,) = await desk.uploads.upload(paths, {"Kitchen": str(desk.folder("Kitchen"))})
        assert row.stage == "failed"
        assert "none.mp3 cannot be uploaded" in row.problem and "And 1 more" in row.problem
        assert desk.has("Kitchen") == ALBUM
        assert desk.told["Kitchen"] == tuple(ALBUM)

    run(story())


@posix
def test_a_file_that_disappears_is_reported_and_the_others_arrive(play):
    async def scene(desk: Desk, rig: Sftp) -> None:
        desk.file("Blue/CD 3/03.ogg", b"x")
        rig.before_write = lambda: (desk.music / "CD 2/ü 02.MP3").unlink(missing_ok=True)
        (row,) = await desk.uploads.upload([desk.music], {"Attic": rig.folder})
        assert row.stage == "failed" and "ü 02.MP3 could not be read" in row.problem
        assert desk.told["Attic"] == ("Blue/01.flac", "Blue/CD 3/03.ogg")
        assert {path.name for path in rig.root.rglob("*") if path.is_file()} == {"01.flac", "03.ogg"}

    play(scene)


def test_an_mpd_that_refuses_is_reported(run, tmp_path):
    async def story() -> None:
        desk = Desk(tmp_path)
        desk.refuses = True
        (row,) = await desk.uploads.upload([desk.music], {"Kitchen": str(desk.folder("Kitchen"))})
        assert (row.stage, row.problem) == ("failed", "That MPD will not.")

    run(story())


@posix
def test_by_sftp_and_from_room_to_room(play):
    async def scene(desk: Desk, rig: Sftp) -> None:
        (row,) = await desk.uploads.upload([desk.music], {"Attic": rig.folder})
        assert row.stage == "finished"
        kitchen = str(desk.folder("Kitchen"))
        row = await desk.uploads.copy_missing("Kitchen", kitchen, {rig.folder: ["Blue/01.flac", "none.mp3", "../../x"]})
        assert row.stage == "failed"
        assert "none.mp3 is not in the folder" in row.problem and "And 1 more" in row.problem
        assert desk.has("Kitchen") == {"Blue/01.flac": len(SONG)}
        assert (desk.folder("Kitchen") / "Blue/01.flac").read_bytes() == SONG
        assert desk.told["Kitchen"] == ("Blue/01.flac",)

    play(scene)


@posix
def test_a_full_disk_ends_the_upload_and_complete_files_are_updated(play):
    async def scene(desk: Desk, rig: Sftp) -> None:
        desk.file("Blue/00.flac", b"small")

        def after_the_first() -> None:
            if rig.writes > 1:
                rig.full()

        rig.before_write = after_the_first
        (row,) = await desk.uploads.upload([desk.music], {"Attic": rig.folder})
        assert row.stage == "failed" and "no space left" in row.problem
        assert desk.told["Attic"] == ("Blue/00.flac",)
        assert [path.name for path in rig.root.rglob("*") if path.is_file()] == ["00.flac"]

    play(scene)


@posix
def test_a_lost_connection_is_reported_and_other_rooms_are_unaffected(play):
    async def scene(desk: Desk, rig: Sftp) -> None:
        rig.before_write = rig.cut
        folders = {"Attic": rig.folder, "Kitchen": str(desk.folder("Kitchen"))}
        attic, kitchen = await desk.uploads.upload([desk.music], folders)
        assert attic.stage == "failed" and "broke" in attic.problem
        assert kitchen.stage == "finished"
        rig.before_write = lambda: None
        (row,) = await desk.uploads.upload([desk.music], {"Attic": rig.folder})
        assert row.stage == "finished"
        assert not list(rig.root.rglob(f"*{PARTIAL_SUFFIX}"))

    play(scene)


@pytest.mark.slow
@posix
@pytest.mark.parametrize("how", ["cancel", "close", "task"])
def test_a_cancelled_upload_removes_the_unfinished_file(play, how):
    async def scene(desk: Desk, rig: Sftp) -> None:
        began = asyncio.Event()
        loop = asyncio.get_running_loop()
        desk.file("Blue/03.flac", SONG * 20)
        rig.before_write = lambda: loop.call_soon(began.set)
        folders = {"Attic": rig.folder, "Kitchen": str(desk.folder("Kitchen"))}
        uploading = asyncio.create_task(desk.uploads.upload([desk.music], folders))
        await began.wait()
        if how == "task":
            uploading.cancel()
            with pytest.raises(asyncio.CancelledError):
                await uploading
        elif how == "close":
            await desk.uploads.close()
            await desk.uploads.close()
        else:
            desk.uploads.cancel()
        if how != "task":
            assert "cancelled" in {row.stage for row in await uploading}
        assert desk.shown[-1][0].stage == "cancelled"
        assert not list(desk.home.rglob(f"*{PARTIAL_SUFFIX}"))

    play(scene)


def test_uploads_to_one_room_run_one_after_the_other(run, tmp_path):
    async def story() -> None:
        desk = Desk(tmp_path)
        folders = {"Kitchen": str(desk.folder("Kitchen"))}
        one, two = await asyncio.gather(
            desk.uploads.upload([desk.music], folders), desk.uploads.upload([desk.music], folders)
        )
        assert one[0].stage == two[0].stage == "finished"
        assert desk.has("Kitchen") == ALBUM
        assert len(desk.shown[-1]) == 2
        await desk.uploads.upload([desk.music / "01.flac"], folders)
        assert len(desk.shown[-1]) == 1

    run(story())


def test_unexpected_errors_are_raised(run, tmp_path):
    async def story() -> None:
        desk = Desk(tmp_path)
        desk.uploads._update = lambda room, files: 1 / 0
        with pytest.raises(ZeroDivisionError):
            await desk.uploads.upload([desk.music], {"Kitchen": str(desk.folder("Kitchen"))})

    run(story())
