"""How one room's queue becomes that of the group, with the least that changes it. Pure.

Songs are told apart by the ids under which the group knows them; a room's own ids say where they are in the room.
"""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from drumcircle_gui.mpd.protocol.status import QueueEntry
from drumcircle_gui.mpd.protocol.syntax import request


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A place in the group's queue: the id of its song there, and what every room should have in that place."""

    id: int
    file: bytes
    range: bytes = b""
    prio: int = 0


@dataclass(frozen=True, slots=True)
class QueueSlot:
    """A place in a room's queue: of the group's song `id` (None: of no song of the group), the room's own `real` id."""

    id: int | None
    room_id: int


def match_entries(
    wanted: Sequence[GroupEntry], entries: Iterable[QueueEntry], known: Mapping[int, int]
) -> list[QueueSlot]:
    """Which song of the group each of a room's entries is. `known`: the room's own id for ids of the group's; what is
    not known there is matched by its file, in order."""
    ids = {real: virtual for virtual, real in known.items()}
    files = {each.id: each.file for each in wanted}
    entries = list(entries)
    taken = {ids[entry.id] for entry in entries if files.get(ids.get(entry.id, -1)) == entry.file}
    free: defaultdict[bytes, deque[int]] = defaultdict(deque)
    for each in wanted:
        if each.id not in taken:
            free[each.file].append(each.id)
    placed = []
    for entry in entries:
        virtual = ids.get(entry.id)
        if virtual not in taken:
            virtual = free[entry.file].popleft() if free[entry.file] else None
        placed.append(QueueSlot(virtual, entry.id))
    return placed


def removals(wanted: Sequence[GroupEntry], placed: Sequence[QueueSlot]) -> tuple[list[bytes], list[QueueSlot]]:
    """The requests that take away what is not wanted, and what stays."""
    ids = {each.id for each in wanted}
    stays = [each for each in placed if each.id in ids]
    if not stays and placed:
        return [b"clear"], []
    return [request("deleteid", each.room_id) for each in placed if each.id not in ids], stays


def additions(
    wanted: Sequence[GroupEntry], placed: Sequence[QueueSlot], without: Collection[bytes] = ()
) -> list[GroupEntry]:
    """What is to be added at the end, by `addid`, in this order; the files `without` cannot be."""
    have = {each.id for each in placed}
    return [each for each in wanted if each.id not in have and each.file not in without]


def moves(wanted: Sequence[GroupEntry], placed: Sequence[QueueSlot]) -> tuple[list[bytes], list[QueueSlot]]:
    """The requests that bring what is there into order, and the order then. Everything `placed` must be wanted."""
    order = {each.id: number for number, each in enumerate(wanted)}
    ranks = [order[each.id] for each in placed if each.id is not None]
    still = set(_longest_increasing(ranks))
    waiting = [place for place, rank in enumerate(ranks) if rank not in still]
    requests: list[bytes] = []
    border = 0  # where the last one stood that need not be moved: of those that wait, some are before it
    goal = sorted(zip(ranks, range(len(ranks)), placed, strict=True), key=lambda each: each[0])
    for place, (rank, before, each) in enumerate(goal):
        if rank in still:
            border = before
        else:
            del waiting[bisect_left(waiting, before)]
            requests.append(request("moveid", each.room_id, place + bisect_left(waiting, border)))
    return requests, [each for _, _, each in goal]


def ranges(wanted: Sequence[GroupEntry], placed: Sequence[QueueSlot], entries: Mapping[int, QueueEntry]) -> list[bytes]:
    """The requests that make every song as long as it is wanted. `entries` by the room's own ids."""
    want = {each.id: each.range for each in wanted}
    found = []
    for each in placed:
        span = want[each.id] if each.id is not None else b""
        if span != (entries[each.room_id].range if each.room_id in entries else b""):
            found.append(request("rangeid", each.room_id, span.replace(b"-", b":") or b":"))
    return found


def priorities(
    wanted: Sequence[GroupEntry], placed: Sequence[QueueSlot], entries: Mapping[int, QueueEntry]
) -> list[bytes]:
    """The requests that make every song as urgent as it is wanted."""
    want = {each.id: each.prio for each in wanted}
    pairs = [(each.room_id, want[each.id]) for each in placed if each.id is not None]
    now = {real: entry.prio for real, entry in entries.items()}
    return [request("prioid", prio, real) for real, prio in pairs if prio != now.get(real, 0)]


def _longest_increasing(numbers: Sequence[int]) -> list[int]:
    """A longest rising subsequence, in n log n."""
    ends: list[int] = []  # the smallest last number of a rising sequence of each length
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    found: list[int] = []
    number_or_none: int | None = ends[-1] if ends else None
    while number_or_none is not None:
        found.append(number_or_none)
        number_or_none = before[number_or_none]
    return found[::-1]
