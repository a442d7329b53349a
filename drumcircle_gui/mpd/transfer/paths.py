"""What of the user's files is sent to rooms, and what it is called there. Pure.

A target is a file's place in a room's folder: relative, with slashes, as MPD will call it.
"""

import re
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
"""Bytes in the name of a file or folder: no common file system takes more."""
PARTIAL_SUFFIX = ".drumcircle-part"
_RESERVED = re.compile(r"\.{1,2}|\.drumcircle.*")


def is_audio(name: str) -> bool:
    """Whether a file of that name is music, as far as its ending tells; hidden ones are not."""
    stem, _, ending = name.rpartition(".")
    return bool(stem) and not stem.startswith(".") and ending.lower() in AUDIO_SUFFIXES


def target_path(parts: Iterable[str]) -> str:
    """The target with these parts; ValueError, with words for people, if there may be no such file."""
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
    """Where `target` lies until it is whole: beside itself, always the same, and called as no music is."""
    folder, slash, name = target.rpartition("/")
    short = name.encode()[: MAX_NAME_BYTES - len(PARTIAL_SUFFIX) - 1].decode(errors="ignore")
    return f"{folder}{slash}.{short}{PARTIAL_SUFFIX}"


def path_inside(root: P, target: str) -> P:
    """The path of `target` in the folder `root`; ValueError if it would not lie there by the rules of that system."""
    parts = target.split("/")
    path = root.joinpath(*parts)
    if path.parts != (*root.parts, *parts) or ".." in parts:
        raise ValueError(f"{target!r} is no file in {root}")
    return path
