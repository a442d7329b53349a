from collections.abc import Iterable

import pytest

from drumcircle_gui.mpd.sync.correction import Observation
from drumcircle_gui.mpd.sync.output_buffer import (
    DEFAULT_BUFFERED,
    KNOWN_AFTER,
    MAX_BUFFERED,
    UNMOVED_WITHIN,
    OutputBuffer,
)
from drumcircle_gui.timing.units import Micros

AT = Micros(5_000_000)
CLOCK = 7_000_000
LATER = Micros(AT + KNOWN_AFTER)


def look(room: str, ahead: int, since: int = 0, offset: int = 0) -> Observation:
    """Of a room that says that it is so far ahead, and is to sound later by `offset`."""
    return Observation(room, CLOCK + ahead - offset, Micros(1000), Micros(AT + since), Micros(offset))


def looks(*found: Observation) -> dict[str, Observation]:
    return {each.room: each for each in found}


def learnt(
    found: dict[str, Observation], rooms: Iterable[str] = ("kitchen", "bath"), reference: str = "kitchen"
) -> Micros:
    """By a start of these rooms."""
    ahead = OutputBuffer()
    ahead.started(tuple(rooms), CLOCK, AT)
    ahead.learn(found, reference, LATER)
    return ahead.buffered


def test_it_is_guessed_at_first():
    ahead = OutputBuffer()
    ahead.learn(looks(look("kitchen", 30_000)), "kitchen", LATER)
    assert ahead.buffered == DEFAULT_BUFFERED


def test_it_is_learnt_from_the_room_by_which_others_are_judged():
    assert learnt(looks(look("bath", 90_000), look("kitchen", 30_000))) == 30_000
    assert learnt(looks(look("bath", 90_000), look("kitchen", 30_000)), reference="bath") == 90_000
    assert learnt(looks(look("kitchen", 30_000, offset=-12_000))) == 30_000


def test_another_that_began_with_it_will_do():
    assert learnt(looks(look("bath", 90_000))) == 90_000
    assert learnt(looks(look("bath", 90_000), look("kitchen", 30_000)), rooms=["bath"]) == 90_000
    assert learnt(looks(look("attic", 90_000))) == DEFAULT_BUFFERED


def test_a_room_that_was_moved_since_tells_nothing():
    moved = look("kitchen", 30_000, since=UNMOVED_WITHIN)
    assert learnt(looks(moved)) == DEFAULT_BUFFERED
    assert learnt(looks(moved, look("bath", 90_000, since=UNMOVED_WITHIN - 1))) == 90_000


@pytest.mark.parametrize(
    ("told", "ahead"),
    [(-49_000, 0), (-51_000, DEFAULT_BUFFERED), (MAX_BUFFERED, MAX_BUFFERED), (MAX_BUFFERED + 1, DEFAULT_BUFFERED)],
)
def test_what_cannot_be_is_not_believed(told: int, ahead: int):
    assert learnt(looks(look("kitchen", told))) == ahead


def test_it_is_learnt_once_and_not_before_it_is_known():
    ahead = OutputBuffer()
    ahead.started(("kitchen",), CLOCK, AT)
    ahead.learn(looks(look("kitchen", 10_000)), "kitchen", Micros(LATER - 1))
    assert ahead.buffered == DEFAULT_BUFFERED
    ahead.learn(looks(look("kitchen", 20_000)), "kitchen", LATER)
    ahead.learn(looks(look("kitchen", 30_000)), "kitchen", LATER)
    assert ahead.buffered == 20_000


def test_one_that_joins_teaches_only_while_nothing_better_is_known():
    ahead = OutputBuffer()
    for told in (10_000, 20_000):
        ahead.joined("bath", CLOCK, AT)
        ahead.learn(looks(look("bath", told), look("kitchen", 80_000)), "kitchen", LATER)
        assert ahead.buffered == told
    ahead.started(("kitchen",), CLOCK, AT)
    ahead.joined("bath", CLOCK, AT)
    ahead.learn(looks(look("bath", 20_000), look("kitchen", 80_000)), "kitchen", LATER)
    assert ahead.buffered == 80_000
    ahead.joined("bath", CLOCK, AT)
    ahead.learn(looks(look("bath", 20_000)), "kitchen", LATER)
    assert ahead.buffered == 80_000
    ahead.started(("kitchen",), CLOCK, AT)
    ahead.learn(looks(look("kitchen", 70_000)), "kitchen", LATER)
    assert ahead.buffered == 70_000
