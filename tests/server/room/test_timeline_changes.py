"""Changes of the timeline: placed far enough ahead, or declined."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec import structs

from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.server.room.timeline_changes import (
    MIN_LEAD,
    PREPARE_TIME,
    TimelineChanges,
    tight_warning,
    without_ended,
)
from drumcircle_gui.timing.guide import COUNT_IN_BEATS
from drumcircle_gui.timing.period import SAFETY_MARGIN, period_micros
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, FASTEST_TEMPO, SECOND, SLOWEST_TEMPO, Micros, Tempo, tempo_of_bpm

TEMPO = tempo_of_bpm(120)


@pytest.fixture
def changes() -> TimelineChanges:
    return TimelineChanges(Timeline.stopped(TEMPO, Meter()))


def started(changes: TimelineChanges) -> Micros:
    """The moment at which the circle began to play."""
    assert changes.request(ChangeTimeline(0, running=True), Micros(0), Micros(0)) is None
    return changes.timeline.latest.at


def test_a_start_is_placed_ahead_of_its_count_in(changes: TimelineChanges) -> None:
    assert started(changes) == PREPARE_TIME + COUNT_IN_BEATS * TEMPO
    assert started(TimelineChanges(Timeline.stopped(FASTEST_TEMPO, Meter()))) == MIN_LEAD


def test_the_count_in_has_the_tempo_of_the_start(changes: TimelineChanges) -> None:
    assert changes.request(ChangeTimeline(0, running=True, tempo=SLOWEST_TEMPO), Micros(0), Micros(SECOND)) is None
    assert changes.timeline.latest.at == SECOND + PREPARE_TIME + COUNT_IN_BEATS * SLOWEST_TEMPO


def test_a_slow_member_delays_the_start(changes: TimelineChanges) -> None:
    assert changes.request(ChangeTimeline(0, running=True), Micros(7), Micros(3 * SECOND)) is None
    assert changes.timeline.latest.at == 7 + 6 * SECOND


def test_changes_wait_for_a_cycle_boundary_and_merge(changes: TimelineChanges) -> None:
    began = started(changes)
    assert changes.request(ChangeTimeline(1, tempo=tempo_of_bpm(90)), began, Micros(0)) is None
    assert changes.request(ChangeTimeline(2, meter=Meter(12, 2)), began, Micros(0)) is None
    playing, changed = changes.timeline.segments[-2:]
    assert (playing.epoch, changed.epoch) == (1, 3)
    assert changed.beat == 16 * BEAT
    assert (changed.tempo, changed.meter, changed.running) == (tempo_of_bpm(90), Meter(12, 2), True)


def test_a_stop_overtakes_changes_and_keeps_them_for_the_next_start(changes: TimelineChanges) -> None:
    now = started(changes)
    for epoch, bpm in enumerate((90, 80, 70), 1):
        assert changes.request(ChangeTimeline(epoch, tempo=tempo_of_bpm(bpm)), now, Micros(0)) is None
    assert changes.request(ChangeTimeline(4, running=False), now, Micros(0)) is None
    stop = changes.timeline.latest
    assert (stop.running, stop.tempo, stop.beat, stop.epoch) == (False, tempo_of_bpm(70), 16 * BEAT, 5)
    assert changes.request(ChangeTimeline(5, running=True), stop.at, Micros(0)) is None
    assert changes.timeline.latest.tempo == tempo_of_bpm(70)


def test_a_change_nearer_than_the_lead_stays(changes: TimelineChanges) -> None:
    now = started(changes)
    assert changes.request(ChangeTimeline(1, tempo=tempo_of_bpm(90)), now, Micros(0)) is None
    slower = changes.timeline.latest
    assert changes.request(ChangeTimeline(2, running=False), Micros(slower.at - MIN_LEAD), Micros(0)) is None
    assert changes.timeline.segments[-2] == slower


def test_a_change_follows_a_start_that_is_counted_in(changes: TimelineChanges) -> None:
    assert changes.request(ChangeTimeline(0, running=True, tempo=SLOWEST_TEMPO), Micros(0), Micros(0)) is None
    start = changes.timeline.latest
    assert changes.request(ChangeTimeline(1, tempo=TEMPO), Micros(0), Micros(0)) is None
    assert changes.timeline.segments[-2] == start
    assert changes.request(ChangeTimeline(2, running=False), Micros(0), Micros(0)) is None
    assert not any(segment.running for segment in changes.timeline.segments)


CHANGES = some.lists(
    some.tuples(
        some.integers(0, 10 * SECOND),
        some.builds(
            ChangeTimeline,
            some.just(0),
            some.none() | some.sampled_from([FASTEST_TEMPO, Tempo(300_000), TEMPO, SLOWEST_TEMPO]),
            some.none() | some.booleans(),
            some.none() | some.builds(Meter, some.integers(1, 16), some.integers(1, 3)),
        ),
    ),
    max_size=20,
)


@given(CHANGES, some.integers(0, 3 * SECOND))
def test_laws_of_any_sequence_of_changes(sequence: list[tuple[int, ChangeTimeline]], one_way: int) -> None:
    changes, now = TimelineChanges(Timeline.stopped(TEMPO, Meter())), Micros(0)
    lead = max(MIN_LEAD, 2 * one_way)
    for pause, requested in sequence:
        now = Micros(now + pause)
        before = changes.timeline
        wanted = structs.replace(requested, epoch=before.latest.epoch)
        declined = changes.request(wanted, now, Micros(one_way))
        after = changes.timeline
        assert sum(segment.at > now for segment in after.segments) <= 2
        if declined is not None:
            assert declined.code == "unchanged" or wanted.running is not False or not before.latest.running
            continue
        assert after.latest.epoch == before.latest.epoch + 1
        pairs = pairwise(before.segments)
        near = [new for old, new in pairs if now < new.at <= now + lead and (old.running or new.running)]
        assert set(near) <= set(after.segments)
        assert after.latest.at >= now + lead
        if not after.latest.running and after.segments[-2].running:
            ended = after.segments[-2]
            cycle = ended.meter.beats * ended.tempo
            assert after.latest.at <= max(now + lead, ended.at) + cycle + 1


def test_a_change_with_an_old_epoch_is_stale(changes: TimelineChanges) -> None:
    started(changes)
    declined = changes.request(ChangeTimeline(0, tempo=tempo_of_bpm(90)), Micros(0), Micros(0))
    assert declined is not None
    assert declined.code == "stale"


@pytest.mark.parametrize(
    "change", [ChangeTimeline(0), ChangeTimeline(0, tempo=TEMPO), ChangeTimeline(0, running=False, meter=Meter())]
)
def test_a_change_of_nothing_is_declined(changes: TimelineChanges, change: ChangeTimeline) -> None:
    declined = changes.request(change, Micros(0), Micros(0))
    assert declined is not None
    assert declined.code == "unchanged"
    assert changes.timeline.latest.epoch == 0


def test_changes_too_near_to_be_replaced_are_limited_but_a_stop_is_not_declined() -> None:
    fast = TimelineChanges(Timeline.stopped(FASTEST_TEMPO, Meter(1)))
    now = started(fast)
    assert fast.request(ChangeTimeline(1, meter=Meter(2)), now, Micros(0)) is None
    now = Micros(fast.timeline.latest.at - 1)
    assert fast.request(ChangeTimeline(2, running=False), now, Micros(0)) is None
    assert [segment.at > now for segment in fast.timeline.segments[-2:]] == [True, True]
    declined = fast.request(ChangeTimeline(3, running=True), now, Micros(3 * SECOND))
    assert declined is not None
    assert declined.code == "too-many"


def test_segments_are_kept_for_two_periods(changes: TimelineChanges) -> None:
    now = started(changes)
    for epoch in range(1, 40):
        now = Micros(now + 8 * SECOND)
        change = ChangeTimeline(epoch, tempo=tempo_of_bpm(120 + epoch % 2))
        assert changes.request(change, now, Micros(0)) is None
    timeline = changes.timeline
    assert timeline.segments[0].beat <= timeline.beat_at(now) - 32 * BEAT
    assert timeline.segments[1].beat > timeline.beat_at(now) - 48 * BEAT
    assert without_ended(timeline, now) == timeline


def test_a_warning_names_the_slow_member_and_a_remedy(changes: TimelineChanges) -> None:
    segment = changes.timeline.latest
    assert period_micros(segment) == 8 * SECOND
    assert tight_warning(segment, "Fern", Micros(3 * SECOND), Micros(0)) is None
    tight = tight_warning(segment, "Fern", Micros(4 * SECOND), Micros(SECOND - SAFETY_MARGIN))
    assert tight is not None
    assert tight.code == "tight"
    assert tight.text == "Fern's network is too slow for this tempo by 1.0 s: try 106 bpm."


def test_without_a_fitting_tempo_a_longer_period_is_suggested(changes: TimelineChanges) -> None:
    short = Timeline.stopped(TEMPO, Meter(2)).latest
    tight = tight_warning(short, "Fern", Micros(3 * SECOND), Micros(0))
    assert tight is not None
    assert tight.text.endswith(": make the period longer.")


def test_the_suggested_tempo_is_slow_enough() -> None:
    short = Timeline.stopped(Tempo(200_000), Meter(16)).latest
    tight = tight_warning(short, "Fern", Micros(2 * SECOND), Micros(25_000))
    assert tight is not None
    advised = tempo_of_bpm(int(tight.text.removesuffix(" bpm.").rpartition(" ")[2]))
    assert (
        tight_warning(Timeline.stopped(advised, Meter(16)).latest, "Fern", Micros(2 * SECOND), Micros(25_000)) is None
    )
