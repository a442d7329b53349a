"""All clients of the proxy, with the commands by which they affect each other: channels, messages, passwords, events.
Pure.

Each command has one function in the table `_handlers`, which returns the body of the reply or raises AckError.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from drumcircle_gui.mpd.protocol.command_table import Permission
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError

from .client_session import ClientSession, deliver_all

_ARGUMENTS = {
    **dict.fromkeys(("channels", "listpartitions", "readmessages"), 0),
    **dict.fromkeys(("partition", "password", "subscribe", "unsubscribe"), 1),
    "sendmessage": 2,
}


class ClientSessions:
    """The sessions of all clients. `passwords`: the permissions that each one gives; `default`: those without a
    password."""

    def __init__(self, passwords: Mapping[bytes, Permission], default: Permission) -> None:
        self._passwords, self._default = passwords, default
        self._senders: dict[ClientSession, Callable[[bytes], None]] = {}
        self._events: frozenset[str] = frozenset()
        self._holds = 0
        self._handlers: dict[str, Callable[[ClientSession, Sequence[bytes]], bytes]] = {
            "channels": lambda session, words: self._channels(),
            "listpartitions": lambda session, words: b"partition: default\n",
            "partition": self._partition,
            "password": self._password,
            "readmessages": lambda session, words: session.read_messages(),
            "sendmessage": self._send_message,
            "subscribe": self._subscribe,
            "unsubscribe": self._unsubscribe,
        }

    @property
    def has_passwords(self) -> bool:
        return bool(self._passwords)

    def open(self, send: Callable[[bytes], None], address: str = "") -> ClientSession:
        """Add a client; `send` is called with the reply to its `idle`."""
        session = ClientSession(self._default, address)
        self._senders[session] = send
        return session

    def close(self, session: ClientSession) -> None:
        """Remove a client. As with MPD, the others are not notified of its channels."""
        del self._senders[session]

    def collect(self, events: frozenset[str]) -> None:
        """`events` have happened; clients are notified at the next `notify`."""
        self._events |= events

    def notify(self) -> None:
        """Notify clients of all events collected; while notifications are held, at the first call afterwards."""
        if self._holds:
            return
        events, self._events = self._events, frozenset()
        if events:
            self._notify(events)

    @contextmanager
    def hold_notifications(self) -> Iterator[None]:
        """A context in which no client is notified, because MPD carries out a command list as a whole."""
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1

    def answer(self, session: ClientSession, words: Sequence[bytes]) -> bytes:
        """The body of the reply to a command that involves no room. Raises AckError."""
        name = words[0].decode()
        check_argument_count(words, _ARGUMENTS[name])
        return self._handlers[name](session, words)

    def _notify(self, events: frozenset[str]) -> None:
        for session, send in list(self._senders.items()):
            if reply := session.notify(events):
                send(reply)

    def _password(self, session: ClientSession, words: Sequence[bytes]) -> bytes:
        if words[1] not in self._passwords:
            raise AckError(AckCode.PASSWORD, "incorrect password", words[0])
        session.permissions = self._passwords[words[1]]
        return b""

    def _partition(self, session: ClientSession, words: Sequence[bytes]) -> bytes:
        if words[1] != b"default":
            raise AckError(AckCode.NO_EXIST, "partition does not exist", words[0])
        return b""

    def _channels(self) -> bytes:
        names = {channel for each in self._senders for channel in each.channels}
        return b"".join(b"channel: %s\n" % name for name in sorted(names))

    def _subscribe(self, session: ClientSession, words: Sequence[bytes]) -> bytes:
        session.subscribe(words[1])
        self._notify(frozenset({"subscription"}))
        return b""

    def _unsubscribe(self, session: ClientSession, words: Sequence[bytes]) -> bytes:
        session.unsubscribe(words[1])
        self._notify(frozenset({"subscription"}))
        return b""

    def _send_message(self, session: ClientSession, words: Sequence[bytes]) -> bytes:
        for each in deliver_all(self._senders, words[1], words[2]):
            if len(each.messages) == 1 and (reply := each.notify({"message"})):
                self._senders[each](reply)
        return b""


def check_argument_count(words: Sequence[bytes], wanted: int) -> None:
    """Raise AckError if the command has more or fewer arguments."""
    if len(words) - 1 != wanted:
        raise AckError(AckCode.ARG, b'wrong number of arguments for "%s"' % words[0], words[0])
