"""A start in several rooms at one moment: each room is brought to the same place in a song and paused there; then all
are resumed so that they sound together.

Resuming is idempotent, so it is sent on several connections: a lost packet on one of them costs nothing. It is sent as
long before the moment as it takes to arrive.

A song that cannot be sought in (a radio station, a server without ranges) is not brought to a place: rooms that are in
it already wait where they are; the others play it from its beginning, which for a station is what it sends now.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from drumcircle_gui.mpd.protocol.syntax import AckError
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds

from .playback import StartPlace
from .prepare import SETTLE_AFTER
from .prepare_io import PAUSE, RESUME, STOP, SongSkipped, is_stream, prepare_warm, sleep_until

log = logging.getLogger(__name__)

SLACK = seconds(0.02)
"""Between the choice of a moment and the first command that is sent for it."""

FIRST_READY_S = 8.0
"""How much longer a start waits for the first room if none is ready in time."""

MAX_JOIN_ATTEMPTS = 3
FIRST_JOIN_LEAD = seconds(0.3)
"""How far ahead of local time the first attempt to join prepares a room."""


@dataclass(frozen=True, slots=True)
class Started:
    """The outcome of a start: at local time `at` the rooms `together` were to sound from `place`; `late` were not ready
    in time; `sent`: when each was resumed. `skipped_to`: the lead room could not play the song and went on there."""

    place: StartPlace
    at: Micros
    together: tuple[str, ...]
    late: tuple[str, ...]
    sent: tuple[tuple[str, Micros], ...]
    skipped_to: int | None = None

    @property
    def clock(self) -> int:
        """The place in the song that sounds, less local time."""
        return self.place.elapsed - self.at


async def start(
    rooms: Sequence[Room], lead: Room | None, place: StartPlace, patience: Micros, wanted_at: Micros | None = None
) -> Started:
    """Resume all `rooms` at `place` together, as soon as possible, or at local time `wanted_at` if that is later.

    Rooms that are not ready within `patience` are left behind, unless none is: then all wait for the first. Silent
    rooms are not waited for, unless all are silent.
    """
    begun = local_micros()
    connect_at = Micros(soonest(rooms)) if is_stream(lead, place.song) else begun
    getting = {room: asyncio.ensure_future(_ready(room, place, connect_at)) for room in rooms}
    try:
        waited_for = [task for room, task in getting.items() if not room.silent] or list(getting.values())
        latest = max(wanted_at - SLACK * 5, begun) if wanted_at is not None else begun
        timeout = max(begun + patience, latest) - begun
        if waited_for:
            done, pending = await asyncio.wait(waited_for, timeout=timeout / SECOND)
            if pending and not any(task.result() is True for task in done):  # this machine is slow, or the song
                await asyncio.wait(pending, timeout=FIRST_READY_S, return_when=asyncio.FIRST_COMPLETED)
        results = {room: task.result() for room, task in getting.items() if task.done()}
    finally:
        for task in getting.values():
            task.cancel()
        await asyncio.gather(*getting.values(), return_exceptions=True)
    skipped = results.get(lead) if lead is not None else None
    if isinstance(skipped, SongSkipped):
        return Started(place, local_micros(), (), (), (), lead.song if lead else None)
    ready = [room for room, result in results.items() if result is True]
    at = soonest(ready)
    at, sent = await _release_all(ready, at if wanted_at is None else max(wanted_at, at))
    late = tuple(room.name for room in rooms if room not in ready and place.song in room.ids)
    return Started(place, at, tuple(room.name for room in ready), late, tuple(sent))


async def halt(rooms: Sequence[Room], command: bytes = PAUSE) -> None:
    """Pause or stop rooms at one moment."""
    at = soonest(rooms)
    await asyncio.gather(*(_halt(room, Micros(at - room.one_way), command) for room in rooms))


async def join(room: Room, song: int, clock: int) -> Started | None:
    """Bring a room to where others play: the sound there at local time t is the song's place `clock` + t. None if it
    was not ready in time. Raises ConnectionLost, AckError, SongSkipped."""
    lead = FIRST_JOIN_LEAD + 4 * room.one_way
    for _ in range(MAX_JOIN_ATTEMPTS):
        at = Micros(local_micros() + lead)
        await prepare_warm(room, room.ids[song], Micros(clock + at))
        left = at + room.config.offset - room.one_way - local_micros()
        if left > 0:
            at = Micros(at + await release(room, Micros(at + room.config.offset)))
            return Started(StartPlace(song, Micros(clock + at)), at, (room.name,), (), ())
        lead = 2 * lead - left
    return None


async def release(room: Room, at: Micros) -> Micros:
    """Resume a room so that it sounds at local time `at`. Returns how much too late the command was sent."""
    room.tracking.reset_until(Micros(at + SETTLE_AFTER))
    moment = Micros(at - room.one_way)
    await sleep_until(moment)
    late = Micros(local_micros() - moment)
    room.redundant.send(RESUME)
    return late


def soonest(rooms: Sequence[Room]) -> Micros:
    """The first moment by which commands sent from now on reach all rooms, each with its offset."""
    longest = max((room.one_way - room.config.offset for room in rooms), default=0)
    return Micros(local_micros() + max(longest, 0) + SLACK)


async def _release_all(rooms: Sequence[Room], at: Micros) -> tuple[Micros, list[tuple[str, Micros]]]:
    """Resume all, the farthest first. If this machine was too busy to send one in time, the others wait as long.
    Returns the moment that it came to, and when each was sent."""
    sent = []
    for room in sorted(rooms, key=lambda room: room.config.offset - room.one_way):
        at = Micros(at + await release(room, Micros(at + room.config.offset)))
        sent.append((room.name, local_micros()))
    return at, sent


async def _ready(room: Room, place: StartPlace, connect_at: Micros) -> bool | SongSkipped:
    """Whether it got there, once its lock is free."""
    try:
        async with room.lock:
            real = room.ids.get(place.song)
            if real is None:
                return False
            await prepare_warm(room, real, place.elapsed, connect_at)
    except SongSkipped as skipped:
        return skipped
    except (ConnectionLost, AckError) as error:
        log.info("%s is not ready: %s", room.name, error)
        return False
    return True


async def _halt(room: Room, at: Micros, command: bytes) -> None:
    await sleep_until(at)
    room.redundant.send(command)
    if command == STOP:
        room.mark_stopped()
