"""Messages about the sounds of members' pads: they contain names of sounds, no sounds."""

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
    """The member publishes the sounds of its pads; pads that are not named have their usual sounds."""

    sounds: PadSounds
