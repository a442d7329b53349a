"""The wheel and the source distribution, for people who have a Python (`pipx install drumcircle-gui`)."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import archives, tools
from .source import Source

PATTERNS = {"wheel": "*.whl", "sdist": "*.tar.gz"}


def build(target: str, source: Source, python: Path, dist: Path) -> Path:
    """Build the `target` (wheel or sdist) without fetching anything; returns its path."""
    output = source.folder.parent / target
    shutil.rmtree(output, ignore_errors=True)
    command = [str(python), "-m", "build", "--no-isolation", f"--{target}", "--outdir", str(output)]
    tools.run([*command, str(source.folder)], source.variables)
    (built,) = output.glob(PATTERNS[target])
    if target == "sdist":  # setuptools puts the time of the build into it
        archives.repack_tar_gz(built, dist / built.name, source.epoch)
        return dist / built.name
    return Path(shutil.copy(built, dist))
