import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable
from unicodedata import normalize

import asyncssh
import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.transfer.local_folder_io import BLOCK_BYTES, FolderUnreadable
from drumcircle_gui.mpd.transfer.paths import partial_path
from drumcircle_gui.mpd.transfer.sftp_folder_io import open_folder
from drumcircle_gui.tasks import new_event_loop
from tests.mpd.sftp_server import Sftp, serving

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the server of these tests knows POSIX paths only")

Scene = Callable[[Sftp], Awaitable[None]]
SONG = bytes(range(256)) * (BLOCK_BYTES // 128)


@pytest.fixture
def play(tmp_path, monkeypatch) -> Callable[[Scene], None]:
    """Run a scene with a server, for a user whose home contains only what is needed to reach it."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)

    async def played(scene: Scene) -> None:
        async with asyncio.timeout(30), serving(tmp_path, tmp_path / "home") as rig:
            await scene(rig)

    def run(scene: Scene) -> None:
        with asyncio.Runner(loop_factory=new_event_loop) as runner:
            runner.run(played(scene))

    return run


async def written(folder, target: str, *blocks: bytes) -> None:
    async with folder.writing(target) as write:
        for block in blocks:
            await write(block)


async def read(folder, target: str) -> bytes:
    async with contextlib.aclosing(folder.blocks(target)) as blocks:
        return b"".join([block async for block in blocks])


def left(rig: Sftp) -> list[str]:
    music = rig.root / "music"
    return sorted(path.relative_to(music).as_posix() for path in music.rglob("*") if path.is_file())


def test_a_written_file_can_be_read(play):
    async def scene(rig: Sftp) -> None:
        async with open_folder(rig.folder) as folder:
            await written(folder, "Jazz/Blue ü/So What?.flac", SONG, b"end")
            await written(folder, "Jazz/empty.mp3")
            assert await folder.size("Jazz/Blue ü/So What?.flac") == len(SONG) + 3
            assert await folder.size("Jazz/empty.mp3") == 0
            assert await folder.size("Jazz/none.mp3") is None
            assert await read(folder, "Jazz/Blue ü/So What?.flac") == SONG + b"end"
        assert (rig.root / "music/Jazz/Blue ü/So What?.flac").read_bytes() == SONG + b"end"

    play(scene)


@pytest.mark.parametrize("old", [False, True])
def test_an_existing_file_is_replaced_in_one_step(play, old):
    async def scene(rig: Sftp) -> None:
        rig.old = old
        (rig.root / "music/a.mp3").write_bytes(b"older")
        async with open_folder(rig.folder) as folder:
            async with folder.writing("a.mp3") as write:
                await write(b"new")
                assert (rig.root / "music/a.mp3").read_bytes() == b"older"
            assert (rig.root / "music/a.mp3").read_bytes() == b"new"
        assert left(rig) == ["a.mp3"]

    play(scene)


def test_an_unfinished_file_is_removed(play):
    async def scene(rig: Sftp) -> None:
        async with open_folder(rig.folder) as folder:
            with pytest.raises(ZeroDivisionError):
                async with folder.writing("a.mp3") as write:
                    await write(b"half")
                    assert left(rig) == [partial_path("a.mp3")]
                    raise ZeroDivisionError
        assert left(rig) == []

    play(scene)


def test_a_cancelled_transfer_removes_the_unfinished_file(play):
    async def scene(rig: Sftp) -> None:
        began = asyncio.Event()

        async def writing() -> None:
            async with open_folder(rig.folder) as folder, folder.writing("a.mp3") as write:
                while True:
                    await write(SONG)
                    began.set()

        task = asyncio.create_task(writing())
        await began.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert left(rig) == []

    play(scene)


def test_a_full_disk_is_reported_even_if_the_server_does_not(play):
    async def scene(rig: Sftp) -> None:
        rig.before_write = rig.full
        async with open_folder(rig.folder) as folder:
            with pytest.raises(DrumCircleError, match=r"no space left in music on 127\.0\.0\.1"):
                await written(folder, "a.mp3", SONG)
            rig.before_write = lambda: None
            rig.free = 1
        assert left(rig) == []

    play(scene)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (asyncssh.SFTPPermissionDenied("no"), "may not write in music on"),
        (asyncssh.SFTPFailure("the disk burns"), "the disk burns"),
        (asyncssh.SFTPNoSpaceOnFilesystem("x"), r"no space left|x"),
    ],
)
def test_an_error_of_the_server_is_reported(play, error, words):
    async def scene(rig: Sftp) -> None:
        def fail() -> None:
            raise error

        rig.before_write = fail
        async with open_folder(rig.folder) as folder:
            with pytest.raises(DrumCircleError, match=words):
                await written(folder, "a.mp3", SONG)
        assert left(rig) == []

    play(scene)


def test_a_lost_connection_is_reported_and_the_next_upload_succeeds(play):
    async def scene(rig: Sftp) -> None:
        rig.before_write = rig.cut
        with pytest.raises(DrumCircleError, match=r"The connection to 127\.0\.0\.1 broke"):
            async with open_folder(rig.folder) as folder:
                await written(folder, "a.mp3", SONG)
        rig.before_write = lambda: None
        async with open_folder(rig.folder) as folder:
            await written(folder, "a.mp3", b"whole")
        assert left(rig) == ["a.mp3"]

    play(scene)


def test_no_target_is_outside_the_folder(play):
    async def scene(rig: Sftp) -> None:
        async with open_folder(rig.folder) as folder:
            for target in ("../a.mp3", "/a.mp3", "b/../../a.mp3"):
                with pytest.raises(DrumCircleError, match="is no file in"):
                    await written(folder, target, b"x")
                with pytest.raises(DrumCircleError, match="is no file in"):
                    await folder.size(target)
                with pytest.raises(FolderUnreadable, match="is no file in"):
                    await read(folder, target)

    play(scene)


def test_a_file_that_cannot_be_read_is_an_error_of_its_folder(play):
    async def scene(rig: Sftp) -> None:
        async with open_folder(rig.folder) as folder:
            with pytest.raises(FolderUnreadable, match=r"none\.mp3 on 127\.0\.0\.1 could not be read"):
                await read(folder, "none.mp3")

    play(scene)


def test_a_folder_that_does_not_exist_is_reported(play):
    async def scene(rig: Sftp) -> None:
        with pytest.raises(DrumCircleError, match=r"There is no folder musik on 127\.0\.0\.1"):
            async with open_folder(rig.folder.replace("music", "musik")):
                pass
        with pytest.raises(DrumCircleError, match="folder of the room is not valid"):
            async with open_folder("Music"):
                pass

    play(scene)


def test_an_unknown_host_key_is_refused(play, tmp_path):
    async def scene(rig: Sftp) -> None:
        for known in ("", "[127.0.0.1]:1 ssh-ed25519 AAAA", asyncssh.generate_private_key("ssh-ed25519")):
            line = known if isinstance(known, str) else f"[127.0.0.1]:{rig.port} {known.export_public_key().decode()}"
            (tmp_path / "home/.ssh/known_hosts").write_text(line)
            with pytest.raises(DrumCircleError, match=f"a key that is not known here.*ssh -p {rig.port}"):
                async with open_folder(rig.folder):
                    pass
        (tmp_path / "home/.ssh/known_hosts").unlink()
        with pytest.raises(DrumCircleError, match="a key that is not known here"):
            async with open_folder(rig.folder):
                pass

    play(scene)


def test_a_refused_login_is_reported(play, tmp_path):
    async def scene(rig: Sftp) -> None:
        key = tmp_path / "home/.ssh/id_ed25519"
        asyncssh.generate_private_key("ssh-ed25519").write_private_key(key)
        with pytest.raises(DrumCircleError, match=r"127\.0\.0\.1 refused the login"):
            async with open_folder(rig.folder):
                pass
        key.unlink()
        with pytest.raises(DrumCircleError, match=r"127\.0\.0\.1 refused the login"):
            async with open_folder(f"127.0.0.1:{rig.port}:music"):
                pass

    play(scene)


def test_an_unreachable_host_is_reported(play):
    async def scene(rig: Sftp) -> None:
        with pytest.raises(DrumCircleError, match=r"cannot be reached by SFTP.*Try `ssh -p 1 127\.0\.0\.1`"):
            async with open_folder("127.0.0.1:1:music"):
                pass

    play(scene)


def test_the_users_ssh_settings_are_used(play, tmp_path):
    async def scene(rig: Sftp) -> None:
        config = tmp_path / "home/.ssh/config"
        config.write_text(f"Host kitchen\n  HostName 127.0.0.1\n  Port {rig.port}\n")
        async with open_folder("kitchen:music") as folder:
            await written(folder, "a.mp3", b"x")
        assert left(rig) == ["a.mp3"]

    play(scene)


# --- links and names -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["out/id_rsa", "key.flac", "out/new.flac", "nowhere/a.flac"])
def test_links_out_of_the_folder_are_neither_read_nor_written(play, target):
    async def scene(rig: Sftp) -> None:
        secret, music = rig.root / "secret", rig.root / "music"
        secret.mkdir()
        (secret / "id_rsa").write_bytes(b"secret")
        for name, to in (("out", "../secret"), ("key.flac", "../secret/id_rsa"), ("nowhere", "../none")):
            (music / name).symlink_to(to)
        async with open_folder(rig.folder) as folder:
            with pytest.raises(FolderUnreadable, match="link that leads out"):
                await read(folder, target)
            with pytest.raises(DrumCircleError, match="link that leads out"):
                await folder.size(target)
            with pytest.raises(DrumCircleError, match="link that leads out"):
                await written(folder, target, b"x")
        assert [path.name for path in secret.iterdir()] == ["id_rsa"]
        assert (secret / "id_rsa").read_bytes() == b"secret"
        assert not (rig.root / "none").exists()

    play(scene)


def test_links_within_the_folder_are_followed_and_a_link_in_place_of_an_unfinished_file_is_not(play):
    async def scene(rig: Sftp) -> None:
        music = rig.root / "music"
        (music / "Jazz").mkdir()
        (music / "in").symlink_to("Jazz")
        (rig.root / "other").write_bytes(b"other")
        (music / "Jazz" / partial_path("a.flac")).symlink_to("../../other")
        async with open_folder(rig.folder) as folder:
            await written(folder, "in/a.flac", b"a")
            assert await read(folder, "Jazz/a.flac") == b"a"
        assert (rig.root / "other").read_bytes() == b"other"

    play(scene)


def test_a_name_in_another_normal_form_is_the_same_file(play):
    async def scene(rig: Sftp) -> None:
        composed, decomposed = (normalize(form, "Bjo\u0308rk/Jo\u0301ga.flac") for form in ("NFC", "NFD"))
        async with open_folder(rig.folder) as folder:
            await written(folder, decomposed, b"one")
            assert await folder.size(composed) == 3
            assert await folder.spelling(composed) == decomposed
            await written(folder, composed, b"three")
        assert len(left(rig)) == 1

    play(scene)
