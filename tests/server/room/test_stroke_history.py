"""Strokes are numbered, batched and kept."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.strokes import Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.server.room import stroke_history as module
from drumcircle_gui.server.room.stroke_history import (
    BatchHistory,
    PendingStrokes,
    Replay,
    StrokeSequence,
    fair_shares,
)
from drumcircle_gui.timing.units import Beats
from tests.server.circle import decoded


def hits(numbers: range) -> tuple[SentStroke, ...]:
    """Distinguishable strokes: each is on the beat of its number."""
    return tuple(SentStroke(Beats(number), 38, 100) for number in numbers)


def batch(number: int, base: int) -> Batch:
    return Batch(number, Beats(base), (Stroke(1, 0, 38, 100),))


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=20))
def test_no_stroke_counts_twice_and_gaps_are_counted(pieces: list[tuple[int, int]]) -> None:
    hand, heard = StrokeSequence(), []
    for first, length in pieces:
        heard += [hit.beat for hit in hand.new_strokes(Strokes(first, hits(range(first, first + length))))]
    assert heard == sorted(set(heard))
    assert len(heard) + hand.missing == hand.heard


def test_overlapping_strokes_count_from_the_first_new_one() -> None:
    hand = StrokeSequence()
    hand.new_strokes(Strokes(0, hits(range(3))))
    assert hand.new_strokes(Strokes(1, hits(range(1, 5)))) == hits(range(3, 5))
    assert hand.heard == 5


def test_a_batch_holds_all_strokes_as_offsets() -> None:
    pending = PendingStrokes()
    pending.add(1, 0, [SentStroke(Beats(90), 36, 1)])
    pending.add(2, 0, [SentStroke(Beats(105), 38, 127)])
    assert pending.take_batch(Beats(100)) == Batch(0, Beats(100), (Stroke(1, -10, 36, 1), Stroke(2, 5, 38, 127)))
    assert pending.take_batch(Beats(200)) is None
    assert pending.next_number == 1


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 9)), max_size=12), st.integers(1, 7))
def test_many_strokes_fill_several_batches_in_order(messages: list[tuple[int, int]], limit: int) -> None:
    pending, sent = PendingStrokes(), dict.fromkeys((1, 2, 3), 0)
    for player, count in messages:
        pending.add(player, sent[player], [SentStroke(Beats(sent[player] + each), 38, 100) for each in range(count)])
        sent[player] += count
    taken: dict[int, list[int]] = {player: [] for player in sent}
    with patch.object(module, "MAX_STROKES_PER_TICK", limit):
        while (batch := pending.take_batch(Beats(0))) is not None:
            assert len(batch.strokes) <= limit
            for stroke in batch.strokes:
                taken[stroke.player].append(stroke.offset)
            first = pending.first_numbers()
            assert all(first.get(player, sent[player]) == len(taken[player]) for player in sent)
    assert taken == {player: list(range(count)) for player, count in sent.items()}
    assert not pending


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(0, 50))
def test_players_with_few_strokes_do_not_wait_for_those_with_many(counts: list[int], limit: int) -> None:
    wanted = dict(enumerate(counts))
    shares = fair_shares(wanted, limit)
    assert sum(shares.values()) == min(limit, sum(counts))
    most = max(shares.values())
    assert all(shares[player] in (count, most, most - 1) for player, count in wanted.items())


def test_a_player_is_in_the_next_batch_behind_others_who_flood() -> None:
    pending = PendingStrokes()
    for flood in (1, 2):
        pending.add(flood, 0, [SentStroke(Beats(0), 38, 100)] * 2 * module.MAX_STROKES_PER_TICK)
    pending.add(3, 0, [SentStroke(Beats(0), 36, 100)])
    batch = pending.take_batch(Beats(0))
    assert batch is not None and batch.strokes[-1].player == 3
    assert len(batch.strokes) == module.MAX_STROKES_PER_TICK


def test_history_returns_batches_as_they_were_sent() -> None:
    history = BatchHistory()
    for number in range(5):
        assert decoded(history.add(batch(number, 10 * number)).frame) == batch(number, 10 * number)
    frames = [kept.frame for kept in history.all()]
    assert history.after(2) == Replay(3, tuple(frames[3:]), len(b"".join(frames[3:])))
    assert history.since(Beats(20)) == Replay(2, tuple(frames[2:]), len(b"".join(frames[2:])))
    history.drop_before(Beats(35))
    assert history.after(-1) == Replay(4, (frames[4],), len(frames[4]))
    assert history.after(4) == history.since(Beats(41)) == Replay(None, (), 0)


@pytest.mark.parametrize("bound", ["MAX_BATCHES", "MAX_BYTES"])
def test_history_is_bounded(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(BatchHistory().add(batch(0, 0)).frame) if bound == "MAX_BYTES" else 1
    monkeypatch.setattr(module, bound, 3 * size)
    history = BatchHistory()
    for number in range(10):
        history.add(batch(number, 0))
    assert [kept.number for kept in history.all()] == [7, 8, 9]
    assert history.after(-1).first == 7
