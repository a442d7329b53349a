"""The bundle: one folder with a Python, the program and its packages, made by PyInstaller."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from . import contents, stand_ins, tools
from .source import Source

HERE = Path(__file__).resolve().parent
STRIPPED = ("libpython*.so*", "python3*/lib-dynload/*.so", *(f"{name}/**/*.so" for name in contents.STRIPPED_PACKAGES))
"""Libraries with debugging symbols. Others are left alone: `strip` breaks those that a wheel's maker has patched."""


def generate(source: Source, python: Path, work: Path) -> None:
    """Write what a bundle is made of beside the code: bill of materials, licences, icons, manual, completions, the
    kit's sounds, the Python part of PySide's bindings."""
    shutil.rmtree(work, ignore_errors=True)
    for script, about in (("bill.py", source.folder), ("manual.py", source.folder)):
        tools.run([str(python), str(HERE / script), str(about), str(work)], source.variables)
    kit = [str(source.folder / "resources/kit"), str(work / "kit")]
    tools.run([str(python), str(HERE / "flac_kit.py"), *kit], source.variables)
    tools.run([str(python), str(HERE / "bindings.py"), str(work / "bindings")], source.variables)
    svg = source.folder / "resources/icons/drumcircle.svg"
    tools.run([str(python), str(HERE / "icons.py"), str(svg), str(work)], source.variables)


def make(source: Source, python: Path, work: Path) -> Path:
    """Build the bundle from what `generate` wrote to `work`; returns its folder (on macOS: the .app)."""
    output = work / "pyinstaller"
    _use_sources(python)
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(output / "dist"), "--workpath", str(output / "work"), str(HERE / "bundle.spec")]
    own = {"DRUMCIRCLE_WORK": str(work), "PYTHONPATH": str(source.folder), "PYTHONNODEBUGRANGES": "1"}
    tools.run(command, {**source.variables, **own}, work)
    if sys.platform == "darwin":
        return output / "dist" / "Drum Circle.app"
    folder = output / "dist" / "drumcircle"
    if sys.platform.startswith("linux"):
        stand_ins.put(folder)
        _strip(folder)
        pack_modules(folder / "_internal" / "base_library.zip")
    return folder


def sizes(folder: Path) -> dict[str, int]:
    """Bytes of each part of a bundle: the first two folders of a path, or a file's name."""
    found: dict[str, int] = {}
    for path in _files(folder):
        parts = path.relative_to(folder).parts
        inner = parts[1:] if parts[0] == "_internal" else parts
        name = "/".join(inner[:-1][:2]) or inner[-1]
        found[name] = found.get(name, 0) + path.stat().st_size
    return found


def _use_sources(python: Path) -> None:
    """Remove the compiled modules of packages that work as well from their Python sources, which are beside them."""
    packages = tools.packages_of(python)
    for name in contents.UNCOMPILED_PACKAGES:
        for module in sorted((packages / name).rglob("*")):
            if module.suffix in (".so", ".pyd"):
                assert module.with_name(module.name.partition(".")[0] + ".py").exists(), f"{module} has no source"
                module.unlink()


def _strip(folder: Path) -> None:
    tools.require("strip")
    for pattern in STRIPPED:
        for library in sorted((folder / "_internal").glob(pattern)):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def pack_modules(file: Path) -> None:
    """Compress the modules with which Python starts; PyInstaller stores them as they are."""
    with zipfile.ZipFile(file) as stored:
        entries = [(entry.filename, stored.read(entry)) for entry in stored.infolist()]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in entries:
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
