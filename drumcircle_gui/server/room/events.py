"""Events: what happens to a room. The shell passes each one on with the circle time at which it happened."""

from typing import NewType

import msgspec

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import Hello
from drumcircle_gui.server.entry.access import InviteKeys

ConnectionId = NewType("ConnectionId", int)


class CircleEvent(msgspec.Struct, frozen=True):
    """Base of all events."""


class JoinRequested(CircleEvent, frozen=True):
    """A connection sent its Hello. `address`: see `client_address`. `account`: the name of the enabled account that the
    Hello has shown to be its own; "" for none, None if that could not be checked."""

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
    """The machine on which the server runs has a problem with `topic`; `text` describes it for the conductors.

    An empty `text`: the problem is solved.
    """

    topic: str
    text: str


class KeysRenewed(CircleEvent, frozen=True):
    """New `keys` were made and saved, as a conductor has asked; None, with the reason, if that has failed."""

    keys: InviteKeys | None
    problem: str = ""


class AccountDisabled(CircleEvent, frozen=True):
    """The account `name` may not be in the circle any more."""

    name: str


class CircleEnding(CircleEvent, frozen=True):
    """The circle ends; `text` is the reason, for its members."""

    text: str
