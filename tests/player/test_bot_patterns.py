"""Laws of the bots' patterns."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.player.bot_patterns import PATTERNS, STEP, BotPart, PlannedStroke, even_strokes, part_of
from drumcircle_gui.timing.units import BEAT, Beats, beats

names = some.sampled_from(sorted(PATTERNS))
numbers = some.integers(0, 40)
parts = some.builds(part_of, names, numbers)
moments = some.builds(Beats, some.integers(0, beats(200)))


def test_a_line_of_steps_becomes_strokes() -> None:
    part = part_of("even", 0)
    assert part.length == BEAT
    assert [(stroke.beat, stroke.velocity) for stroke in part.strokes] == [
        (beats(0), 112),
        (beats(0.25), 78),
        (beats(0.5), 78),
        (beats(0.75), 78),
    ]


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_is_whole_beats_of_known_steps_and_never_silent(name: str) -> None:
    for pad, steps in PATTERNS[name]:
        assert 0 <= pad <= 127
        assert set(steps) <= set("Xx.")
        assert set(steps) & set("Xx")
        assert len(steps) * STEP % BEAT == 0


def test_parts_are_repeated_more_softly() -> None:
    dealt = [part_of("samba", number) for number in range(3 * len(PATTERNS["samba"]))]
    turn = len(PATTERNS["samba"])
    for first, second, third in zip(dealt, dealt[turn:], dealt[2 * turn :], strict=False):
        assert {stroke.pad for stroke in first.strokes} == {stroke.pad for stroke in second.strokes}
        for loud, soft, softer in zip(first.strokes, second.strokes, third.strokes, strict=True):
            assert loud.beat == soft.beat == softer.beat
            assert loud.velocity > soft.velocity > softer.velocity >= 1


def test_an_unknown_pattern_is_an_error() -> None:
    with pytest.raises(KeyError):
        part_of("polka", 0)


@given(parts, some.lists(moments, min_size=2, max_size=8))
def test_adjacent_spans_contain_each_stroke_once(part: BotPart, cuts: list[Beats]) -> None:
    cuts.sort()
    pieces = [stroke for begin, end in pairwise(cuts) for stroke in part.between(begin, end)]
    assert pieces == list(part.between(cuts[0], cuts[-1]))
    assert all(cuts[0] <= stroke.beat < cuts[-1] for stroke in pieces)
    assert all(after.beat > before.beat for before, after in pairwise(pieces))


@given(parts, moments, some.integers(0, 5))
def test_parts_repeat(part: BotPart, begin: Beats, rounds: int) -> None:
    end = Beats(begin + rounds * part.length)
    assert len(list(part.between(begin, end))) == rounds * len(part.strokes)
    later = [(stroke.beat - part.length, stroke.pad) for stroke in part.between(Beats(begin + part.length), Beats(end))]
    assert later == [(stroke.beat, stroke.pad) for stroke in part.between(begin, Beats(end - part.length))]


@given(parts, some.floats(0.05, 50))
def test_even_strokes_have_the_rate(part: BotPart, per_beat: float) -> None:
    flow = even_strokes(part, per_beat)
    assert flow.length == part.length
    assert len(flow.strokes) == max(1, round(part.length / BEAT * per_beat))
    gaps = [after.beat - before.beat for before, after in pairwise(flow.strokes)]
    assert not gaps or max(gaps) - min(gaps) <= 1
    assert flow.strokes[0].beat == 0
    assert flow.strokes[-1].beat < flow.length


def test_even_strokes_take_pad_and_velocity_of_the_latest_stroke() -> None:
    part = BotPart((PlannedStroke(beats(1), 38, 100), PlannedStroke(beats(2), 50, 60)), beats(4))
    assert [(stroke.beat, stroke.pad, stroke.velocity) for stroke in even_strokes(part, 1).strokes] == [
        (beats(0), 50, 60),
        (beats(1), 38, 100),
        (beats(2), 50, 60),
        (beats(3), 50, 60),
    ]
