"""What makes sound start, jump or stop, done by all rooms together, and volume, which each has its own of."""

import re
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace

from drumcircle_gui.mpd.protocol.status import parse_status
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, request
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.volume import changed_volume, group_volume, room_volume
from drumcircle_gui.timing.units import Micros

from .group_io import Group
from .start_io import GO, HALT, STOP, StartPlace, halt


class GroupCommands:
    """Gives the group's player its orders. `line` is always the request as the leading room is to have it.

    Every method is for whoever has the group's turn; Refused is what the client is told. Lost: the leading room is
    gone, or does not answer, and another may be asked.
    """

    def __init__(self, group: Group) -> None:
        self._group = group
        self._volume: int | None = None

    async def give(self, words: Sequence[bytes], line: bytes) -> bytes:
        """The reply, without its end, as soon as the leading room has done it."""
        lead = await self._group.leading()
        if not self._group.members:
            raise AckError(AckCode.SYSTEM, "all rooms are switched off", words[0])
        if words[0] == b"pause":
            await self._pause(words, line)
        elif words[0] == b"stop" and len(words) == 1:
            await self._stop()
        elif words[0] in (b"play", b"playid") and words[1:] in ([], [b"-1"]) and lead.status.state != "stop":
            await self._resume(line)
        else:
            await self._move(words, line)
        return b""

    async def _pause(self, words: Sequence[bytes], line: bytes) -> None:
        group, flag = self._group, _flag(words[1:])
        if flag is None:
            await group.on_lead_checked(line)
            return
        await (await group.leading()).look()
        state = group.playback.state
        on = flag == 1 if flag != TOGGLE else state == "play"
        if on and state == "play":
            await self._halt_all(HALT)
        elif not on and state == "pause":
            await self._go_on("pause 0")

    async def _resume(self, line: bytes) -> None:
        """`play` without a song: goes on if it was paused."""
        await (await self._group.leading()).look()
        if self._group.playback.state == "pause":
            await self._go_on("play")
        elif self._group.playback.state == "stop":
            await self._move([b"play"], line)

    async def _stop(self) -> None:
        lead = await self._group.leading()
        if lead.status.state != "stop":
            await self._halt_all(STOP)

    async def _halt_all(self, order: bytes) -> None:
        group = self._group
        lead = await group.leading()
        await group.playback.settle()
        group.playback.hush()
        await halt(group.members, order)
        with suppress(ConnectionLost):  # the others have done it
            lead.take_status((await lead.ask(order, b"status"))[1])
        group.playback.clock = None
        group.on_log("command", "", f"{order.decode()}: {len(group.members)} together")
        group.playback.tell()

    async def _go_on(self, what: str) -> None:
        group = self._group
        lead = await group.leading()
        await group.playback.settle()
        place = self._place(lead)
        if place is not None:
            group.playback.begin(what, place)
            group.playback.tell()

    async def _move(self, words: Sequence[bytes], line: bytes) -> None:
        """The leading room does it, and waits; then all begin where it is."""
        group, playback = self._group, self._group.playback
        playback.hush()
        meant_to_play = playback.state == "play"
        with playback.pretence() if meant_to_play else nullcontext():
            interrupted = await self._interrupt()
            try:
                status = parse_status(await self._moved(words, line))
            except AckError:
                if interrupted:
                    await self._go_on("again")
                raise
            lead = await group.leading()
            plays = status.state == "play" or (meant_to_play and status.state == "pause")
            lead.status = replace(status, state="pause") if plays else status
            place = self._place(lead)
            if plays and place is not None:
                playback.begin(words[0].decode(), place)
            else:
                playback.pose()
        playback.tell()

    async def _interrupt(self) -> bool:
        """Break off a start, if one is under way."""
        if not self._group.playback.starting:
            return False
        await self._group.playback.settle()
        await (await self._group.leading()).look()
        return True

    async def _moved(self, words: Sequence[bytes], line: bytes) -> bytes:
        """What the leading room says of itself, just before it waits. Refused, and nothing has happened."""
        lead = await self._group.leading()
        if lead.status.state != "play" or not _well_formed(words):
            return (await self._group.on_lead_checked(line, b"status", HALT))[1]
        # Paused first, nothing of the new place is heard too early; so see before that it will not be refused.
        probe = _probe(words, line)
        answer = await self._group.on_lead(*probe, HALT, line, b"status", HALT)
        if answer.refused is None:
            return answer.bodies[len(probe) + 2]
        if answer.refused[1] >= len(probe):
            await self._group.on_lead(GO)
            await lead.look()
        return (await self._group.on_lead_checked(line, b"status", HALT))[1]

    def _place(self, lead: Room) -> StartPlace | None:
        song = lead.song
        return None if song is None else StartPlace(song, lead.status.elapsed or Micros(0))

    # --- volume -----------------------------------------------------------------------------------------------------

    @property
    def volume(self) -> int | None:
        """The group's; None if no room has one."""
        room = self._loud
        if room is None or room.status.volume is None:
            return None
        self._volume = group_volume(room.status.volume, room.config.trim, self._volume)
        return self._volume

    @property
    def _loud(self) -> Room | None:
        """The room whose volume is the measure: the leading one, or the first that has any."""
        lead = self._group.lead
        if lead is None or lead.status.volume is not None:
            return lead
        return next((room for room in self._group.members if room.status.volume is not None), lead)

    async def change_volume(self, words: Sequence[bytes], line: bytes) -> bytes:
        """`setvol` and `volume`."""
        by = _whole(words[1]) if len(words) == 2 else None
        now = self.volume
        if by is None or (words[0] == b"volume" and (now is None or by == 0)):
            await self._group.on_lead_checked(line)
            return b""
        wanted = by if words[0] == b"setvol" else changed_volume(now or 0, by)
        if not (0 <= wanted <= 100 and -100 <= by <= 100):
            await self._group.on_lead_checked(line)
        elif words[0] == b"setvol" or wanted != now:
            await self._set_volume(wanted, words[0])
        return b""

    async def _set_volume(self, wanted: int, command: bytes) -> None:
        await self._group.leading()
        first = self._loud
        assert first is not None
        try:
            loudness = room_volume(wanted, first.config.trim)
            (_, status) = await first.ask(request("setvol", loudness), b"status")
        except AckError as refused:
            raise AckError(refused.code, refused.text, command) from None
        first.take_status(status)
        self._volume = wanted
        for room in self._group.members:
            if room is not first:
                self.level(room)

    def level(self, room: Room) -> None:
        """Bring a room's volume to where the group's is."""
        volume = self.volume
        if volume is not None and room.status.volume not in (None, room_volume(volume, room.config.trim)):
            room.post(request("setvol", room_volume(volume, room.config.trim)))


TOGGLE = 2
_MOMENT = re.compile(rb"\d+(?:\.\d*)?")


def _flag(words: Sequence[bytes]) -> int | None:
    """0, 1 or TOGGLE; None for what MPD is to complain of itself."""
    if not words:
        return TOGGLE
    number = _whole(words[0]) if len(words) == 1 else None
    return number if number in (0, 1) else None


def _probe(words: Sequence[bytes], line: bytes) -> list[bytes]:
    """What is refused if `line` will be, and does nothing."""
    song = line.split(b" ")[1:2]
    if words[0] in (b"playid", b"seekid"):
        return [b" ".join((b"playlistid", *song))]
    if words[0] in (b"play", b"seek"):
        return [b" ".join((b"playlistinfo", *song))]
    return []


def _well_formed(words: Sequence[bytes]) -> bool:
    """Whether MPD will not complain of how a moment is written."""
    moment = words[-1].lstrip(b"+-") if words[0] == b"seekcur" else words[-1]
    return not words[0].startswith(b"seek") or _MOMENT.fullmatch(moment) is not None


def _whole(word: bytes) -> int | None:
    try:
        return int(word)
    except ValueError:
        return None
