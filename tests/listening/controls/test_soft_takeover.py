from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.listening.controls.soft_takeover import TOLERANCE, SoftFader

POSITION = st.integers(0, 127).map(lambda step: step / 127)


def play(positions, level):
    """The levels after each movement."""
    fader, levels = SoftFader(), []
    for position in positions:
        fader = fader.moved(position, level)
        level = level if fader.set_to is None else fader.set_to
        levels.append(level)
    return levels


@given(st.lists(POSITION, min_size=1), POSITION)
def test_a_level_never_jumps_farther_than_the_fader_was_moved(positions, level):
    moves = pairwise([positions[0], *positions])
    jumps = pairwise([level, *play(positions, level)])
    for (begin, end), (before, after) in zip(moves, jumps, strict=True):
        assert abs(after - before) <= abs(end - begin) + TOLERANCE + 1e-9


@given(st.lists(POSITION), POSITION, POSITION)
def test_a_fader_that_passes_the_level_sets_it_from_then_on(positions, level, start):
    other_end = 1.0 if start <= level else 0.0
    levels = play([start, other_end, *positions], level)
    assert levels[1:] == [other_end, *positions]


@given(POSITION, POSITION)
def test_a_level_that_was_set_elsewhere_is_left_until_the_fader_comes_there(position, elsewhere):
    fader = SoftFader().moved(position, position)
    assert fader.set_to == position
    moved = fader.moved(position, elsewhere)
    assert (moved.set_to is None) == (abs(elsewhere - position) > TOLERANCE)


@given(POSITION, st.floats(1.1, 3))
def test_a_level_beyond_the_fader_is_never_set(position, level):
    assert play([position, 0.0, 1.0], level) == [level] * 3
