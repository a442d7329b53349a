"""The sources that a package is built from: what is committed, with the version that the tag gives."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import environment
import system

INIT = "drumcircle_gui/__init__.py"
UPDATE_SOURCE = "drumcircle_gui/installation/update_source.py"
UPDATE_VARIABLES = ("DRUMCIRCLE_UPDATE_ADDRESS", "DRUMCIRCLE_UPDATE_KEY")
_VERSION = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)
_TAG = re.compile(r"v(\d+\.\d+\.\d+)(?:-(\d+)-g([0-9a-f]+))?")


@dataclass(frozen=True)
class Source:
    """A folder with the sources and nothing else, their version, and the time of the commit in seconds since 1970."""

    folder: Path
    version: str
    epoch: int

    @property
    def variables(self) -> dict[str, str]:
        """The environment of every tool: no clock and no random order goes into what it writes."""
        fixed = {"SOURCE_DATE_EPOCH": str(self.epoch), "PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        return {**os.environ, **fixed, "DRUMCIRCLE_VERSION": self.version, "DRUMCIRCLE_SOURCE": str(self.folder)}


def export(folder: Path) -> Source:
    """Write the committed sources to `folder`, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    archive = folder.parent / "source.tar"
    commit = _git("rev-parse", "HEAD")  # one commit, also if another one is made meanwhile
    _git("archive", "--output", str(archive), commit)
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    archive.unlink()
    init = folder / INIT
    text = init.read_text(encoding="utf-8")
    version = version_of(
        _git("describe", "--tags", "--always", "--long", "--match", "v*.*.*", commit), written_in(text)
    )
    init.write_text(_VERSION.sub(f'__version__ = "{version}"', text), encoding="utf-8")
    updates = folder / UPDATE_SOURCE
    updates.write_text(with_update_source(updates.read_text(encoding="utf-8"), os.environ), encoding="utf-8")
    return Source(folder, version, int(_git("log", "-1", "--format=%ct", commit)))


def with_update_source(text: str, variables: Mapping[str, str]) -> str:
    """The text of `update_source.py` with the address and the key that the environment names, if it names them."""
    address, key = (variables.get(name, "") for name in UPDATE_VARIABLES)
    if not address and not key:
        return text
    if not re.fullmatch(r"https://[\x21-\x7e]+", address) or not re.fullmatch("[0-9a-f]{64}", key):
        needs = "an address that begins with https://, and a key of 64 hexadecimal digits"
        raise system.Unready(f"{' and '.join(UPDATE_VARIABLES)} are wrong: they are {needs}.", "Set both, or none.")
    for name, value in (("ADDRESS", address), ("PUBLIC_KEY", key)):
        assert f'{name} = ""' in text, f"{UPDATE_SOURCE} has no {name}"
        text = text.replace(f'{name} = ""', f'{name} = "{value}"')
    return text


def written_in(text: str) -> str:
    """The version that the program's `__init__.py` names: of the release that is being prepared."""
    found = _VERSION.search(text)
    assert found, f"{INIT} names no version"
    return found[1]


def version_of(described: str, written: str) -> str:
    """The version of a commit, from `git describe --long`: the tag's, or one before the release `written`."""
    if tag := _TAG.fullmatch(described):
        if tag[2] in (None, "0"):
            return tag[1]
        return f"{written}.dev{tag[2]}+g{tag[3]}"
    return f"{written}.dev0+g{described}"


def _git(*arguments: str) -> str:
    try:
        run = subprocess.run(["git", *arguments], cwd=environment.ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", "") or str(error)
        raise system.Unready(
            f"The sources cannot be exported: {reason.strip()}", "Build from a clone with git."
        ) from error
    return run.stdout.strip()
