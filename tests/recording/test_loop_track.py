"""The loop in a score: the same part on the same beat as the circle heard it, at the level of that moment."""

from dataclasses import replace

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.loops.loop_plan import LoopPlan, stretches
from drumcircle_gui.protocol.loop_messages import Loop, LoopSpan, LoopUpdate
from drumcircle_gui.protocol.messages import TimelineUpdate
from drumcircle_gui.recording.loop_track import LoopTrack, ScoredLoop, loops_of
from drumcircle_gui.recording.score import Score, build_score
from drumcircle_gui.sound.synth.interpolator import SampledSound
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, beats, seconds, tempo_of_bpm

from .material import PLAYING, Saying, batch, played, welcome

RATE = 8000
FILE, OTHER = "a" * 64, "b" * 64
LOOP = Loop(FILE, 1000, "Forest", 4, tempo_of_bpm(120), 100)
FULL = SampledSound(np.full((4 * 48_000, 2), 16_384, np.int16))
BEGINS = LoopUpdate((LoopSpan(1, Beats(0), LOOP),))


def scored(*said: Saying) -> Score:
    """A score with strokes on the beats 0 and 41 of a circle at 120 bpm, and other published messages."""
    strokes = (3.0, batch(0, (1, 0.0, 36))), (23.0, batch(1, (1, 41.0, 36)))
    return build_score(played(sorted([(0.5, welcome()), *strokes, *said], key=lambda each: each[0])))


@given(st.integers(0, 40 * BEAT - 1), st.sampled_from([0, 4, 8]))
def test_each_beat_has_the_part_of_the_loop_that_the_circle_heard_on_it(beat: int, begin: int) -> None:
    """Also over a pause, which the score leaves out, and a tempo at which the loop is silent."""
    stopped = PLAYING.changed(seconds(8), running=False)
    again = stopped.changed(seconds(12), running=True)
    slower = again.changed(seconds(15), tempo=tempo_of_bpm(90))
    said = [TimelineUpdate(each.segments) for each in (stopped, again, slower)]
    loop = LoopUpdate((LoopSpan(1, beats(begin), LOOP),))
    score = scored((4.0, loop), (5.0, said[0]), (9.0, said[1]), (13.0, said[2]))
    whole = score.performance.timeline
    at, heard = score.timeline.micros_at(Beats(max(beat, score.begin))), whole.micros_at(Beats(max(beat, score.begin)))
    assert at is not None and heard is not None
    track = ScoredLoop(score)
    mine = [part.position + at - part.at for part in track.parts(at, Micros(at + 1)) if part.at <= at < part.until]
    live = stretches(whole, LoopPlan(loop.spans), heard, Micros(heard + 1))
    theirs = [each.position + heard - each.at for each in live if each.at <= heard < each.until]
    assert len(mine) == len(theirs) and all(abs(a - b) <= 2 for a, b in zip(mine, theirs, strict=True))


def test_a_level_counts_from_the_moment_on_at_which_it_was_set() -> None:
    louder = LoopUpdate((LoopSpan(2, Beats(0), replace_level(50)),))
    score = scored((0.6, BEGINS), (2 + 5.0, louder))
    track = LoopTrack(score, {FILE: FULL}, RATE)
    began = score.timeline.micros_at(Beats(10 * BEAT)) // (SECOND // RATE)
    heights = {}
    for first in range(0, score.length * RATE // SECOND - RATE, RATE // 10):
        block = track.render(first, RATE // 10)
        heights[first] = float(np.median(block[0]))
    before = [height for first, height in heights.items() if RATE // 2 < first < began - RATE // 2]
    after = [height for first, height in heights.items() if first > began + RATE // 2]
    assert np.allclose(before, before[0], rtol=0.02) and np.allclose(after, before[0] / 2, rtol=0.02)


def replace_level(level: int) -> Loop:
    return Loop(LOOP.file, LOOP.size, LOOP.name, LOOP.beats, LOOP.tempo, level)


def test_it_ends_with_the_last_stroke_and_is_silent_without_its_file() -> None:
    score = scored((0.6, BEGINS))
    track = ScoredLoop(score)
    assert track.parts(score.length, Micros(score.length + SECOND)) == ()
    assert max(part.until for part in track.parts(Micros(0), score.length)) == score.length
    silent = LoopTrack(score, {}, RATE).render(0, RATE)
    assert silent is None or not silent.any()


def test_all_loops_of_a_performance_are_named() -> None:
    other = LoopUpdate((*BEGINS.spans, LoopSpan(2, beats(16), Loop(OTHER, 5, "Rain", 4, LOOP.tempo, 80))))
    performance = scored((0.6, BEGINS), (4.0, other)).performance
    assert {file: loop.name for file, loop in loops_of(performance).items()} == {OTHER: "Rain", FILE: "Forest"}
    assert [level for _, level in performance.levels] == [100, 80]
    assert loops_of(replace(performance, loops=())) == {}


@pytest.mark.parametrize("known", [True, False])
def test_a_recorder_that_joins_later_learns_of_the_loop(known: bool) -> None:
    joined = msgspec.structs.replace(welcome(), loops=BEGINS.spans if known else ())
    performance = played([(0.5, joined), (3.0, batch(0, (1, 0.0, 36)))])
    assert performance.loops == (BEGINS.spans if known else ())
