"""The encoding of grooves: the guide's notes in place of one low drum on each beat."""

from typing import Annotated

from msgspec import Meta

from .fields import Beat, Count, Message, Piece, Velocity, Word

MAX_GROOVE_BEATS = 64
MAX_DIVISION = 12
MAX_SWING = 75
MAX_GROOVE_NOTES = 512
MAX_GROOVE_SPANS = 8
MAX_STEP = MAX_GROOVE_BEATS * MAX_DIVISION
MAX_PICKUP_BEATS = 4
"""Beats before a start in which a groove can have notes: those of the count-in."""

LOW, BASS, CLICK = range(3)
"""Voices."""

MAX_SEMITONES = 12


class GrooveNote(Piece, frozen=True):
    """`voice`: LOW (a low drum), BASS or CLICK. `step`: when; negative ones are the pickup, before a start. `pitch`: of
    the bass, in semitones above or below A (55 Hz)."""

    step: Annotated[int, Meta(ge=-MAX_PICKUP_BEATS * MAX_DIVISION, le=MAX_STEP - 1)]
    voice: Annotated[int, Meta(ge=LOW, le=CLICK)]
    velocity: Velocity
    pitch: Annotated[int, Meta(ge=-MAX_SEMITONES, le=MAX_SEMITONES)] = 0


class Groove(Piece, frozen=True):
    """A pattern of `beats` beats with `division` steps each, repeated from the beginning of each cycle and cut at its
    end. `swing`: by how many hundredths of a step every second step comes later."""

    name: Word = ""
    beats: Annotated[int, Meta(ge=1, le=MAX_GROOVE_BEATS)] = 4
    division: Annotated[int, Meta(ge=1, le=MAX_DIVISION)] = 4
    swing: Annotated[int, Meta(ge=0, le=MAX_SWING)] = 0
    notes: Annotated[tuple[GrooveNote, ...], Meta(max_length=MAX_GROOVE_NOTES)] = ()


class GrooveSpan(Piece, frozen=True):
    """`groove` (None: the plain guide) from `beat` until the next span's. `epoch` numbers the server's decisions."""

    epoch: Count
    beat: Beat
    groove: Groove | None


class ChangeGroove(Message, frozen=True, tag=55):
    """A conductor's request for a groove, from the next cycle on; None: the plain guide. Declined if `epoch` is not
    that of the latest span."""

    epoch: Count
    groove: Groove | None


class GrooveUpdate(Message, frozen=True, tag=52):
    """The grooves from now on; replaces what was known."""

    spans: Annotated[tuple[GrooveSpan, ...], Meta(max_length=MAX_GROOVE_SPANS)]
