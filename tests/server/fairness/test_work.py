"""The estimated costs of messages."""

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drumcircle_gui.protocol.framing import LENGTH
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import ClockRequest, Say
from drumcircle_gui.protocol.strokes import SentStroke, Strokes
from drumcircle_gui.server.fairness.work import (
    FRAME_WORK,
    MESSAGE_WORK,
    STROKES_BYTES_PER_MICRO,
    join_work,
    message_work,
)
from drumcircle_gui.server.fairness.work_account import CONNECTION_WORK_AT_ONCE, CONNECTION_WORK_PER_S
from drumcircle_gui.timing.units import Beats


def work_of(message: object) -> int:
    return message_work(encode(message)[LENGTH.size :])  # type: ignore[arg-type]


@given(st.binary(max_size=5_000))
@example(b"\x91)")  # the dearest message
def test_any_bytes_cost_something(body: bytes) -> None:
    assert FRAME_WORK <= message_work(body) <= FRAME_WORK + max(MESSAGE_WORK.values()) + len(body) // 4


@pytest.mark.parametrize("short, long", [(Say(0, "a"), Say(0, "a" * 2000)), (b"\x91\x63", b"\x91\x63" + bytes(9_000))])
def test_longer_messages_cost_more(short: object, long: object) -> None:
    cost = message_work if isinstance(short, bytes) else work_of
    assert cost(short) < cost(long)  # type: ignore[arg-type]


NUMBERS = st.sampled_from([kind.__struct_config__.tag for kind in MESSAGE_WORK]) | st.integers(0, 255)


@given(NUMBERS, st.binary(max_size=300))
def test_the_price_does_not_depend_on_how_the_number_is_encoded(number: int, rest: bytes) -> None:
    """No client saves work by a longer header of the array or a longer integer than its number needs."""
    short = b"\x92" + msgspec.msgpack.encode(number) + rest
    long = b"\xdd" + (2).to_bytes(4) + b"\xcf" + number.to_bytes(8) + rest
    dearer = message_work(long) - message_work(short)
    assert 0 <= dearer <= -(-(len(long) - len(short)) // STROKES_BYTES_PER_MICRO)


def test_an_unknown_message_costs_less_than_a_request() -> None:
    assert message_work(msgspec.msgpack.encode([99])) < work_of(ClockRequest(1, 1))


def test_a_drummer_at_the_shortest_tick_stays_within_the_allowance() -> None:
    strokes = work_of(Strokes(10**6, (SentStroke(Beats(10**9), 38, 100),) * 5))
    assert 40 * strokes + 10 * work_of(ClockRequest(10**6, 10**12)) + work_of(Say(0, "a" * 500)) < CONNECTION_WORK_PER_S


def test_strokes_held_back_by_an_outage_are_sent_at_once() -> None:
    strokes = work_of(Strokes(10**6, (SentStroke(Beats(10**9), 38, 100),) * 1000))
    assert 2 * strokes < CONNECTION_WORK_AT_ONCE


def test_joining_a_large_circle_costs_more() -> None:
    assert join_work(1000) > join_work(2)
