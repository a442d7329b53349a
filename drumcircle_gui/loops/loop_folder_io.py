"""Folders of loop files, each named by its SHA-256. Use on worker threads."""

import hashlib
from pathlib import Path

from drumcircle_gui.protocol.loop_messages import MAX_LOOP_BYTES


class DamagedLoop(ValueError):
    """A file does not have the content that its name says."""


def loop_files(folder: Path) -> list[Path]:
    """The loop files in `folder`, the oldest first; none if it cannot be read."""
    try:
        files = [file for file in folder.iterdir() if len(file.name) == hashlib.sha256().digest_size * 2]
        return sorted(files, key=lambda file: file.stat().st_mtime)
    except OSError:
        return []


def read_loop(file: Path) -> bytes:
    """The content of a loop file. Raises OSError, and DamagedLoop if it is not what the name says."""
    with file.open("rb") as opened:
        data = opened.read(MAX_LOOP_BYTES + 1)
    if hashlib.sha256(data).hexdigest() != file.name:
        raise DamagedLoop(f"{file} is damaged")
    return data
