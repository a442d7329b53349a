"""Prints which systems and Pythons have wheels of all pinned packages: `python3 packaging/wheels.py`.

Asks pip about each system; nothing is installed. (pip 24 and newer read only the metadata of the packages; older ones
download them.) The exit code is 1 if a required package has no wheel for a supported system, otherwise 0.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import environment

FILES = ("requirements.txt", environment.OPTIONAL, "requirements-test.txt")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
MAX_PARALLEL = 3
"""How many systems are checked at the same time: each takes one process of pip."""


@dataclass(frozen=True)
class System:
    """A kind of machine: the platform tags of wheels that it accepts, and its values in environment markers."""

    name: str
    tags: tuple[str, ...]
    sys_platform: str
    platform_machine: str


def _glibc(newest: int, machine: str) -> tuple[str, ...]:
    """The tags that a Linux with glibc 2.`newest` accepts."""
    return (f"manylinux2014_{machine}", *(f"manylinux_2_{minor}_{machine}" for minor in range(17, newest + 1)))


def _macos(machine: str) -> tuple[str, ...]:
    """The tags that macOS 13 accepts: its own and those of older versions."""
    versions = (*(f"10_{minor}" for minor in range(9, 16)), "11_0", "12_0", "13_0")
    return tuple(f"macosx_{version}_{kind}" for version in versions for kind in (machine, "universal2"))


SYSTEMS = (
    System("Windows x64", ("win_amd64",), "win32", "AMD64"),
    System("macOS 13 arm64", _macos("arm64"), "darwin", "arm64"),
    System("macOS 13 Intel", _macos("x86_64"), "darwin", "x86_64"),
    System("Linux x64, glibc 2.36 (Debian 12)", _glibc(36, "x86_64"), "linux", "x86_64"),
    System("Linux arm64, glibc 2.39 (Debian 13)", _glibc(39, "aarch64"), "linux", "aarch64"),
    System("Linux arm64, glibc 2.36 (Debian 12)", _glibc(36, "aarch64"), "linux", "aarch64"),
)
UNSUPPORTED = {"Linux arm64, glibc 2.36 (Debian 12)"}
"""The table of README.md says so: PySide6 has no wheels for it."""


def main(_: list[str]) -> int:
    cells = [(system, python) for system in SYSTEMS for python in PYTHONS]
    with ThreadPoolExecutor(MAX_PARALLEL) as threads:
        found = dict(zip(cells, threads.map(lambda cell: missing(*cell), cells), strict=True))
    print(table(found))
    return int(any(lacking[FILES[0]] for (system, _), lacking in found.items() if system.name not in UNSUPPORTED))


def table(found: dict[tuple[System, str], dict[str, list[str]]]) -> str:
    """A row for each system, a column for each Python; numbered notes below name the missing packages."""
    notes: list[str] = []
    width = max(len(system.name) for system in SYSTEMS)
    lines = [" ".join((" " * width, *(f"{python:8}" for python in PYTHONS)))]
    for system in SYSTEMS:
        cells = (f"{_cell(found[system, python], notes):8}" for python in PYTHONS)
        lines.append(" ".join((f"{system.name:{width}}", *cells)))
    lines += [f"[{number}] no wheel: {note}" for number, note in enumerate(notes, 1)]
    return "\n".join(line.rstrip() for line in lines)


def missing(system: System, python: str) -> dict[str, list[str]]:
    """The packages without a wheel for that system, by requirement file."""
    return {file: _unavailable(list(pins(file, system, python)), system, python) for file in FILES}


def pins(file: str, system: System, python: str) -> Iterator[str]:
    """The pins of the file that apply to that system, without markers: pip evaluates markers for its own machine."""
    from pip._vendor.packaging.requirements import Requirement

    names = {
        "sys_platform": system.sys_platform,
        "platform_machine": system.platform_machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
    }
    for line in (environment.ROOT / "packaging" / file).read_text(encoding="utf-8").splitlines():
        requirement = line.partition("#")[0].strip()
        if requirement:
            parsed = Requirement(requirement)
            if parsed.marker is None or parsed.marker.evaluate(names):
                yield f"{parsed.name}{parsed.specifier}"


def _unavailable(wanted: Sequence[str], system: System, python: str) -> list[str]:
    """The names of the packages without a wheel. Asks for the whole list; if that fails, for each half of it."""
    if not wanted or _available(wanted, system, python):
        return []
    if len(wanted) == 1:
        return [wanted[0].partition("=")[0]]
    half = len(wanted) // 2
    return [*_unavailable(wanted[:half], system, python), *_unavailable(wanted[half:], system, python)]


def _available(wanted: Sequence[str], system: System, python: str) -> bool:
    options = ("--dry-run", "--ignore-installed", "--no-deps", "--only-binary", ":all:", "--python-version", python)
    platforms = [option for tag in system.tags for option in ("--platform", tag)]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        asked = [*command, *options, *platforms, "--target", folder, *wanted]
        return subprocess.run(asked, capture_output=True).returncode == 0


def _cell(lacking: dict[str, list[str]], notes: list[str]) -> str:
    note = ", ".join(name for file in FILES for name in lacking[file])
    if note and note not in notes:
        notes.append(note)
    return ("no" if lacking[FILES[0]] else "yes") + (f" [{notes.index(note) + 1}]" if note else "")


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
