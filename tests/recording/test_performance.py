"""All members record the same performance, regardless of outages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.messages import Cue, CueUpdate, Member, MemberLeft, MemberUpdate, TimelineUpdate
from drumcircle_gui.recording.performance import (
    Performance,
    PerformanceError,
    PerformanceEvent,
    PerformancePlayer,
    build_performance,
    join_segments,
)
from drumcircle_gui.recording.stroke_table import RecordedStroke
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros, beats, seconds, tempo_of_bpm
from tests.client.simulated_circle import SimulatedCircle, SimulatedMember

from .material import FERN, MOSS, PLAYING, SAID, batch, journal, played, records, welcome


def test_a_performance_holds_what_was_published():
    whole = played()
    assert whole.circle == "Oak"
    assert whole.players == (
        PerformancePlayer(1, "Fern", 0),
        PerformancePlayer(2, "Moß", 1),
        PerformancePlayer(3, "Wren", 2),
    )
    assert list(whole.strokes) == [
        RecordedStroke(Beats(0), 1, 36, 100),
        RecordedStroke(beats(0.5), 2, 38, 100),
        RecordedStroke(beats(2), 1, 36, 100),
        RecordedStroke(beats(7), 2, 38, 100),
        RecordedStroke(beats(7.25), 3, 42, 100),
    ]
    assert [segment.epoch for segment in whole.timeline.segments] == [1, 2]
    assert whole.events == (
        PerformanceEvent(seconds(4.5), "cue", "Listen"),
        PerformanceEvent(seconds(5.5), "joined", "Wren"),
        PerformanceEvent(seconds(6.5), "left", "Moß"),
    )
    assert (whole.started, whole.ended, whole.me, whole.missing) == (seconds(0.5), seconds(6.5), 1, 0)


def test_a_change_that_was_replaced_before_it_was_in_force_is_left_out():
    known = SAID[4][1].segments
    replaced = Timeline(known).changed(seconds(60), tempo=tempo_of_bpm(200))
    stopped = Timeline(known).changed(seconds(30), running=False, epoch=replaced.latest.epoch + 1)
    whole = played([*SAID, (7.0, TimelineUpdate(replaced.segments)), (7.1, TimelineUpdate(stopped.segments))])
    assert whole.timeline.segments[-2:] == stopped.segments[-2:]


def test_performances_compare_by_music_only():
    whole = played()
    assert replace(whole, me=7, started=Micros(0), events=(), missing=3) == whole
    assert played([*SAID, (7.0, batch(3, (1, 9.0, 36)))]) != whole
    assert played([*SAID, (7.0, MemberUpdate(Member(1, "Ferny", "player", 0)))]) != whole


def test_strokes_may_come_in_any_batches():
    torn = [
        SAID[0],
        (3.0, batch(0, (2, 0.5, 38))),
        (3.0, batch(1, (1, 0.0, 36), (1, 2.0, 36))),
        SAID[5],
        (5.0, TimelineUpdate(SAID[4][1].segments[1:])),
        (6.0, batch(2, (2, 7.0, 38), (3, 7.25, 42))),
    ]
    assert played(torn) == played()


def test_a_reconnect_adds_missed_events_once():
    later = welcome(PLAYING, FERN, Member(3, "Wren", "player", 2), cue="Play")
    known = welcome(PLAYING, FERN, MOSS, cue="Listen")
    whole = played([(0.5, welcome()), (4.5, CueUpdate(Cue("Listen"))), (5.0, known), (9.0, later), (9.1, later)])
    assert whole.events == (
        PerformanceEvent(seconds(4.5), "cue", "Listen"),
        PerformanceEvent(seconds(9), "left", "Moß"),
        PerformanceEvent(seconds(9), "joined", "Wren"),
        PerformanceEvent(seconds(9), "cue", "Play"),
    )


def test_gaps_and_repetitions_of_batches():
    messages = [(0.5, welcome()), *[(1.0, batch(number, (1, 1.0, 38))) for number in (4, 5, 9)]]
    assert (played(messages).missing, len(played(messages).strokes)) == (3, 3)
    doubled = [*records(messages), *records(messages)[1:]]
    assert build_performance(doubled) == played(messages)


def test_an_unknown_player_gets_a_default_name():
    assert played([(0.5, welcome()), (1.0, batch(0, (9, 1.0, 38))), (2.0, MemberLeft(77))]).players == (
        PerformancePlayer(9, "Player 9", 9),
    )


def test_without_records_there_is_no_performance():
    with pytest.raises(PerformanceError, match="does not name its circle"):
        build_performance([])
    silent = played([(0.5, welcome())])
    assert (len(silent.strokes), silent.players, silent.timeline) == (0, (), PLAYING)
    assert silent.strokes != 3


# --- laws ------------------------------------------------------------------------------------------------------------

ACTIONS = st.sampled_from(["strike", "strike", "tick", "cut", "back", "tempo", "stop"])


class TwoMembers:
    """Two members of a circle and the messages each received; Fern has a bad connection."""

    def __init__(self) -> None:
        self.world = SimulatedCircle()
        self.oak, self.fern = SimulatedMember(self.world, "Oak"), SimulatedMember(self.world, "Fern", ahead=-77)
        self.members = (self.oak, self.fern)
        for member in self.members:
            member.join()
        self._settle()

    def strike(self) -> None:
        for pad, member in enumerate(self.members, 36):
            member.session.strike(member.local, pad, 100)
            member.session.flush_strokes()

    def tick(self) -> None:
        for _ in range(20):
            self.world.tick()
        self._settle()

    def cut(self) -> None:
        self.fern.cut()

    def back(self) -> None:
        if not self.fern.connected:
            self.fern.join()
            self._settle()

    def tempo(self) -> None:
        self._decide(tempo=tempo_of_bpm(90 + self.world.now % 100))

    def stop(self) -> None:
        self._decide(running=not self._timeline.latest.running)

    def performances(self) -> list[Performance]:
        self.back()
        self.tick()
        received = [
            [(at / 1_000_000, message) for message, at in member.session.take_messages()] for member in self.members
        ]
        return [played(messages) for messages in received]

    @property
    def _timeline(self) -> Timeline:
        return Timeline(self.world.room.overview(self.world.now).timeline)

    def _decide(self, **requests: object) -> None:
        """Changes the timeline as a conductor's request does."""
        decisions = self.world.room._circle.changes
        decisions.timeline = self._timeline.changed(Micros(self.world.now + seconds(2)), **requests)  # type: ignore[arg-type]
        for member in self.members:
            if member.connected:
                member.down += member.server.send(TimelineUpdate(self._timeline.segments))

    def _settle(self) -> None:
        for member in self.members:
            member.settle()


