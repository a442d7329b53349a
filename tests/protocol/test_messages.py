"""The numbers of messages and the ranges of their fields."""

from typing import TypeVar

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol import message_codec
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE, MAX_COUNT, MAX_NAME_LENGTH, MAX_TEXT_LENGTH, Message
from drumcircle_gui.protocol.strokes import MAX_BATCH_STROKES, MAX_SENT_STROKES, Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.timing.units import FASTEST_TEMPO, SLOWEST_TEMPO, Beats, Micros
from tests.protocol.examples import EXAMPLES, LINE, SEGMENT, WELCOME
from tests.protocol.strategies import KINDS


def arrived(message: Message) -> Message | None:
    """`message` as a peer decodes it."""
    decode = (
        message_codec.decode_to_server if type(message) in message_codec.TO_SERVER else message_codec.decode_from_server
    )
    return decode(message_codec.encode(message)[4:])


def test_message_numbers_are_unique() -> None:
    numbers = [kind.__struct_config__.tag for kind in KINDS]
    assert len(set(numbers)) == len(numbers)
    assert sorted(EXAMPLES, key=KINDS.index) == KINDS


def test_odd_numbers_go_to_the_server() -> None:
    assert all((kind.__struct_config__.tag % 2 == 1) == (kind in message_codec.TO_SERVER) for kind in KINDS)


def test_the_recipients_everyone_and_conductors_are_not_member_ids() -> None:
    for recipient in (EVERYONE, CONDUCTORS):
        with pytest.raises(message_codec.MalformedMessage):
            arrived(m.MemberLeft(recipient))


Made = TypeVar("Made", bound=msgspec.Struct)


def changed(message: Made, **fields: object) -> Made:
    return msgspec.structs.replace(message, **fields)


HIT = SentStroke(Beats(0), 38, 100)
STROKE = Stroke(1, 0, 38, 100)
OUT_OF_RANGE = [
    changed(EXAMPLES[m.Hello], name=""),
    changed(EXAMPLES[m.Hello], name="x" * (MAX_NAME_LENGTH + 1)),
    changed(EXAMPLES[m.Hello], key="x" * 65),
    changed(EXAMPLES[m.Hello], version=-1),
    changed(EXAMPLES[m.Hello], last_batch=-2),
    changed(EXAMPLES[m.ClockRequest], sent=MAX_COUNT + 1),
    changed(EXAMPLES[m.ClockRequest], round_trip=2**40 + 1),
    changed(EXAMPLES[Strokes], strokes=(HIT,) * (MAX_SENT_STROKES + 1)),
    changed(EXAMPLES[Strokes], strokes=(changed(HIT, beat=-1),)),
    changed(EXAMPLES[Strokes], strokes=(changed(HIT, beat=MAX_COUNT + 1),)),
    changed(EXAMPLES[Strokes], strokes=(changed(HIT, pad=128),)),
    changed(EXAMPLES[Strokes], strokes=(changed(HIT, velocity=0),)),
    changed(EXAMPLES[Strokes], strokes=(changed(HIT, velocity=128),)),
    changed(EXAMPLES[m.Say], text=""),
    changed(EXAMPLES[m.Say], text="x" * (MAX_TEXT_LENGTH + 1)),
    changed(EXAMPLES[m.Say], to=-2),
    changed(EXAMPLES[m.ChangeTimeline], tempo=FASTEST_TEMPO - 1),
    changed(EXAMPLES[m.ChangeTimeline], tempo=SLOWEST_TEMPO + 1),
    changed(EXAMPLES[m.GiveCue], cue=m.Cue("x" * 33)),
    changed(EXAMPLES[m.GiveCue], cue=m.Cue("", "x" * 201)),
    changed(EXAMPLES[m.Moderate], member=0),
    changed(EXAMPLES[Batch], strokes=(STROKE,) * (MAX_BATCH_STROKES + 1)),
    changed(EXAMPLES[Batch], strokes=(changed(STROKE, player=0),)),
    changed(EXAMPLES[m.ChatUpdate], line=changed(LINE, to=-2)),
    changed(EXAMPLES[m.TickUpdate], tick=-1),
    changed(WELCOME, role="stranger"),
]


@pytest.mark.parametrize("message", OUT_OF_RANGE, ids=lambda message: type(message).__name__)
def test_a_value_out_of_range_is_refused(message: Message) -> None:
    with pytest.raises(message_codec.MalformedMessage):
        arrived(message)


def test_ranges_include_their_ends() -> None:
    for fields in ({"beat": 0, "pad": 0, "velocity": 1}, {"beat": MAX_COUNT, "pad": 127, "velocity": 127}):
        hits = tuple(changed(HIT, **fields) for _ in range(MAX_SENT_STROKES))
        strokes = changed(EXAMPLES[Strokes], strokes=hits)
        assert arrived(strokes) == strokes


NO_TIMELINES = [
    {"epoch": 1},
    {"epoch": 2, "at": 9_999_999},
    {"epoch": 2, "at": 10_000_100},
    {"epoch": 2, "at": MAX_COUNT + 500_000, "beat": 2 * (MAX_COUNT - 9_500_000)},
]


@pytest.mark.parametrize("kind", [m.TimelineUpdate, m.Welcome])
@pytest.mark.parametrize("change", NO_TIMELINES, ids=str)
def test_segments_that_make_no_timeline_are_refused(kind: type[Message], change: dict[str, int]) -> None:
    """The bodies are encoded from maps, since constructing such a message raises."""
    segments = [msgspec.to_builtins(SEGMENT), {**msgspec.to_builtins(SEGMENT), **change}]
    body = msgspec.msgpack.decode(message_codec.encode(EXAMPLES[kind])[4:])
    body[body.index([segments[0]])] = segments
    with pytest.raises(message_codec.MalformedMessage):
        message_codec.decode_from_server(msgspec.msgpack.encode(body))


def test_a_timeline_without_segments_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="at least one segment"):
        m.TimelineUpdate(())


@given(st.integers(max_value=0) | st.integers(min_value=65))
def test_an_impossible_meter_is_refused(beats: int) -> None:
    body = [9, 0, None, None, {"beats": max(min(beats, 2**63), -(2**63)), "cycles": 1}]
    with pytest.raises(message_codec.MalformedMessage):
        message_codec.decode_to_server(msgspec.msgpack.encode(body))


def test_fields_left_out_at_the_end_have_their_defaults() -> None:
    short = msgspec.msgpack.encode([1, m.PROTOCOL_VERSION, "Fern", "birch-owl"])
    assert message_codec.decode_to_server(short) == m.Hello(m.PROTOCOL_VERSION, "Fern", "birch-owl")
    assert message_codec.decode_to_server(msgspec.msgpack.encode([3, 1, 5])) == m.ClockRequest(
        1, 5, Micros(-1), Micros(-1), 0
    )
