"""The encoding of strokes: how many fit into a message, and their numbering."""

import pytest

from drumcircle_gui.protocol.fields import MAX_COUNT
from drumcircle_gui.protocol.message_codec import MalformedMessage, decode_from_server, decode_to_server, encode
from drumcircle_gui.protocol.strokes import MAX_BATCH_STROKES, MAX_SENT_STROKES, Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.timing.units import Beats

SENT = SentStroke(Beats(7), 38, 100)
RECEIVED = Stroke(3, -5, 38, 100)


def body(message: Strokes | Batch) -> bytes:
    """The frame of a message without its length."""
    return encode(message)[4:]


@pytest.mark.parametrize("count", [0, 1, MAX_SENT_STROKES])
def test_sent_strokes_are_decoded_as_they_were_encoded(count: int) -> None:
    strokes = Strokes(5, (SENT,) * count)
    assert decode_to_server(body(strokes)) == strokes


@pytest.mark.parametrize("count", [0, 1, MAX_BATCH_STROKES])
def test_a_batch_is_decoded_as_it_was_encoded(count: int) -> None:
    batch = Batch(5, Beats(100), (RECEIVED,) * count)
    assert decode_from_server(body(batch)) == batch


def test_too_many_strokes_are_malformed() -> None:
    with pytest.raises(MalformedMessage):
        decode_to_server(body(Strokes(0, (SENT,) * (MAX_SENT_STROKES + 1))))
    with pytest.raises(MalformedMessage):
        decode_from_server(body(Batch(0, Beats(0), (RECEIVED,) * (MAX_BATCH_STROKES + 1))))


def test_the_number_of_the_next_stroke_is_a_count() -> None:
    largest = MAX_COUNT - MAX_SENT_STROKES
    assert decode_to_server(body(Strokes(largest, (SENT,) * MAX_SENT_STROKES))) is not None
    with pytest.raises(MalformedMessage, match=f"<= {largest}"):
        decode_to_server(body(Strokes(largest + 1, (SENT,))))
