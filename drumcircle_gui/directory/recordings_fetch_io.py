"""Downloads the recordings of a circle, and the loops in them, from a hub's web page, with the conductor's key."""

import hashlib
import re
import shutil
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path
from typing import cast
from urllib.parse import quote, urlsplit

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.invite import Invite

TIMEOUT_S = 20.0
SUFFIX = ".drumcircle"
LOOPS = "loops"
"""Name of the folder for the files of loops, next to the recordings."""

MAX_LIST = 1 << 20
"""Bytes of the list of recordings."""

_LOOP = re.compile(r"[0-9a-f]{64}")
"""The name of a loop's file: its SHA-256."""

DAMAGED = "has arrived damaged: fetch it again"

_NONE = (
    "The hub knows no recordings for this invite.",
    "Use the conductor's invite, within 7 days after the circle has ended.",
)


@dataclass(frozen=True, slots=True)
class FetchedRecording:
    """A file and the result: "fetched", "is there already", or DAMAGED."""

    file: Path
    outcome: str


class _Row(msgspec.Struct):
    file: str
    bytes: int


def fetch(web: str, invite: Invite, folder: Path) -> list[FetchedRecording]:
    """Fetch all recordings of the circle of a conductor's `invite` into `folder`, and the files of their loops into a
    folder in it. `web`: the address of the hub's page. Files of the same name and size are left as they are.
    DrumCircleError if that cannot be done."""
    if urlsplit(web).scheme not in ("http", "https"):
        raise DrumCircleError(f"{web} is no web address.", "It begins with https://.")
    address = f"{web.rstrip('/')}/circles/{quote(invite.circle_id, safe='')}/recordings"
    try:
        listed = _listed(address, invite.key)
        folder.mkdir(parents=True, exist_ok=True)
        return [_fetch_one(address, invite.key, _place(folder, name), size) for name, size in listed]
    except urllib.error.HTTPError as error:
        if error.code == 404:
            raise DrumCircleError(*_NONE) from error
        raise DrumCircleError(f"The hub declines: {error.reason}.", "Try again in a minute.") from error
    except (OSError, ValueError, msgspec.MsgspecError, RecursionError) as error:
        reason = getattr(error, "reason", error)
        why = (getattr(reason, "strerror", None) or str(reason)).lower()
        what = f"The recordings cannot be fetched from {web} ({why})."
        raise DrumCircleError(what, "Give the address of the hub's web page with --web.") from error


def _listed(address: str, key: str) -> list[tuple[str, int]]:
    """The names of the files, which hold no path, and their sizes."""
    with _open(address, key) as answer:
        rows = msgspec.json.decode(answer.read(MAX_LIST), type=list[_Row])
    named = [(row.file, row.bytes) for row in rows]
    return [(name, size) for name, size in named if _is_recording(name) or _LOOP.fullmatch(name)]


def _is_recording(name: str) -> bool:
    return name.endswith(SUFFIX) and not set(name) & set("/\\:\0")


def _place(folder: Path, name: str) -> Path:
    if not _LOOP.fullmatch(name):
        return folder / name
    (folder / LOOPS).mkdir(exist_ok=True)
    return folder / LOOPS / name


def _fetch_one(address: str, key: str, file: Path, size: int) -> FetchedRecording:
    """Fetch one file. A smaller local file of its name is an earlier copy, and is replaced."""
    if file.exists() and file.stat().st_size >= size:
        return FetchedRecording(file, "is there already")
    part = file.with_name(f"{file.name}.part")
    try:
        with _open(f"{address}/{quote(file.name, safe='')}", key) as answer, part.open("wb") as copy:
            shutil.copyfileobj(answer, copy)
        if _LOOP.fullmatch(file.name) and _sha256(part) != file.name:
            return FetchedRecording(file, DAMAGED)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return FetchedRecording(file, "fetched")


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _open(address: str, key: str) -> HTTPResponse:
    request = urllib.request.Request(address)
    request.add_unredirected_header("Authorization", f"Bearer {key}")  # for this host alone
    return cast(HTTPResponse, urllib.request.urlopen(request, timeout=TIMEOUT_S))
