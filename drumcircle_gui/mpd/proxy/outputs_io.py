"""Rooms as MPD's outputs, so that any client can switch them on and off."""

from collections.abc import Sequence

from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError

from .client_sessions import count

_MOST = 2**32 - 1


class RoomOutputs:
    """Numbered from 0 in the order in which they are configured."""

    def __init__(self, group: Group) -> None:
        self._group = group

    async def answer(self, words: Sequence[bytes]) -> bytes:
        """The reply's lines; Refused as MPD would. For whoever has the turn, unless it is `outputs`."""
        name, *arguments = words
        count(words, {b"outputs": 0, b"outputset": 3}.get(name, 1))
        if name == b"outputs":
            return self._told()
        room = self._named(name, arguments[0])
        if name == b"outputset":
            raise AckError(AckCode.ARG, "Unsupported attribute", name)
        on = not self._group.rooms[room].config.on if name == b"toggleoutput" else name == b"enableoutput"
        await self._group.switch(room, on)
        return b""

    def _told(self) -> bytes:
        rooms = enumerate(self._group.rooms.values())
        return b"".join(
            b"outputid: %d\noutputname: %s\nplugin: room\noutputenabled: %d\n"
            % (number, room.name.encode(), room.config.on)
            for number, room in rooms
        )

    def _named(self, command: bytes, word: bytes) -> str:
        try:
            number = int(word)
        except ValueError:
            raise AckError(AckCode.ARG, b"Integer expected: " + word, command) from None
        if not 0 <= number <= _MOST:
            raise AckError(AckCode.ARG, b"Number too large: " + word, command)
        names = list(self._group.rooms)
        if number >= len(names):
            raise AckError(AckCode.NO_EXIST, "No such audio output", command)
        return names[number]
