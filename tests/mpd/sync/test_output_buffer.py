"""The amount of sound in the outputs, as learnt from starts."""

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


def observe(room: str, buffered: int, since: int = 0, offset: int = 0) -> Observation:
    """A room whose `elapsed` is ahead of the start by `buffered`, and that is to sound later by `offset`."""
    return Observation(room, CLOCK + buffered - offset, Micros(1000), Micros(AT + since), Micros(offset))


def by_name(*found: Observation) -> dict[str, Observation]:
    return {each.room: each for each in found}


def learned(
    found: dict[str, Observation], rooms: Iterable[str] = ("kitchen", "bath"), reference: str = "kitchen"
) -> Micros:
    """After a start of these rooms."""
    buffer = OutputBuffer()
    buffer.started(tuple(rooms), CLOCK, AT)
    buffer.learn(found, reference, LATER)
    return buffer.buffered


def test_without_a_start_the_default_is_assumed():
    buffer = OutputBuffer()
    buffer.learn(by_name(observe("kitchen", 30_000)), "kitchen", LATER)
    assert buffer.buffered == DEFAULT_BUFFERED


def test_it_is_learnt_from_the_reference_room():
    assert learned(by_name(observe("bath", 90_000), observe("kitchen", 30_000))) == 30_000
    assert learned(by_name(observe("bath", 90_000), observe("kitchen", 30_000)), reference="bath") == 90_000
    assert learned(by_name(observe("kitchen", 30_000, offset=-12_000))) == 30_000


def test_it_is_learnt_from_another_room_that_began_at_the_start():
    assert learned(by_name(observe("bath", 90_000))) == 90_000
    assert learned(by_name(observe("bath", 90_000), observe("kitchen", 30_000)), rooms=["bath"]) == 90_000
    assert learned(by_name(observe("attic", 90_000))) == DEFAULT_BUFFERED


def test_a_room_that_has_jumped_since_the_start_does_not_count():
    moved = observe("kitchen", 30_000, since=UNMOVED_WITHIN)
    assert learned(by_name(moved)) == DEFAULT_BUFFERED
    assert learned(by_name(moved, observe("bath", 90_000, since=UNMOVED_WITHIN - 1))) == 90_000


@pytest.mark.parametrize(
    ("measured", "buffered"),
    [(-49_000, 0), (-51_000, DEFAULT_BUFFERED), (MAX_BUFFERED, MAX_BUFFERED), (MAX_BUFFERED + 1, DEFAULT_BUFFERED)],
)
def test_impossible_values_are_ignored(measured: int, buffered: int):
    assert learned(by_name(observe("kitchen", measured))) == buffered


def test_it_is_learnt_once_for_each_start_when_positions_are_known():
    buffer = OutputBuffer()
    buffer.started(("kitchen",), CLOCK, AT)
    buffer.learn(by_name(observe("kitchen", 10_000)), "kitchen", Micros(LATER - 1))
    assert buffer.buffered == DEFAULT_BUFFERED
    buffer.learn(by_name(observe("kitchen", 20_000)), "kitchen", LATER)
    buffer.learn(by_name(observe("kitchen", 30_000)), "kitchen", LATER)
    assert buffer.buffered == 20_000


def test_a_room_that_joins_counts_only_until_all_have_started_together():
    buffer = OutputBuffer()
    for measured in (10_000, 20_000):
        buffer.joined("bath", CLOCK, AT)
        buffer.learn(by_name(observe("bath", measured), observe("kitchen", 80_000)), "kitchen", LATER)
        assert buffer.buffered == measured
    buffer.started(("kitchen",), CLOCK, AT)
    buffer.joined("bath", CLOCK, AT)
    buffer.learn(by_name(observe("bath", 20_000), observe("kitchen", 80_000)), "kitchen", LATER)
    assert buffer.buffered == 80_000
    buffer.joined("bath", CLOCK, AT)
    buffer.learn(by_name(observe("bath", 20_000)), "kitchen", LATER)
    assert buffer.buffered == 80_000
    buffer.started(("kitchen",), CLOCK, AT)
    buffer.learn(by_name(observe("kitchen", 70_000)), "kitchen", LATER)
    assert buffer.buffered == 70_000
