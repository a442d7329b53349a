"""The libraries of the rooms beside each other: who lacks what, and who or what could supply it. Pure.

A library is the collection of its files' names as MPD tells them, relative and with slashes.
"""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from heapq import nsmallest
from pathlib import PurePath

from drumcircle_gui.mpd.model.rooms_state import LibraryDifferences, MissingFiles

MAX_LISTED = 100
_MATCHING = 2


def files_of(lines: Iterable[str]) -> set[str]:
    """The files in an answer to `listall`, `listallinfo` or `list file`."""
    return {line[6:] for line in lines if line.startswith("file: ")}


def compare_libraries(libraries: Mapping[str, Collection[str]]) -> LibraryDifferences:
    """What each room lacks that another has, those that lack nothing left out; the rooms in their order."""
    everything = frozenset[str]().union(*libraries.values())
    gaps = ((room, everything.difference(files)) for room, files in libraries.items())
    lacking = (MissingFiles(room, len(gap), tuple(nsmallest(MAX_LISTED, gap))) for room, gap in gaps if gap)
    return LibraryDifferences(compared=tuple(libraries), lacking=tuple(lacking))


def find_suppliers(libraries: Mapping[str, Collection[str]], room: str, able: Collection[str]) -> dict[str, list[str]]:
    """The files that `room` lacks, in order, by the room that can supply them: the first of `able` that has them."""
    lacked = frozenset[str]().union(*libraries.values()).difference(libraries[room])
    found: dict[str, list[str]] = {}
    for other in able:
        if has := lacked.intersection(libraries[other]):
            found[other] = sorted(has)
            lacked -= has
    return found


def fillers(lacked: Collection[str], local: Iterable[PurePath]) -> dict[str, PurePath]:
    """Which of the `local` files is which of the lacked ones: it is called the same and lies in a folder that is called
    the same. Of several, that which has the most of its path in common."""
    wanted = {file: _parts(file.split("/")) for file in lacked}
    by_name: dict[str, list[str]] = {}
    for file, parts in wanted.items():
        by_name.setdefault(parts[-1], []).append(file)
    best: dict[str, tuple[int, PurePath]] = {}
    for path in local:
        parts = _parts(path.parts)
        for file in by_name.get(parts[-1] if parts else "", ()):
            alike = _alike(wanted[file], parts)
            if alike >= min(_MATCHING, len(wanted[file])) and alike > best.get(file, (0, path))[0]:
                best[file] = alike, path
    return {file: path for file, (_, path) in best.items()}


def _parts(parts: Iterable[str]) -> list[str]:
    """As every system would write them: some take letters and their accents apart."""
    return [unicodedata.normalize("NFC", part) for part in parts]


def _alike(one: list[str], other: list[str]) -> int:
    """How many of the last parts are the same."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((number for number, (mine, its) in enumerate(pairs) if mine != its), min(len(one), len(other)))
