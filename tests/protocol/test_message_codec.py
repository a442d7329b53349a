"""Encoding and decoding messages; malformed bodies and newer ones."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drumcircle_gui.protocol import message_codec
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.framing import LENGTH
from drumcircle_gui.protocol.strokes import SentStroke, Strokes
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Beats
from tests.protocol.examples import EXAMPLES
from tests.protocol.strategies import FROM_SERVERS, KINDS, TO_SERVERS, of

DECODERS = [message_codec.decode_to_server, message_codec.decode_from_server]
WHOLE = st.integers(-(2**63), 2**64 - 1)
PLAIN = st.recursive(
    st.none() | st.booleans() | WHOLE | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | WHOLE, inner, max_size=3),
    max_leaves=8,
)


def decoder(message: Message) -> Callable[[bytes], Message | None]:
    return DECODERS[type(message) not in message_codec.TO_SERVER]


def body(message: Message) -> bytes:
    return message_codec.encode(message)[LENGTH.size :]


@given(TO_SERVERS | FROM_SERVERS)
def test_decoding_is_the_inverse_of_encoding(message: Message) -> None:
    assert decoder(message)(body(message)) == message


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=settings.default.max_examples // 4)  # of each kind; the law above has more
@given(data=st.data())
def test_an_example_of_every_message_is_decoded(kind: type[Message], data: st.DataObject) -> None:
    message = data.draw(of(kind))
    assert decoder(message)(body(message)) == message


@given(TO_SERVERS | FROM_SERVERS, st.lists(PLAIN, min_size=1, max_size=3))
def test_further_fields_of_a_newer_message_are_ignored(message: Message, further: list[object]) -> None:
    items = msgspec.msgpack.decode(body(message), type=list[msgspec.Raw])
    defaults = [msgspec.Raw(msgspec.msgpack.encode(each)) for each in further]
    assert decoder(message)(msgspec.msgpack.encode([*items, *defaults])) == message


def test_further_fields_of_a_newer_piece_or_map_are_ignored() -> None:
    strokes = message_codec.decode_to_server(msgspec.msgpack.encode([5, 0, [[1, 38, 100, "rimshot", {}]]]))
    assert strokes == Strokes(0, (SentStroke(Beats(1), 38, 100),))
    change = message_codec.decode_to_server(
        msgspec.msgpack.encode([9, 0, None, None, {"beats": 3, "cycles": 2, "swing": 0.5}])
    )
    assert change == m.ChangeTimeline(0, meter=Meter(3, 2))


KNOWN = {type(message).__struct_config__.tag for message in EXAMPLES.values()}


@given(st.sampled_from(DECODERS), WHOLE.filter(lambda n: n not in KNOWN), st.lists(PLAIN))
def test_an_unknown_number_decodes_to_none(decode: Callable[..., object], number: int, fields: list[object]) -> None:
    assert decode(msgspec.msgpack.encode([number, *fields])) is None


@pytest.mark.parametrize("message", EXAMPLES.values(), ids=lambda message: type(message).__name__)
def test_a_message_of_the_other_direction_decodes_to_none(message: Message) -> None:
    assert DECODERS[type(message) in message_codec.TO_SERVER](body(message)) is None


TOO_DEEP = 100_000
"""More levels than any Python version allows C code: 3.13 allows ten times as many as 3.11."""

MALFORMED = {
    "empty": b"",
    "no array": b"\x81\x01\x02",
    "an empty array": b"\x90",
    "a number that is none": b"\x91\xa15",
    "a float for a number": msgspec.msgpack.encode([15.0]),
    "true for a number": b"\x91\xc3",
    "cut off": b"\x93\x05\x00",
    "something behind it": b"\x91\x0f\x00",
    "a billion fields": b"\xdd\xff\xff\xff\xff\x05",
    "a billion hits": b"\x93\x05\x00\xdd\xff\xff\xff\xff",
    "a byte MessagePack never uses": b"\x92\x0f\xc1",
    "text that is not UTF-8": b"\x94\x01\x01\xa1\xff\xa1k",
    "a float for a count": msgspec.msgpack.encode([3, 1.0, 5]),
    "bytes for text": msgspec.msgpack.encode([1, 1, b"Fern", "key"]),
    "too few fields": b"\x92\x01\x01",
    "nested too deeply": b"\x92\x0f" + b"\x91" * TOO_DEEP + b"\x90",
}


@pytest.mark.parametrize("rest", [b"", b"\xc1", b"\x91" * TOO_DEEP])
def test_of_an_unknown_message_only_the_number_is_read(rest: bytes) -> None:
    assert message_codec.decode_to_server(b"\x92\x63" + rest) is None


@pytest.mark.parametrize("what", MALFORMED)
def test_malformed_bodies_are_refused(what: str) -> None:
    with pytest.raises(message_codec.MalformedMessage):
        message_codec.decode_to_server(MALFORMED[what])


@given(st.sampled_from(DECODERS), st.binary(max_size=200) | PLAIN.map(msgspec.msgpack.encode))
def test_any_bytes_are_a_message_or_unknown_or_malformed(decode: Callable[..., object], data: bytes) -> None:
    try:
        message = decode(data)
    except message_codec.MalformedMessage as error:
        assert str(error)
    else:
        assert message is None or isinstance(message, Message)


@given(TO_SERVERS, st.data())
def test_a_changed_byte_raises_nothing_else(message: Message, data: st.DataObject) -> None:
    whole = bytearray(body(message))
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        message_codec.decode_to_server(bytes(whole))
    except message_codec.MalformedMessage as error:
        assert len(str(error)) <= 200, "it must fit into a Closing"
