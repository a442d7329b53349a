"""How members say what their pads sound like: names of sounds only, no sound is sent."""

from typing import Annotated

from msgspec import Meta

from .fields import Message, Piece, Word

MAX_PAD_SOUNDS = 64


class PadSound(Piece, frozen=True):
    """The pad `pad` (a General MIDI percussion key) sounds like the sound of the name `sound`."""

    pad: Annotated[int, Meta(ge=0, le=127)]
    sound: Word


PadSounds = Annotated[tuple[PadSound, ...], Meta(max_length=MAX_PAD_SOUNDS)]


class PublishKit(Message, frozen=True, tag=19):
    """The member says what its pads sound like; pads that are not named sound as usual."""

    sounds: PadSounds
