"""Moves one room to a position in a song and pauses it there, or moves it by a little while it plays."""

import asyncio
import logging
from collections.abc import Callable

from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, request
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds

from .prepare import SETTLE_AFTER

log = logging.getLogger(__name__)

RESUME, PAUSE, STOP = b"pause 0", b"pause 1", b"stop"


SEEK_AGAIN_S = 0.02
MIN_REFUSALS, REFUSES_FOR = 3, seconds(0.4)
"""MPD refuses to seek in any song while the decoder starts. A refusal is final after this many attempts, SEEK_AGAIN_S
apart, over this time since decoding began."""

FRESH = seconds(1)
"""A stream that is to play from a position below this is started in all rooms at the same moment."""

DECODER_TIMEOUT, DECODER_EVERY_S = seconds(8), 0.05
"""A room is polled for this long, at this interval, until it decodes a stream."""

NOT_SEEKABLE = b"Not seekable"
"""The text of MPD's error if the song's server or decoder cannot seek (src/decoder/Control.cxx)."""


NOW = Micros(0)


class SongSkipped(Exception):
    """The room cannot play the song; it has moved to another one, or stopped."""


class Refusals:
    """Counts consecutive refusals to seek in one song."""

    def __init__(self) -> None:
        self._begun, self._counted = local_micros(), 0
        self._decoding_since: Micros | None = None

    def count(self, decoding: bool) -> None:
        """Count a refusal. `decoding`: whether the room's status has the format of the song."""
        if decoding and self._decoding_since is None:
            self._decoding_since = local_micros()
        self._counted += decoding

    @property
    def last(self) -> bool:
        """Whether the next refusal is final."""
        now, since = local_micros(), self._decoding_since
        if since is None:
            return now - self._begun > DECODER_TIMEOUT
        return self._counted >= MIN_REFUSALS and now - since > REFUSES_FOR


async def sleep_until(moment: Micros) -> None:
    """Wait until a local time, as exactly as the running event loop can."""
    coarse = moment - local_micros() - 2500
    if coarse > 0:
        await asyncio.sleep(coarse / SECOND)
    while local_micros() < moment:
        await asyncio.sleep(0)


def format_seconds(at: Micros) -> str:
    """Seconds as MPD reads them, to the millisecond, the finest that it reports."""
    return f"{max(at, 0) / SECOND:.3f}"


def is_stream(room: Room | None, song: int) -> bool:
    """Whether the song of that id in the group is not a file of the room's library."""
    return room is not None and b"://" in room.file_of(room.ids.get(song))


async def prepare_warm(room: Room, real: int, elapsed: Micros, connect_at: Micros = NOW) -> None:
    """Like `prepare`; meanwhile find out which connections are free for the command that follows."""
    await room.redundant.drain()
    probing = asyncio.ensure_future(room.redundant.probe())
    try:
        await prepare(room, real, elapsed, connect_at)
        await probing
    finally:
        probing.cancel()


async def prepare(room: Room, real: int, elapsed: Micros, connect_at: Micros = NOW) -> None:
    """Move a room to a position in the song `real` (its own id), and pause it there. A stream that begins is started at
    local time `connect_at`. Raises ConnectionLost, AckError, SongSkipped.

    A stopped server opens its output only when it plays, which takes up to a tenth of a second. It is therefore resumed
    and paused again as soon as it can seek, and moved back.
    """
    there = room.status.song_id == real and room.status.state != "stop"
    file = room.file_of(real)
    if there and (file in room.unseekable or (b"://" in file and room.status.duration is None and elapsed >= FRESH)):
        await room.ask(PAUSE)
    elif file in room.unseekable or (b"://" in file and elapsed < FRESH):
        await _begin_stream(room, real, connect_at)
    else:
        await _seek(room, real, elapsed, there)
    room.outputs_open = True


