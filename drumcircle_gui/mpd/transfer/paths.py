"""Names of files to transfer, and their paths in a room's folder. Pure.

A target is a file's path in a room's folder: relative and with slashes, as MPD names the file.
"""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath
from typing import TypeVar

from drumcircle_gui.mpd.config.addresses import has_control_characters

P = TypeVar("P", bound=PurePath)

AUDIO_SUFFIXES = frozenset(
    [
        *("aac", "ac3", "aif", "aifc", "aiff", "alac", "amr", "ape", "au", "dff", "dsf", "dts", "flac", "it", "m4a"),
        *("m4b", "mid", "mka", "mod", "mp+", "mp2", "mp3", "mp4", "mpc", "mpp", "oga", "ogg", "opus", "ra", "s3m"),
        *("shn", "spx", "snd", "tta", "voc", "wav", "wma", "wv", "xm"),
    ]
)

MAX_NAME_BYTES = 255
"""Bytes in the name of one file or folder: the limit of the usual file systems."""

PARTIAL_SUFFIX = ".drumcircle-part"
_RESERVED = re.compile(r"\.{1,2}|\.drumcircle.*")


def is_audio(name: str) -> bool:
    """Whether a file of that name is music, by its suffix. Hidden files do not count."""
    stem, _, suffix = name.rpartition(".")
    return bool(stem) and not stem.startswith(".") and suffix.lower() in AUDIO_SUFFIXES


def target_path(parts: Iterable[str]) -> str:
    """The target with these parts. Raises ValueError, with a text for users, if a room cannot have such a file."""
    parts = tuple(parts)
    for part in parts:
        if not part or "/" in part or _RESERVED.fullmatch(part) or has_control_characters(part):
            raise ValueError(f"a room cannot have a file called {part!r}")
        if len(part.encode()) > MAX_NAME_BYTES:
            raise ValueError(f"the name {part[:20]}... is too long")
    if not parts:
        raise ValueError("a file without a name cannot be sent")
    return "/".join(parts)


def partial_path(target: str) -> str:
    """The path at which `target` is written until it is complete: beside it, with a fixed name that is not music."""
    folder, slash, name = target.rpartition("/")
    short = name.encode()[: MAX_NAME_BYTES - len(PARTIAL_SUFFIX) - 1].decode(errors="ignore")
    return f"{folder}{slash}.{short}{PARTIAL_SUFFIX}"


def path_inside(root: P, target: str) -> P:
    """The path of `target` in the folder `root`. Raises ValueError if that path would be outside by the rules of the
    system. Links are not considered."""
    parts = target.split("/")
    path = root.joinpath(*parts)
    if path.parts != (*root.parts, *parts) or ".." in parts:
        raise ValueError(f"{target!r} is no file in {root}")
    return path


def normal_form(name: str) -> str:
    """A form that is equal for all spellings of a name. macOS separates letters and accents (NFD), most other systems
    combine them (NFC)."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def same_name(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` that is another spelling of `name` (see `normal_form`); None if there is none."""
    if name.isascii():
        return None
    wanted = normal_form(name)
    return next((each for each in names if normal_form(each) == wanted), None)


def link_error(target: str) -> ValueError:
    """The text for a link that leads out of the folder."""
    return ValueError(f"{target!r} is behind a link that leads out of the folder")
