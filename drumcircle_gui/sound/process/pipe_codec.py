"""How commands and events cross the pipe: frames of a length (4 bytes, little-endian) and a MessagePack array."""

import struct
from collections.abc import Callable, Sequence
from typing import BinaryIO, Generic, TypeVar

import msgspec

from drumcircle_gui.sound.messages import EngineCommand, EngineEvent

LONGEST = 16 * 1024 * 1024
_LENGTH = struct.Struct("<I")

Item = TypeVar("Item")


class PipeCodec(Generic[Item]):
    """One direction of the pipe."""

    def __init__(self, decode: Callable[[bytes], list[Item]]) -> None:
        self._decode = decode

    @staticmethod
    def pack(items: Sequence[Item]) -> bytes:
        """The frame that carries `items`."""
        body = msgspec.msgpack.encode(items)
        return _LENGTH.pack(len(body)) + body

    def read(self, stream: BinaryIO) -> list[Item]:
        """The next frame's items. EOFError when the other side is gone or writes what is no frame; ValueError for items
        unknown or out of range, after which the next frame can be read."""
        (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
        if length > LONGEST:
            raise EOFError(f"a frame of {length} bytes in the sound process's pipe is not ours")
        return self._decode(_exactly(stream, length))


def _exactly(stream: BinaryIO, count: int) -> bytes:
    got = stream.read(count)
    if len(got) < count:
        raise EOFError("the other side of the pipe is gone")
    return got


COMMANDS: PipeCodec[EngineCommand] = PipeCodec(msgspec.msgpack.Decoder(list[EngineCommand]).decode)
EVENTS: PipeCodec[EngineEvent] = PipeCodec(msgspec.msgpack.Decoder(list[EngineEvent]).decode)
