"""HOST:PORT, and the folders that files go to, as people write them. Pure. Every error is a ValueError with words for
people, without a capital and a full stop.
"""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass

_ADDRESS = re.compile(r"(?:\[([^\[\]]*)\]|([^:\[\]]*)):([0-9]{1,5})")
_REMOTE = re.compile(r"(?:([^@/\\]+)@)?(?:\[([^\[\]]+)\]|([^:@/\\\[\]]+))(?::([0-9]{1,5}))?:(.*)")
_HERE = re.compile(r"~|[/\\]|[A-Za-z]:(?:[/\\]|$)")
_HOST = re.compile(r"[^\s/\\@\[\]]{1,255}")
SSH_PORT = 22


@dataclass(frozen=True, slots=True)
class FolderAddress:
    """A folder for music. `host` "": on this machine, `path` is absolute or begins with ~. Otherwise on another one by
    SFTP, `path` relative to where the user's login begins ("": there itself); `user` "": as one is called here."""

    path: str
    host: str = ""
    user: str = ""
    port: int = SSH_PORT


def parse_address(text: str, least: int = 1) -> tuple[str, int]:
    """The host (IPv6 without its brackets; "": all addresses) and the port of HOST:PORT."""
    found = _ADDRESS.fullmatch(text.strip())
    if not found or not least <= int(found[3]) <= 65_535:
        raise ValueError(f"{text!r} is not HOST:PORT with a port between {least} and 65535")
    host = found[1] or found[2] or ""
    return check_host(host) if host else "", int(found[3])


def format_address(host: str, port: int) -> str:
    """HOST:PORT, as `address` reads it."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def check_host(host: str) -> str:
    """`host` itself: a name or an address, without a port and without brackets."""
    if not _HOST.fullmatch(host) or has_control_characters(host):
        raise ValueError(f"{host!r} is no host's name or address")
    if ":" in host:
        try:
            ipaddress.IPv6Address(host)
        except ValueError:
            raise ValueError(f"{host!r} is no host's name or address: a port is said apart from it") from None
    return host


def parse_folder(folder: str) -> FolderAddress:
    """What a room's `folder` means: an absolute path or ~/path here, or [user@]host[:port]:path."""
    if has_control_characters(folder):
        raise ValueError("a folder's name has no control characters")
    if _HERE.match(folder):
        return FolderAddress(folder)
    if not (found := _REMOTE.fullmatch(folder)):
        raise ValueError(f"{folder!r} is neither a whole path (/music, ~/Music) nor [user@]host:path")
    user, bracketed, named, port, path = found.groups()
    if not 1 <= int(port or SSH_PORT) <= 65_535:
        raise ValueError(f"the port in {folder!r} is not between 1 and 65535")
    path = path[2:] if path.startswith("~/") else path.removeprefix("~")
    return FolderAddress(path, check_host(bracketed or named), user or "", int(port or SSH_PORT))


def has_control_characters(text: str) -> bool:
    """Whether there is anything in `text` that could end a line, or that no text can hold."""
    return any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text)
