"""Files written whole or not at all: a reader, a full disk or a killed process never leaves half of one."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from .paths import make_private_folder

TEMPORARY = ".drumcircle-*.new"
"""Glob of the temporary files; a killed process may leave one."""


@contextmanager
def replacing(file: Path, *, private: bool = True) -> Iterator[BinaryIO]:
    """Yield a temporary file that replaces `file` when the block ends, and is deleted if the block raises.

    `private`: only the user can read it. Raises OSError if it cannot be written.
    """
    with _published(file.parent, 0o600 if private else 0o666, lambda temporary: temporary.replace(file)) as new:
        yield new


def replace(file: Path, data: bytes) -> None:
    """Replace the contents of `file` by `data`, readable by the user alone; create missing folders.

    Raises OSError if that fails; `file` is then unchanged.
    """
    make_private_folder(file.parent)
    with replacing(file) as new:
        new.write(data)


def save_text(file: Path, text: str) -> None:
    """Write a document of the user's to `file`, as UTF-8, with the permissions of their other files.

    Raises OSError if that fails; `file` is then unchanged.
    """
    with replacing(file, private=False) as new:
        new.write(text.encode())


def create(file: Path, data: bytes) -> None:
    """Create `file` with `data`, readable by the user alone, unless it exists; create missing folders.

    Raises OSError if it cannot be written. If several processes do so at once, the data of the first one stay. On file
    systems without hard links (FAT, exFAT, some network shares) those of the last one may.
    """
    make_private_folder(file.parent)
    with _published(file.parent, 0o600, lambda temporary: _rename_unless_there(temporary, file)) as new:
        new.write(data)


def set_aside(file: Path, ending: str = "broken") -> Path:
    """Rename `file` to `*.ending`, replacing an older one of that name; return the new name. OSError if that fails."""
    return file.replace(file.with_name(f"{file.name}.{ending}"))


@contextmanager
def _published(folder: Path, mode: int, publish: Callable[[Path], object]) -> Iterator[BinaryIO]:
    temporary = folder / TEMPORARY.replace("*", secrets.token_hex(8))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, mode), "wb") as new:
            yield new
            new.flush()
            os.fsync(new.fileno())
        publish(temporary)
    finally:
        temporary.unlink(missing_ok=True)


def _rename_unless_there(temporary: Path, file: Path) -> None:
    try:
        file.hardlink_to(temporary)
    except FileExistsError:
        return
    except (OSError, NotImplementedError):  # this file system has no hard links
        if not file.exists():
            temporary.replace(file)
