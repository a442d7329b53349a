"""What a room wants done. The shell around it carries out each list in order."""

import msgspec

from drumcircle_gui.protocol.fields import Message, PlayerId
from drumcircle_gui.protocol.messages import Closing
from drumcircle_gui.protocol.strokes import Batch

from .events import ConnectionId


class Effect(msgspec.Struct, frozen=True):
    """Something to do."""


class Send(Effect, frozen=True):
    """To one connection, at once. A Welcome makes the connection one of those that broadcasts go to."""

    to: ConnectionId
    message: Message


class Broadcast(Effect, frozen=True):
    """To all who have been welcomed by now; it may wait for the next tick, but not change places with another."""

    message: Message


class Relay(Effect, frozen=True):
    """A batch, and the same as a whole frame, to all who have been welcomed by now.

    `heard`: how many strokes of each of its players were heard until now.
    """

    frame: bytes
    batch: Batch
    heard: dict[PlayerId, int]


class Replay(Effect, frozen=True):
    """Earlier batches, as whole frames, to one connection."""

    to: ConnectionId
    frames: tuple[bytes, ...]


class Close(Effect, frozen=True):
    """Say why, and end the connection. The room has forgotten it already."""

    connection: ConnectionId
    closing: Closing
