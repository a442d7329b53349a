"""The installer for Windows: Inno Setup packs the bundle. Run on Windows, with `iscc` on the PATH."""

from __future__ import annotations

import os
from pathlib import Path

import environment

from . import tools
from .source import Source

SCRIPT = environment.ROOT / "packaging/windows/drumcircle.iss"
SIGN_VARIABLE = "DRUMCIRCLE_SIGN_COMMAND"
"""The command that signs a file for Windows, with $f for its name; it takes its key from the environment."""


def installer(source: Source, work: Path, bundle: Path, dist: Path) -> Path:
    """An installer for one person, without administrator's rights."""
    tools.require("iscc")
    name = f"drumcircle-{source.version}-windows-setup"
    defined = {"Version": source.version, "Bundle": str(bundle), "Work": str(work), "Output": str(dist), "Name": name}
    command = ["iscc", *(f"/D{key}={value}" for key, value in defined.items())]
    if sign := os.environ.get(SIGN_VARIABLE):
        command += [f"/Ssign={sign}", "/DSigned=1"]
    tools.run([*command, str(SCRIPT)], source.variables)
    return dist / f"{name}.exe"
