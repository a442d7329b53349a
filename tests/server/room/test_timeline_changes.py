"""Changes of the timeline: placed far enough ahead, or declined."""

import pytest

from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.server.room.timeline_changes import (
    MAX_PENDING_CHANGES,
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


def test_changes_wait_for_a_cycle_boundary_and_stack(changes: TimelineChanges) -> None:
    began = started(changes)
    assert changes.request(ChangeTimeline(1, tempo=tempo_of_bpm(90)), began, Micros(0)) is None
    assert changes.request(ChangeTimeline(2, meter=Meter(12, 2)), began, Micros(0)) is None
    slower, longer = changes.timeline.segments[-2:]
    assert slower.beat == 16 * BEAT
    assert longer.beat == 32 * BEAT
    assert (longer.tempo, longer.meter, longer.running) == (tempo_of_bpm(90), Meter(12, 2), True)


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


def test_pending_changes_are_limited(changes: TimelineChanges) -> None:
    for epoch in range(MAX_PENDING_CHANGES):
        assert changes.request(ChangeTimeline(epoch, running=epoch % 2 == 0), Micros(0), Micros(0)) is None
    declined = changes.request(ChangeTimeline(MAX_PENDING_CHANGES, running=True), Micros(0), Micros(0))
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