async def jump(room: Room, by: Micros, lag: Micros) -> None:
    """Move a playing room ahead in its song by `by`. There is no gap, because its output's buffer plays meanwhile.
    `lag`: how much later than requested, by the room's `elapsed`, the sound continues.

    Raises ConnectionLost, AckError."""
    place = room.tracking.position(local_micros())
    if place is None:
        return
    clock, one_way = place.song_clock + by, room.one_way
    arrival = local_micros() + one_way + 3000
    target = -(-(clock + arrival) // 1000) * 1000  # whole milliseconds, the finest that MPD reads
    moment = Micros(target - clock - one_way)
    await sleep_until(moment)
    future = asyncio.ensure_future(room.ask(request("seekcur", format_seconds(Micros(target + lag)))))
    room.tracking.reset_until(Micros(moment + one_way + SETTLE_AFTER))
    try:
        await future
    except AckError as refused:
        note_refused_seek(room, room.status.song_id, refused)
        raise
    room.tracking.reset_until(Micros(max(local_micros() - one_way, moment + one_way) + SETTLE_AFTER))


async def hold(room: Room, lasting: Micros) -> None:
    """Pause a playing room for that time. Raises ConnectionLost, AckError."""
    begun = local_micros()
    room.tracking.reset_until(Micros(begun + lasting + room.one_way + SETTLE_AFTER))
    future = asyncio.ensure_future(room.ask(PAUSE))
    await sleep_until(Micros(begun + lasting))
    room.redundant.send(RESUME)
    await future


def note_refused_seek(room: Room, real: int | None, refused: AckError) -> bool:
    """Whether the error means that the room can never seek in the song; if so, remember it."""
    if refused.text != NOT_SEEKABLE or not room.status.audio:
        return False
    file = room.file_of(real)
    if file and file not in room.unseekable:
        log.info("%s cannot seek in %r", room.name, file)
        room.unseekable.add(file)
    return True


async def _begin_stream(room: Room, real: int, connect_at: Micros) -> None:
    """Play a song from its beginning, and pause it as soon as it is decoded. A stream cannot seek back, so the time for
    opening the output costs as little of the song as possible."""
    await sleep_until(Micros(connect_at - room.one_way))
    await room.ask(PAUSE, request("playid", real), PAUSE)
    deadline = local_micros() + DECODER_TIMEOUT
    while not (await status_in_song(room, real)).audio:
        if local_micros() > deadline:
            raise AckError(AckCode.SYSTEM, "the stream did not begin in time")
        await asyncio.sleep(DECODER_EVERY_S)
    await room.ask(RESUME, PAUSE)


async def status_in_song(room: Room, real: int, refused: AckError | None = None) -> Status:
    """The room's status in the song. Raises SongSkipped if the room has left it.

    `refused`: the error with which the room refused to seek. If the decoder was starting then, MPD stops, and the song
    is played again.
    """
    status = await room.fetch_status()
    if status.song_id == real and status.state == "stop" and refused is not None and refused.text == NOT_SEEKABLE:
        await room.ask(PAUSE, request("playid", real), PAUSE)
        status = await room.fetch_status()
    if status.song_id != real or status.state == "stop":
        raise SongSkipped(f"it cannot play the song: {status.error or 'no reason given'}")
    return status


async def _seek(room: Room, real: int, elapsed: Micros, there: bool) -> None:
    """Seek, and return when the reply confirms the position; if the reply is lost, when a poll does."""
    begin = [PAUSE] if there else [PAUSE, request("playid", real), PAUSE]
    seek = request("seekcur", format_seconds(elapsed))
    arrive = [seek, b"status"] if room.outputs_open else [seek, RESUME, PAUSE, seek, b"status"]
    arriving = asyncio.ensure_future(_arrive(room, real, begin, arrive))
    seeing = asyncio.ensure_future(room.wait_for_status(_arrival(room, real, elapsed)))
    try:
        done, _ = await asyncio.wait({arriving, seeing}, return_when=asyncio.FIRST_COMPLETED)
        if arriving in done:
            arriving.result()
    finally:
        for task in (arriving, seeing):
            task.cancel()
        await asyncio.gather(arriving, seeing, return_exceptions=True)


async def _arrive(room: Room, real: int, begin: list[bytes], arrive: list[bytes]) -> None:
    answer = await room.answer(*begin, *arrive)
    refusing = Refusals()
    while answer.refused is not None and answer.refused[0].command == b"seekcur" and not refusing.last:
        status = await status_in_song(room, real, answer.refused[0])
        refusing.count(bool(status.audio))
        await asyncio.sleep(SEEK_AGAIN_S)
        if status.audio:
            answer = await room.answer(PAUSE, *arrive)
    if answer.refused is not None and note_refused_seek(room, real, answer.refused[0]):
        await room.ask(RESUME, PAUSE)
        return
    room.take_status(answer.checked()[-1])


def _arrival(room: Room, real: int, elapsed: Micros) -> Callable[[Micros, Status], bool]:
    """A test whether a poll shows the room at `elapsed`, which is exact to the millisecond while it is paused. Always
    false if the room was at that position before, or if its output is not open yet."""
    begun, clear = local_micros(), room.outputs_open

    def arrived(sent: Micros, status: Status) -> bool:
        there = status.state == "pause" and status.song_id == real and status.elapsed == round(elapsed / 1000) * 1000
        return clear and there and sent > begun

    return (lambda sent, status: False) if arrived(Micros(begun + 1), room.status) else arrived
