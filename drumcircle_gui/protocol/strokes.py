"""The encoding of strokes between players and server: `Strokes` to the server, `Batch` to all members.

A player sends beats, not times, so that a change of tempo moves a stroke along with its beat. In a batch, beats are
encoded as offsets from a common base, which takes fewer bytes.
"""

from typing import Annotated

from msgspec import Meta

from .fields import MAX_COUNT, Beat, Count, Message, Midi, Offset, Piece, PlayerId, Velocity

MAX_SENT_STROKES = 1024
"""Strokes in one `Strokes` message."""

MAX_BATCH_STROKES = 65_536
"""Strokes in one `Batch`; further ones fill another batch."""


class SentStroke(Piece, frozen=True, gc=False):
    """One stroke as its player sends it: the beat it was struck on, General MIDI percussion key, MIDI velocity."""

    beat: Beat
    pad: Midi
    velocity: Velocity


class Stroke(Piece, frozen=True, gc=False):
    """One stroke as everybody receives it; `offset` is its beat less the batch's `base`, and may be negative."""

    player: PlayerId
    offset: Offset
    pad: Midi
    velocity: Velocity


class Strokes(Message, frozen=True, tag=5):
    """To the server: strokes in the order they were struck. `first` is the number of the first one, counting this
    player's strokes from 0 since they joined, so that strokes sent again are recognised. Its limit makes the number of
    the next stroke, which a Welcome must hold, a Count in any case."""

    first: Annotated[int, Meta(ge=0, le=MAX_COUNT - MAX_SENT_STROKES)]
    strokes: Annotated[tuple[SentStroke, ...], Meta(max_length=MAX_SENT_STROKES)]


class Batch(Message, frozen=True, tag=6):
    """From the server: all strokes that it received in one tick. Every client gets the same bytes."""

    number: Count
    base: Beat
    strokes: Annotated[tuple[Stroke, ...], Meta(max_length=MAX_BATCH_STROKES)]
