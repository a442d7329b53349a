"""The Pythons on this machine that Drum Circle supports, and how to run a script under each. Standard library only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import environment

HERE = Path(__file__).resolve().parent
THIS = ".".join(map(str, sys.version_info[:2]))
SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
CHECK = "import ensurepip, sys, venv; print('.'.join(map(str, sys.version_info[:2])))"


def found() -> dict[str, str]:
    """The command of each supported version on this machine, this Python included, oldest first."""
    return {version: python for version in SUPPORTED if (python := _found(version))}


def others() -> dict[str, str]:
    """The same, without the Python that runs this."""
    return {version: python for version, python in found().items() if version != THIS}


def run(version: str, python: str, *arguments: str) -> int:
    """Run a script of this folder under that Python, in an environment of its own (`.venv-3.13`); the exit code."""
    variables = {} if version == THIS else {"DRUMCIRCLE_VENV": f"{environment.DEFAULT_VENV}-{version}"}
    return subprocess.run([python, *arguments], cwd=HERE, env={**os.environ, **variables}).returncode


def _found(version: str) -> str:
    """The command that starts that version; empty if this machine has none."""
    if version == THIS:
        return sys.executable
    return next((python for python in _candidates(version) if _is(version, python)), "")


def _candidates(version: str) -> Iterator[str]:
    """Commands that may start that version: on the PATH, known to the launcher of Windows, installed by pyenv."""
    if command := shutil.which(f"python{version}"):
        yield command
    if launcher := shutil.which("py"):
        ask = [launcher, f"-{version}", "-c", "import sys; print(sys.executable)"]
        yield subprocess.run(ask, capture_output=True, text=True).stdout.strip()
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    yield from map(str, sorted(pyenv.glob(f"{version}.*/bin/python{version}"), reverse=True))


def _is(version: str, python: str) -> bool:
    """Whether that command starts a Python of that version that can make virtual environments."""
    try:
        answer = subprocess.run([python, "-c", CHECK], capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == version
