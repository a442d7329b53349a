"""A real SFTP server on loopback, and a ~/.ssh from which it can be reached."""

import contextlib
import errno
import getpass
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncssh

Hook = Callable[[], None]


def nothing() -> None:
    """Do nothing."""


@dataclass
class Sftp:
    """`root`: the folder in which a login starts. `before_write` may raise an error for the next write."""

    root: Path
    port: int = 0
    free: int = 1 << 30
    writes: int = 0
    before_write: Hook = nothing
    connections: list[asyncssh.SSHServerConnection] = field(default_factory=list)
    old: bool = False

    @property
    def folder(self) -> str:
        return f"{getpass.getuser()}@127.0.0.1:{self.port}:music"

    def full(self) -> None:
        self.free = 0
        raise OSError(errno.EIO, "the disk says no more than this")

    def cut(self) -> None:
        for connection in self.connections:
            connection.abort()


def _handler(rig: Sftp) -> Callable[[asyncssh.SSHServerChannel[bytes]], asyncssh.SFTPServer]:
    class Handler(asyncssh.SFTPServer):
        def __init__(self, channel: Any) -> None:
            super().__init__(channel)
            rig.connections.append(channel.get_connection())

        def map_path(self, path: bytes) -> bytes:
            return os.fsencode(rig.root / os.fsdecode(path).lstrip("/"))

        def reverse_map_path(self, path: bytes) -> bytes:
            return b"/" + os.fsencode(os.path.relpath(os.fsdecode(path), rig.root))

        def write(self, file_obj: object, offset: int, data: bytes) -> Any:
            rig.writes += 1
            rig.before_write()
            return super().write(file_obj, offset, data)

        def posix_rename(self, old: bytes, new: bytes) -> Any:
            if rig.old:
                raise asyncssh.SFTPOpUnsupported("an old server")
            return super().posix_rename(old, new)

        def statvfs(self, path: bytes) -> Any:
            return asyncssh.SFTPVFSAttrs(bsize=1, frsize=1, blocks=1 << 40, bfree=rig.free, bavail=rig.free)

    return Handler


@contextlib.asynccontextmanager
async def serving(folder: Path, home: Path) -> AsyncIterator[Sftp]:
    """An SFTP server with the folder `music` at `folder`; a key and the known hosts in `home`."""
    rig = Sftp(folder / "elsewhere")
    (rig.root / "music").mkdir(parents=True)
    own, its = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    ssh = home / ".ssh"
    ssh.mkdir(parents=True, exist_ok=True)
    own.write_private_key(ssh / "id_ed25519")
    (ssh / "id_ed25519").chmod(0o600)
    own.write_public_key(folder / "authorized")
    acceptor = await asyncssh.listen(
        "127.0.0.1",
        0,
        server_host_keys=[its],
        authorized_client_keys=str(folder / "authorized"),
        sftp_factory=_handler(rig),
    )
    rig.port = acceptor.get_port()
    line = its.export_public_key().decode()
    (ssh / "known_hosts").write_text(f"[127.0.0.1]:{rig.port} {line}")
    try:
        yield rig
    finally:
        acceptor.close()
        rig.cut()
        await acceptor.wait_closed()
