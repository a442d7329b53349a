"""The rooms as MPD's outputs, so that any client can switch them on and off."""

from collections.abc import Sequence

from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.group.membership_io import GroupMembership
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError

from .client_sessions import check_argument_count

_MAX_NUMBER = 2**32 - 1


class RoomOutputs:
    """Outputs are numbered from 0 in the order of the configuration."""

    def __init__(self, group: Group) -> None:
        self._group, self._membership = group, GroupMembership(group)

    async def answer(self, words: Sequence[bytes]) -> bytes:
        """The body of the reply. Raises AckError as MPD does. The caller holds the group's lock, except for
        `outputs`."""
        name, *arguments = words
        check_argument_count(words, {b"outputs": 0, b"outputset": 3}.get(name, 1))
        if name == b"outputs":
            return self._list()
        room = self._find(name, arguments[0])
        if name == b"outputset":
            raise AckError(AckCode.ARG, "Unsupported attribute", name)
        on = not self._group.rooms[room].config.on if name == b"toggleoutput" else name == b"enableoutput"
        await self._membership.switch(room, on)
        return b""

    def _list(self) -> bytes:
        rooms = enumerate(self._group.rooms.values())
        return b"".join(
            b"outputid: %d\noutputname: %s\nplugin: room\noutputenabled: %d\n"
            % (number, room.name.encode(), room.config.on)
            for number, room in rooms
        )

    def _find(self, command: bytes, word: bytes) -> str:
        """The name of the room with that number."""
        try:
            number = int(word)
        except ValueError:
            raise AckError(AckCode.ARG, b"Integer expected: " + word, command) from None
        if not 0 <= number <= _MAX_NUMBER:
            raise AckError(AckCode.ARG, b"Number too large: " + word, command)
        names = list(self._group.rooms)
        if number >= len(names):
            raise AckError(AckCode.NO_EXIST, "No such audio output", command)
        return names[number]
