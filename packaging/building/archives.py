"""Archives whose bytes depend on their contents alone: sorted names, one time, no owner. Standard library only."""

from __future__ import annotations

import gzip
import io
import lzma
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GNU = tarfile.GNU_FORMAT  # dpkg reads no other headers for long names

XZ: dict[str, Any] = {
    "format": lzma.FORMAT_XZ,
    "filters": [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 7, "dict_size": 64 << 20}],
}
"""Machine code is packed with relative addresses, in which repetition is found."""


def write_tar_xz(folder: Path, file: Path, epoch: int, prefix: str) -> None:
    """Pack `folder` as `prefix/` into the .tar.xz `file`."""
    with lzma.open(file, "wb", **XZ) as packed, tarfile.open(fileobj=packed, mode="w", format=GNU) as tar:
        _add(tar, folder, epoch, prefix)


def repack_tar_gz(file: Path, to: Path, epoch: int) -> None:
    """Write the .tar.gz `file`, which holds one folder, to `to`: the same files, in order, without times and owners."""
    with tempfile.TemporaryDirectory() as name:
        with tarfile.open(file) as tar:
            tar.extractall(name, filter="data")
        (folder,) = Path(name).iterdir()
        with (
            to.open("wb") as raw,
            gzip.GzipFile("", "wb", fileobj=raw, mtime=epoch) as packed,
            tarfile.open(fileobj=packed, mode="w", format=GNU) as tar,
        ):
            _add(tar, folder, epoch, folder.name)


def write_deb(tree: Path, control: str, file: Path, epoch: int) -> None:
    """Write a Debian package with the files of `tree` and that control file."""
    data, about = io.BytesIO(), io.BytesIO()
    with lzma.open(data, "wb", **XZ) as packed, tarfile.open(fileobj=packed, mode="w", format=GNU) as tar:
        _add(tar, tree, epoch, ".")
    with lzma.open(about, "wb") as packed, tarfile.open(fileobj=packed, mode="w", format=GNU) as tar:
        text = control.encode()
        info = tarfile.TarInfo("./control")
        info.size, info.mtime, info.mode = len(text), epoch, 0o644
        tar.addfile(info, io.BytesIO(text))
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": about.getvalue(),
        "data.tar.xz": data.getvalue(),
    }
    file.write_bytes(b"!<arch>\n" + b"".join(_member(name, body, epoch) for name, body in members.items()))


def installed_kib(tree: Path) -> int:
    """What the files of `tree` take on a disk."""
    return sum(-(-path.stat().st_size // 1024) for path in tree.rglob("*") if path.is_file() and not path.is_symlink())


def _member(name: str, body: bytes, epoch: int) -> bytes:
    head = f"{name:<16}{epoch:<12}{0:<6}{0:<6}{'100644':<8}{len(body):<10}`\n".encode()
    return head + body + b"\n" * (len(body) % 2)


def _add(tar: tarfile.TarFile, folder: Path, epoch: int, prefix: str) -> None:
    for path in _sorted(folder):
        name = f"{prefix}/{path.relative_to(folder).as_posix()}" if path != folder else prefix
        info = tar.gettarinfo(str(path), name)
        info.uid = info.gid = 0
        info.uname = info.gname = "root"
        info.mtime = epoch
        info.mode = 0o755 if path.is_dir() or info.mode & 0o100 else 0o644
        if info.isreg():
            with path.open("rb") as file:
                tar.addfile(info, file)
        else:
            tar.addfile(info)


def _sorted(folder: Path) -> Iterator[Path]:
    """`folder` and all in it, sorted by name, each folder before what it holds. Hard links become files."""
    yield folder
    for path in sorted(folder.iterdir(), key=lambda each: each.name):
        if path.is_dir() and not path.is_symlink():
            yield from _sorted(path)
        else:
            yield path
