"""The score: strokes one period later, without stops."""

from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.messages import TimelineUpdate
from drumcircle_gui.recording.score import Score, ScoreMarker, build_score
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, Micros, beats, seconds, tempo_of_bpm

from .material import PLAYING, batch, played, welcome
from .test_performance import histories


def heard(timeline: Timeline, *struck: tuple[int, float, int]) -> Score:
    return build_score(played([(0.0, welcome(timeline)), (1.0, batch(0, *struck))]))


def sounds(of: Score) -> list[tuple[float, int]]:
    return [(at / 1_000_000, stroke.pad) for at, stroke in of.strokes()]


def test_the_score_begins_with_the_cycle_of_the_first_stroke():
    of = heard(PLAYING, (1, 5.5, 36), (1, 6.0, 38))
    assert (of.begin, of.length) == (beats(8), seconds(1))
    assert sounds(of) == [(0.75, 36), (1.0, 38)]


def test_strokes_follow_the_tempo_at_which_they_sounded():
    faster = PLAYING.changed(Micros(PLAYING.latest.micros_at(beats(8))), tempo=tempo_of_bpm(240))
    of = heard(faster, (1, 3.0, 36), (1, 6.0, 38))
    assert sounds(of) == [(1.5, 36), (2.5, 38)]
    assert [mark.text for mark in of.marks] == ["120 bpm", "240 bpm"]


def test_stops_are_cut_out_and_marked():
    latest = PLAYING.latest
    paused = PLAYING.changed(latest.micros_at(beats(8)), running=False)
    resumed = paused.changed(Micros(paused.latest.at + seconds(60)), running=True, tempo=tempo_of_bpm(60))
    of = heard(resumed, (1, 2.0, 36), (1, 6.0, 38), (1, 8.0, 42))
    assert sounds(of) == [(1.0, 36), (4.0, 38), (6.0, 42)]
    assert (
        of.marks[-1] == ScoreMarker(beats(8), "After a pause of 60 s") or of.marks[-2].text == "After a pause of 60 s"
    )
    assert all(segment.running for segment in of.timeline.segments)


def test_strokes_pending_at_a_stop_sound_at_the_last_tempo():
    stopped = PLAYING.changed(PLAYING.latest.micros_at(beats(8)), running=False)
    assert sounds(heard(stopped, (1, 2.0, 36), (1, 7.0, 38))) == [(1.0, 36), (3.5, 38)]
    assert sounds(heard(stopped, (1, 7.0, 38))) == [(1.5, 38)]


def test_a_shorter_period_can_reorder_strokes():
    short = PLAYING.changed(PLAYING.latest.micros_at(beats(4)), meter=Meter(2))
    of = heard(short, (1, 3.0, 36), (1, 4.0, 38))
    assert sounds(of) == [(0.0, 38), (0.5, 36)]
    assert [beat // BEAT for beat, _ in of.beats()] == [6, 7]


def test_tempo_marks_are_placed_where_the_change_sounds():
    latest = PLAYING.latest
    faster = PLAYING.changed(latest.micros_at(beats(8)), tempo=tempo_of_bpm(240))
    assert heard(faster, (1, 9.0, 36)).marks == (ScoreMarker(beats(12), "240 bpm"),)
    paused = PLAYING.changed(latest.micros_at(beats(8)), running=False)
    resumed = paused.changed(Micros(paused.latest.at + seconds(60)), running=True)
    assert heard(resumed, (1, 2.0, 36)).marks == (
        ScoreMarker(beats(4), "120 bpm"),
        ScoreMarker(beats(8), "After a pause of 60 s"),
    )


def test_events_are_marked_where_they_sounded():
    of = build_score(played())
    assert of.marks == (
        ScoreMarker(beats(4), "120 bpm"),
        ScoreMarker(beats(5), "Listen"),
        ScoreMarker(beats(7), "Wren joins"),
        ScoreMarker(beats(8), "90 bpm"),
        ScoreMarker(of.performance.timeline.beat_at(seconds(6.5)), "Moß leaves"),
    )


def test_without_strokes_the_score_is_empty():
    of = build_score(played([(0.0, welcome()), (5.0, TimelineUpdate(PLAYING.segments))]))
    assert (of.length, sounds(of), list(of.beats())) == (0, [], [])
    never = build_score(played([(0.0, welcome(Timeline.stopped(tempo_of_bpm(100), Meter())))]))
    assert never.timeline.latest.running


STRUCK = st.lists(st.tuples(st.integers(1, 3), st.floats(0, 60), st.integers(0, 127)), min_size=1, max_size=30)


@given(histories(), STRUCK)
def test_every_stroke_sounds_once_on_the_beat_of_the_circle(timeline: Timeline, struck):
    of = heard(timeline, *struck)
    original = of.performance.timeline
    assert sorted(beat for beat, _ in of.beats()) == sorted(original.replay_beat(beats(beat)) for _, beat, _ in struck)
    assert [at for at, _ in of.strokes()] == [of.timeline.micros_at(beat) for beat, _ in of.beats()]
    assert min(at for at, _ in of.strokes()) >= 0
    assert max(at for at, _ in of.strokes()) == of.length


@given(histories(), STRUCK, st.integers(0, 60_000_000))
def test_playback_can_begin_at_any_time(timeline: Timeline, struck, since: int):
    of = heard(timeline, *struck)
    everything = list(of.strokes())
    first = bisect_left([at for at, _ in everything], since)
    assert list(of.strokes(Micros(since))) == everything[first:]
