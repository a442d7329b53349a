"""Folders of other machines, by SFTP: with the keys, the agent, the known hosts and the settings of the user's ssh."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path, PurePosixPath

import asyncssh

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.addresses import SSH_PORT, FolderAddress, parse_folder

from .local_folder_io import BLOCK_BYTES, Folder, FolderUnreadable, Write, local_folder
from .paths import partial_path, path_inside

log = logging.getLogger(__name__)

CONNECT_TIMEOUT_S = 10.0
"""Seconds for connecting, and again for logging in."""
CLEANUP_TIMEOUT_S = 5.0
"""Seconds for taking back what was begun."""
KEEPALIVE_S = 3.0
"""Seconds after which a silent machine is asked whether it is there; after three questions it is not."""

_LOST = (asyncssh.SFTPConnectionLost, asyncssh.SFTPNoConnection, asyncssh.DisconnectError, asyncssh.ChannelOpenError)
_FORBIDDEN = (asyncssh.SFTPPermissionDenied, asyncssh.SFTPWriteProtect)
_FULL = (asyncssh.SFTPNoSpaceOnFilesystem, asyncssh.SFTPQuotaExceeded)
_SETTINGS = (asyncssh.ConfigParseError, asyncssh.KeyImportError, asyncssh.KeyEncryptionError)


class SftpFolder:
    """A folder that exists, as long as the connection lasts."""

    def __init__(self, sftp: asyncssh.SFTPClient, place: FolderAddress) -> None:
        self._sftp, self._place = sftp, place
        self._root = PurePosixPath(place.path or ".")

    async def check(self) -> None:
        """DrumCircleError if there is no such folder."""
        with self._told():
            if not await self._sftp.isdir(str(self._root)):
                raise DrumCircleError(f"There is no folder {self._root} on {self._place.host}.", "Edit the room.")

    async def size(self, target: str) -> int | None:
        with self._told():
            try:
                return await self._sftp.getsize(self._path(target))
            except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
                return None

    async def blocks(self, target: str) -> AsyncIterator[bytes]:
        try:
            async with self._sftp.open(self._path(target), "rb") as file:
                while block := await file.read(BLOCK_BYTES):
                    assert isinstance(block, bytes)
                    yield block
        except (asyncssh.Error, OSError, ValueError) as error:
            raise FolderUnreadable(f"{target} on {self._place.host} could not be read: {error}.") from error

    @contextlib.asynccontextmanager
    async def writing(self, target: str) -> AsyncIterator[Write]:
        try:
            file, part, whole = None, self._path(partial_path(target)), self._path(target)
            await self._sftp.makedirs(str(PurePosixPath(part).parent), exist_ok=True)
            try:
                file = await self._sftp.open(part, "wb")
                yield file.write
                await file.close()
                await self._rename(part, whole)
            except BaseException:
                await self._abandon(file, part)
                raise
        except asyncssh.SFTPFailure as error:  # of which most servers say no more
            raise await self._explained(error) from error
        except (asyncssh.Error, ValueError) as error:
            raise self._refusal(error) from error

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
            log.warning("%s stays on %s: %s", part, self._place.host, error)

    def _path(self, target: str) -> str:
        return str(path_inside(self._root, target))

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (asyncssh.Error, ValueError) as error:
            raise self._refusal(error) from error

    async def _explained(self, error: asyncssh.SFTPFailure) -> DrumCircleError:
        with contextlib.suppress(asyncssh.Error):
            if (await self._sftp.statvfs(str(self._root))).bavail == 0:
                return self._no_space()
        return self._refusal(error)

    def _refusal(self, error: Exception) -> DrumCircleError:
        where = f"{self._root} on {self._place.host}"
        if isinstance(error, _LOST):
            return DrumCircleError(f"The connection to {self._place.host} broke: {error}.", "Upload again.")
        if isinstance(error, _FORBIDDEN):
            return DrumCircleError(f"You may not write in {where}.", "See to its permissions.")
        return self._no_space() if isinstance(error, _FULL) else DrumCircleError(f"{where}: {error}.")

    def _no_space(self) -> DrumCircleError:
        where = f"{self._root} on {self._place.host}"
        return DrumCircleError(f"There is no space left in {where}.", "Make some, and upload again.")


@contextlib.asynccontextmanager
async def open_folder(folder: str) -> AsyncIterator[Folder]:
    """The folder of a room, as its configuration says it: here or elsewhere. DrumCircleError, saying what can be done,
    if it cannot be reached or is not there."""
    try:
        where = parse_folder(folder)
    except ValueError as error:
        raise DrumCircleError(f"That cannot be: {error}.", "Edit the room.") from error
    if where.host:
        async with sftp_folder(where) as elsewhere:
            yield elsewhere
    else:
        yield await local_folder(Path(where.path))


@contextlib.asynccontextmanager
async def sftp_folder(where: FolderAddress) -> AsyncIterator[SftpFolder]:
    """The folder at `where`; DrumCircleError, saying what can be done, if it cannot be reached or is not there."""
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
        todo = f"Log in once with {by_hand}, and see that the fingerprint is right."
        raise DrumCircleError(f"{where.host} shows a key that is not known here.", todo) from error
    except asyncssh.PermissionDenied as error:
        todo = f"See that {by_hand} logs you in without asking for a password: by a key or an agent."
        raise DrumCircleError(f"{where.host} refused the login.", todo) from error
    except (asyncssh.Error, *_SETTINGS, OSError) as error:
        words = str(error) or "no answer"
        raise DrumCircleError(f"{where.host} cannot be reached by SFTP: {words}.", f"Try {by_hand}.") from error
