"""A conductor's changes are sent one at a time; only another conductor's change makes one stale."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.client.change_queue import ChangeQueue
from drumcircle_gui.protocol.messages import ChangeTimeline, Declined
from drumcircle_gui.server.room.timeline_changes import TimelineChanges
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import Micros, Tempo

LATEST = Timeline.stopped(Tempo(500_000), Meter()).latest
FASTER, SLOWER = Tempo(400_000), Tempo(600_000)


@pytest.fixture
def queue() -> ChangeQueue:
    return ChangeQueue()


def test_changes_that_wait_merge_and_follow_the_own_epoch(queue: ChangeQueue) -> None:
    queue.add(ChangeTimeline(0, running=True))
    assert queue.take(LATEST) == ChangeTimeline(0, running=True)
    queue.add(ChangeTimeline(0, tempo=SLOWER))
    queue.add(ChangeTimeline(0, tempo=FASTER, meter=Meter(8)))
    assert queue.take(LATEST) is None
    started = replace(LATEST, epoch=1, running=True)
    queue.updated(started)
    assert queue.take(started) == ChangeTimeline(1, tempo=FASTER, meter=Meter(8))


def test_a_change_of_another_conductor_makes_an_older_request_stale(queue: ChangeQueue) -> None:
    other = replace(LATEST, epoch=1, tempo=SLOWER)
    queue.updated(other)
    queue.add(ChangeTimeline(0, tempo=FASTER))
    assert queue.take(other) == ChangeTimeline(0, tempo=FASTER)
    assert queue.declined("stale")
    queue.add(ChangeTimeline(1, tempo=FASTER))
    assert queue.take(other) == ChangeTimeline(1, tempo=FASTER)


def test_only_a_repeated_request_is_declined_without_a_notice(queue: ChangeQueue) -> None:
    queue.add(ChangeTimeline(0, running=True))
    queue.take(LATEST)
    assert queue.declined("unchanged")
    queue.add(ChangeTimeline(0, running=True))
    queue.take(LATEST)
    started = replace(LATEST, epoch=1, running=True)
    queue.updated(started)
    queue.add(ChangeTimeline(0, running=True))
    queue.take(started)
    assert not queue.declined("unchanged")


def test_after_a_reconnect_the_next_request_is_sent(queue: ChangeQueue) -> None:
    queue.add(ChangeTimeline(0, running=True))
    queue.take(LATEST)
    queue.add(ChangeTimeline(0, tempo=FASTER))
    queue.welcomed(LATEST)
    assert queue.take(LATEST) == ChangeTimeline(0, tempo=FASTER)


REQUESTS = some.builds(
    ChangeTimeline, some.just(0), some.none() | some.sampled_from([FASTER, SLOWER]), some.none() | some.booleans()
)


@given(some.lists(some.none() | REQUESTS))
def test_with_one_conductor_nothing_is_stale(turns: list[ChangeTimeline | None]) -> None:
    """Requests refer to the first epoch, however late they are sent. None: the server answers."""
    queue, server = ChangeQueue(), TimelineChanges(Timeline.stopped(Tempo(500_000), Meter()))
    known, sent = server.timeline.latest, None
    for request in [*turns, None, None]:
        if request is not None:
            queue.add(request)
        elif sent is not None:
            declined = server.request(sent, Micros(0), Micros(0))
            sent = None
            if isinstance(declined, Declined):
                assert declined.code != "stale"
                queue.declined(declined.code)
            else:
                known = server.timeline.latest
                queue.updated(known)
        sent = sent or queue.take(known)
