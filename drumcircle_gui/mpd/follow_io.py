"""Bringing a room to what the group has: queue and options."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from .reconcile import Placed, Wanted, additions, matched, moves, priorities, ranges, removals
from .room_io import Room
from .status import Options, pairs
from .words import request

AT_ONCE = 2000
"""Requests in one list."""

PREFERRED = 255
"""The priority by which a song comes next, where the order is random (MPD's own highest)."""


@dataclass(frozen=True, slots=True)
class Goal:
    """`playing`: what sounds in the room must not be taken away yet."""

    songs: Sequence[Wanted]
    options: Options
    playing: bool = False


async def bring(room: Room, goal: Goal) -> bool:
    """Give it the group's queue and options; for whoever holds its lock. Whether that is all done: False if a song
    that sounds stands in the way. Lost, or Refused."""
    await room.refresh()
    whole = await _bring_queue(room, goal)
    requests = (await _options(room)).towards(goal.options)
    if requests:
        await room.ask(*requests)
        room.replay_gain = goal.options.replay_gain or room.replay_gain
    return whole


async def _options(room: Room) -> Options:
    """All of them: what `status` does not tell would be set again each time, which the room would tell as a change."""
    (gain,) = await room.ask(b"replay_gain_status")
    room.replay_gain = pairs(gain).get("replay_gain_mode")
    return replace(room.status.options, replay_gain=room.replay_gain)


async def _bring_queue(room: Room, goal: Goal) -> bool:
    held = {room.status.id} if goal.playing and room.status.state == "play" else set()
    placed = matched(goal.songs, room.entries, room.known)
    wanted, gone, placed = _without(goal.songs, placed, held)
    for part in _parts(gone):
        await room.ask(*part)
    placed += await _add(room, additions(wanted, placed, room.missing))
    requests, placed = moves(wanted, placed)
    for part in _parts(requests):
        await room.ask(*part)
    entries = {entry.id: entry for entry in room.entries}
    details = ranges(wanted, placed, entries)
    if goal.options.random == "0":  # otherwise priorities are what rooms are steered by
        details += priorities(wanted, placed, entries)
    await room.each(details)
    room.learn({each.id: each.real for each in placed if each.id is not None and each.id >= 0})
    if gone or requests or details or len(placed) != len(room.entries):
        await room.refresh()
    return not any(each.id is not None and each.id < 0 for each in placed)


def _without(
    songs: Sequence[Wanted], placed: list[Placed], held: Collection[int | None]
) -> tuple[list[Wanted], list[bytes], list[Placed]]:
    """What is wanted, for now; how the rest goes; what stays. A song that is held is, for now, wanted in its place."""
    kept = [replace_id(each, -1) if each.id is None and each.real in held else each for each in placed]
    wanted = list(songs)
    for at, each in enumerate(kept):
        if each.id == -1:
            wanted.insert(min(at, len(wanted)), Wanted(-1, b""))
    gone, stays = removals(wanted, kept)
    return wanted, gone, stays


def replace_id(placed: Placed, virtual: int) -> Placed:
    return replace(placed, id=virtual)


async def _add(room: Room, songs: Sequence[Wanted]) -> list[Placed]:
    """Those that the room has."""
    placed = []
    for part in _parts(songs):
        answers = await room.each([request("addid", each.file) for each in part])
        for each, answer in zip(part, answers, strict=True):
            if answer.refused is not None:
                room.missing.add(each.file)
            else:
                placed.append(Placed(each.id, int(pairs(answer.bodies[0])["Id"])))
    return placed


async def steer(room: Room, following: int, before: int | None) -> None:
    """Where the order is random: have the song with the room's own id `following` come next. Lost, or Refused."""
    requests = [request("prioid", 0, before)] if before is not None else []
    await room.ask(*requests, request("prioid", PREFERRED, following))


def _parts(items: Sequence[Wanted] | Sequence[bytes]) -> Iterator[list]:  # type: ignore[type-arg]
    for at in range(0, len(items), AT_ONCE):
        yield list(items[at : at + AT_ONCE])
