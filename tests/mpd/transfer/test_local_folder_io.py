import asyncio
import contextlib
import errno
import threading
from collections.abc import Coroutine
from pathlib import Path
from unicodedata import normalize

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.transfer import local_folder_io
from drumcircle_gui.mpd.transfer.local_folder_io import (
    BLOCK_BYTES,
    FolderUnreadable,
    LocalFolder,
    in_thread,
    local_folder,
)
from drumcircle_gui.mpd.transfer.paths import partial_path

SONG = bytes(range(256)) * (BLOCK_BYTES // 128)


async def written(folder: LocalFolder, target: str, *blocks: bytes) -> None:
    async with folder.writing(target) as write:
        for block in blocks:
            await write(block)


async def read(folder: LocalFolder, target: str) -> bytes:
    async with contextlib.aclosing(folder.blocks(target)) as blocks:
        return b"".join([block async for block in blocks])


def run(story: Coroutine[None, None, None]) -> None:
    asyncio.run(story)


def files(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]


def test_a_written_file_can_be_read(tmp_path):
    async def story() -> None:
        folder = await local_folder(tmp_path)
        assert await folder.size("Jazz/a.flac") is None
        await written(folder, "Jazz/a.flac", SONG, b"end")
        assert await folder.size("Jazz/a.flac") == len(SONG) + 3
        assert await folder.size("Jazz/a.flac/b") is None
        assert await read(folder, "Jazz/a.flac") == SONG + b"end"
        await written(folder, "Jazz/a.flac", b"other")
        assert files(tmp_path) == ["Jazz/a.flac"]

    run(story())


def test_an_interrupted_file_does_not_appear(tmp_path):
    async def story() -> None:
        folder = LocalFolder(tmp_path)
        (tmp_path / partial_path("a.flac")).write_bytes(b"left by a cut")
        with pytest.raises(ZeroDivisionError):
            async with folder.writing("a.flac") as write:
                await write(b"half")
                assert files(tmp_path) == [partial_path("a.flac")]
                raise ZeroDivisionError
        assert files(tmp_path) == []

    run(story())


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "no space left in"), (errno.EACCES, "may not write in"), (errno.EIO, "Nothing can be written in")],
)
def test_an_error_of_the_system_is_reported(tmp_path, monkeypatch, number, words):
    def full(file: object, block: bytes) -> None:
        raise OSError(number, "no")

    async def story() -> None:
        monkeypatch.setattr(local_folder_io._File, "write", full)
        with pytest.raises(DrumCircleError, match=words):
            await written(LocalFolder(tmp_path), "a.flac", b"x")
        assert files(tmp_path) == []

    run(story())


@pytest.mark.parametrize("target", ["../a.mp3", "/a.mp3", "b/../../a.mp3"])
def test_no_target_is_outside_the_folder(tmp_path, target):
    async def story() -> None:
        (tmp_path / "music").mkdir()
        folder = LocalFolder(tmp_path / "music")
        with pytest.raises(DrumCircleError, match="is no file in"):
            await written(folder, target, b"x")
        with pytest.raises(DrumCircleError, match="is no file in"):
            await folder.size(target)
        with pytest.raises(FolderUnreadable, match="is no file in"):
            await read(folder, target)

    run(story())


def test_a_file_that_cannot_be_read_is_an_error_of_its_folder(tmp_path):
    async def story() -> None:
        with pytest.raises(FolderUnreadable, match=r"none\.mp3 could not be read"):
            await read(LocalFolder(tmp_path), "none.mp3")

    run(story())


def test_a_missing_folder_is_an_error(tmp_path, monkeypatch):
    async def story() -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("USERPROFILE", str(tmp_path))
        (tmp_path / "Music").mkdir()
        await written(await local_folder(Path("~/Music")), "a", b"")
        assert files(tmp_path) == ["Music/a"]
        for path in (tmp_path / "none", tmp_path / "Music/a", Path("~nobody-of-that-name/Music")):
            with pytest.raises(DrumCircleError, match="There is no folder"):
                await local_folder(path)

    run(story())


def test_a_cancelled_thread_is_awaited():
    async def story() -> None:
        began, go, ended = threading.Event(), threading.Event(), []

        def work() -> None:
            began.set()
            go.wait(30)
            ended.append(True)
            raise OSError

        task = asyncio.create_task(in_thread(work))
        await asyncio.to_thread(began.wait, 30)
        task.cancel()
        asyncio.get_running_loop().call_soon(go.set)
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ended

    run(story())


# --- links and names -------------------------------------------------------------------------------------------------


@pytest.fixture
def linked(tmp_path) -> Path:
    """A folder with links out of it and within it, beside a file with a secret."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/id_rsa").write_bytes(b"secret")
    music = tmp_path / "music"
    (music / "Jazz").mkdir(parents=True)
    (music / "Jazz/a.flac").write_bytes(b"a")
    try:
        (music / "out").symlink_to(tmp_path / "secret")
        (music / "key.flac").symlink_to(tmp_path / "secret/id_rsa")
        (music / "nowhere").symlink_to(tmp_path / "none")
        (music / "in").symlink_to(music / "Jazz")
    except OSError:
        pytest.skip("this system does not let this user make links")
    return music


@pytest.mark.parametrize("target", ["out/id_rsa", "key.flac", "out/new.flac", "nowhere/a.flac", "nowhere"])
def test_links_out_of_the_folder_are_neither_read_nor_written(linked, target):
    async def story() -> None:
        folder = await local_folder(linked)
        with pytest.raises(FolderUnreadable, match="link that leads out"):
            await read(folder, target)
        with pytest.raises(DrumCircleError, match="link that leads out"):
            await folder.size(target)
        with pytest.raises(DrumCircleError, match="link that leads out"):
            await written(folder, target, b"x")

    run(story())
    assert files(linked.parent / "secret") == ["id_rsa"]
    assert (linked.parent / "secret/id_rsa").read_bytes() == b"secret"
    assert not (linked.parent / "none").exists()


def test_links_within_the_folder_are_followed(linked):
    async def story() -> None:
        folder = await local_folder(linked)
        assert await read(folder, "in/a.flac") == b"a"
        await written(folder, "in/b.flac", b"b")
        assert (linked / "Jazz/b.flac").read_bytes() == b"b"

    run(story())


def test_a_link_in_place_of_an_unfinished_file_is_not_followed(linked):
    async def story() -> None:
        (linked / partial_path("a.flac")).symlink_to(linked.parent / "secret/id_rsa")
        await written(LocalFolder(linked), "a.flac", b"x")

    run(story())
    assert (linked.parent / "secret/id_rsa").read_bytes() == b"secret"
    assert (linked / "a.flac").read_bytes() == b"x"


def test_a_name_in_another_normal_form_is_the_same_file(tmp_path):
    async def story() -> None:
        composed, decomposed = (normalize(form, "Bjo\u0308rk/Jo\u0301ga.flac") for form in ("NFC", "NFD"))
        folder = LocalFolder(tmp_path)
        await written(folder, decomposed, b"one")
        assert await folder.size(composed) == 3
        assert await read(folder, composed) == b"one"
        assert normalize("NFC", await folder.spelling(composed)) == composed
        await written(folder, composed, b"three")
        assert len(files(tmp_path)) == 1
        assert await read(folder, decomposed) == b"three"

    run(story())
