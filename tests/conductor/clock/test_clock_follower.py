"""When incoming MIDI clock changes the circle's tempo."""

from dataclasses import replace

import pytest

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.conductor.clock.clock_follower import (
    MIN_INTERVAL,
    STEADY,
    ClockFollower,
    ClockState,
    FollowMidiClock,
    UseMidiTempo,
    meant,
)
from drumcircle_gui.sound.midi_messages import MidiClockHeard
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, seconds, tempo_of_bpm

CLOCK = Clock(Micros(0), 0, 0.0, Micros(0), Micros(0))
CIRCLE = CircleSnapshot(clock=CLOCK, timeline=Timeline.stopped(tempo_of_bpm(100), Meter()))
NOW = seconds(100)


def at(bpm: float) -> MidiClockHeard:
    return MidiClockHeard("Sequencer", bpm, running=True)


class Follower(ClockFollower):
    def __init__(self, *, quick_enough: bool = True) -> None:
        self.changes: list[float] = []
        self.states: list[ClockState] = []
        self.quick_enough = quick_enough
        super().__init__(self._note, self.states.append)

    def _note(self, circle: CircleSnapshot, bpm: float) -> bool:
        if self.quick_enough:
            self.changes.append(bpm)
        return self.quick_enough


@pytest.mark.parametrize(
    ("heard", "bpm"), [(104.0, 104.0), (103.9, 104.0), (104.1, 104.0), (104.2, 104.2), (104.5, 104.5), (0.0, 0.0)]
)
def test_a_tempo_near_to_a_whole_number_means_that(heard: float, bpm: float) -> None:
    assert meant(heard) == bpm


def test_a_clock_is_proposed_and_used_when_the_conductor_says_so() -> None:
    follower = Follower()
    follower.hear(at(104.1), CIRCLE, NOW)
    follower.hear(at(104.0), CIRCLE, NOW)
    assert (follower.states, follower.changes) == ([ClockState(104.0, "Sequencer", differs=True)], [])
    follower.handle(UseMidiTempo(), CIRCLE, NOW)
    assert follower.changes == [104.0]


def test_the_circles_own_tempo_is_no_proposal_and_nothing_is_used_without_a_clock() -> None:
    follower = Follower()
    follower.handle(UseMidiTempo(), CIRCLE, NOW)
    for bpm in (100.2, 20.0, 420.0, 0.0):
        follower.hear(at(bpm), CIRCLE, NOW)
        assert not follower.state.differs
    follower.hear(None, CIRCLE, NOW)
    assert (follower.state, follower.changes) == (ClockState(), [])


def test_a_clock_that_is_followed_changes_the_tempo_at_most_every_four_seconds() -> None:
    follower = Follower()
    follower.hear(at(104.0), CIRCLE, Micros(NOW - STEADY))
    follower.handle(FollowMidiClock(on=True), CIRCLE, NOW)
    follower.hear(at(110.0), CIRCLE, Micros(NOW + SECOND))
    follower.hear(at(110.1), CIRCLE, Micros(NOW + MIN_INTERVAL - 1))
    assert follower.changes == [104.0]
    follower.hear(at(110.0), CIRCLE, Micros(NOW + MIN_INTERVAL))
    assert follower.changes == [104.0, 110.0]
    follower.handle(FollowMidiClock(on=False), CIRCLE, NOW)
    for later in (2, 3):
        follower.hear(at(120.0), CIRCLE, Micros(NOW + later * MIN_INTERVAL))
    assert len(follower.changes) == 2


def test_a_tempo_is_followed_once_it_has_lasted() -> None:
    follower = Follower()
    follower.handle(FollowMidiClock(on=True), CIRCLE, NOW)
    for second, bpm in enumerate((104.0, 104.2, 140.0, 104.0, 104.1)):
        follower.hear(at(bpm), CIRCLE, Micros(NOW + second * SECOND))
    assert follower.changes == []
    follower.hear(at(104.0), CIRCLE, Micros(NOW + 5 * SECOND))
    assert follower.changes == [104.0]


def test_it_waits_while_a_change_lies_ahead() -> None:
    follower = Follower()
    follower.hear(at(104.0), CIRCLE, Micros(NOW - STEADY))
    follower.handle(FollowMidiClock(on=True), replace(CIRCLE, clock=None), NOW)
    changing = replace(CIRCLE, timeline=CIRCLE.timeline.changed(Micros(NOW + SECOND), tempo=tempo_of_bpm(101)))
    follower.hear(at(104.0), changing, NOW)
    assert follower.changes == []
    follower.hear(at(104.0), changing, Micros(NOW + SECOND))
    assert follower.changes == [104.0]


def test_a_tempo_too_fast_for_somebodys_network_is_tried_again() -> None:
    follower = Follower(quick_enough=False)
    follower.hear(at(104.0), CIRCLE, Micros(NOW - STEADY))
    follower.handle(FollowMidiClock(on=True), CIRCLE, NOW)
    follower.quick_enough = True
    follower.hear(at(104.0), CIRCLE, NOW)
    assert follower.changes == [104.0]
