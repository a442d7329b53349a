"""Writes the Python part of PySide's bindings as bytecode, which a bundle brings as files. Needs the package PySide6.

Without these files PySide compiles that part, 100 kB of source in an archive within its library, at each start.

python bindings.py TARGET
"""

from __future__ import annotations

import compileall
import os
import shutil
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

PACKAGE = "shibokensupport"


def unpacked() -> Path:
    """The folder, beside PySide's library, into which PySide itself has unpacked that part."""
    os.environ["SBK_EMBED"] = "no"  # read by PySide when it is loaded
    import PySide6.QtCore  # noqa: F401
    import shiboken6

    return Path(shiboken6.__file__).parent / "files.dir"


def compiled(folder: Path, target: Path) -> None:
    """Write the package in `folder` to `target`, as bytecode alone. The same sources become the same bytes."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder / PACKAGE, target / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    unchecked = PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(
        target, quiet=1, force=True, legacy=True, optimize=1, invalidation_mode=unchecked, stripdir=target
    ):
        raise ValueError(f"{folder} cannot be compiled")
    for source in target.rglob("*.py"):
        source.unlink()


if __name__ == "__main__":
    compiled(unpacked(), Path(sys.argv[1]))
