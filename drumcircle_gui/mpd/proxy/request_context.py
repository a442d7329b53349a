"""The state of one request while the proxy carries it out. Pure.

Each request has its own context, so that concurrent requests of several clients cannot mix up their changes.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from drumcircle_gui.mpd.protocol.command_table import Command

from .client_session import ClientSession

Sink = Callable[[bytes], Awaitable[None]]
"""Takes the next piece of a reply; returns when there is room for more."""


@dataclass(frozen=True, slots=True)
class Order:
    """One command: its row in the table, its words, which are not to be changed, and the line that the client sent."""

    command: Command
    words: list[bytes]
    line: bytes


@dataclass(slots=True)
class RequestContext:
    """`session`: the client that sent the request. `sink`: takes replies that are streamed. `changed`: whether a
    command of the request may have changed something of which clients are notified."""

    session: ClientSession
    sink: Sink
    changed: bool = False


class CloseClient(Exception):
    """Close the connection to the client after sending `last`."""

    def __init__(self, last: bytes = b"") -> None:
        super().__init__(last)
        self.last = last


class Idling(Exception):
    """The client enters `idle` for `events` once `before`, the replies to earlier commands, is sent: a notification
    must not overtake them."""

    def __init__(self, events: frozenset[str], before: bytes = b"") -> None:
        super().__init__(events, before)
        self.events, self.before = events, before
