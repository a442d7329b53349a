"""Makes a room's queue and options equal to the group's, with as few changes as possible."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from drumcircle_gui.mpd.protocol.status import PlaybackOptions, QueueEntry, parse_pairs
from drumcircle_gui.mpd.protocol.syntax import request
from drumcircle_gui.mpd.room.connection_io import Answer
from drumcircle_gui.mpd.room.offload_io import offload
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.queue_diff import (
    GroupEntry,
    QueueSlot,
    additions,
    match_entries,
    moves,
    priorities,
    ranges,
    removals,
    tags,
)
from drumcircle_gui.mpd.sync.spelling import other_spellings

HELD = -1
"""Stands for a song of the room's own that cannot be removed yet."""

ANNOUNCED_PRIORITY = 255
"""The priority that makes a song the next one in random order: MPD's highest."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The queue and options that every room should have. `playing`: a song that cannot be removed yet, because it plays
    in the room."""

    songs: Sequence[GroupEntry]
    options: PlaybackOptions
    playing: bool = False


async def sync_queue(room: Room, goal: Goal) -> bool:
    """Bring a room to `goal`; the caller holds the room's lock. Returns False if a song that plays is in the way. A
    room that is known to match is sent nothing. Raises ConnectionLost, AckError."""
    if room.synced is goal.songs and not room.stale and not room.options.requests_to(goal.options):
        return True
    if room.stale or room.synced is None:
        await room.refresh()
    room.synced = None
    complete = await _sync(room, goal)
    room.synced = goal.songs if complete else None
    return complete


async def announce(room: Room, following: int, before: int | None) -> None:
    """In random order, make `following` (the room's own id) the next song instead of `before`, which may have been
    removed. Raises ConnectionLost."""
    requests = [request("prioid", 0, before)] if before is not None else []
    await room.answer_each([*requests, request("prioid", ANNOUNCED_PRIORITY, following)])


async def _sync(room: Room, goal: Goal) -> bool:
    room.missing &= {each.file for each in goal.songs}
    held = {room.status.song_id} if goal.playing and room.status.state == "play" else set()
    songs = len(goal.songs) + len(room.entries)
    placed = await offload(songs, match_entries, goal.songs, room.entries, room.ids)
    wanted, gone, placed = _without(goal.songs, placed, held)
    new = additions(wanted, placed, room.missing)
    placed += await _add(room, gone, new)
    entries = {entry.id: entry for entry in room.entries}
    requests, placed = await offload(songs, _arrange, wanted, placed, entries, goal.options)
    requests += await _tags(room, wanted, placed, entries)
    await room.answer_each(requests + room.options.requests_to(goal.options))
    room.replay_gain = goal.options.replay_gain or room.replay_gain
    if gone or new or requests:
        await room.refresh()  # the next sync, and a hand-over, start from its entries
    room.set_ids({each.id: each.room_id for each in placed if each.id not in (None, HELD)})
    return not any(each.id == HELD for each in placed)


def _arrange(
    wanted: Sequence[GroupEntry],
    placed: Sequence[QueueSlot],
    entries: Mapping[int, QueueEntry],
    options: PlaybackOptions,
) -> tuple[list[bytes], list[QueueSlot]]:
    """The requests that put the entries in order and give them ranges and priorities; the entries in that order."""
    requests, placed = moves(wanted, placed)
    requests += ranges(wanted, placed, entries)
    if options.random == "0":  # otherwise the next song is announced by priorities
        requests += priorities(wanted, placed, entries)
    return requests, placed


async def _tags(
    room: Room, wanted: Sequence[GroupEntry], placed: Sequence[QueueSlot], entries: Mapping[int, QueueEntry]
) -> list[bytes]:
    """The requests that set the wanted tags of streams. Tags of an entry that is reused for another song
    are removed."""
    tagged = {each.id for each in wanted if each.tags}
    reused = {each.room_id for each in placed if _is_reused(room, each, entries)}
    slots = [each for each in placed if each.id in tagged and each.room_id not in reused]
    now = await room.read_tags(each.room_id for each in slots) if slots else {}
    known = {real: QueueEntry(real, b"", tags=found) for real, found in now.items()}
    return [request("cleartagid", real) for real in reused] + tags(wanted, placed, known)


def _is_reused(room: Room, slot: QueueSlot, entries: Mapping[int, QueueEntry]) -> bool:
    """Whether a stream in the room's queue now represents another entry of the group's queue than before."""
    entry = entries.get(slot.room_id)
    before = room.song_of(slot.room_id)
    return entry is not None and b"://" in entry.file and before is not None and before != slot.id


def _without(
    songs: Sequence[GroupEntry], placed: list[QueueSlot], held: Collection[int | None]
) -> tuple[list[GroupEntry], list[bytes], list[QueueSlot]]:
    """The present goal, the requests that remove all other songs, and the songs that remain. A held song takes the
    place of the wanted one."""
    kept = [QueueSlot(HELD, each.room_id) if each.id is None and each.room_id in held else each for each in placed]
    wanted = list(songs)
    for at, each in enumerate(kept):
        if each.id == HELD:
            wanted.insert(min(at, len(wanted)), GroupEntry(HELD, b""))
    gone, stays = removals(wanted, kept)
    return wanted, gone, stays


async def _add(room: Room, gone: list[bytes], songs: Sequence[GroupEntry]) -> list[QueueSlot]:
    """Carry out the requests `gone`, then add `songs`. Returns the slots of the songs that the room has."""
    answers = await room.answer_each([*gone, *(request("addid", each.file) for each in songs)])
    added = await offload(len(songs), _added_ids, answers[len(gone) :])
    placed = []
    for each, room_id in zip(songs, added, strict=True):
        if room_id is None:
            (room_id,) = _added_ids([await _add_other_spelling(room, each.file)])
        if room_id is None:
            room.missing.add(each.file)
        else:
            placed.append(QueueSlot(each.id, room_id))
    return placed


def _added_ids(answers: Iterable[Answer | None]) -> list[int | None]:
    """The room's ids in answers to `addid`; None for what was refused."""
    return [
        None if answer is None or answer.refused is not None else int(parse_pairs(answer.bodies[0])["Id"])
        for answer in answers
    ]


async def _add_other_spelling(room: Room, file: bytes) -> Answer | None:
    """Add the file under another Unicode normal form of its name, if the room has it; None if not. Raises
    ConnectionLost."""
    for answer in await room.answer_each([request("addid", each) for each in other_spellings(file)]):
        if answer.refused is None:
            return answer
    return None
