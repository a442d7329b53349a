"""Laws of the timeline."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.timing.timeline import Meter, Segment, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros, Tempo, beats, seconds

from .strategies import leads, meters, moments, tempi, timelines

EVEN = Tempo(500_000)
SIXTEEN = Meter(16)
BEGIN = seconds(10)


def playing(meter: Meter = SIXTEEN, tempo: Tempo = EVEN) -> Timeline:
    return Timeline.stopped(tempo, meter).changed(BEGIN, running=True)


# --- the map ---------------------------------------------------------------------------------------------------------


def test_a_stroke_on_beat_5_sounds_on_beat_5_of_the_next_period() -> None:
    timeline = playing()
    assert timeline.beat_at(seconds(12.5)) == beats(5)
    assert timeline.due(beats(5)) == seconds(12.5 + 8)


@given(timelines(), moments)
def test_time_to_beat_and_back_is_the_same_within_a_microsecond(timeline: Timeline, at: Micros) -> None:
    back = timeline.micros_at(timeline.beat_at(at))
    if timeline.at(at).running and back is not None:
        assert abs(back - at) <= 1


@given(timelines(), some.integers(0, 4000 * BEAT))
def test_beat_to_time_and_back_is_the_same_within_a_microsecond(timeline: Timeline, number: int) -> None:
    at = timeline.micros_at(Beats(number))
    if at is not None:
        segment = timeline.holding(Beats(number))
        assert abs(timeline.beat_at(at) - number) * segment.tempo <= BEAT


@given(timelines(), moments)
def test_only_beats_after_a_stop_have_no_time(timeline: Timeline, at: Micros) -> None:
    beat = timeline.beat_at(at)
    last = timeline.latest
    assert (timeline.micros_at(beat) is None) == (not last.running and beat >= last.beat)


@given(timelines(), moments, moments)
def test_beats_never_go_back(timeline: Timeline, one: Micros, other: Micros) -> None:
    early, late = sorted((one, other))
    assert timeline.beat_at(early) <= timeline.beat_at(late)


@given(timelines())
def test_segments_join_without_a_gap(timeline: Timeline) -> None:
    for before, after in pairwise(timeline.segments):
        assert before.beat_at(after.at) == after.beat == timeline.beat_at(after.at)


@given(timelines(), moments)
def test_the_beat_is_constant_while_the_circle_is_stopped(timeline: Timeline, at: Micros) -> None:
    segment = timeline.at(at)
    if not segment.running:
        assert timeline.beat_at(at) == segment.beat


# --- changes ---------------------------------------------------------------------------------------------------------


@given(timelines(), moments)
def test_a_change_is_placed_on_the_first_cycle_boundary(timeline: Timeline, earliest: Micros) -> None:
    last = timeline.latest
    new = timeline.changed(earliest).latest
    assert new.at >= earliest
    assert new.at > last.at
    if last.running:
        assert (new.beat - last.origin) % last.meter.cycle == 0
        previous = last.micros_at(Beats(new.beat - last.meter.cycle))
        assert previous < earliest or previous <= last.at
    else:
        assert new.at == max(earliest, last.at + 1)
        assert new.beat == last.beat


def test_a_change_may_be_placed_on_a_boundary_at_the_earliest_time() -> None:
    assert playing().changed(seconds(18)).latest.at == seconds(18)
    assert playing().changed(Micros(seconds(18) + 1)).latest.at == seconds(26)


odd_segments = some.builds(
    lambda at, origin, run, tempo, meter: Segment(0, at, Beats(origin + run), tempo, True, meter, Beats(origin)),
    moments,
    some.integers(0, 4 * BEAT),
    some.integers(0, 100 * BEAT),
    tempi,
    meters,
)


@given(odd_segments, moments)
def test_time_and_beat_of_a_boundary_agree_wherever_a_segment_begins(segment: Segment, later: Micros) -> None:
    earliest = Micros(segment.at + later)
    timeline = Timeline((segment,))
    new = timeline.changed(earliest).latest
    assert new.at == segment.micros_at(new.beat)
    assert (new.beat - segment.origin) % segment.meter.cycle == 0
    before = segment.micros_at(Beats(new.beat - segment.meter.cycle))
    assert before < max(earliest, segment.at + 1) <= new.at
    assert timeline.changed(new.at).latest.at == new.at


@given(timelines(), leads, tempi, meters)
def test_changes_follow_the_latest_decided_segment(timeline: Timeline, now: Micros, tempo: Tempo, meter: Meter) -> None:
    both = timeline.changed(now, tempo=tempo).changed(now, running=True, meter=meter).latest
    assert (both.tempo, both.running, both.meter) == (tempo, True, meter)
    assert both.epoch == timeline.latest.epoch + 2


@given(timelines(), moments, tempi)
def test_a_change_does_not_affect_earlier_times(timeline: Timeline, earliest: Micros, tempo: Tempo) -> None:
    changed = timeline.changed(earliest, tempo=tempo)
    for at in (0, changed.latest.at // 2, changed.latest.at - 1, changed.latest.at):
        assert changed.beat_at(Micros(at)) == timeline.beat_at(Micros(at))


@given(timelines(), moments, meters)
def test_a_new_meter_counts_cycles_from_its_start(timeline: Timeline, at: Micros, meter: Meter) -> None:
    before, after = timeline.latest, timeline.changed(at, meter=meter).latest
    assert after.origin == (before.origin if meter == before.meter else after.beat)


def test_a_faster_tempo_moves_the_replay() -> None:
    timeline = playing().changed(seconds(20), tempo=Tempo(250_000))
    assert timeline.latest.at == seconds(26)
    assert timeline.due(beats(20)) == seconds(26 + 1)


@given(meters, tempi, leads, leads)
def test_the_last_period_sounds_after_a_restart(meter: Meter, tempo: Tempo, stop: Micros, rest: Micros) -> None:
    stopped = playing(meter, tempo).changed(Micros(seconds(10) + stop), running=False)
    end = stopped.latest
    struck = [Beats(max(end.beat - meter.period, 0)), Beats(end.beat - 1)]
    later = [beat for beat in struck if beat + meter.period >= end.beat]
    assert [stopped.due(beat) for beat in later] == [None] * len(later)
    again = stopped.changed(Micros(end.at + rest), running=True)
    assert [again.due(beat) for beat in later] == [again.latest.micros_at(Beats(beat + meter.period)) for beat in later]


# --- pruning ---------------------------------------------------------------------------------------------------------


@given(timelines(), moments, moments)
def test_dropping_old_segments_does_not_affect_the_rest(timeline: Timeline, since: Micros, later: Micros) -> None:
    at = Micros(since + later)
    pruned = timeline.since(since)
    assert pruned.beat_at(at) == timeline.beat_at(at)
    assert pruned.micros_at(timeline.beat_at(at)) == timeline.micros_at(timeline.beat_at(at))
    assert pruned.latest == timeline.latest
    assert all(after.at > since for after in pruned.segments[1:])


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "cycles"), [(0, 1), (65, 1), (16, 0), (16, 17)])
def test_a_meter_has_limits(count: int, cycles: int) -> None:
    with pytest.raises(ValueError, match=r"a (cycle|period) has 1 to"):
        Meter(count, cycles)


def test_a_period_is_whole_cycles() -> None:
    assert Meter(7, 3).cycle == beats(7)
    assert Meter(7, 3).period == beats(21)


@pytest.mark.parametrize("wrong", [{"epoch": -1}, {"at": -1}, {"origin": -1}, {"beat": -1}, {"origin": 1}])
def test_a_segment_starts_after_its_origin_and_has_no_negative_values(wrong: dict[str, Any]) -> None:
    good = Segment(0, Micros(0), Beats(0), EVEN, False, Meter(), Beats(0))
    with pytest.raises(ValueError, match="not negative"):
        replace(good, **wrong)


@pytest.mark.parametrize("wrong", [{"at": 1}, {"epoch": 0}, {"beat": 0}])
def test_segments_go_forward(wrong: dict[str, Any]) -> None:
    segments = playing().changed(seconds(20)).changed(seconds(40)).segments
    with pytest.raises(ValueError, match="forward"):
        Timeline((*segments[:-1], replace(segments[-1], **wrong)))


def test_a_gap_is_refused() -> None:
    segments = playing().changed(seconds(20)).segments
    with pytest.raises(ValueError, match="gap"):
        Timeline((*segments[:-1], replace(segments[-1], beat=beats(33))))


def test_a_timeline_is_not_empty() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Timeline(())
