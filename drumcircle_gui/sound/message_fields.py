"""The base of the messages to and from the sound process, and the ranges of their fields."""

from typing import Annotated

import msgspec
from msgspec import Meta

SoundKey = Annotated[int, Meta(ge=0, le=152)]
"""A General MIDI percussion key; from 128 on, the notes of the guide's bass (see `synth/kit`)."""

MidiNumber = Annotated[int, Meta(ge=0, le=127)]
Velocity = Annotated[int, Meta(ge=1, le=127)]
Gain = Annotated[float, Meta(ge=0.0, le=8.0)]
"""A linear gain."""

Pan = Annotated[float, Meta(ge=-1.0, le=1.0)]
"""A position from -1 (left) to 1 (right)."""


class PipeMessage(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """A command or an event; encoded as an array: the type's name, then the fields."""
