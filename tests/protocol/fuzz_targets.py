"""Fuzz targets of the protocol: frames, message bodies, whole connections, invites and names."""

import io
import json
import re
from pathlib import Path

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
from drumcircle_gui.protocol.invite import Invite, InviteError
from drumcircle_gui.protocol.lookalikes import skeleton
from drumcircle_gui.protocol.messages import ChatEntry, ChatUpdate, Hello
from drumcircle_gui.protocol.sanitize import clean_name, clean_text, unique_name
from drumcircle_gui.timing.units import Micros
from tests.tools.fuzz.inputs import damaged, damaged_text
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
    assert end.frames.pending <= FRAME_LIMIT.get((side, end.state), 0) + 4


CASES = json.loads((Path(__file__).parent / "invites.json").read_text(encoding="utf-8"))


@fuzz_target(damaged_text([*CASES["cases"].values(), *CASES["must be refused"].values()]))
def invites(text: str) -> None:
    """A text contains one invite, which can be written and read again, or is refused with a text."""
    try:
        invite = Invite.parse(text)
    except InviteError as error:
        assert str(error)
    else:
        assert not CONTROL.search(invite.host + invite.circle + invite.key)
        assert Invite.parse(str(invite)) == invite


CONTROL = re.compile(r"[\x00-\x1f\x7f]")
NAMES = [
    name
    for kind in ("blank", "the same as Oak", "markup", "kept")
    for name in json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))[kind]
]


@fuzz_target(damaged_text([*NAMES, "Oak", "Fern"]))
def names(text: str) -> None:
    """Whatever somebody types becomes a name and a chat line that can be sent and shown."""
    name, line = clean_name(text), clean_text(text)
    assert (clean_name(name), clean_text(line)) == (name, line)
    assert skeleton(name) and not CONTROL.search(name)
    message_codec.check(Hello(1, name, "key"))
    message_codec.check(ChatUpdate(ChatEntry(0, 1, unique_name(name, {skeleton(name)}), 0, line, Micros(0))))
