"""Fuzz targets of the protocol: frames, message bodies and whole connections."""

import io

from hypothesis import strategies as st

from drumcircle_gui.protocol import message_codec
from drumcircle_gui.protocol.connection import FRAME_LIMIT, ConnectionState, ProtocolViolation, Side
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.framing import (
    BODY_CHECKED,
    CHECKED,
    PLAIN,
    FrameError,
    FrameFormat,
    FrameReader,
    read_frame,
)
from tests.tools.fuzz.inputs import damaged
from tests.tools.fuzz.registry import fuzz_target

from .examples import EXAMPLES, pair_in

LIMIT = 4096
BODIES = [message_codec.encode(message)[4:] for message in EXAMPLES.values()]
FORMATS = {"plain": PLAIN, "checked": CHECKED, "body checked": BODY_CHECKED}


def _frames(name: str) -> st.SearchStrategy[tuple[str, bytes]]:
    return st.tuples(st.just(name), damaged([FORMATS[name].encode(body) for body in BODIES]))


@fuzz_target(
    st.one_of([_frames(name) for name in FORMATS]),
    corpus=[("plain", b"\xff\xff\xff\xff"), ("checked", b"\0\0\0\0"), ("body checked", b"\0" * 8)],
)
def frames(given: tuple[str, bytes]) -> None:
    """Connections and files read the same bodies, and every fault is a FrameError."""
    name, stream = given
    assert _fed(stream, FORMATS[name]) == _read(stream, FORMATS[name])


def _fed(stream: bytes, format: FrameFormat) -> list[bytes]:
    reader, bodies = FrameReader(LIMIT, format), []
    reader.feed(stream)
    try:
        bodies += reader
    except FrameError:
        return bodies
    assert reader.pending == len(stream) - sum(format.header_size + len(body) for body in bodies)
    return bodies


def _read(stream: bytes, format: FrameFormat) -> list[bytes]:
    file, bodies = io.BytesIO(stream), list[bytes]()
    try:
        while (body := read_frame(file, LIMIT, format)) is not None:
            bodies.append(body)
    except FrameError:
        return bodies
    return bodies


@fuzz_target(
    damaged(BODIES),
    corpus=[b"", b"\xc1", b"\x91" * 2000, b"\x93\x05\x00\xdd\xff\xff\xff\xff", b"\x91\xcf" + b"\xff" * 8],
)
def messages(body: bytes) -> None:
    """A body is a message that can be sent on, unknown, or malformed."""
    for decode in (message_codec.decode_to_server, message_codec.decode_from_server):
        try:
            message = decode(body)
        except message_codec.MalformedMessage as error:
            assert str(error)
        else:
            assert message is None or decode(message_codec.encode(message)[4:]) == message


@fuzz_target(
    st.tuples(
        st.sampled_from(Side),
        st.sampled_from(ConnectionState),
        st.lists(damaged([PLAIN.encode(body) for body in BODIES]), max_size=6),
    )
)
def connections(given: tuple[Side, ConnectionState, list[bytes]]) -> None:
    """Whatever arrives, a connection yields messages and at most one violation, and holds no more than one frame."""
    side, state, chunks = given
    end = pair_in(state).ends[side]
    items = [item for chunk in chunks for item in end.receive(chunk)]
    assert all(isinstance(item, Message) for item in items[:-1])
    if items and isinstance(items[-1], ProtocolViolation):
        assert end.state is ConnectionState.CLOSED
    assert end.pending <= FRAME_LIMIT.get((side, end.state), 0) + 4
