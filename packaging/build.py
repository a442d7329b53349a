"""Builds what people install: `python3 packaging/build.py TARGET...`. The results are in `dist/`.

Builds from the committed sources, in a clean environment with the tools that requirements-build.txt names; packaging/
README.md describes the targets. `--reuse` keeps the environment of the last build. Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import environment
import system
from building import bundle, linux, macos, numpy_wheel, python_package, tools, windows
from building.source import Source, export

BUILD = environment.ROOT / "build"
DIST = environment.ROOT / "dist"
Pack = Callable[[Source, Path, Path, Path], Path]

PYTHON_TARGETS = ("wheel", "sdist")
BUNDLE_TARGETS: dict[str, tuple[str, Pack]] = {
    "archive": ("linux", linux.archive),
    "deb": ("linux", linux.deb),
    "appimage": ("linux", linux.appimage),
    "installer": ("win32", windows.installer),
    "diskimage": ("darwin", macos.disk_image),
}
"""Targets made of a bundle: the system that each is built on, and what makes it."""


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    for target in options.targets:
        _check(target)
    source = export(BUILD / "source")
    environment.say(f"Building version {source.version}")
    venv = BUILD / "environment"
    reuse = options.reuse and tools.python_of(venv).exists()
    python = tools.python_of(venv) if reuse else tools.clean_environment(venv)
    DIST.mkdir(exist_ok=True)
    work = BUILD / "work"
    files = [
        python_package.build(target, source, python, DIST) for target in options.targets if target in PYTHON_TARGETS
    ]
    packs = [target for target in options.targets if target in BUNDLE_TARGETS]
    if packs:
        numpy_wheel.install(python, BUILD / "wheels")
        bundle.generate(source, python, work)
        folder = bundle.make(source, python, work)
        _describe(folder)
        files += [BUNDLE_TARGETS[target][1](source, work, folder, DIST) for target in packs]
        shutil.copy(work / "sbom.cdx.json", DIST / f"drumcircle-{source.version}.cdx.json")
    for file in files:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        print(f"{file.relative_to(environment.ROOT)}  {file.stat().st_size / 1e6:.1f} MB  sha256 {digest}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Builds packages of Drum Circle into dist/.")
    parser.add_argument("targets", nargs="+", metavar="TARGET", choices=(*PYTHON_TARGETS, *BUNDLE_TARGETS))
    parser.add_argument("--reuse", action="store_true", help="keep the environment of the last build")
    return parser


def _check(target: str) -> None:
    """A bundle holds the Python and the libraries of the system that it is built on."""
    wanted = BUNDLE_TARGETS[target][0] if target in BUNDLE_TARGETS else sys.platform
    if wanted != sys.platform:
        raise system.Unready(f"The target {target} is built on another system ({wanted}).", "See packaging/README.md.")


def _describe(folder: Path) -> None:
    sizes = bundle.sizes(folder)
    print(f"The bundle takes {sum(sizes.values()) / 1e6:.1f} MB. The largest parts:")
    for name, size in sorted(sizes.items(), key=lambda each: -each[1])[:10]:
        print(f"{size / 1e6:8.1f} MB  {name}")


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
