"""The requests behind the conductor's buttons."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.conductor.conductor_state import (
    Tight,
    cycle_starts,
    mute,
    other_meter,
    other_tempo,
    show_out,
    start_or_stop,
    too_tight,
)
from drumcircle_gui.protocol.messages import ChangeTimeline, ConnectionQuality, Member, Moderate
from drumcircle_gui.server.room.timeline_changes import warning
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, Tempo
from tests.timing.strategies import meters, tempi

STANDING = Timeline.stopped(Tempo(500_000), Meter(16, 2))
PLAYING = STANDING.changed(Micros(1), running=True)


def test_one_button_starts_and_stops_what_was_decided_last() -> None:
    assert start_or_stop(CircleSnapshot(timeline=STANDING)) == ChangeTimeline(0, running=True)
    assert start_or_stop(CircleSnapshot(timeline=PLAYING)) == ChangeTimeline(1, running=False)


def test_another_tempo() -> None:
    assert other_tempo(CircleSnapshot(timeline=PLAYING), 60) == ChangeTimeline(1, tempo=Tempo(1_000_000))
    with pytest.raises(ValueError, match="between 30 and 400 bpm"):
        other_tempo(CircleSnapshot(timeline=PLAYING), 500)


def test_another_meter_keeps_what_is_not_said() -> None:
    circle = CircleSnapshot(timeline=PLAYING)
    assert other_meter(circle, beats=12) == ChangeTimeline(1, meter=Meter(12, 2))
    assert other_meter(circle, cycles=3) == ChangeTimeline(1, meter=Meter(16, 3))
    with pytest.raises(ValueError, match="a cycle has"):
        other_meter(circle, beats=65)


def test_moderation() -> None:
    assert mute(7, True) == Moderate(7, muted=True)
    assert show_out(7, "Thank you.") == Moderate(7, remove=True, reason="Thank you.")


def slow(seconds: float, timeline: Timeline = PLAYING) -> CircleSnapshot:
    """Fern, so many seconds away there and back, and Oak, near."""
    members = (Member(1, "Oak", "conductor", 0), Member(2, "Fern", "player", 1))
    rows = (
        ConnectionQuality(1, Micros(500), Micros(9), None, 0),
        ConnectionQuality(2, Micros(round(seconds * SECOND)), Micros(9), None, 0),
    )
    return CircleSnapshot(timeline=timeline, members=members, standings=rows, tick=Micros(50_000))


def test_a_tempo_may_be_too_fast_for_somebodys_network() -> None:
    circle = slow(7)
    assert too_tight(circle, other_tempo(circle, 240)) is None
    circle = slow(8)
    assert too_tight(circle, other_tempo(circle, 240)) == Tight("Fern", Micros(300_000), 231)
    assert too_tight(circle, other_tempo(circle, 231)) is None
    assert too_tight(circle, other_meter(circle, cycles=1)) == Tight("Fern", Micros(300_000), 115)


def test_a_beginning_may_come_too_fast_but_no_end() -> None:
    short = Timeline.stopped(Tempo(500_000), Meter(2))
    circle = slow(6, short)
    assert too_tight(circle, start_or_stop(circle)) == Tight("Fern", Micros(5_300_000), None)
    circle = slow(6, short.changed(Micros(1), running=True))
    assert too_tight(circle, start_or_stop(circle)) is None


def test_a_change_for_the_better_is_not_warned_of() -> None:
    fast = Timeline.stopped(Tempo(200_000), Meter(4)).changed(Micros(1), running=True)
    circle = slow(6, fast)
    assert too_tight(circle, other_tempo(circle, 250)) is None
    assert too_tight(circle, other_tempo(circle, 310)) is not None


def test_nobody_is_warned_of_whom_nothing_is_known() -> None:
    assert too_tight(CircleSnapshot(timeline=PLAYING), other_tempo(CircleSnapshot(timeline=PLAYING), 400)) is None


@given(tempi, meters, some.integers(0, 8 * SECOND), some.integers(0, SECOND // 4))
def test_conductors_are_warned_before_of_what_the_server_would_warn_of_after(
    tempo: Tempo, meter: Meter, trip: int, tick: int
) -> None:
    circle = replace(slow(trip / SECOND, STANDING), tick=Micros(tick))
    request = ChangeTimeline(0, running=True, tempo=tempo, meter=meter)
    decided = STANDING.changed(Micros(1), running=True, tempo=tempo, meter=meter).latest
    told = warning(decided, "Fern", max(Micros(trip // 2), Micros(250)), Micros(tick))
    tight = too_tight(circle, request)
    assert (tight is None) == (told is None)
    if tight and told:
        assert f" by {tight.short / SECOND:.1f} s" in told.text
        assert (f"try {tight.bpm} bpm" in told.text) == (tight.bpm is not None)


def clock(ahead: int = 0) -> Clock:
    """Circle time is so much ahead of local time."""
    return Clock(Micros(0), ahead, 0.0, Micros(0), Micros(0))


def test_the_next_cycles_begin_where_the_circle_says_in_local_time():
    circle = CircleSnapshot(timeline=PLAYING, clock=clock(5 * SECOND))
    start = PLAYING.latest.at - 5 * SECOND  # local
    cycle = 16 * 500_000
    now = Micros(start + cycle // 2)
    starts = cycle_starts(circle, now, 3)
    assert [begin.number for begin in starts] == [2, 3, 4]
    assert [begin.at for begin in starts] == pytest.approx([start + n * cycle for n in (1, 2, 3)], abs=2)
    assert {begin.bpm for begin in starts} == {120}


def test_a_beginning_that_is_decided_is_the_first():
    circle = CircleSnapshot(timeline=STANDING.changed(Micros(9 * SECOND), running=True), clock=clock())
    assert cycle_starts(circle, Micros(0), 1)[0].number == 1
    assert cycle_starts(circle, Micros(0), 1)[0].at == pytest.approx(9 * SECOND, abs=2)


def test_no_cycle_begins_while_nothing_plays_or_nobody_knows_the_time():
    assert cycle_starts(CircleSnapshot(timeline=STANDING, clock=clock()), Micros(0)) == ()
    assert cycle_starts(CircleSnapshot(timeline=PLAYING), Micros(0)) == ()
