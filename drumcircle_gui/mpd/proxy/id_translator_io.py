"""Translates requests and replies between the ids that clients know and those of the lead room."""

import re

from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.group.volume_io import VolumeControl
from drumcircle_gui.mpd.protocol.command_table import Command
from drumcircle_gui.mpd.protocol.syntax import request_from
from drumcircle_gui.mpd.room.connection_io import MAX_REPLY_BYTES, ConnectionLost

from .request_context import Order, Sink

_STATE = re.compile(rb"^state: pause$", re.MULTILINE)
_VOLUME = re.compile(rb"^volume: (-?\d+)\n", re.MULTILINE)


class IdTranslator:
    """Translates for the present lead room; replies also depend on what the group is doing."""

    def __init__(self, group: Group, volume: VolumeControl) -> None:
        self._group, self._volume = group, volume

    def real(self, order: Order) -> bytes:
        """The request with the ids and queue versions of the lead room."""
        command, words = order.command, order.words
        if not command.id_arguments and not command.version_argument:
            return order.line
        new = list(words)
        for at in command.id_arguments:
            if at + 1 < len(words) and words[at + 1].isdigit():
                new[at + 1] = b"%d" % self._group.numbers.real_id(int(words[at + 1]))
        if command.version_argument and len(words) > 1 and words[1].isdigit():
            new[1] = b"%d" % self._group.numbers.real_version(int(words[1]))
        return order.line if new == words else request_from(new)

    def virtual(self, command: Command, body: bytes) -> bytes:
        """The body of the reply as clients see it: with the group's ids, state and volume."""
        if command.reply_has_ids:
            body = self._group.numbers.translate_reply(body)
        if command.name == "status" and self._group.playback.hides_pause:
            body = _STATE.sub(b"state: play", body)
        return self._with_volume(body) if command.name in ("status", "getvol") else body

    def _with_volume(self, body: bytes) -> bytes:
        found = _VOLUME.search(body)
        volume = self._volume.shown(int(found[1]) if found and int(found[1]) >= 0 else None)
        return body if volume is None else b"volume: %d\n" % volume + _VOLUME.sub(b"", body)

    def sink(self, command: Command, sink: Sink) -> Sink:
        """A sink that translates a reply line by line and passes it on to `sink`. It raises ConnectionLost for a line
        that is longer than any reply may be."""
        if not command.reply_has_ids:
            return sink
        carry: list[bytes] = []
        size = 0

        async def translate(piece: bytes) -> None:
            nonlocal size
            whole, newline, rest = piece.rpartition(b"\n")
            if newline:
                whole = b"".join((*carry, whole, newline))
                carry.clear()
                size = 0
            carry.append(rest)
            size += len(rest)
            if size > MAX_REPLY_BYTES:
                raise ConnectionLost(f"a line of its reply has more than {MAX_REPLY_BYTES >> 20} MiB")
            if newline:
                await sink(self.virtual(command, whole))

        return translate
