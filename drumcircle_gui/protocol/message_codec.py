"""Encodes messages as frames and decodes frame bodies, for messages declared in `messages` and the modules beside it.

It distinguishes malformed bodies from those of a newer version. Pure.
"""

from collections.abc import Callable
from types import UnionType
from typing import get_args

import msgspec

from . import directory, messages
from .fields import Message
from .framing import encode_frame

ToServer = messages.ToServer | directory.ToHub
FromServer = messages.FromServer | directory.FromHub

TO_SERVER: frozenset[type[Message]] = frozenset(get_args(ToServer))
FROM_SERVER: frozenset[type[Message]] = frozenset(get_args(FromServer))

# RecursionError: the body is nested too deeply for msgspec.
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_encoder = msgspec.msgpack.Encoder()


class MalformedMessage(ValueError):
    """A body is not a message of this protocol, or has a value out of range."""


def encode(message: Message) -> bytes:
    """The frame that carries `message`. Ranges are not checked; see `check`."""
    return encode_frame(_encoder.encode(message))


def check(message: Message) -> None:
    """MalformedMessage, with the field and its range, if a peer would not accept `message`."""
    decode = decode_to_server if type(message) in TO_SERVER else decode_from_server
    decode(_encoder.encode(message))


def _decoder(messages: UnionType) -> Callable[[bytes], Message | None]:
    """A function that decodes one of `messages`; None for a number that none of them has; MalformedMessage
    otherwise."""
    known = frozenset(kind.__struct_config__.tag for kind in get_args(messages))
    decode = msgspec.msgpack.Decoder(messages).decode

    def decode_or_ignore(body: bytes) -> Message | None:
        try:
            return decode(body)  # type: ignore[no-any-return]
        except _UNREADABLE as error:
            if message_number(body) not in known:
                return None
            raise MalformedMessage(str(error)) from None

    return decode_or_ignore


_SHORT_ARRAYS = range(0x91, 0xA0)
"""First bytes of non-empty arrays whose header is that byte alone."""

_SHORT_INTEGERS = 0x80
"""Bytes below this value are integers of one byte."""

_ARRAY_HEADER_SIZES = {**dict.fromkeys(_SHORT_ARRAYS, 1), 0xDC: 3, 0xDD: 5}
"""Bytes of a non-empty array's header, by its first byte."""

_INTEGER_SIZES = {0xCC: 2, 0xCD: 3, 0xCE: 5, 0xCF: 9, 0xD0: 2, 0xD1: 3, 0xD2: 5, 0xD3: 9}
"""Bytes of an integer longer than one byte, by its first byte."""

_decode_integer = msgspec.msgpack.Decoder(int).decode


def message_number(body: bytes) -> int:
    """The number of the message in `body`; the rest of it is not read. MalformedMessage if there is none."""
    try:
        if body[0] in _SHORT_ARRAYS and body[1] < _SHORT_INTEGERS:  # as in nearly all messages
            return body[1]
        begin = _ARRAY_HEADER_SIZES[body[0]]
        return _decode_integer(body[begin : begin + _INTEGER_SIZES.get(body[begin], 1)])
    except (LookupError, msgspec.DecodeError):
        raise MalformedMessage("not a MessagePack array that begins with a message number") from None


def short_prefixes(number: int) -> list[bytes]:
    """The first two bytes of all bodies with this message number, if their encoder uses the shortest form: the header
    of an array, and the number, in one byte each."""
    return [bytes((header, number)) for header in _SHORT_ARRAYS] if number < _SHORT_INTEGERS else []


decode_to_server = _decoder(ToServer)
decode_from_server = _decoder(FromServer)
