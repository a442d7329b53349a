"""Making rooms sound together: each is brought to the same place in a song and paused there, and then all are let go
so that they sound at the same moment.

To be let go is an order that may be given twice, so it is given on several connections: a lost packet on one of them
costs nothing. It is sent as long before the moment as it takes to arrive.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.mpd.protocol.syntax import AckError, request
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds

GO = b"pause 0"
HALT = b"pause 1"
STOP = b"stop"
SLACK = seconds(0.02)
"""Between deciding on a moment and the first order to be sent."""

SETTLING = seconds(0.5)
"""What is said of a song's place so soon after its start is not yet true: the output's buffer fills."""

TRIES, AGAIN = 20, 0.02
"""How often, and after how many seconds, a song that cannot be sought in yet is tried again."""

ATTEMPTS = 3
FIRST_LEAD = seconds(0.3)


@dataclass(frozen=True, slots=True)
class StartPlace:
    """Where a song is: its id as the group knows it, and how old it is."""

    song: int
    elapsed: Micros


@dataclass(frozen=True, slots=True)
class Started:
    """What came of it: at the moment `at` the rooms `together` were to sound, from `place`; `late` were not ready in
    time; `sent`: when each was told."""

    place: StartPlace
    at: Micros
    together: tuple[str, ...]
    late: tuple[str, ...]
    sent: tuple[tuple[str, Micros], ...]

    @property
    def clock(self) -> int:
        """The place in the song that sounds, less local time."""
        return self.place.elapsed - self.at


def told_seconds(at: Micros) -> str:
    """As MPD reads it, to the millisecond, which is as fine as it tells it."""
    return f"{max(at, 0) / SECOND:.3f}"


async def until(moment: Micros) -> None:
    """Wait for a moment of the local clock as exactly as can be, while the loop goes on."""
    coarse = moment - local_micros() - 2500
    if coarse > 0:
        await asyncio.sleep(coarse / SECOND)
    while local_micros() < moment:
        await asyncio.sleep(0)


async def prepare(room: Room, real: int, elapsed: Micros) -> None:
    """Bring it to that place, and have it wait there, ready. `real`: its own id of the song. Lost, or Refused.

    A server that was stopped opens its output only when it plays, which takes it up to a tenth of a second: so it is
    let go for no time at all, as soon as it knows the song well enough to seek, and then brought back. It may refuse to
    seek while it looks at the song.
    """
    there = room.status.song_id == real and room.status.state != "stop"
    begin = [HALT] if there else [HALT, request("playid", real), HALT]
    seek = request("seekcur", told_seconds(elapsed))
    arrive = [seek, b"status"] if room.opened else [seek, GO, HALT, seek, b"status"]
    arriving = asyncio.ensure_future(_arrive(room, begin, arrive))
    seeing = asyncio.ensure_future(room.seen(_arrival(room, real, elapsed)))
    try:
        done, _ = await asyncio.wait({arriving, seeing}, return_when=asyncio.FIRST_COMPLETED)
        if arriving in done:
            arriving.result()
    finally:
        for task in (arriving, seeing):
            task.cancel()
    room.opened = True


async def _arrive(room: Room, begin: list[bytes], arrive: list[bytes]) -> None:
    answer = await room.answer(*begin, *arrive)
    for _ in range(TRIES):
        if answer.refused is None or answer.refused[0].command != b"seekcur":
            break
        await asyncio.sleep(AGAIN)
        answer = await room.answer(HALT, *arrive)
    room.take_status(answer.checked()[-1])


def _arrival(room: Room, real: int, elapsed: Micros) -> Callable[[Micros, Status], bool]:
    """How it shows that a room is there, should the answer that says so be lost: what it tells is exact to the
    millisecond while it waits. It does not show where it was there before, or its output is opened."""
    begun, clear = local_micros(), room.opened

    def arrived(sent: Micros, status: Status) -> bool:
        there = status.state == "pause" and status.song_id == real and status.elapsed == round(elapsed / 1000) * 1000
        return clear and there and sent > begun

    return (lambda sent, status: False) if arrived(Micros(begun + 1), room.status) else arrived


async def release(room: Room, at: Micros) -> Micros:
    """Let it go so that it sounds at that moment; how much too late the order was sent."""
    room.tracking.reset_until(Micros(at + SETTLING))
    moment = Micros(at - room.one_way)
    await until(moment)
    late = Micros(local_micros() - moment)
    room.triggers.tell(GO)
    return late


async def _release_all(rooms: Sequence[Room], at: Micros) -> tuple[Micros, list[tuple[str, Micros]]]:
    """Let all go, the farthest first; if this machine was too busy to do so in time, those that follow wait as long.
    The moment that it came to be, and when each was told."""
    sent = []
    for room in sorted(rooms, key=lambda room: room.config.offset - room.one_way):
        at = Micros(at + await release(room, Micros(at + room.config.offset)))
        sent.append((room.name, local_micros()))
    return at, sent


async def halt(rooms: Sequence[Room], order: bytes = HALT) -> None:
    """Have them fall silent together."""
    at = _soonest(rooms)
    await asyncio.gather(*(_halt(room, Micros(at - room.one_way), order) for room in rooms))


async def start(rooms: Sequence[Room], place: StartPlace, patience: Micros, wanted_at: Micros | None = None) -> Started:
    """All `rooms` play on from `place` together, as soon as they can, or at the moment `wanted_at` if they can by then.

    Who is not ready within `patience` is left behind; whoever is silent is not waited for at all.
    """
    begun = local_micros()
    getting = {room: asyncio.ensure_future(_ready(room, place)) for room in rooms}
    try:
        waited_for = [task for room, task in getting.items() if not room.silent]
        latest = max(wanted_at - SLACK * 5, begun) if wanted_at is not None else begun
        timeout = max(begun + patience, latest) - begun
        if waited_for:
            await asyncio.wait(waited_for, timeout=timeout / SECOND)
        ready = [room for room, task in getting.items() if task.done() and task.result()]
    finally:
        for task in getting.values():
            task.cancel()
    soonest = _soonest(ready)
    at = soonest if wanted_at is None else max(wanted_at, soonest)
    at, sent = await _release_all(ready, at)
    late = tuple(room.name for room in rooms if room not in ready and place.song in room.known)
    return Started(place, at, tuple(room.name for room in ready), late, tuple(sent))


async def join(room: Room, song: int, clock: int) -> Started | None:
    """Have a room play with those that already do: what sounds there at local time t is `clock` + t old. None if it was
    not ready in time. Lost, or Refused."""
    lead = FIRST_LEAD + 4 * room.one_way
    real = room.known[song]
    for _ in range(ATTEMPTS):
        at = Micros(local_micros() + lead)
        await _prepare_warm(room, real, Micros(clock + at))
        left = at + room.config.offset - room.one_way - local_micros()
        if left > 0:
            at = Micros(at + await release(room, Micros(at + room.config.offset)))
            return Started(StartPlace(song, Micros(clock + at)), at, (room.name,), (), ())
        lead = 2 * lead - left
    return None


async def jump(room: Room, by: Micros, lag: Micros) -> None:
    """Have it jump ahead by so much while it plays: what its output holds still sounds, so there is no gap. By its
    `elapsed`, the song goes on later than asked for by `lag`. Lost, or Refused."""
    place = room.tracking.position(local_micros())
    if place is None:
        return
    clock, one_way = place.song_clock + by, room.one_way
    arrival = local_micros() + one_way + 3000
    target = -(-(clock + arrival) // 1000) * 1000  # a whole millisecond, since no finer one can be told
    moment = Micros(target - clock - one_way)
    await until(moment)
    future = asyncio.ensure_future(room.ask(request("seekcur", told_seconds(Micros(target + lag)))))
    room.tracking.reset_until(Micros(moment + one_way + SETTLING))
    await future
    room.tracking.reset_until(Micros(max(local_micros() - one_way, moment + one_way) + SETTLING))


async def hold(room: Room, lasting: Micros) -> None:
    """Have it pause for so long. Lost, or Refused."""
    begun = local_micros()
    room.tracking.reset_until(Micros(begun + lasting + room.one_way + SETTLING))
    future = asyncio.ensure_future(room.ask(HALT))
    await until(Micros(begun + lasting))
    room.triggers.tell(GO)
    await future


async def _ready(room: Room, place: StartPlace) -> bool:
    """Whether it got there. As soon as whoever else changes it is done."""
    try:
        async with room.lock:
            real = room.known.get(place.song)
            if real is None:
                return False
            await _prepare_warm(room, real, place.elapsed)
    except (ConnectionLost, AckError):
        return False
    return True


async def _prepare_warm(room: Room, real: int, elapsed: Micros) -> None:
    """Meanwhile it turns out which connections are clear for what comes next."""
    await room.triggers.calm()
    warming = asyncio.ensure_future(room.triggers.warm())
    try:
        await prepare(room, real, elapsed)
        await warming
    finally:
        warming.cancel()


async def _halt(room: Room, at: Micros, order: bytes) -> None:
    await until(at)
    room.triggers.tell(order)
    if order == STOP:
        room.stopped()


def _soonest(rooms: Sequence[Room]) -> Micros:
    """The first moment that orders sent from now on reach all of them by, each with its offset."""
    longest = max((room.one_way - room.config.offset for room in rooms), default=0)
    return Micros(local_micros() + max(longest, 0) + SLACK)
