"""Wishes become decisions."""

import pytest

from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.server.room.timeline_changes import (
    MOST_WAITING,
    SAFETY,
    SHORTEST_LEAD,
    TO_PREPARE,
    TimelineChanges,
    needed,
    period_of,
    warning,
)
from drumcircle_gui.timing.guide import COUNT_IN_BEATS
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, FASTEST_TEMPO, SECOND, SLOWEST_TEMPO, Micros, Tempo, tempo_of_bpm

TEMPO = tempo_of_bpm(120)


@pytest.fixture
def decisions() -> TimelineChanges:
    return TimelineChanges(Timeline.stopped(TEMPO, Meter()))


def started(decisions: TimelineChanges) -> Micros:
    """The moment at which the circle began to play."""
    assert decisions.take(ChangeTimeline(0, running=True), Micros(0), Micros(0)) is None
    return decisions.timeline.latest.at


def test_a_start_comes_soon_enough_for_everybody_to_hear_of_it(decisions: TimelineChanges) -> None:
    assert started(decisions) == TO_PREPARE + COUNT_IN_BEATS * TEMPO
    assert started(TimelineChanges(Timeline.stopped(FASTEST_TEMPO, Meter()))) == SHORTEST_LEAD


def test_a_beginning_leaves_time_to_be_counted_in_at_its_own_tempo(decisions: TimelineChanges) -> None:
    assert decisions.take(ChangeTimeline(0, running=True, tempo=SLOWEST_TEMPO), Micros(0), Micros(SECOND)) is None
    assert decisions.timeline.latest.at == SECOND + TO_PREPARE + COUNT_IN_BEATS * SLOWEST_TEMPO


def test_a_slow_member_makes_it_later(decisions: TimelineChanges) -> None:
    assert decisions.take(ChangeTimeline(0, running=True), Micros(7), Micros(3 * SECOND)) is None
    assert decisions.timeline.latest.at == 7 + 6 * SECOND


def test_changes_wait_for_a_cycle_boundary_and_stack(decisions: TimelineChanges) -> None:
    began = started(decisions)
    assert decisions.take(ChangeTimeline(1, tempo=tempo_of_bpm(90)), began, Micros(0)) is None
    assert decisions.take(ChangeTimeline(2, meter=Meter(12, 2)), began, Micros(0)) is None
    slower, longer = decisions.timeline.segments[-2:]
    assert slower.beat == 16 * BEAT
    assert longer.beat == 32 * BEAT
    assert (longer.tempo, longer.meter, longer.running) == (tempo_of_bpm(90), Meter(12, 2), True)


def test_an_old_wish_is_stale(decisions: TimelineChanges) -> None:
    started(decisions)
    refusal = decisions.take(ChangeTimeline(0, tempo=tempo_of_bpm(90)), Micros(0), Micros(0))
    assert refusal is not None
    assert refusal.code == "stale"


@pytest.mark.parametrize(
    "asked", [ChangeTimeline(0), ChangeTimeline(0, tempo=TEMPO), ChangeTimeline(0, running=False, meter=Meter())]
)
def test_what_is_so_already_is_not_decided_again(decisions: TimelineChanges, asked: ChangeTimeline) -> None:
    refusal = decisions.take(asked, Micros(0), Micros(0))
    assert refusal is not None
    assert refusal.code == "unchanged"
    assert decisions.timeline.latest.epoch == 0


def test_only_so_many_decisions_may_wait(decisions: TimelineChanges) -> None:
    for epoch in range(MOST_WAITING):
        assert decisions.take(ChangeTimeline(epoch, running=epoch % 2 == 0), Micros(0), Micros(0)) is None
    refusal = decisions.take(ChangeTimeline(MOST_WAITING, running=True), Micros(0), Micros(0))
    assert refusal is not None
    assert refusal.code == "too-many"


def test_the_past_is_kept_for_two_periods(decisions: TimelineChanges) -> None:
    now = started(decisions)
    for epoch in range(1, 40):
        now = Micros(now + 8 * SECOND)
        asked = ChangeTimeline(epoch, tempo=tempo_of_bpm(120 + epoch % 2))
        assert decisions.take(asked, now, Micros(0)) is None
    timeline = decisions.timeline
    assert timeline.segments[0].beat <= timeline.beat_at(now) - 32 * BEAT
    assert timeline.segments[1].beat > timeline.beat_at(now) - 48 * BEAT
    assert needed(timeline, now) == timeline


def test_a_network_too_slow_for_the_period_is_named_with_a_remedy(decisions: TimelineChanges) -> None:
    segment = decisions.timeline.latest
    assert period_of(segment) == 8 * SECOND
    assert warning(segment, "Fern", Micros(3 * SECOND), Micros(0)) is None
    tight = warning(segment, "Fern", Micros(4 * SECOND), Micros(SECOND - SAFETY))
    assert tight is not None
    assert tight.code == "tight"
    assert tight.text == "Fern's network is too slow for this tempo by 1.0 s: try 106 bpm."


def test_where_no_tempo_helps_the_period_must(decisions: TimelineChanges) -> None:
    short = Timeline.stopped(TEMPO, Meter(2)).latest
    tight = warning(short, "Fern", Micros(3 * SECOND), Micros(0))
    assert tight is not None
    assert tight.text.endswith(": make the period longer.")


def test_the_tempo_advised_is_slow_enough() -> None:
    short = Timeline.stopped(Tempo(200_000), Meter(16)).latest
    tight = warning(short, "Fern", Micros(2 * SECOND), Micros(25_000))
    assert tight is not None
    advised = tempo_of_bpm(int(tight.text.removesuffix(" bpm.").rpartition(" ")[2]))
    assert warning(Timeline.stopped(advised, Meter(16)).latest, "Fern", Micros(2 * SECOND), Micros(25_000)) is None
