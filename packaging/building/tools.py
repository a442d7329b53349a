"""Runs the build's tools, in a clean environment of pinned packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import environment
import system

REQUIREMENTS = ("requirements.txt", environment.OPTIONAL, "requirements-build.txt")
PACKAGING = environment.ROOT / "packaging"


def clean_environment(folder: Path) -> Path:
    """Make `folder` a virtual environment with the pinned packages and nothing else; returns its Python."""
    environment.say("Making a clean environment with the pinned tools")
    run([sys.executable, "-m", "venv", "--clear", str(folder)])
    python = python_of(folder)
    pinned = [option for name in REQUIREMENTS for option in ("-r", str(PACKAGING / name))]
    run([str(python), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", *pinned])
    return python


def python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def packages_of(python: Path) -> Path:
    """The folder of the packages of that Python."""
    return Path(output([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip())


def run(command: Sequence[str], variables: Mapping[str, str] | None = None, folder: Path | None = None) -> None:
    """Run a tool; `system.Unready` if it fails: its own messages, above, say why."""
    if subprocess.run(command, env=variables, cwd=folder).returncode:
        name = " ".join(Path(word).name for word in command[:3])
        raise system.Unready(f"The build stops: {name} failed.", "Its messages above say why.")


def output(command: Sequence[str]) -> str:
    """Run a tool, and return its output. CalledProcessError if it fails."""
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def require(*programs: str) -> None:
    """`system.Unready` if one of the programs is not installed."""
    for program in programs:
        if not shutil.which(program):
            raise system.Unready(f"This build needs {program}.", "Install it and start the build again.")
