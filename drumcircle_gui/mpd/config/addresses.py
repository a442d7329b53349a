"""Parses the addresses of servers and of music folders as people write them. Pure.

The text of every ValueError is for users; it begins with a small letter and ends without a full stop.
"""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass

_ADDRESS = re.compile(r"(?:\[([^\[\]]*)\]|([^:\[\]]*)):([0-9]{1,5})")
_REMOTE = re.compile(r"(?:([^@/\\]+)@)?(?:\[([^\[\]]+)\]|([^:@/\\\[\]]+))(?::([0-9]{1,5}))?:(.*)")
_LOCAL = re.compile(r"~|[/\\]|[A-Za-z]:(?:[/\\]|$)")
_HOST = re.compile(r"[^\s/\\@\[\]]{1,255}")

SSH_PORT = 22

MPD_PORT = 6600

MAX_SOCKET_BYTES = 103
"""Bytes in the path of a local socket: `sun_path` has 104 on macOS and 108 on Linux, with the NUL at the end."""


@dataclass(frozen=True, slots=True)
class FolderAddress:
    """A folder for music.

    With `host` "", it is on this machine: `path` is absolute or begins with ~. Otherwise it is on another machine and
    reached by SFTP: `path` is relative to the folder in which a login starts ("": that folder). `user` "": the same
    name as on this machine.
    """

    path: str
    host: str = ""
    user: str = ""
    port: int = SSH_PORT


def parse_address(text: str, least: int = 1) -> tuple[str, int]:
    """Host and port of HOST:PORT. The host is without brackets, "" for all addresses; the port is at least `least`.
    Raises ValueError."""
    found = _ADDRESS.fullmatch(text.strip())
    if not found or not least <= int(found[3]) <= 65_535:
        raise ValueError(f"{text!r} is not HOST:PORT with a port between {least} and 65535")
    host = found[1] or found[2] or ""
    return check_host(host) if host else "", int(found[3])


def parse_server(text: str) -> tuple[str, int]:
    """Host and port of an MPD server: HOST:PORT, or a local socket, for which the port has no meaning. Raises
    ValueError."""
    return (check_host(text.strip()), MPD_PORT) if is_socket(text.strip()) else parse_address(text)


def format_address(host: str, port: int) -> str:
    """The text that `parse_server` reads as this host and port."""
    if is_socket(host):
        return host
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def is_socket(host: str) -> bool:
    """Whether `host` is a local socket: an absolute path, or @NAME for an abstract socket of Linux, as in MPD's
    `bind_to_address`."""
    return host.startswith(("/", "@"))


def socket_path(host: str) -> str:
    """The path of the local socket `host` for the system's calls, in which abstract names begin with NUL."""
    return f"\0{host[1:]}" if host.startswith("@") else host


def check_host(host: str) -> str:
    """`host` itself if it is a name, an address without port and brackets, or a local socket. Raises ValueError."""
    if is_socket(host):
        return _check_socket(host)
    if not _HOST.fullmatch(host) or has_control_characters(host):
        raise ValueError(f"{host!r} is no host's name or address")
    if ":" in host:
        try:
            ipaddress.IPv6Address(host)
        except ValueError:
            raise ValueError(f"{host!r} is no host's name or address: the port has a field of its own") from None
    return host


def _check_socket(path: str) -> str:
    if len(path) < 2 or has_control_characters(path):
        raise ValueError(f"{path!r} is no path of a socket")
    if len(path.encode()) > MAX_SOCKET_BYTES:
        raise ValueError(f"the path of a socket has at most {MAX_SOCKET_BYTES} bytes")
    return path


def parse_folder(folder: str) -> FolderAddress:
    """The folder of a room: an absolute path or ~/path on this machine, or [user@]host[:port]:path. Raises
    ValueError."""
    if has_control_characters(folder):
        raise ValueError("a folder's name has no control characters")
    if _LOCAL.match(folder):
        return FolderAddress(folder)
    if not (found := _REMOTE.fullmatch(folder)):
        raise ValueError(f"{folder!r} is neither a whole path (/music, ~/Music) nor [user@]host:path")
    user, bracketed, named, port, path = found.groups()
    if not 1 <= int(port or SSH_PORT) <= 65_535:
        raise ValueError(f"the port in {folder!r} is not between 1 and 65535")
    path = path[2:] if path.startswith("~/") else path.removeprefix("~")
    return FolderAddress(path, check_host(bracketed or named), user or "", int(port or SSH_PORT))


def has_control_characters(text: str) -> bool:
    """Whether `text` contains a character that ends a line, or one that cannot be encoded."""
    return any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text)
