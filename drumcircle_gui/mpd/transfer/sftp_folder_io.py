"""Folders of other machines by SFTP, with the keys, agent, known hosts and settings of the user's ssh.

No file outside the folder is read or written: links are followed only if they lead to a place inside.
"""

import asyncio
import contextlib
import logging
import stat
from collections.abc import AsyncIterator, Iterator
from pathlib import Path, PurePosixPath

import asyncssh

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.addresses import SSH_PORT, FolderAddress, parse_folder

from .local_folder_io import BLOCK_BYTES, Folder, FolderUnreadable, Write, local_folder
from .paths import link_error, partial_path, path_inside, same_name

log = logging.getLogger(__name__)

CONNECT_TIMEOUT_S = 10.0
"""Time limit for connecting, and again for logging in."""
CLEANUP_TIMEOUT_S = 5.0
"""Time limit for removing an unfinished file, and for closing the connection."""
KEEPALIVE_S = 3.0
"""Time between keep-alive messages on a silent connection; after three without an answer it counts as lost."""

_LOST = (asyncssh.SFTPConnectionLost, asyncssh.SFTPNoConnection, asyncssh.DisconnectError, asyncssh.ChannelOpenError)
_FORBIDDEN = (asyncssh.SFTPPermissionDenied, asyncssh.SFTPWriteProtect)
_FULL = (asyncssh.SFTPNoSpaceOnFilesystem, asyncssh.SFTPQuotaExceeded)
_SETTINGS = (asyncssh.ConfigParseError, asyncssh.KeyImportError, asyncssh.KeyEncryptionError)


class SftpFolder:
    """An existing folder, usable as long as the connection lasts."""

    def __init__(self, sftp: asyncssh.SFTPClient, place: FolderAddress) -> None:
        self._sftp, self._place = sftp, place
        self._root = PurePosixPath(place.path or ".")
        self._real_root: PurePosixPath | None = None
        self._checked: set[PurePosixPath] = set()

    async def check(self) -> None:
        """Raise DrumCircleError if there is no such folder."""
        with self._errors_explained():
            if not await self._sftp.isdir(str(self._root)):
                raise DrumCircleError(
                    f"There is no folder {self._root} on {self._place.host}.", "Edit the room's folder."
                )

    async def spelling(self, target: str) -> str:
        with self._errors_explained():
            return str(PurePosixPath(await self._existing(target)).relative_to(self._root))

    async def size(self, target: str) -> int | None:
        with self._errors_explained():
            try:
                return await self._sftp.getsize(await self._existing(target))
            except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
                return None

    async def blocks(self, target: str) -> AsyncIterator[bytes]:
        try:
            async with self._sftp.open(await self._existing(target), "rb") as file:
                while block := await file.read(BLOCK_BYTES):
                    assert isinstance(block, bytes)
                    yield block
        except (asyncssh.Error, OSError, ValueError) as error:
            raise FolderUnreadable(f"{target} on {self._place.host} could not be read: {error}.") from error

    @contextlib.asynccontextmanager
    async def writing(self, target: str) -> AsyncIterator[Write]:
        try:
            file, whole = None, await self._existing(target)
            part = str(PurePosixPath(whole).with_name(partial_path(PurePosixPath(whole).name)))
            await self._sftp.makedirs(str(PurePosixPath(part).parent), exist_ok=True)
            try:
                with contextlib.suppress(asyncssh.SFTPNoSuchFile):
                    await self._sftp.remove(part)  # left by an interrupted transfer, or a link
                file = await self._sftp.open(part, "xb")
                yield file.write
                await file.close()
                await self._rename(part, whole)
            except BaseException:
                await self._abandon(file, part)
                raise
        except asyncssh.SFTPFailure as error:  # a full disk, on most servers
            raise await self._explained(error) from error
        except (asyncssh.Error, ValueError) as error:
            raise self._error(error) from error
        log.debug("wrote %s on %s", whole, self._place.host)

    async def _rename(self, part: str, whole: str) -> None:
        try:
            await self._sftp.posix_rename(part, whole)
        except asyncssh.SFTPOpUnsupported:
            if await self._sftp.exists(whole):
                await self._sftp.remove(whole)
            await self._sftp.rename(part, whole)

    async def _abandon(self, file: asyncssh.SFTPClientFile | None, part: str) -> None:
        try:
            async with asyncio.timeout(CLEANUP_TIMEOUT_S):
                if file is not None:
                    await file.close()
                with contextlib.suppress(asyncssh.SFTPNoSuchFile):
                    await self._sftp.remove(part)
        except (asyncssh.Error, TimeoutError) as error:
            log.warning("%s could not be removed on %s: %s", part, self._place.host, error)

    async def _existing(self, target: str) -> str:
        """The path of `target`, with the spelling of names that exist in another Unicode normal form. Raises ValueError
        if it is outside the folder, or behind a link that leads there."""
        found = self._root
        for part in path_inside(self._root, target).relative_to(self._root).parts:
            if not await self._exists_inside(found / part, target):
                other = await self._other_spelling(found, part)
                if other is None or not await self._exists_inside(found / other, target):
                    break
                part = other
            found = found / part
        missing = target.split("/")[len(found.parts) - len(self._root.parts) :]
        return str(found.joinpath(*missing))

    async def _exists_inside(self, path: PurePosixPath, target: str) -> bool:
        """Whether there is something at `path`. Raises ValueError if it is a link that leads out of the folder."""
        if path in self._checked:
            return True
        try:
            mode = (await self._sftp.lstat(str(path))).permissions or 0
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
            return False
        if stat.S_ISLNK(mode) and not await self._leads_inside(path):
            raise link_error(target)
        if stat.S_ISDIR(mode):
            self._checked.add(path)
        return True

    async def _leads_inside(self, link: PurePosixPath) -> bool:
        if self._real_root is None:
            self._real_root = PurePosixPath(str(await self._sftp.realpath(str(self._root))))
        try:
            real = PurePosixPath(str(await self._sftp.realpath(str(link))))
            return real.is_relative_to(self._real_root) and await self._sftp.exists(str(link))
        except asyncssh.SFTPError:
            return False

    async def _other_spelling(self, folder: PurePosixPath, name: str) -> str | None:
        if name.isascii():
            return None
        try:
            return same_name(name, [str(each) for each in await self._sftp.listdir(str(folder))])
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
            return None

    @contextlib.contextmanager
    def _errors_explained(self) -> Iterator[None]:
        try:
            yield
        except (asyncssh.Error, ValueError) as error:
            raise self._error(error) from error

    async def _explained(self, error: asyncssh.SFTPFailure) -> DrumCircleError:
        with contextlib.suppress(asyncssh.Error):
            if (await self._sftp.statvfs(str(self._root))).bavail == 0:
                return self._no_space()
        return self._error(error)

    def _error(self, error: Exception) -> DrumCircleError:
        where = f"{self._root} on {self._place.host}"
        if isinstance(error, _LOST):
            return DrumCircleError(f"The connection to {self._place.host} broke: {error}.", "Upload again.")
        if isinstance(error, _FORBIDDEN):
            return DrumCircleError(
                f"You may not write in {where}.", "Change its permissions, or choose another folder."
            )
        return self._no_space() if isinstance(error, _FULL) else DrumCircleError(f"{where}: {error}.")

    def _no_space(self) -> DrumCircleError:
        where = f"{self._root} on {self._place.host}"
        return DrumCircleError(f"There is no space left in {where}.", "Free some space, and upload again.")


