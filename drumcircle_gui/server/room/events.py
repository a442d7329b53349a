"""What happens to a room. The shell around it tells each with the circle time at which it happened."""

from typing import NewType

import msgspec

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import Hello

ConnectionId = NewType("ConnectionId", int)


class CircleEvent(msgspec.Struct, frozen=True):
    """Something happened."""


class Joining(CircleEvent, frozen=True):
    """A connection said hello."""

    connection: ConnectionId
    hello: Hello


class Received(CircleEvent, frozen=True):
    """A connection that has joined sent a message."""

    connection: ConnectionId
    message: Message


class ConnectionClosed(CircleEvent, frozen=True):
    """A connection is gone."""

    connection: ConnectionId


class Tick(CircleEvent, frozen=True):
    """The room's `tick` has passed since the last one."""


class Trouble(CircleEvent, frozen=True):
    """Something is amiss where the server runs; `text` tells the conductors what."""

    text: str


class Ending(CircleEvent, frozen=True):
    """The circle ends; `text` tells everybody why."""

    text: str
