"""Strokes are heard once, gathered, and kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.strokes import Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.server.room import stroke_history as module
from drumcircle_gui.server.room.stroke_history import (
    MOST_AT_ONCE,
    MOST_PER_SECOND,
    BatchHistory,
    Gathering,
    StrokeSequence,
)
from drumcircle_gui.timing.units import SECOND, Beats, Micros
from tests.server.circle import decoded


def hits(numbers: range) -> tuple[SentStroke, ...]:
    """Hits that can be told apart: each on the beat of its number."""
    return tuple(SentStroke(Beats(number), 38, 100) for number in numbers)


def batch(number: int, base: int) -> Batch:
    return Batch(number, Beats(base), (Stroke(1, 0, 38, 100),))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=20))
def test_no_stroke_is_heard_twice_and_gaps_are_counted(pieces: list[tuple[int, int]]) -> None:
    hand, heard = StrokeSequence(), []
    for first, length in pieces:
        heard += [hit.beat for hit in hand.fresh(Strokes(first, hits(range(first, first + length))))]
    assert heard == sorted(set(heard))
    assert len(heard) + hand.missing == hand.heard


def test_what_overlaps_is_heard_from_where_it_is_new() -> None:
    hand = StrokeSequence()
    hand.fresh(Strokes(0, hits(range(3))))
    assert hand.fresh(Strokes(1, hits(range(1, 5)))) == hits(range(3, 5))
    assert hand.heard == 5


def test_hands_have_a_speed_limit() -> None:
    hand, many = StrokeSequence(), hits(range(MOST_AT_ONCE + 10))
    assert hand.granted(many, Micros(0)) == many[:MOST_AT_ONCE]
    assert len(hand.granted(many, Micros(SECOND))) == MOST_PER_SECOND


def test_a_batch_holds_what_all_struck_as_offsets() -> None:
    gathering = Gathering()
    gathering.add(1, [SentStroke(Beats(90), 36, 1)])
    gathering.add(2, [SentStroke(Beats(105), 38, 127)])
    assert list(gathering.batches(Beats(100))) == [Batch(0, Beats(100), (Stroke(1, -10, 36, 1), Stroke(2, 5, 38, 127)))]
    assert list(gathering.batches(Beats(200))) == []
    assert gathering.number == 1


def test_what_one_batch_cannot_hold_fills_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BATCH_STROKES", 4)
    gathering = Gathering()
    gathering.add(1, hits(range(10)))
    batches = list(gathering.batches(Beats(0)))
    assert [(batch.number, len(batch.strokes)) for batch in batches] == [(0, 4), (1, 4), (2, 2)]


def test_history_gives_back_what_was_sent() -> None:
    history = BatchHistory()
    for number in range(5):
        assert decoded(history.add(batch(number, 10 * number)).frame) == batch(number, 10 * number)
    assert [kept.number for kept in history.after(2)] == [3, 4]
    assert [kept.number for kept in history.since(Beats(20))] == [2, 3, 4]
    history.forget(Beats(35))
    assert [kept.number for kept in history.after(-1)] == [4]


@pytest.mark.parametrize("bound", ["MOST_BATCHES", "MOST_BYTES"])
def test_history_is_bounded(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(BatchHistory().add(batch(0, 0)).frame) if bound == "MOST_BYTES" else 1
    monkeypatch.setattr(module, bound, 3 * size)
    history = BatchHistory()
    for number in range(10):
        history.add(batch(number, 0))
    assert [kept.number for kept in history.after(-1)] == [7, 8, 9]
