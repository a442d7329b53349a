"""Commands that make sound start, jump or stop, carried out by all rooms together.

`GroupCommands` has one function for each command, in the table `_handlers`.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from drumcircle_gui.mpd.protocol.status import Status, parse_status
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, request
from drumcircle_gui.mpd.room.connection_io import Answer, ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.timing.units import Micros, local_micros, seconds

from .group_io import Group
from .playback import StartPlace
from .prepare import reachable_place
from .prepare_io import NOT_SEEKABLE, PAUSE, RESUME, SEEK_AGAIN_S, STOP, Refusals, note_refused_seek
from .start_io import halt

SKIP_TIMEOUT, SKIP_EVERY_S = seconds(0.6), 0.03
"""A room that refused a command but moved is polled for its position for this long, at this interval."""

ROUND = seconds(5)
"""Songs that are skipped within this time of one another count as skipped in a row."""

TOGGLE = 2
_MOMENT = re.compile(rb"\d+(?:\.\d*)?")

Handler = Callable[[Room, Sequence[bytes], bytes], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Moved:
    """The lead room's position after a command. `refused`: its error if it refused the command, and whether it moved
    nevertheless."""

    status: Status
    refused: AckError | None = None
    moved: bool = True


class GroupCommands:
    """Carries out commands in all rooms together. The caller holds the group's lock.

    `lead` is the lead room; `line` is the request with the lead room's ids. Methods raise AckError, which is the
    client's reply, and ConnectionLost if the lead room is lost.
    """

    def __init__(self, group: Group) -> None:
        self._group = group
        self._skips = True
        self._skipped, self._skipped_at = 0, Micros(0)
        self._handlers: dict[bytes, Handler] = {
            b"pause": self._pause,
            b"stop": self._stop,
            b"play": self._play,
            b"playid": self._play,
            b"next": self._move,
            b"previous": self._move,
            b"seek": self._move,
            b"seekid": self._move,
            b"seekcur": self._move,
        }

    async def run(self, lead: Room, words: Sequence[bytes], line: bytes) -> None:
        """Carry out a command. Returns as soon as the lead room has done so; the other rooms follow."""
        if not self._group.members:
            raise AckError(AckCode.SYSTEM, "all rooms are switched off", words[0])
        await self._handlers[words[0]](lead, words, line)

    async def skip_unplayable(self) -> None:
        """Skip a song that the lead room cannot play and at which it has stopped. MPD itself skips such a song only if
        it was not asked to seek, which happens at each start here."""
        group = self._group
        async with group.lock:
            lead = group.lead
            if lead is None or not self._skips:
                return
            with suppress(ConnectionLost, AckError):
                status = await lead.fetch_status()
                if status.state == "stop" and status.error and self._may_skip(status):
                    await self._move(lead, [b"playid"], request("playid", status.next_song_id or 0))

    def _may_skip(self, status: Status) -> bool:
        """Whether there is another song, and not all songs were skipped in a row: then MPD stops as well."""
        now = local_micros()
        self._skipped = self._skipped + 1 if now - self._skipped_at < ROUND else 1
        self._skipped_at = now
        return status.next_song_id not in (None, status.song_id) and self._skipped <= status.queue_length

    async def _pause(self, lead: Room, words: Sequence[bytes], line: bytes) -> None:
        flag = _flag(words[1:])
        if flag is None:
            await lead.ask(line)  # which refuses it
            return
        await lead.fetch_status()
        state = self._group.playback.state
        on = flag == 1 if flag != TOGGLE else state == "play"
        if on and state == "play":
            await self._halt_all(lead, PAUSE)
        elif not on and state == "pause":
            self._resume(lead, "pause 0")

    async def _stop(self, lead: Room, words: Sequence[bytes], line: bytes) -> None:
        if len(words) > 1:
            await lead.ask(line)  # which refuses it
        elif lead.status.state != "stop" or self._group.playback.starting:
            await self._halt_all(lead, STOP)

    async def _play(self, lead: Room, words: Sequence[bytes], line: bytes) -> None:
        """Carry out `play` and `playid`. Without a song, or with -1, playback is resumed where it was paused."""
        if words[1:] not in ([], [b"-1"]) or lead.status.state == "stop":
            await self._move(lead, words, line)
            return
        await lead.fetch_status()
        if self._group.playback.state == "pause":
            self._resume(lead, "play")
        elif self._group.playback.state == "stop":
            await self._move(lead, [b"play"], line)

    async def _halt_all(self, lead: Room, command: bytes) -> None:
        group = self._group
        await group.playback.mark_idle()
        await halt(group.members, command)
        with suppress(ConnectionLost):  # the other rooms have done it
            lead.take_status((await lead.ask(command, b"status"))[1])
        group.on_log("command", "", f"{command.decode()}: {len(group.members)} together")
        group.playback.notify()

    def _resume(self, lead: Room, what: str) -> None:
        place = _place(lead)
        if place is not None:
            self._group.playback.begin(what, place)
            self._group.playback.notify()

    async def _move(self, lead: Room, words: Sequence[bytes], line: bytes) -> None:
        """Move the lead room and pause it; then start all rooms at its position."""
        playback = self._group.playback
        if words[0] != b"previous":
            self._skips = not words[0].startswith(b"seek")
        meant_to_play, interrupted = playback.state == "play", playback.starting
        await playback.move()
        if interrupted:
            await lead.fetch_status()
        moved = await self._move_lead(lead, words, line)
        plays = moved.status.state == "play" or (meant_to_play and moved.status.state == "pause")
        lead.status = replace(moved.status, state="pause") if plays else moved.status
        place = _place(lead)
        if not moved.moved and not interrupted:
            lead.status = moved.status
            playback.move_ended()
        elif plays and place is not None:
            playback.begin(words[0].decode(), place)
        else:
            await playback.mark_idle()
        playback.notify()
        if moved.refused is not None:
            raise moved.refused

    async def _move_lead(self, lead: Room, words: Sequence[bytes], line: bytes) -> Moved:
        """Send the command once, and find out from the room's status whether it moved: MPD refuses some commands only
        after it has moved, for example a position beyond the song's end."""
        quick = lead.status.state == "play" and _well_formed(words)
        # A room that is paused first plays nothing of the new place too early; a query finds out whether the command
        # would be refused before anything is done.
        first = [*_probe(words, line), PAUSE] if quick else []
        answer = await lead.answer(*first, b"status", line, b"status", PAUSE)
        if answer.refused is None:
            return Moved(parse_status(answer.bodies[len(first) + 2]))
        if answer.refused[1] < len(first):
            return await self._move_lead_plainly(lead, line)
        before = parse_status(answer.bodies[len(first)])
        refused = answer.refused[0]
        if refused.text == NOT_SEEKABLE and (seeking := await self._seek_again(lead, before, line)) is not None:
            if seeking.refused is None:
                return Moved(parse_status(seeking.bodies[1]))
            refused = seeking.refused[0]
        return await self._after_refusal(lead, before, refused, resume=quick)

    async def _seek_again(self, lead: Room, before: Status, line: bytes) -> Answer | None:
        """The reply to the command once the song's decoder has started; None if the room does not play the song, or is
        known not to be able to seek in it."""
        if lead.file_of(before.song_id) in lead.unseekable or before.state == "stop":
            return None
        refusing = Refusals()
        while True:
            refusing.count(bool((await lead.fetch_status()).audio))
            await asyncio.sleep(SEEK_AGAIN_S)
            answer = await lead.answer(line, b"status", PAUSE)
            if answer.refused is None or answer.refused[0].text != NOT_SEEKABLE:
                return answer
            if refusing.last:
                note_refused_seek(lead, before.song_id, answer.refused[0])
                return answer

    async def _move_lead_plainly(self, lead: Room, line: bytes) -> Moved:
        """Send the command without preparation, because the query before it was refused. Nothing has changed yet, and
        the command will probably be refused too."""
        answer = await lead.answer(line, b"status", PAUSE)
        if answer.refused is None:
            return Moved(parse_status(answer.bodies[1]))
        return Moved(await lead.fetch_status(), answer.refused[0], moved=False)

    async def _after_refusal(self, lead: Room, before: Status, refused: AckError, *, resume: bool) -> Moved:
        """Whether the lead room moved although it refused the command. If so, pause it as soon as it plays a song."""
        status = await lead.fetch_status()
        if _same_place(before, status):
            if resume:
                await lead.ask(RESUME)
                status = await lead.fetch_status()
            return Moved(status, refused, moved=False)
        if status.state == "stop" and status.error and self._skips and status.queue_pos is not None:
            await lead.answer(request("play", status.queue_pos))  # which skips the song, see `skip_unplayable`
            status = await lead.fetch_status()
        deadline = local_micros() + SKIP_TIMEOUT
        while status.state == "play" and not status.audio and local_micros() < deadline:
            await asyncio.sleep(SKIP_EVERY_S)
            status = await lead.fetch_status()
        if status.state == "play":
            status = replace(parse_status((await lead.ask(PAUSE, b"status"))[1]), state="play")
        return Moved(status, refused)


