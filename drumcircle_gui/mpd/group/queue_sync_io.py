"""Bringing a room to what the group has: queue and options."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from drumcircle_gui.mpd.protocol.status import PlaybackOptions, parse_pairs
from drumcircle_gui.mpd.protocol.syntax import request
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
)

HELD = -1
"""Stands for a song of the room's own that may not go yet."""

PREFERRED = 255
"""The priority by which a song comes next, where the order is random (MPD's own highest)."""


@dataclass(frozen=True, slots=True)
class Goal:
    """`playing`: what sounds in the room must not be taken away yet."""

    songs: Sequence[GroupEntry]
    options: PlaybackOptions
    playing: bool = False


async def bring(room: Room, goal: Goal) -> bool:
    """Give it the group's queue and options; for whoever holds its lock. Whether that is all done: False if a song
    that sounds stands in the way. Nothing is said to a room that is known to have everything. Lost, or Refused."""
    if room.brought is goal.songs and not room.stale and not room.options.requests_to(goal.options):
        return True
    if room.stale or room.brought is None:
        await room.refresh()
    room.brought = None
    whole = await _bring(room, goal)
    room.brought = goal.songs if whole else None
    return whole


async def _bring(room: Room, goal: Goal) -> bool:
    held = {room.status.song_id} if goal.playing and room.status.state == "play" else set()
    placed = match_entries(goal.songs, room.entries, room.known)
    wanted, gone, placed = _without(goal.songs, placed, held)
    new = additions(wanted, placed, room.missing)
    placed += await _add(room, gone, new)
    requests, placed = moves(wanted, placed)
    entries = {entry.id: entry for entry in room.entries}
    requests += ranges(wanted, placed, entries)
    if goal.options.random == "0":  # otherwise priorities are what rooms are steered by
        requests += priorities(wanted, placed, entries)
    await room.each(requests + room.options.requests_to(goal.options))
    room.replay_gain = goal.options.replay_gain or room.replay_gain
    if gone or new or requests:
        await room.refresh()  # whoever comes next, or has this room lead, goes by its entries
    room.learn({each.id: each.room_id for each in placed if each.id not in (None, HELD)})
    return not any(each.id == HELD for each in placed)


def _without(
    songs: Sequence[GroupEntry], placed: list[QueueSlot], held: Collection[int | None]
) -> tuple[list[GroupEntry], list[bytes], list[QueueSlot]]:
    """What is wanted, for now; how the rest goes; what stays. A song that is held is, for now, wanted in its place."""
    kept = [replace(each, id=HELD) if each.id is None and each.room_id in held else each for each in placed]
    wanted = list(songs)
    for at, each in enumerate(kept):
        if each.id == HELD:
            wanted.insert(min(at, len(wanted)), GroupEntry(HELD, b""))
    gone, stays = removals(wanted, kept)
    return wanted, gone, stays


async def _add(room: Room, gone: list[bytes], songs: Sequence[GroupEntry]) -> list[QueueSlot]:
    """Once the requests `gone` are done: those of the songs that the room has."""
    answers = await room.each([*gone, *(request("addid", each.file) for each in songs)])
    placed = []
    for each, answer in zip(songs, answers[len(gone) :], strict=True):
        if answer.refused is not None:
            room.missing.add(each.file)
        else:
            placed.append(QueueSlot(each.id, int(parse_pairs(answer.bodies[0])["Id"])))
    return placed


async def steer(room: Room, following: int, before: int | None) -> None:
    """Where the order is random: have the song with the room's own id `following` come next. Lost, or Refused."""
    requests = [request("prioid", 0, before)] if before is not None else []
    await room.ask(*requests, request("prioid", PREFERRED, following))