@given(st.lists(ACTIONS, max_size=25))
def test_two_members_recordings_are_equal_whatever_outages_one_of_them_had(actions: list[str]):
    pair = TwoMembers()
    for action in actions:
        getattr(pair, action)()
        pair.world.advance(seconds(0.1))
    mine, theirs = pair.performances()
    assert mine == theirs
    assert (mine.missing, theirs.missing) == (0, 0)
    assert len(mine.strokes) == len(pair.oak.heard) == len(pair.fern.heard)


@st.composite
def histories(draw: st.DrawFn) -> Timeline:
    """A timeline with several changes."""
    timeline = PLAYING
    requests = st.fixed_dictionaries({"tempo": st.floats(30, 400).map(tempo_of_bpm), "running": st.booleans()})
    for request in draw(st.lists(requests, max_size=8)):
        timeline = timeline.changed(Micros(timeline.latest.at + draw(st.integers(1, 20_000_000))), **request)
    return timeline


@given(histories(), st.data())
def test_a_timeline_is_joined_from_pieces_in_any_order(timeline: Timeline, data: st.DataObject):
    pieces = data.draw(st.permutations(timeline.segments))
    assert join_segments([*pieces, *pieces[:2]]) == timeline


@given(histories(), st.data())
def test_missing_segments_are_bridged(timeline: Timeline, data: st.DataObject):
    first, *others = timeline.segments
    kept = [first, *(segment for segment in others if data.draw(st.booleans()))]
    bridged = join_segments(kept)
    assert set(kept) <= set(bridged.segments)
    for segment in kept:
        assert abs(bridged.beat_at(segment.at) - segment.beat) <= 1


def test_contradicting_segments_are_an_error():
    early = Segment(1, seconds(9), Beats(9 * BEAT), tempo_of_bpm(120), True, PLAYING.latest.meter, Beats(0))
    with pytest.raises(PerformanceError, match="contradicts"):
        join_segments([early, replace(early, epoch=2, at=seconds(1), beat=Beats(0))])


def test_a_cut_off_journal_gives_the_performance_up_to_the_cut():
    import io

    from drumcircle_gui.recording.journal import JournalReader

    data = journal(ended=False)
    assert len(build_performance(JournalReader(io.BytesIO(data[:-40]))).strokes) in (3, 5)
