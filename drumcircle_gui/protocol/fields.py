"""The types of message fields, with the ranges that are checked when a message is decoded, and the limits they name.

A value outside its range makes the whole message malformed. `README.md` lists the same types for other programs.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import FASTEST_TEMPO, SLOWEST_TEMPO, Beats, Micros, Tempo

EVERYONE = 0
"""Recipient of a chat line to all members."""

CONDUCTORS = -1
"""Recipient of a chat line to the conductors."""

MAX_NAME_LENGTH = 32
"""Characters (code points) of a name or a single word."""

MAX_PART_LENGTH = 24
"""Characters (code points) of the name of a part."""

MAX_LEVEL = 200
"""Per cent."""

MAX_TEXT_LENGTH = 2000
"""Characters (code points) of a chat line."""

MAX_SHORT_LENGTH = 200
"""Characters (code points) of an explanation, such as a cue's line or a reason."""

MAX_KEY_LENGTH = 64
"""Characters (code points) of an invite's key or a member's token."""

MAX_HOST_LENGTH = 255
"""Characters of a host's name or address."""

MAX_SEGMENTS = 1024
"""Segments of a timeline in one message."""

MAX_COUNT = 2**53
"""The largest integer up to which a double holds every integer, for clients in languages without integers."""

Name = Annotated[str, Meta(min_length=1, max_length=MAX_NAME_LENGTH)]
Word = Annotated[str, Meta(max_length=MAX_NAME_LENGTH)]
Level = Annotated[int, Meta(ge=0, le=MAX_LEVEL)]
Part = Annotated[str, Meta(max_length=MAX_PART_LENGTH)]
Text = Annotated[str, Meta(max_length=MAX_TEXT_LENGTH)]
Short = Annotated[str, Meta(max_length=MAX_SHORT_LENGTH)]
Key = Annotated[str, Meta(max_length=MAX_KEY_LENGTH)]
Host = Annotated[str, Meta(max_length=MAX_HOST_LENGTH)]
Port = Annotated[int, Meta(ge=0, le=65_535)]
Count = Annotated[int, Meta(ge=0, le=MAX_COUNT)]
PlayerId = Annotated[int, Meta(ge=1, le=2**31)]
Recipient = Annotated[int, Meta(ge=CONDUCTORS, le=2**31)]
Midi = Annotated[int, Meta(ge=0, le=127)]
Velocity = Annotated[int, Meta(ge=1, le=127)]
Time = Annotated[Micros, Meta(ge=0, le=MAX_COUNT)]
Span = Annotated[Micros, Meta(ge=-(2**40), le=2**40)]
Beat = Annotated[Beats, Meta(ge=0, le=MAX_COUNT)]
Offset = Annotated[int, Meta(ge=-MAX_COUNT, le=MAX_COUNT)]
BeatTime = Annotated[Tempo, Meta(ge=FASTEST_TEMPO, le=SLOWEST_TEMPO)]
Segments = Annotated[tuple[Segment, ...], Meta(min_length=1, max_length=MAX_SEGMENTS)]
Role = Literal["player", "conductor"]


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """A part of a message, encoded as an array of its fields."""


class Message(msgspec.Struct, frozen=True, array_like=True, tag_field="n"):
    """The body of one frame, encoded as an array: the message's number (its tag), then its fields."""
