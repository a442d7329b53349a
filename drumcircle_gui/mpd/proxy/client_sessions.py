"""All clients, as far as they concern each other, and what MPD keeps for each: channels, passwords, what has changed.

Pure. Every command here is answered with the reply's lines, or Refused.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from drumcircle_gui.mpd.protocol.command_table import Permission
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError

from .client_session import ClientSession, send

_ARGUMENTS = {
    **dict.fromkeys(("channels", "listpartitions", "readmessages"), 0),
    **dict.fromkeys(("partition", "password", "subscribe", "unsubscribe"), 1),
    "sendmessage": 2,
}


class ClientSessions:
    """`passwords` and what each of them allows; `default` is what is allowed without."""

    def __init__(self, passwords: Mapping[bytes, Permission], default: Permission) -> None:
        self._passwords, self._default = passwords, default
        self._members: dict[ClientSession, Callable[[bytes], None]] = {}
        self._changed: frozenset[str] = frozenset()
        self._lists = 0
        self._commands: dict[str, Callable[[ClientSession, Sequence[bytes]], bytes]] = {
            "channels": lambda member, words: self._channels(),
            "listpartitions": lambda member, words: b"partition: default\n",
            "partition": self._partition,
            "password": self._password,
            "readmessages": lambda member, words: member.read_messages(),
            "sendmessage": self._send_message,
            "subscribe": self._subscribe,
            "unsubscribe": self._unsubscribe,
        }

    def join(self, tell: Callable[[bytes], None]) -> ClientSession:
        """A new client; `tell` is called with what it is to be told while it idles."""
        member = ClientSession(self._default)
        self._members[member] = tell
        return member

    def leave(self, member: ClientSession) -> None:
        """It is gone. Others are not told, even if it was the last of a channel."""
        del self._members[member]

    def collect(self, events: frozenset[str]) -> None:
        """Something has changed that clients may idle for; they are told when `tell` is called."""
        self._changed |= events

    def tell(self) -> None:
        """What has changed since the last time, all at once; while a list is being done, that waits for its end."""
        if self._lists:
            return
        events, self._changed = self._changed, frozenset()
        if events:
            self._note(events)

    @contextmanager
    def doing_a_list(self) -> Iterator[None]:
        """Meanwhile nobody is told what it changes, as with MPD."""
        self._lists += 1
        try:
            yield
        finally:
            self._lists -= 1

    def _note(self, events: frozenset[str]) -> None:
        for member, tell in list(self._members.items()):
            if told := member.note(events):
                tell(told)

    def answer(self, member: ClientSession, words: Sequence[bytes]) -> bytes:
        """A command that concerns the clients alone."""
        name = words[0].decode()
        count(words, _ARGUMENTS[name])
        return self._commands[name](member, words)

    def _password(self, member: ClientSession, words: Sequence[bytes]) -> bytes:
        if words[1] not in self._passwords:
            raise AckError(AckCode.PASSWORD, "incorrect password", words[0])
        member.may = self._passwords[words[1]]
        return b""

    def _partition(self, member: ClientSession, words: Sequence[bytes]) -> bytes:
        if words[1] != b"default":
            raise AckError(AckCode.NO_EXIST, "partition does not exist", words[0])
        return b""

    def _channels(self) -> bytes:
        names = {channel for each in self._members for channel in each.channels}
        return b"".join(b"channel: %s\n" % name for name in sorted(names))

    def _subscribe(self, member: ClientSession, words: Sequence[bytes]) -> bytes:
        member.subscribe(words[1])
        self._note(frozenset({"subscription"}))
        return b""

    def _unsubscribe(self, member: ClientSession, words: Sequence[bytes]) -> bytes:
        member.unsubscribe(words[1])
        self._note(frozenset({"subscription"}))
        return b""

    def _send_message(self, member: ClientSession, words: Sequence[bytes]) -> bytes:
        for each in send(self._members, words[1], words[2]):
            if len(each.messages) == 1 and (told := each.note({"message"})):
                self._members[each](told)
        return b""


def count(words: Sequence[bytes], wanted: int) -> None:
    """Refused if the command has not so many arguments."""
    if len(words) - 1 != wanted:
        raise AckError(AckCode.ARG, b'wrong number of arguments for "%s"' % words[0], words[0])
