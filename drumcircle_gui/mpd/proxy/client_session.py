"""One client, as far as MPD keeps something for it: what it may do, how it wants replies, channels, what has changed.

Pure. The order of events and the limits are those of MPD 0.23.12.
"""

import re
from collections.abc import Iterable, Sequence

from drumcircle_gui.mpd.protocol.command_table import Permission
from drumcircle_gui.mpd.protocol.reply_format import ReplyFormat
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError

EVENTS = (
    *("database", "stored_playlist", "playlist", "player", "mixer", "output", "options", "sticker", "update"),
    *("subscription", "message", "neighbor", "mount", "partition"),
)
MOST_CHANNELS = 16
MOST_MESSAGES = 64

_CHANNEL = re.compile(rb"[A-Za-z0-9_.:-]+")


class ClientSession:
    """`idle` is None, or what it idles for."""

    def __init__(self, may: Permission) -> None:
        self.may = may
        self.tuning = ReplyFormat()
        self.channels: set[bytes] = set()
        self.messages: list[tuple[bytes, bytes]] = []
        self.idle: frozenset[str] | None = None
        self._events: set[str] = set()

    def note(self, events: Iterable[str]) -> bytes:
        """Those have changed; what it is to be told now, if it idles for one of them."""
        self._events.update(events)
        return self._told()

    def begin_idle(self, words: Sequence[bytes]) -> bytes:
        """It idles for the events named, or all; what it is to be told at once. Refused for what is no event."""
        names = [word.decode(errors="replace").lower() for word in words]
        for name, word in zip(names, words, strict=True):
            if name not in EVENTS:
                raise AckError(AckCode.ARG, b"Unrecognized idle event: " + word, b"idle")
        self.idle = frozenset(names or EVENTS)
        return self._told()

    def end_idle(self) -> bytes:
        """It has said noidle; nothing where it does not idle."""
        if self.idle is None:
            return b""
        self.idle = None
        return b"OK\n"

    def subscribe(self, channel: bytes) -> None:
        """Refused if it cannot be."""
        _check(channel, b"subscribe")
        if len(self.channels) >= MOST_CHANNELS:
            raise AckError(AckCode.EXIST, "subscription list is full", b"subscribe")
        if channel in self.channels:
            raise AckError(AckCode.EXIST, "already subscribed to this channel", b"subscribe")
        self.channels.add(channel)

    def unsubscribe(self, channel: bytes) -> None:
        """Refused if it was not subscribed."""
        if channel not in self.channels:
            raise AckError(AckCode.NO_EXIST, "not subscribed to this channel", b"unsubscribe")
        self.channels.remove(channel)

    def deliver(self, channel: bytes, message: bytes) -> bool:
        """Whether it took the message."""
        takes = channel in self.channels and len(self.messages) < MOST_MESSAGES
        if takes:
            self.messages.append((channel, message))
        return takes

    def read_messages(self) -> bytes:
        """The reply's lines; they are not kept."""
        told = b"".join(b"channel: %s\nmessage: %s\n" % each for each in self.messages)
        self.messages.clear()
        return told

    def _told(self) -> bytes:
        if self.idle is None or not self.idle & self._events:
            return b""
        told = [name for name in EVENTS if name in self.idle & self._events]
        self._events.clear()
        self.idle = None
        return b"".join(b"changed: %s\n" % name.encode() for name in told) + b"OK\n"


def send(members: Iterable[ClientSession], channel: bytes, message: bytes) -> list[ClientSession]:
    """Who of `members` got it. Refused if nobody did."""
    _check(channel, b"sendmessage")
    got = [member for member in members if member.deliver(channel, message)]
    if not got:
        raise AckError(AckCode.NO_EXIST, "nobody is subscribed to this channel", b"sendmessage")
    return got


def _check(channel: bytes, command: bytes) -> None:
    if not _CHANNEL.fullmatch(channel):
        raise AckError(AckCode.ARG, "invalid channel name", command)
