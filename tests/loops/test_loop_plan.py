"""Which part of a loop sounds when."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.loops.loop_plan import NO_LOOP, LoopPlan, LoopStretch, fits, stretches
from drumcircle_gui.protocol.loop_messages import Loop, LoopSpan
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo

TEMPO, OTHER = Tempo(500_000), Tempo(400_000)
CYCLE = Meter(4, 1)


def loop(beats: int = 16, tempo: Tempo = TEMPO, file: str = "a") -> Loop:
    return Loop(64 * file, 1000, "Forest", beats, tempo)


def plan(*spans: tuple[int, Loop | None]) -> LoopPlan:
    return LoopPlan(tuple(LoopSpan(epoch, Beats(beat * BEAT), each) for epoch, (beat, each) in enumerate(spans, 1)))


def running(*changes: dict[str, object]) -> Timeline:
    """A circle that starts at 2 s; each change comes 10 s after the last."""
    timeline = Timeline.stopped(TEMPO, CYCLE).changed(Micros(2 * SECOND), running=True)
    for number, change in enumerate(changes, 1):
        timeline = timeline.changed(Micros((2 + 10 * number) * SECOND), **change)  # type: ignore[arg-type]
    return timeline


def heard(timeline: Timeline, loops: LoopPlan, until_s: float = 100) -> list[tuple[float, float, float]]:
    """(from, until, position) in seconds."""
    found = stretches(timeline, loops, Micros(0), Micros(round(until_s * SECOND)))
    return [(each.at / SECOND, each.until / SECOND, each.position / SECOND) for each in found]


def test_it_begins_on_its_beat_and_is_repeated() -> None:
    assert heard(running(), plan((4, loop(8))), 13) == [(4, 8, 0), (8, 12, 0), (12, 16, 0)]


def test_it_stops_and_goes_on_with_the_circle() -> None:
    timeline = running({"running": False}, {"running": True})  # stops at 12 s on beat 20, starts at 22 s
    assert heard(timeline, plan((0, loop(16))), 25) == [(2, 10, 0), (10, 12, 0), (22, 28, 2)]


def test_a_tempo_change_stops_it_until_its_own_tempo_is_back() -> None:
    timeline = running({"tempo": OTHER}, {"tempo": TEMPO})
    back = timeline.latest
    position = (back.beat / BEAT % 16) * 0.5
    assert heard(timeline, plan((0, loop(16))), back.at / SECOND + 1) == [
        (2, 10, 0),
        (10, 12, 0),
        (back.at / SECOND, back.at / SECOND + 8 - position, position),
    ]


def test_another_one_replaces_it_on_its_beat() -> None:
    other = loop(8, file="b")
    found = stretches(running(), plan((0, loop(16)), (4, other), (12, None)), Micros(0), Micros(99 * SECOND))
    assert [(each.at / SECOND, each.loop.file[0]) for each in found] == [(2, "a"), (4, "b")]


def test_without_a_loop_nothing_sounds() -> None:
    assert heard(running(), NO_LOOP) == []
    assert (NO_LOOP.epoch, NO_LOOP.latest, NO_LOOP.at(Beats(0))) == (0, None, None)


@pytest.mark.parametrize(("tempo", "sounds"), [(500_000, True), (500_499, True), (500_500, False), (499_500, False)])
def test_nearly_its_tempo_is_its_tempo(tempo: int, sounds: bool) -> None:
    assert fits(loop(), Tempo(tempo)) == sounds


@st.composite
def circles(draw: st.DrawFn) -> tuple[Timeline, LoopPlan]:
    changes = draw(
        st.lists(
            st.one_of(
                st.builds(lambda on: {"running": on}, st.booleans()),
                st.builds(lambda tempo: {"tempo": tempo}, st.sampled_from([TEMPO, OTHER, Tempo(500_200)])),
            ),
            max_size=4,
        )
    )
    beats = sorted(draw(st.sets(st.integers(0, 25), max_size=3)))
    loops = st.sampled_from([None, loop(16), loop(7, file="b"), loop(3, OTHER, "c")])
    return running(*changes), plan(*((4 * beat, draw(loops)) for beat in beats))


def expected(timeline: Timeline, loops: LoopPlan, at: Micros) -> tuple[Loop, int] | None:
    """The rule of the protocol's README, for one moment: the loop and the position in it."""
    segment = timeline.at(at)
    beat = segment.beat_at(at)
    span = next((span for span in reversed(loops.spans) if span.beat <= beat), None)
    if not segment.running or span is None or span.loop is None or not fits(span.loop, segment.tempo):
        return None
    length = span.loop.beats * BEAT
    return span.loop, at - segment.micros_at(Beats(span.beat + (beat - span.beat) // length * length))


@given(circles(), st.integers(0, 70 * SECOND))
def test_at_each_moment_it_is_what_the_beat_says(circle: tuple[Timeline, LoopPlan], moment: int) -> None:
    timeline, loops = circle
    before, after = (timeline.beat_at(Micros(moment + each)) % BEAT for each in (-2, 2))
    if before > after:  # a boundary is rounded to a whole micro
        return
    found = [each for each in stretches(timeline, loops, Micros(moment), Micros(moment + 1)) if covers(each, moment)]
    wanted = expected(timeline, loops, Micros(moment))
    assert [(each.loop, each.position + moment - each.at) for each in found] == ([wanted] if wanted else [])


def covers(stretch: LoopStretch, moment: int) -> bool:
    return stretch.at <= moment < stretch.until


@given(circles(), st.integers(0, 70 * SECOND), st.integers(1, 20 * SECOND))
def test_a_window_has_what_the_whole_has(circle: tuple[Timeline, LoopPlan], start: int, length: int) -> None:
    whole = list(stretches(*circle, Micros(0), Micros(91 * SECOND)))
    assert list(stretches(*circle, Micros(start), Micros(start + length))) == [
        each for each in whole if each.at < start + length and each.until > start
    ]
    assert all(one.until <= other.at for one, other in pairwise(whole))