def _place(lead: Room) -> StartPlace | None:
    song, status = lead.song, lead.status
    return None if song is None else StartPlace(song, reachable_place(status.elapsed, status.duration))


def _same_place(before: Status, after: Status) -> bool:
    return (before.state, before.song_id, before.elapsed) == (after.state, after.song_id, after.elapsed)


def _flag(words: Sequence[bytes]) -> int | None:
    """Parse a flag: 0, 1 or TOGGLE; None for a text that MPD refuses."""
    if not words:
        return TOGGLE
    number = _number(words[0]) if len(words) == 1 else None
    return number if number in (0, 1) else None


def _probe(words: Sequence[bytes], line: bytes) -> list[bytes]:
    """A query that MPD refuses if it would refuse `line` because of its song."""
    song = line.split(b" ")[1:2]
    if words[0] in (b"playid", b"seekid"):
        return [b" ".join((b"playlistid", *song))]
    if words[0] in (b"play", b"seek"):
        return [b" ".join((b"playlistinfo", *song))]
    return []


def _well_formed(words: Sequence[bytes]) -> bool:
    """Whether MPD accepts the spelling of a time."""
    moment = words[-1].lstrip(b"+-") if words[0] == b"seekcur" else words[-1]
    return not words[0].startswith(b"seek") or _MOMENT.fullmatch(moment) is not None


def _number(word: bytes) -> int | None:
    try:
        return int(word)
    except ValueError:
        return None
