"""Tries the bundle that `build.py` made: `python packaging/try_bundle.py FOLDER`. Exits with 0 if it works.

Runs `doctor`, which draws the start page into FOLDER, a circle of three (`circle.py`), and a hub with its page, which
is asked for its circles. Standard library only.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import circle
import environment
import system

OUTPUT = environment.ROOT / "build/work/pyinstaller/dist"
PAGE_TIMEOUT_S = 20.0
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
    _check_hub(executable, "--bind", "127.0.0.1", "--port", "0", "--web-port", "0")
    return circle.check([executable])


def _check_hub(executable: str, *words: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = ("--data-dir", folder)
        with circle.running([executable, "hub", *words, *data]) as hub:
            assert hub.stdout
            told = json.loads(hub.stdout.readline() or "{}")
            if "hub" not in told:
                raise system.Unready("The hub did not start.", "Its messages above say why.")
            subprocess.run([executable, "circles", "--hub", told["hub"], *data], check=True)
            with urllib.request.urlopen(f"http://127.0.0.1:{told['web_port']}/", timeout=PAGE_TIMEOUT_S) as page:
                print(f"The hub answers, and its page has {len(page.read())} bytes", flush=True)


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
