"""Computes the requests that turn a room's queue into the group's, changing as little as possible. Pure.

Songs of the group are identified by the group's ids; the room's own ids identify entries of the room's queue.
"""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from drumcircle_gui.mpd.protocol.status import QueueEntry
from drumcircle_gui.mpd.protocol.syntax import request

from .spelling import normal_form


class GroupEntry(msgspec.Struct, frozen=True, gc=False):
    """One entry of the group's queue: its song id, and what every room should have there. `tags`: those to be set with
    `addtagid`, which MPD allows for streams only."""

    id: int
    file: bytes
    range: bytes = b""
    prio: int = 0
    tags: tuple[tuple[bytes, bytes], ...] = ()


class QueueSlot(msgspec.Struct, frozen=True, gc=False):
    """One entry of a room's queue: its id there, and the group's `id`, None if the group does not have it."""

    id: int | None
    room_id: int


def match_entries(
    wanted: Sequence[GroupEntry], entries: Iterable[QueueEntry], known: Mapping[int, int]
) -> list[QueueSlot]:
    """Which song of the group each entry of a room is. `known`: the room's ids by the group's. Unknown entries, and
    those whose file has changed, are matched by file, in order. Spellings of one name are the same file."""
    group_ids = {room_id: group_id for group_id, room_id in known.items()}
    files = {each.id: normal_form(each.file) for each in wanted}
    found = [(entry.id, normal_form(entry.file)) for entry in entries]
    matched = {group_ids[room_id] for room_id, file in found if files.get(group_ids.get(room_id, -1)) == file}
    free: defaultdict[bytes, deque[int]] = defaultdict(deque)
    for each in wanted:
        if each.id not in matched:
            free[files[each.id]].append(each.id)
    slots = []
    for room_id, file in found:
        group_id = group_ids.get(room_id)
        if group_id not in matched:
            same = free[file]
            group_id = same.popleft() if same else None
        slots.append(QueueSlot(group_id, room_id))
    return slots


def removals(wanted: Sequence[GroupEntry], slots: Sequence[QueueSlot]) -> tuple[list[bytes], list[QueueSlot]]:
    """The requests that remove entries that are not wanted, and the slots that stay."""
    ids = {each.id for each in wanted}
    stay = [each for each in slots if each.id in ids]
    if not stay and slots:
        return [b"clear"], []
    return [request("deleteid", each.room_id) for each in slots if each.id not in ids], stay


def additions(
    wanted: Sequence[GroupEntry], slots: Sequence[QueueSlot], missing_files: Collection[bytes] = ()
) -> list[GroupEntry]:
    """The entries to append with `addid`, in this order; the room does not have the `missing_files`."""
    have = {each.id for each in slots}
    return [each for each in wanted if each.id not in have and each.file not in missing_files]


def moves(wanted: Sequence[GroupEntry], slots: Sequence[QueueSlot]) -> tuple[list[bytes], list[QueueSlot]]:
    """The requests that put the entries in the wanted order, and the slots in that order. All slots must be wanted.

    The entries of a longest increasing subsequence stay where they are; the others are moved from front to back.
    """
    order = {each.id: rank for rank, each in enumerate(wanted)}
    ranks = [order[each.id] for each in slots if each.id is not None]
    staying = set(_longest_increasing(ranks))
    to_move = [pos for pos, rank in enumerate(ranks) if rank not in staying]
    requests: list[bytes] = []
    last_stay = 0  # the old position of the last entry that stays: entries to be moved from before it are still there
    goal = sorted(zip(ranks, range(len(ranks)), slots, strict=True), key=lambda each: each[0])
    for pos, (rank, old_pos, slot) in enumerate(goal):
        if rank in staying:
            last_stay = old_pos
        else:
            del to_move[bisect_left(to_move, old_pos)]
            requests.append(request("moveid", slot.room_id, pos + bisect_left(to_move, last_stay)))
    return requests, [slot for _, _, slot in goal]


def ranges(wanted: Sequence[GroupEntry], slots: Sequence[QueueSlot], entries: Mapping[int, QueueEntry]) -> list[bytes]:
    """The requests that give every entry the wanted range. `entries` by the room's ids."""
    want = {each.id: each.range for each in wanted}
    requests = []
    for each in slots:
        span = want[each.id] if each.id is not None else b""
        if span != (entries[each.room_id].range if each.room_id in entries else b""):
            requests.append(request("rangeid", each.room_id, span.replace(b"-", b":") or b":"))
    return requests


def priorities(
    wanted: Sequence[GroupEntry], slots: Sequence[QueueSlot], entries: Mapping[int, QueueEntry]
) -> list[bytes]:
    """The requests that give every entry the wanted priority. `entries` by the room's ids."""
    want = {each.id: each.prio for each in wanted}
    pairs = [(each.room_id, want[each.id]) for each in slots if each.id is not None]
    now = {room_id: entry.prio for room_id, entry in entries.items()}
    return [request("prioid", prio, room_id) for room_id, prio in pairs if prio != now.get(room_id, 0)]


def tags(wanted: Sequence[GroupEntry], slots: Sequence[QueueSlot], entries: Mapping[int, QueueEntry]) -> list[bytes]:
    """The requests that give every entry the wanted tags. `entries` by the room's ids. Tags that are not wanted stay: a
    stream sets some itself while it plays."""
    want = {each.id: each.tags for each in wanted}
    requests = []
    for each in slots:
        has = entries[each.room_id].tags if each.room_id in entries else ()
        missing = [tag for tag in want.get(each.id or -1, ()) if tag not in has]
        requests += [request("addtagid", each.room_id, name, value) for name, value in missing]
    return requests


def _longest_increasing(numbers: Sequence[int]) -> list[int]:
    """A longest increasing subsequence, by patience sorting in n log n (Fredman 1975)."""
    ends: list[int] = []  # the smallest last number of an increasing subsequence of each length
    previous: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        previous[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    found: list[int] = []
    number_or_none: int | None = ends[-1] if ends else None
    while number_or_none is not None:
        found.append(number_or_none)
        number_or_none = previous[number_or_none]
    return found[::-1]
