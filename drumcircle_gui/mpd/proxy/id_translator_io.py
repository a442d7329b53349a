"""Between the numbers that clients know and those of the leading room, in requests and in replies."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from drumcircle_gui.mpd.group.commands_io import GroupCommands
from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.protocol.command_table import Command
from drumcircle_gui.mpd.protocol.syntax import request_from

Sink = Callable[[bytes], Awaitable[None]]

_STATE = re.compile(rb"^state: pause$", re.MULTILINE)
_VOLUME = re.compile(rb"^volume: -?\d+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Order:
    """One command: as it was said, and as it was understood."""

    command: Command
    words: list[bytes]
    line: bytes


class Translator:
    """What is told depends on who leads, and on what is just being done."""

    def __init__(self, group: Group, player: GroupCommands) -> None:
        self._group, self._player = group, player

    def real(self, order: Order) -> bytes:
        """The request with the numbers of the leading room."""
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

    def seen(self, command: Command, body: bytes) -> bytes:
        """The reply with the numbers that clients know."""
        if command.reply_has_ids:
            body = self._group.numbers.translate_reply(body)
        if command.name == "status" and self._group.playback.pretending:
            body = _STATE.sub(b"state: play", body)
        if command.name in ("status", "getvol") and self._player.volume is not None:
            body = _VOLUME.sub(b"volume: %d" % self._player.volume, body)
        return body

    def sink(self, command: Command, sink: Sink) -> Sink:
        """Takes the pieces of a reply, and hands whole lines on to `sink` with the numbers that clients know."""
        if not command.reply_has_ids:
            return sink
        carry = b""

        async def turned(piece: bytes) -> None:
            nonlocal carry
            whole, newline, carry = (carry + piece).rpartition(b"\n")
            if newline:
                await sink(self.seen(command, whole + newline))

        return turned
