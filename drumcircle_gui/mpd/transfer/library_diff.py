"""Compares the libraries of the rooms: which files a room lacks, and which rooms can supply them. Pure.

A library is the collection of its files' names as MPD reports them: relative and with slashes. Names that differ only
in their Unicode normal form are the same file.
"""

from collections.abc import Collection, Mapping
from heapq import nsmallest

from drumcircle_gui.mpd.model.rooms_state import LibraryDifferences, MissingFiles

from .paths import normal_form

MAX_LISTED = 100
"""Missing files of a room that are named; all are counted."""


def compare_libraries(libraries: Mapping[str, Collection[str]]) -> LibraryDifferences:
    """The files of other rooms that each room lacks; rooms in their order, without those that lack nothing."""
    forms = {room: _by_normal_form(files) for room, files in libraries.items()}
    everything = _merged(forms.values())
    lacking = []
    for room, files in forms.items():
        if gap := [name for form, name in everything.items() if form not in files]:
            lacking.append(MissingFiles(room, len(gap), tuple(nsmallest(MAX_LISTED, gap))))
    return LibraryDifferences(compared=tuple(libraries), lacking=tuple(lacking))


def find_suppliers(libraries: Mapping[str, Collection[str]], room: str, able: Collection[str]) -> dict[str, list[str]]:
    """The files that `room` lacks, sorted, by the room that can supply them: the first of `able` that has the file."""
    forms = {name: _by_normal_form(files) for name, files in libraries.items()}
    missing = _merged(forms.values()).keys() - forms[room].keys()
    found: dict[str, list[str]] = {}
    for other in able:
        if has := missing & forms[other].keys():
            found[other] = sorted(forms[other][form] for form in has)
            missing -= has
    return found


def _by_normal_form(files: Collection[str]) -> dict[str, str]:
    """The names by their composed forms."""
    return {normal_form(name): name for name in files}


def _merged(libraries: Collection[dict[str, str]]) -> dict[str, str]:
    merged: dict[str, str] = {}
    for files in libraries:
        merged = files | merged
    return merged
