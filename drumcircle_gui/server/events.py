"""What happens to a room. The shell around it tells each with the circle time at which it happened."""

from typing import NewType

import msgspec

from drumcircle_gui.protocol.messages import Hello, Message

ConnectionId = NewType("ConnectionId", int)


class Event(msgspec.Struct, frozen=True):
    """Something happened."""


class Joining(Event, frozen=True):
    """A connection said hello."""

    connection: ConnectionId
    hello: Hello


class Received(Event, frozen=True):
    """A connection that has joined sent a message."""

    connection: ConnectionId
    message: Message


class Lost(Event, frozen=True):
    """A connection is gone."""

    connection: ConnectionId


class Tick(Event, frozen=True):
    """The room's `tick` has passed since the last one."""


class Trouble(Event, frozen=True):
    """Something is amiss where the server runs; `text` tells the conductors what."""

    text: str


class Ending(Event, frozen=True):
    """The circle ends; `text` tells everybody why."""

    text: str
