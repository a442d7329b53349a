"""Starts several rooms at one moment: each is brought to the same position in a song and paused there, then all are
resumed so that they sound together.

Resuming is idempotent, so it is sent on several connections: a lost packet on one of them costs nothing. It is sent as
long before the moment as it takes to arrive.

A song in which MPD cannot seek (a radio station, a server without ranges) is not brought to a position. Rooms that are
in it already wait where they are; the others play it from its beginning, which for a station is what it sends now.
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
from .prepare_io import FRESH, PAUSE, RESUME, STOP, SongSkipped, is_stream, prepare_warm, sleep_until, status_in_song

log = logging.getLogger(__name__)

SLACK = seconds(0.02)
"""Time between the choice of a moment and the first command that is sent for it."""

FIRST_READY_S = 8.0
"""How much longer a start waits for the first room if no room is ready in time."""

MAX_JOIN_ATTEMPTS = 3
FIRST_JOIN_LEAD = seconds(0.3)
"""How far ahead of local time the first attempt to join prepares a room."""


@dataclass(frozen=True, slots=True)
class Started:
    """The outcome of a start: the rooms `together` were to sound from `place` at local time `at`; `late` were not
    ready.

    `sent`: when each room was resumed. `unplayable`: the lead room could not play the song.
    """

    place: StartPlace
    at: Micros
    together: tuple[str, ...]
    late: tuple[str, ...]
    sent: tuple[tuple[str, Micros], ...]
    unplayable: bool = False

    @property
    def clock(self) -> int:
        """The sounding position in the song, less local time."""
        return self.place.elapsed - self.at


async def start(
    rooms: Sequence[Room], lead: Room | None, place: StartPlace, patience: Micros, wanted_at: Micros | None = None
) -> Started:
    """Resume all `rooms` at `place` together, as soon as possible, or at local time `wanted_at` if that is later.

    Rooms that are not ready within `patience` are left behind. If no room is ready by then, the start waits for the
    first one. Silent rooms are not waited for, unless all are silent.
    """
    begun = local_micros()
    connect_at = begun
    if lead is not None and is_stream(lead, place.song):
        connect_at = Micros(soonest(rooms) + 2 * lead.one_way)  # which is asked first whether it is still in the song
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
    if lead is not None and isinstance(results.get(lead), SongSkipped):
        return Started(place, local_micros(), (), (), (), unplayable=True)
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
    """Bring a room to where the others play: at local time t, the position `clock` + t sounds. Returns None if the room
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
    """Resume a room so that it sounds at local time `at`. Returns by how much the command was sent too late."""
    room.tracking.reset_until(Micros(at + SETTLE_AFTER))
    moment = Micros(at - room.one_way)
    await sleep_until(moment)
    late = Micros(local_micros() - moment)
    room.redundant.send(RESUME)
    return late


def soonest(rooms: Sequence[Room]) -> Micros:
    """The first moment at which commands sent from now on can take effect in all rooms, each with its offset."""
    longest = max((room.one_way - room.config.offset for room in rooms), default=0)
    return Micros(local_micros() + max(longest, 0) + SLACK)


async def _release_all(rooms: Sequence[Room], at: Micros) -> tuple[Micros, list[tuple[str, Micros]]]:
    """Resume all rooms, the farthest first. If this machine was too busy to send one command in time, the others are
    delayed as much. Returns the resulting moment, and when each command was sent."""
    sent = []
    for room in sorted(rooms, key=lambda room: room.config.offset - room.one_way):
        at = Micros(at + await release(room, Micros(at + room.config.offset)))
        sent.append((room.name, local_micros()))
    return at, sent


async def _ready(room: Room, place: StartPlace, connect_at: Micros) -> bool | SongSkipped:
    """Whether the room reached the position; returns once its lock is free.

    A room that has just begun a stream may have failed to connect to it meanwhile. It does not try again, which would
    clear its error and soon report another one.
    """
    begun = is_stream(room, place.song) and place.elapsed < FRESH
    trying = begun and room.song == place.song and room.status.state != "stop"
    try:
        async with room.lock:
            real = room.ids.get(place.song)
            if real is None:
                return False
            if trying:
                await sleep_until(Micros(connect_at - 3 * room.one_way))
                await status_in_song(room, real)
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
