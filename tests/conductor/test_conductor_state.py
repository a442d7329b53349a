"""Requests made by the conductor's buttons."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.conductor.conductor_state import (
    TightPeriod,
    change_meter,
    change_tempo,
    next_cycles,
    start_or_stop,
    tight_period,
)
from drumcircle_gui.protocol.messages import ChangeTimeline, ConnectionQuality, Member
from drumcircle_gui.server.room.timeline_changes import tight_warning
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, Tempo
from tests.timing.strategies import meters, tempi

STANDING = Timeline.stopped(Tempo(500_000), Meter(16, 2))
PLAYING = STANDING.changed(Micros(1), running=True)


def test_one_button_starts_and_stops_the_latest_segment() -> None:
    assert start_or_stop(CircleSnapshot(timeline=STANDING)) == ChangeTimeline(0, running=True)
    assert start_or_stop(CircleSnapshot(timeline=PLAYING)) == ChangeTimeline(1, running=False)


def test_another_tempo() -> None:
    assert change_tempo(CircleSnapshot(timeline=PLAYING), 60) == ChangeTimeline(1, tempo=Tempo(1_000_000))
    with pytest.raises(ValueError, match="between 30 and 400 bpm"):
        change_tempo(CircleSnapshot(timeline=PLAYING), 500)


def test_a_meter_change_keeps_the_other_value() -> None:
    circle = CircleSnapshot(timeline=PLAYING)
    assert change_meter(circle, beats=12) == ChangeTimeline(1, meter=Meter(12, 2))
    assert change_meter(circle, cycles=3) == ChangeTimeline(1, meter=Meter(16, 3))
    with pytest.raises(ValueError, match="a cycle has"):
        change_meter(circle, beats=65)


def slow(seconds: float, timeline: Timeline = PLAYING) -> CircleSnapshot:
    """Fern, so many seconds away there and back, and Oak, near."""
    members = (Member(1, "Oak", "conductor", 0), Member(2, "Fern", "player", 1))
    rows = (
        ConnectionQuality(1, Micros(500), Micros(9), None, 0),
        ConnectionQuality(2, Micros(round(seconds * SECOND)), Micros(9), None, 0),
    )
    return CircleSnapshot(timeline=timeline, members=members, qualities=rows, tick=Micros(50_000))


def test_a_fast_tempo_may_be_too_tight_for_a_member() -> None:
    circle = slow(7)
    assert tight_period(circle, change_tempo(circle, 240)) is None
    circle = slow(8)
    assert tight_period(circle, change_tempo(circle, 240)) == TightPeriod("Fern", Micros(300_000), 231)
    assert tight_period(circle, change_tempo(circle, 231)) is None
    assert tight_period(circle, change_meter(circle, cycles=1)) == TightPeriod("Fern", Micros(300_000), 115)


def test_a_start_may_be_too_tight_and_a_stop_never_is() -> None:
    short = Timeline.stopped(Tempo(500_000), Meter(2))
    circle = slow(6, short)
    assert tight_period(circle, start_or_stop(circle)) == TightPeriod("Fern", Micros(5_300_000), None)
    circle = slow(6, short.changed(Micros(1), running=True))
    assert tight_period(circle, start_or_stop(circle)) is None


def test_a_change_to_more_time_causes_no_warning() -> None:
    fast = Timeline.stopped(Tempo(200_000), Meter(4)).changed(Micros(1), running=True)
    circle = slow(6, fast)
    assert tight_period(circle, change_tempo(circle, 250)) is None
    assert tight_period(circle, change_tempo(circle, 310)) is not None


def test_unknown_round_trips_cause_no_warning() -> None:
    assert tight_period(CircleSnapshot(timeline=PLAYING), change_tempo(CircleSnapshot(timeline=PLAYING), 400)) is None


@given(tempi, meters, some.integers(0, 8 * SECOND), some.integers(0, SECOND // 4))
def test_the_window_warns_exactly_when_the_server_would(tempo: Tempo, meter: Meter, trip: int, tick: int) -> None:
    circle = replace(slow(trip / SECOND, STANDING), tick=Micros(tick))
    request = ChangeTimeline(0, running=True, tempo=tempo, meter=meter)
    decided = STANDING.changed(Micros(1), running=True, tempo=tempo, meter=meter).latest
    told = tight_warning(decided, "Fern", max(Micros(trip // 2), Micros(250)), Micros(tick))
    tight = tight_period(circle, request)
    assert (tight is None) == (told is None)
    if tight and told:
        assert f" by {tight.shortage / SECOND:.1f} s" in told.text
        assert (f"try {tight.bpm} bpm" in told.text) == (tight.bpm is not None)


def clock(ahead: int = 0) -> Clock:
    """Circle time is so much ahead of local time."""
    return Clock(Micros(0), ahead, 0.0, Micros(0), Micros(0))


def test_next_cycles_are_in_local_time():
    circle = CircleSnapshot(timeline=PLAYING, clock=clock(5 * SECOND))
    start = PLAYING.latest.at - 5 * SECOND  # local
    cycle = 16 * 500_000
    now = Micros(start + cycle // 2)
    starts = next_cycles(circle, now, 3)
    assert [begin.number for begin in starts] == [2, 3, 4]
    assert [begin.at for begin in starts] == pytest.approx([start + n * cycle for n in (1, 2, 3)], abs=2)
    assert {begin.bpm for begin in starts} == {120}


def test_a_planned_start_is_the_first_cycle():
    circle = CircleSnapshot(timeline=STANDING.changed(Micros(9 * SECOND), running=True), clock=clock())
    assert next_cycles(circle, Micros(0), 1)[0].number == 1
    assert next_cycles(circle, Micros(0), 1)[0].at == pytest.approx(9 * SECOND, abs=2)


def test_no_cycles_without_a_running_timeline_or_a_clock():
    assert next_cycles(CircleSnapshot(timeline=STANDING, clock=clock()), Micros(0)) == ()
    assert next_cycles(CircleSnapshot(timeline=PLAYING), Micros(0)) == ()
