"""Commands and events on the pipe: one frame (see `protocol/framing`) with a MessagePack array of messages."""

from collections.abc import Callable, Sequence
from typing import BinaryIO, Generic, TypeVar

import msgspec

from drumcircle_gui.protocol.framing import encode_frame, read_frame
from drumcircle_gui.sound.messages import EngineCommand, EngineEvent

MAX_FRAME_BYTES = 16 * 1024 * 1024
"""A restarted process gets all pending strokes in one frame: up to 2**18, of at most 40 bytes."""

Item = TypeVar("Item")


class PipeCodec(Generic[Item]):
    """One direction of the pipe."""

    def __init__(self, decode: Callable[[bytes], list[Item]]) -> None:
        self._decode = decode

    @staticmethod
    def pack(items: Sequence[Item]) -> bytes:
        """The frame with `items`."""
        return encode_frame(msgspec.msgpack.encode(items))

    def read(self, stream: BinaryIO) -> list[Item]:
        """The next frame's items. EOFError at the end of the stream; FrameError if it does not hold whole frames.

        msgspec.DecodeError for items that are unknown or out of range: the next frame can still be read.
        """
        body = read_frame(stream, MAX_FRAME_BYTES)
        if body is None:
            raise EOFError
        return self._decode(body)


COMMANDS: PipeCodec[EngineCommand] = PipeCodec(msgspec.msgpack.Decoder(list[EngineCommand]).decode)
EVENTS: PipeCodec[EngineEvent] = PipeCodec(msgspec.msgpack.Decoder(list[EngineEvent]).decode)
