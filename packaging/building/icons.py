"""Draws the program's icon in all sizes, for Linux (PNG), Windows (ICO) and macOS (ICNS).

python icons.py SVG FOLDER    writes FOLDER/icons/48.png ..., FOLDER/drumcircle.ico, FOLDER/drumcircle.icns
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def main(svg: Path, folder: Path) -> None:
    pictures = {size: drawn(svg, size) for size in SIZES}
    (folder / "icons").mkdir(parents=True, exist_ok=True)
    for size, picture in pictures.items():
        (folder / "icons" / f"{size}.png").write_bytes(picture)
    (folder / "drumcircle.ico").write_bytes(ico(pictures))
    (folder / "drumcircle.icns").write_bytes(icns(pictures))


def drawn(svg: Path, size: int) -> bytes:
    """A PNG of the picture, `size` pixels wide and high."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtGui import QGuiApplication, QImageReader

    application = QGuiApplication.instance() or QGuiApplication([])
    reader = QImageReader(str(svg))
    reader.setScaledSize(QSize(size, size))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    reader.read().save(buffer, "PNG")  # type: ignore[call-overload]
    assert application is not None
    return bytes(data.data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """The pictures as one file of Windows: a directory, then PNG files."""
    chosen = [(size, pictures[size]) for size in ICO_SIZES]
    head, offset = struct.pack("<HHH", 0, 1, len(chosen)), 6 + 16 * len(chosen)
    for size, picture in chosen:
        side = size % 256  # 0 means 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + b"".join(picture for _, picture in chosen)


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """The pictures as one file of macOS: each a type of four letters, a length, a PNG file."""
    blocks = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for size, kind in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
