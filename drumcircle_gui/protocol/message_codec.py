"""Messages to bytes and back. Pure; one place decides what is malformed and what is merely newer than we are."""

from collections.abc import Callable
from types import UnionType
from typing import get_args

import msgspec

from .fields import Message
from .framing import encode_frame
from .messages import FromServer, ToServer

TO_SERVER: frozenset[type[Message]] = frozenset(get_args(ToServer))
FROM_SERVER: frozenset[type[Message]] = frozenset(get_args(FromServer))

# RecursionError: nested deeper than msgspec follows.
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_encoder = msgspec.msgpack.Encoder()


class MalformedMessage(ValueError):
    """The peer sent something that is not a message of this protocol, or has a value out of range."""


def encode(message: Message) -> bytes:
    """The message as one whole frame."""
    return encode_frame(_encoder.encode(message))


def _decoder(messages: UnionType) -> Callable[[bytes], Message | None]:
    """Decodes one of `messages`; None for a number that none of them has; MalformedMessage for anything else."""
    known = frozenset(kind.__struct_config__.tag for kind in get_args(messages))
    decode = msgspec.msgpack.Decoder(messages).decode

    def decode_or_ignore(body: bytes) -> Message | None:
        try:
            return decode(body)  # type: ignore[no-any-return]
        except _UNREADABLE as error:
            if _number(body) not in known:
                return None
            raise MalformedMessage(str(error)) from None

    return decode_or_ignore


def _number(body: bytes) -> int:
    """A body's message number; MalformedMessage if it has none."""
    try:
        number, *_ = msgspec.msgpack.decode(body, type=list[msgspec.Raw])
        return msgspec.msgpack.decode(number, type=int)
    except (*_UNREADABLE, ValueError):
        raise MalformedMessage("not a MessagePack array that begins with a message number") from None


decode_to_server = _decoder(ToServer)
decode_from_server = _decoder(FromServer)
