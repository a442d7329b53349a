"""numpy for a bundle: built from its source distribution without OpenBLAS, which is 28 MB of numpy's wheel.

numpy's own routines for linear algebra (lapack_lite) serve instead: as complete, and slower for large matrices, of
which there are none here. On macOS, numpy's wheel uses the system's library and is left as it is. Needs a C and a C++
compiler, and takes some minutes; the wheel is kept in `build/wheels` for the next build.
"""

from __future__ import annotations

import hashlib
import platform
import re
import sys
from pathlib import Path

import environment

from . import tools

OPTIONS = ("allow-noblas=true", "blas=none", "lapack=none")
X86_OPTIONS = ("cpu-baseline=X86_V2", "cpu-dispatch=X86_V3", "disable-svml=true")
"""The same oldest processors as for numpy's wheel; for newer ones the code for AVX2, without that for AVX-512."""


def install(python: Path, wheels: Path) -> None:
    """Install that numpy over the environment's own."""
    if sys.platform == "darwin":
        return
    options = [f"-Csetup-args=-D{option}" for option in options_for(platform.machine())]
    numpy = pin()
    mark = hashlib.sha256(" ".join([numpy, platform.python_version(), *options]).encode()).hexdigest()[:12]
    folder = wheels / f"numpy-{mark}"
    pip = [str(python), "-m", "pip", "--no-input", "--disable-pip-version-check"]
    if not any(folder.glob("*.whl")):
        environment.say("Building numpy without OpenBLAS (some minutes)")
        tools.run([*pip, "wheel", "--quiet", "--no-deps", "--no-binary", "numpy", "-w", str(folder), *options, numpy])
    (wheel,) = folder.glob("*.whl")
    tools.run([*pip, "install", "--quiet", "--no-deps", "--force-reinstall", str(wheel)])
    about = tools.packages_of(python) / "numpy" / "__config__.py"
    about.write_text(without_path(about.read_text(encoding="utf-8")), encoding="utf-8")


def without_path(about: str) -> str:
    """numpy's notes about its build, without the path of the Python that built it: a bundle is the same wherever it is
    built."""
    text, found = re.subn(r'("path": r)"[^"]*"', r'\1""', about)
    assert found, "numpy does not note the path of its Python"
    return text


def options_for(machine: str) -> tuple[str, ...]:
    """The options of numpy's build on that kind of processor."""
    return OPTIONS + (X86_OPTIONS if machine.lower() in ("x86_64", "amd64") else ())


def pin() -> str:
    """The requirement that fixes numpy's version."""
    lines = (tools.PACKAGING / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("numpy=="))
