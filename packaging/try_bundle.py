"""Tries the bundle that `build.py` made: `python packaging/try_bundle.py FOLDER`. Exits with 0 if it works.

Runs `doctor`, which draws the start page into FOLDER, and a circle of three (`circle.py`). Standard library only.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import circle
import environment
import system

OUTPUT = environment.ROOT / "build/work/pyinstaller/dist"
EXECUTABLES = ("drumcircle/drumcircle", "drumcircle/drumcircle.exe", "Drum Circle.app/Contents/MacOS/drumcircle")


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else OUTPUT
    folder.mkdir(parents=True, exist_ok=True)
    executable = next((str(OUTPUT / name) for name in EXECUTABLES if (OUTPUT / name).is_file()), "")
    if not executable:
        raise system.Unready(f"There is no bundle in {OUTPUT}.", "Build one: packaging/build.py archive")
    picture = folder / "start.png"
    subprocess.run([executable, "doctor", "--picture", str(picture)], check=True)
    print(f"The start page is drawn: {picture}", flush=True)
    return circle.check([executable])


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
