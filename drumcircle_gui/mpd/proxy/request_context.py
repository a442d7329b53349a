"""What the proxy knows of one request while it carries it out. Pure.

Each request has a context of its own, so that requests of several clients, which run at the same time, cannot mix up
what they have changed.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from drumcircle_gui.mpd.protocol.command_table import Command

from .client_session import ClientSession

Sink = Callable[[bytes], Awaitable[None]]
"""Takes the next piece of a reply; returns when there is room for more."""


@dataclass(frozen=True, slots=True)
class Order:
    """One command: its row in the table, its words, and the line that the client sent."""

    command: Command
    words: list[bytes]
    line: bytes


@dataclass(slots=True)
class RequestContext:
    """`session`: the client that sent the request. `sink` takes replies that are streamed. `changed`: whether a command
    of the request may have changed something that clients are notified of."""

    session: ClientSession
    sink: Sink
    changed: bool = False


class CloseClient(Exception):
    """The connection to the client is to be closed, after `last` has been sent to it."""

    def __init__(self, last: bytes = b"") -> None:
        super().__init__(last)
        self.last = last


class Idling(Exception):
    """The client is to idle for `events` as soon as `before`, the replies to commands before `idle`, is sent: a
    notification must not overtake them."""

    def __init__(self, events: frozenset[str], before: bytes = b"") -> None:
        super().__init__(events, before)
        self.events, self.before = events, before
