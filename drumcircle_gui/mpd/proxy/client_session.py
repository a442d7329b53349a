"""The state that MPD keeps for one client: permissions, reply format, channels, and events since its last `idle`. Pure.

The order of events and the limits are those of MPD 0.23.12.
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
MAX_CHANNELS = 16
MAX_MESSAGES = 64

_CHANNEL = re.compile(rb"[A-Za-z0-9_.:-]+")


class ClientSession:
    """The state of one client. `idle`: the events that it waits for; None while it does not. `address`: its host."""

    def __init__(self, permissions: Permission, address: str = "") -> None:
        self.permissions, self.address = permissions, address
        self.reply_format = ReplyFormat()
        self.channels: set[bytes] = set()
        self.messages: list[tuple[bytes, bytes]] = []
        self.idle: frozenset[str] | None = None
        self._events: set[str] = set()

    def notify(self, events: Iterable[str]) -> bytes:
        """`events` have happened. Returns the reply to the client's `idle`; empty unless it waits for one of them."""
        self._events.update(events)
        return self._idle_reply()

    def begin_idle(self, events: frozenset[str]) -> bytes:
        """The client waits for `events`. Returns the reply if one of them has happened already."""
        self.idle = events
        return self._idle_reply()

    def end_idle(self) -> bytes:
        """The reply to `noidle`; empty if the client is not in `idle`."""
        if self.idle is None:
            return b""
        self.idle = None
        return b"OK\n"

    def subscribe(self, channel: bytes) -> None:
        """Subscribe the client to a channel. Raises AckError."""
        _check_name(channel, b"subscribe")
        if len(self.channels) >= MAX_CHANNELS:
            raise AckError(AckCode.EXIST, "subscription list is full", b"subscribe")
        if channel in self.channels:
            raise AckError(AckCode.EXIST, "already subscribed to this channel", b"subscribe")
        self.channels.add(channel)

    def unsubscribe(self, channel: bytes) -> None:
        """Unsubscribe the client from a channel. Raises AckError."""
        if channel not in self.channels:
            raise AckError(AckCode.NO_EXIST, "not subscribed to this channel", b"unsubscribe")
        self.channels.remove(channel)

    def deliver(self, channel: bytes, message: bytes) -> bool:
        """Queue a message for the client; return whether it is subscribed and has room for the message."""
        takes = channel in self.channels and len(self.messages) < MAX_MESSAGES
        if takes:
            self.messages.append((channel, message))
        return takes

    def read_messages(self) -> bytes:
        """The body of the reply to `readmessages`; the messages are removed from the queue."""
        body = b"".join(b"channel: %s\nmessage: %s\n" % each for each in self.messages)
        self.messages.clear()
        return body

    def _idle_reply(self) -> bytes:
        changed = self.idle & self._events if self.idle is not None else None
        if not changed:
            return b""
        names = [name for name in EVENTS if name in changed]
        self._events.clear()
        self.idle = None
        return b"".join(b"changed: %s\n" % name.encode() for name in names) + b"OK\n"


def idle_events(words: Sequence[bytes]) -> frozenset[str]:
    """The events that an `idle` with these arguments is for. Raises AckError for a word that is no event."""
    names = [word.decode(errors="replace").lower() for word in words]
    for name, word in zip(names, words, strict=True):
        if name not in EVENTS:
            raise AckError(AckCode.ARG, b"Unrecognized idle event: " + word, b"idle")
    return frozenset(names or EVENTS)


def deliver_all(sessions: Iterable[ClientSession], channel: bytes, message: bytes) -> list[ClientSession]:
    """Deliver a message; return the sessions that took it. Raises AckError if none did."""
    _check_name(channel, b"sendmessage")
    takers = [session for session in sessions if session.deliver(channel, message)]
    if not takers:
        raise AckError(AckCode.NO_EXIST, "nobody is subscribed to this channel", b"sendmessage")
    return takers


def _check_name(channel: bytes, command: bytes) -> None:
    if not _CHANNEL.fullmatch(channel):
        raise AckError(AckCode.ARG, "invalid channel name", command)
