"""Laws of a period's duration and of the network delays that fit into it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.timing.period import (
    MAX_ONE_WAY,
    SAFETY_MARGIN,
    fitting_bpm,
    one_way_delay,
    period_micros,
    period_shortage,
    travel_micros,
)
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, SLOWEST_TEMPO, Micros, Tempo, seconds, tempo_of_bpm

from .strategies import timelines

SEGMENT = Timeline.stopped(Tempo(500_000), Meter(8, 2)).latest
TICK = Micros(25_000)
delays = some.integers(0, MAX_ONE_WAY).map(Micros)


def test_a_period_lasts_its_beats_times_its_cycles() -> None:
    assert period_micros(SEGMENT) == 8 * SECOND


def test_a_delay_is_half_the_round_trip_within_bounds() -> None:
    assert one_way_delay(Micros(80_000)) == 40_000
    assert one_way_delay(Micros(-1)) == 0
    assert one_way_delay(Micros(2**40)) == MAX_ONE_WAY


def test_the_shortage_is_zero_where_the_travel_fills_the_period() -> None:
    one_way = seconds(2)
    tick = Micros(8 * SECOND - 2 * one_way - SAFETY_MARGIN)
    assert period_shortage(SEGMENT, one_way, tick) == 0
    assert period_shortage(SEGMENT, Micros(one_way + 1), tick) == 2


@given(timelines(), delays)
def test_the_fitting_tempo_leaves_time_and_the_next_whole_one_does_not(timeline: Timeline, one_way: Micros) -> None:
    segment = timeline.latest
    bpm = fitting_bpm(segment, one_way, TICK)
    if bpm is None:
        slowest = replace(segment, tempo=SLOWEST_TEMPO)
        assert period_micros(slowest) < travel_micros(one_way, TICK)
    elif 30 <= bpm < 400:
        rounding = segment.meter.beats * segment.meter.cycles
        assert period_shortage(replace(segment, tempo=tempo_of_bpm(bpm)), one_way, TICK) <= rounding
        if bpm < 399:
            assert period_shortage(replace(segment, tempo=tempo_of_bpm(bpm + 1)), one_way, TICK) > -rounding
