"""Events: inputs of a room. The shell passes each one with the circle time at which it happened. Pure."""

from typing import NewType

import msgspec

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import Hello
from drumcircle_gui.server.entry.access import InviteKeys

ConnectionId = NewType("ConnectionId", int)


class CircleEvent(msgspec.Struct, frozen=True):
    """Base of all events."""


class JoinRequested(CircleEvent, frozen=True):
    """A connection sent its Hello. `address`: see `client_address`.

    `account`: the name of the enabled account whose token the Hello contains; "" without one, None if the accounts
    could not be read.
    """

    connection: ConnectionId
    hello: Hello
    address: str
    account: str | None = ""


class MessageReceived(CircleEvent, frozen=True):
    """A connection that has joined sent a message."""

    connection: ConnectionId
    message: Message


class ConnectionClosed(CircleEvent, frozen=True):
    """A connection was closed or lost."""

    connection: ConnectionId


class Tick(CircleEvent, frozen=True):
    """The room's `tick` has passed since the last one."""


class TroubleReported(CircleEvent, frozen=True):
    """The server's machine has a problem with `topic`; `text` describes it for the conductors.

    An empty `text`: the problem is solved.
    """

    topic: str
    text: str


class KeysRenewed(CircleEvent, frozen=True):
    """New `keys` were made and saved at a conductor's request; None, with the reason, if that failed."""

    keys: InviteKeys | None
    problem: str = ""


class AccountDisabled(CircleEvent, frozen=True):
    """The account `name` was disabled, so its members must leave the circle."""

    name: str


class CircleEnding(CircleEvent, frozen=True):
    """The circle ends; `text` is the reason, for its members."""

    text: str
