"""The group's volume: each room's volume is the group's plus the room's trim."""

from collections.abc import Sequence

from drumcircle_gui.mpd.protocol.syntax import AckError, request
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.volume import changed_volume, group_volume, room_volume

from .group_io import Group


class VolumeControl:
    """Volumes are in MPD's points, 0 to 100. The caller holds the group's lock, except for `level` and `volume`."""

    def __init__(self, group: Group) -> None:
        self._group = group
        self._volume: int | None = None

    @property
    def volume(self) -> int | None:
        """The group's volume; None if no room has a mixer."""
        room = self._group.volume_room
        if room is None or room.status.volume is None:
            return None
        self._volume = group_volume(room.status.volume, room.config.trim, self._volume)
        return self._volume

    def shown(self, reported: int | None) -> int | None:
        """The group's volume, given the volume that the lead room has just reported."""
        lead = self._group.lead
        if reported is None or lead is None or lead is not self._group.volume_room:
            return self.volume
        self._volume = group_volume(reported, lead.config.trim, self._volume)
        return self._volume

    async def change(self, lead: Room, words: Sequence[bytes], line: bytes) -> None:
        """Carry out `setvol` and `volume`. Raises AckError as MPD does, and ConnectionLost."""
        by = _number(words[1]) if len(words) == 2 else None
        now = self.volume
        if by is None or (words[0] == b"volume" and (now is None or by == 0)):
            await lead.ask(line)
            return
        wanted = by if words[0] == b"setvol" else changed_volume(now or 0, by)
        if not (0 <= wanted <= 100 and -100 <= by <= 100):
            await lead.ask(line)
        elif words[0] == b"setvol" or wanted != now:
            await self._set(lead, wanted, words[0])

    def level(self, room: Room) -> None:
        """Set a room's volume to the group's, if it differs."""
        volume = self.volume
        if volume is not None and room.status.volume not in (None, room_volume(volume, room.config.trim)):
            room.send(request("setvol", room_volume(volume, room.config.trim)))

    async def _set(self, lead: Room, wanted: int, command: bytes) -> None:
        first = self._group.volume_room or lead
        try:
            (_, status) = await first.ask(request("setvol", room_volume(wanted, first.config.trim)), b"status")
        except AckError as refused:
            raise AckError(refused.code, refused.text, command) from None
        first.take_status(status)
        self._volume = wanted
        for room in self._group.members:
            if room is not first:
                self.level(room)


def _number(word: bytes) -> int | None:
    try:
        return int(word)
    except ValueError:
        return None
