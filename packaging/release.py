"""Makes a release up to publishing: `python3 packaging/release.py 1.2.3`. Says what is left to do.

Checks that everything names that version, runs all checks and tests, tags the commit, builds this system's packages,
tries the bundle and writes `dist/SHA256SUMS`. With `--check` it stops after the first step. Nothing is sent anywhere.
Standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import environment
import system
from building.source import INIT, written_in

ROOT = environment.ROOT
HERE = Path(__file__).resolve().parent
DIST = ROOT / "dist"
TARGETS = {
    "linux": ("wheel", "sdist", "archive", "deb"),
    "win32": ("installer",),
    "darwin": ("diskimage",),
}
LEFT = """\
What is left to do:
  1. Look at the pictures in {pictures}, and install one of the packages in dist/ by hand.
  2. git push origin main v{version}    The workflow packages.yaml builds and tries the packages of the other systems.
  3. Sign what was not signed: packaging/README.md names the variables with the keys.
  4. Publish dist/ and the workflow's packages, with dist/SHA256SUMS and this part of CHANGELOG.md as the text.
  5. Upload the wheel and the sdist to the package index.
  6. Put the notice of the new version at the address that older versions ask, if packages are built with one:
     .venv/bin/python packaging/sign_release.py {version} PAGE "What is new." > release.json"""


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    version: str = options.version
    if found := list(problems(version, ROOT)):
        raise system.Unready(f"Version {version} cannot be released yet:", "\n".join(f"  - {line}" for line in found))
    if options.check:
        print(f"Everything names version {version}.")
        return 0
    _require_clean()
    _run("test.py")
    tag = f"v{version}"
    if not _git("tag", "--list", tag):
        _git("tag", "--annotate", tag, "--message", f"Drum Circle {version}")
    _run("build.py", *TARGETS[sys.platform])
    pictures = ROOT / "build/pictures"
    _run("try_bundle.py", str(pictures))
    sums = "".join(f"{digest}  {name}\n" for name, digest in _digests())
    (DIST / "SHA256SUMS").write_text(sums, encoding="utf-8")
    print(LEFT.format(version=version, pictures=pictures.relative_to(ROOT)))
    return 0


def problems(version: str, root: Path) -> Iterator[str]:
    """The places that do not name that version yet, each with the remedy."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        yield f"{version} is no version: use three numbers, as in 1.2.3."
        return
    written = written_in((root / INIT).read_text(encoding="utf-8"))
    if written != version:
        yield f"{INIT} names {written}: set __version__ to {version}."
    heading = newest_heading((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    if heading != version:
        yield f"The newest part of CHANGELOG.md is “{heading}”: name it “{version}”."
    if not (root / "tests/old_files" / version).is_dir():
        yield f"tests/old_files/{version}/ is missing: put the files there that this version writes."


def newest_heading(changelog: str) -> str:
    """The first heading of the second level."""
    found = re.search(r"^## (.+)$", changelog, re.MULTILINE)
    return found[1].strip() if found else ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Makes a release up to publishing.")
    parser.add_argument("version", help="the version, as in 1.2.3")
    parser.add_argument("--check", action="store_true", help="only say what does not name the version yet")
    return parser


def _require_clean() -> None:
    if _git("status", "--porcelain", "--untracked-files=no"):
        raise system.Unready("There are changes that are not committed.", "Commit them, or put them aside.")


def _run(script: str, *arguments: str) -> None:
    if subprocess.run([sys.executable, str(HERE / script), *arguments]).returncode:
        raise system.Unready(f"The release stops: {script} failed.", "Its messages above say why.")


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def _digests() -> Iterator[tuple[str, str]]:
    for file in sorted(DIST.iterdir()):
        if file.is_file() and file.name != "SHA256SUMS":
            yield file.name, hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
