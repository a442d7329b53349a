"""Effects: actions that a room requests of its shell, which carries out each list in order. Pure."""

import msgspec

from drumcircle_gui.protocol.fields import Message, PlayerId
from drumcircle_gui.protocol.messages import Closing
from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.server.entry.entry_record import EntryRecord

from .events import ConnectionId


class Effect(msgspec.Struct, frozen=True):
    """Base of all effects."""


class Send(Effect, frozen=True):
    """Send to one connection, at once. After a Welcome, broadcasts go to that connection too."""

    to: ConnectionId
    message: Message


class Broadcast(Effect, frozen=True):
    """Send to all welcomed connections. It may wait for the next tick; the order of broadcasts is kept."""

    message: Message


class RelayBatch(Effect, frozen=True):
    """Broadcast `batch`, which `frame` holds encoded as a whole frame.

    `heard`: for each player in the batch, how many strokes the server has received so far.
    """

    frame: bytes
    batch: Batch
    heard: dict[PlayerId, int]


class ReplayBatches(Effect, frozen=True):
    """Send earlier batches, as whole frames of `size` bytes together, to one connection."""

    to: ConnectionId
    frames: tuple[bytes, ...]
    size: int


class DropConnection(Effect, frozen=True):
    """Close a connection that has not joined, at once and without a reason."""

    connection: ConnectionId


class EndRequested(Effect, frozen=True):
    """A conductor ends the circle, which a hub hosts."""


class KeysRequested(Effect, frozen=True):
    """A conductor requests new keys. The shell makes and saves them, then reports with a KeysRenewed."""


class CloseConnection(Effect, frozen=True):
    """Send the reason, then close the connection. The room has already forgotten it."""

    connection: ConnectionId
    closing: Closing


class SaveEntry(Effect, frozen=True):
    """Save `record`, the part of the entry that survives a restart, which has changed. Its end times are
    circle times."""

    record: EntryRecord
