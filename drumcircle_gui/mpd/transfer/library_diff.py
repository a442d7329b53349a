"""The libraries of the rooms beside each other: who lacks what, and who or what could supply it. Pure.

A library is the collection of its files' names as MPD tells them, relative and with slashes.
"""

from collections.abc import Collection, Mapping
from heapq import nsmallest

from drumcircle_gui.mpd.model.rooms_state import LibraryDifferences, MissingFiles

MAX_LISTED = 100


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