@contextlib.asynccontextmanager
async def open_folder(folder: str) -> AsyncIterator[Folder]:
    """The folder of a room as in its configuration, on this machine or another. Raises DrumCircleError if it cannot be
    reached or does not exist."""
    try:
        where = parse_folder(folder)
    except ValueError as error:
        raise DrumCircleError(f"The folder of the room is not valid: {error}.", "Edit the room's folder.") from error
    if where.host:
        async with sftp_folder(where) as elsewhere:
            yield elsewhere
    else:
        yield await local_folder(Path(where.path))


@contextlib.asynccontextmanager
async def sftp_folder(where: FolderAddress) -> AsyncIterator[SftpFolder]:
    """The folder at `where`. Raises DrumCircleError if it cannot be reached or does not exist."""
    connection = await _connected(where)
    try:
        with _login_errors(where):
            sftp = await connection.start_sftp_client()
        folder = SftpFolder(sftp, where)
        await folder.check()
        yield folder
    finally:
        await _close(connection)


async def _connected(where: FolderAddress) -> asyncssh.SSHClientConnection:
    with _login_errors(where):
        return await asyncssh.connect(
            where.host,
            where.port if where.port != SSH_PORT else (),
            username=where.user or (),
            connect_timeout=CONNECT_TIMEOUT_S,
            login_timeout=CONNECT_TIMEOUT_S,
            keepalive_interval=KEEPALIVE_S,
        )


async def _close(connection: asyncssh.SSHClientConnection) -> None:
    connection.close()
    try:
        async with asyncio.timeout(CLEANUP_TIMEOUT_S):
            await connection.wait_closed()
    except TimeoutError:
        connection.abort()


@contextlib.contextmanager
def _login_errors(where: FolderAddress) -> Iterator[None]:
    by_hand = (
        f"`ssh -p {where.port} {where.user}@{where.host}`" if where.user else f"`ssh -p {where.port} {where.host}`"
    )
    try:
        yield
    except asyncssh.HostKeyNotVerifiable as error:
        todo = f"Log in once with {by_hand} in a terminal, and check that the fingerprint is right."
        raise DrumCircleError(f"{where.host} identifies itself with a key that is not known here.", todo) from error
    except asyncssh.PermissionDenied as error:
        todo = f"Set up a key or an agent, so that {by_hand} logs you in without a password."
        raise DrumCircleError(f"{where.host} refused the login.", todo) from error
    except (asyncssh.Error, *_SETTINGS, OSError) as error:
        words = str(error) or "no answer"
        raise DrumCircleError(f"{where.host} cannot be reached by SFTP: {words}.", f"Try {by_hand}.") from error
