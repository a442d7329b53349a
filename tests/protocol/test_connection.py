"""The states of a connection at both ends, and what happens when a peer breaks the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol import message_codec
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.connection import (
    FRAME_LIMIT,
    TRANSITIONS,
    Connection,
    ConnectionState,
    LocalProtocolError,
    ProtocolViolation,
    Side,
)
from drumcircle_gui.protocol.fields import MAX_COUNT, MAX_TEXT_LENGTH, Message
from drumcircle_gui.protocol.framing import encode_frame
from drumcircle_gui.protocol.strokes import MAX_BATCH_STROKES, MAX_SENT_STROKES, Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.timing.units import Beats
from tests.protocol.examples import EXAMPLES, HELLO, WELCOME, pair_in
from tests.protocol.pair import OTHER, Pair
from tests.protocol.strategies import MEMBERS_SEND
from tests.protocol.test_framing import cut

SENDER = {kind: Side.CLIENT if kind in message_codec.TO_SERVER else Side.SERVER for kind in EXAMPLES}
STATES = pytest.mark.parametrize("state", ConnectionState)


def illegal(state: ConnectionState) -> list[type[Message]]:
    return [kind for kind in EXAMPLES if kind not in TRANSITIONS[state]]


@STATES
def test_a_legal_message_arrives_and_changes_the_state_of_both_ends(state: ConnectionState) -> None:
    for kind, after in TRANSITIONS[state].items():
        pair = pair_in(state)
        assert pair.carry(SENDER[kind], EXAMPLES[kind]) == [EXAMPLES[kind]]
        assert pair.states() == (after, after), kind


@STATES
def test_sending_an_illegal_message_raises(state: ConnectionState) -> None:
    pair = pair_in(state)
    for kind in illegal(state):
        with pytest.raises(LocalProtocolError, match=f"may not send {kind.__name__} while {state.value}"):
            pair.carry(SENDER[kind], EXAMPLES[kind])
        assert pair.states() == (state, state), kind


@STATES
def test_neither_side_may_send_the_messages_of_the_other(state: ConnectionState) -> None:
    pair = pair_in(state)
    for kind, example in EXAMPLES.items():
        with pytest.raises(LocalProtocolError):
            pair.ends[OTHER[SENDER[kind]]].send(example)


@pytest.mark.parametrize("state", [state for state in ConnectionState if state is not ConnectionState.CLOSED])
def test_receiving_an_illegal_message_is_a_violation(state: ConnectionState) -> None:
    for kind in illegal(state):
        receiver = pair_in(state).ends[OTHER[SENDER[kind]]]
        [violation] = receiver.receive(message_codec.encode(EXAMPLES[kind]) * 2)
        assert violation == ProtocolViolation("out-of-turn", f"{kind.__name__} may not come while {state.value}")
        assert receiver.state is ConnectionState.CLOSED


def test_every_message_is_legal_in_some_state() -> None:
    assert {kind for legal in TRANSITIONS.values() for kind in legal} == set(EXAMPLES)


def test_a_whole_connection_from_hello_to_goodbye() -> None:
    pair = Pair()
    assert pair.carry(Side.CLIENT, HELLO) == [HELLO]
    assert pair.carry(Side.SERVER, WELCOME) == [WELCOME]
    for kind in (m.ClockRequest, m.ClockReply, Strokes, Batch, m.Say, m.ChatUpdate):
        assert pair.carry(SENDER[kind], EXAMPLES[kind]) == [EXAMPLES[kind]]
    assert pair.carry(Side.CLIENT, m.Goodbye()) == [m.Goodbye()]
    assert pair.states() == (ConnectionState.CLOSED, ConnectionState.CLOSED)


@given(st.lists(MEMBERS_SEND.filter(lambda message: not isinstance(message, m.Goodbye)), max_size=4), st.data())
def test_the_messages_are_the_same_wherever_the_stream_is_cut(messages: list[Message], data: st.DataObject) -> None:
    server = pair_in(ConnectionState.JOINED).server
    stream = b"".join(map(message_codec.encode, messages))
    pieces = cut(stream, data.draw(st.lists(st.integers(0, max(len(stream), 1)), max_size=9)))
    assert [each for piece in pieces for each in server.receive(piece)] == messages


@given(
    st.sampled_from(Side),
    st.sampled_from(ConnectionState),
    st.lists(st.binary(max_size=300), max_size=8),
    st.booleans(),
)
def test_random_bytes_end_in_a_violation_or_nothing(
    side: Side, state: ConnectionState, chunks: list[bytes], framed: bool
) -> None:
    end = pair_in(state).ends[side]
    heard = [each for chunk in chunks for each in end.receive(encode_frame(chunk) if framed else chunk)]
    violations = [each for each in heard if isinstance(each, ProtocolViolation)]
    assert len(violations) <= 1
    assert not violations or (heard[-1] is violations[0] and end.state is ConnectionState.CLOSED)
    assert end.frames.pending < FRAME_LIMIT.get((side, end.state), 1) + 4


@pytest.mark.parametrize(("side", "state"), FRAME_LIMIT)
def test_a_frame_beyond_the_limit_of_its_state_is_refused(side: Side, state: ConnectionState) -> None:
    limit = FRAME_LIMIT[side, state]
    within, beyond = (pair_in(state).ends[side] for _ in range(2))
    assert list(within.receive(limit.to_bytes(4, "big"))) == []
    [violation] = beyond.receive((limit + 1).to_bytes(4, "big"))
    assert violation == ProtocolViolation("too-long", f"a frame of {limit + 1} bytes is longer than {limit}")


DRUM = "\N{LONG DRUM}"  # four bytes in UTF-8, as many as a character may have
LARGEST = [
    m.Hello(MAX_COUNT, DRUM * 32, DRUM * 64, DRUM * 32, DRUM * 64, MAX_COUNT),
    m.Say(2**31, DRUM * MAX_TEXT_LENGTH),
    m.GiveCue(m.Cue(DRUM * 32, DRUM * 200, 2**31)),
    m.Moderate(2**31, True, True, DRUM * 200),
    Strokes(MAX_COUNT - MAX_SENT_STROKES, (SentStroke(Beats(MAX_COUNT), 127, 127),) * MAX_SENT_STROKES),
    Batch(MAX_COUNT, Beats(MAX_COUNT), (Stroke(2**31, -MAX_COUNT, 127, 127),) * MAX_BATCH_STROKES),
]


@pytest.mark.parametrize("message", LARGEST, ids=lambda message: type(message).__name__)
def test_the_largest_messages_are_within_their_limits(message: Message) -> None:
    state = ConnectionState.OPENING if isinstance(message, m.Hello) else ConnectionState.JOINED
    assert pair_in(state).carry(SENDER[type(message)], message) == [message]


@pytest.mark.parametrize("code", ["malformed", "too-long", "out-of-turn"])
def test_a_violation_fits_into_a_closing(code: str) -> None:
    wrong = {
        "malformed": encode_frame(b"\xff"),
        "too-long": b"\xff" * 4,
        "out-of-turn": message_codec.encode(m.Goodbye()),
    }[code]
    [violation] = Connection(Side.SERVER).receive(wrong)
    assert isinstance(violation, ProtocolViolation) and violation.code == code
    closing = m.Closing(violation.code, violation.text)
    assert message_codec.decode_from_server(message_codec.encode(closing)[4:]) == closing


def test_a_message_with_an_unknown_number_is_skipped() -> None:
    server = pair_in(ConnectionState.JOINED).server
    say = EXAMPLES[m.Say]
    newer = encode_frame(b"\x92\xcc\xc9\xa3new")
    assert list(server.receive(newer + message_codec.encode(say) + newer)) == [say]
    assert server.state is ConnectionState.JOINED


@pytest.mark.parametrize("state", [ConnectionState.OPENING, ConnectionState.GREETED])
def test_a_server_accepts_no_unknown_number_before_joining(state: ConnectionState) -> None:
    server = pair_in(state).server
    [violation] = server.receive(encode_frame(b"\x92\xcc\xc9\xa3new") * 2)
    assert isinstance(violation, ProtocolViolation) and violation.code == "out-of-turn"
    assert server.state is ConnectionState.CLOSED


def test_nothing_is_received_after_a_close_between_messages() -> None:
    server = pair_in(ConnectionState.JOINED).server
    heard = []
    for message in server.receive(message_codec.encode(EXAMPLES[m.Say]) * 3):
        heard.append(message)
        server.close()
    assert heard == [EXAMPLES[m.Say]]


def test_a_closed_connection_keeps_no_bytes() -> None:
    server = Connection(Side.SERVER)
    server.close()
    for _ in range(3):
        assert list(server.receive(b"x" * 10_000)) == []
    assert server.frames.pending == 0
