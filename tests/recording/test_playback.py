"""The sound that a playback sends to the engine, rendered offline, equals the exported sound."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.groove_messages import BASS, LOW, Groove, GrooveNote, GrooveSpan, GrooveUpdate
from drumcircle_gui.protocol.loop_messages import Loop, LoopSpan, LoopUpdate
from drumcircle_gui.protocol.messages import TimelineUpdate
from drumcircle_gui.recording.playback import LOOP_AHEAD, QUEUE_AHEAD, PlaybackQueue
from drumcircle_gui.recording.recordings_state import Playhead
from drumcircle_gui.recording.renderer import render_blocks
from drumcircle_gui.recording.score import Score
from drumcircle_gui.sound.messages import LOOP_CHANNEL, EngineEvent, PlayLoop, SetChannel
from drumcircle_gui.sound.synth.interpolator import SampledSound
from drumcircle_gui.sound.synth.renderer import Renderer
from drumcircle_gui.timing.units import SECOND, Beats, Micros, beats, seconds

from .material import PLAYING
from .test_loop_track import BEGINS, FILE, LOOP, OTHER, replace_level, scored
from .test_renderer import kit

RATE = 8000
STEP = RATE // 10
ORIGIN = Micros(1_000 * SECOND)
"""Local time at which a test begins."""

NOISE = SampledSound(np.random.default_rng(5).integers(-8000, 8000, (2 * 48_000, 2)).astype(np.int16))
GROOVE = Groove("Dance", 4, 4, 20, (GrooveNote(0, LOW, 100), GrooveNote(3, BASS, 90, 5), GrooveNote(10, LOW, 60)))
SOUNDS = {FILE: NOISE}


def session() -> Score:
    """Strokes, a groove from beat 8 on, a loop that gets softer, a pause, and a tempo at which the loop is silent."""
    stopped = PLAYING.changed(seconds(8), running=False)
    again = stopped.changed(seconds(12), running=True)
    slower = again.changed(seconds(18), tempo=Micros(600_000))
    softer = LoopUpdate((LoopSpan(2, Beats(0), replace_level(40)),))
    return scored(
        (0.6, BEGINS),
        (1.0, GrooveUpdate((GrooveSpan(1, beats(8), GROOVE),))),
        (5.0, TimelineUpdate(stopped.segments)),
        (6.0, softer),
        (9.0, TimelineUpdate(again.segments)),
        (13.0, TimelineUpdate(slower.segments)),
    )


class Speaker:
    """The sound process's renderer, a tenth of a second at a time, on a device whose clock is the machine's."""

    def __init__(self) -> None:
        self.events: list[EngineEvent] = []
        self._renderer = Renderer(kit(), RATE, self.events.append)
        self._renderer.load_loops(SOUNDS)

    @property
    def now(self) -> Micros:
        return Micros(ORIGIN + self._renderer.frame * SECOND // RATE)

    def plays(self, queue: PlaybackQueue, length_s: float, ready: Sequence[str] = (FILE,)) -> np.ndarray:
        """The sound heard while `queue` is polled ten times a second."""
        blocks = []
        for _ in range(round(length_s * 10)):
            now = self.now
            for play in queue.due(now):
                self._renderer.submit(play)
            self._renderer.submit(SetChannel(LOOP_CHANNEL, queue.loop_gain(now), 0.0))
            self._renderer.submit(PlayLoop(queue.loop_parts(now, ready)))
            block = np.empty((STEP, 2), np.float32)
            self._renderer.render(block, now)
            blocks.append(block)
        return np.concatenate(blocks)


def exported(score: Score) -> np.ndarray:
    return np.concatenate(list(render_blocks(score, kit(), RATE, guide=True, loops=SOUNDS)))


def unlike(heard: np.ndarray, wanted: np.ndarray) -> float:
    """The relative difference in loudness, in blocks of a tenth of a second. The few worst blocks are left out, since a
    level changes within a block, and a part that begins in the middle fades in."""
    length = min(len(heard), len(wanted)) // STEP * STEP
    blocks = [each[:length].reshape(-1, STEP * 2) for each in (heard, wanted)]
    away = np.sqrt(np.mean((blocks[0] - blocks[1]) ** 2, axis=1))
    return float(np.sort(away / np.sqrt(np.mean(blocks[1] ** 2) + 1e-12))[-6])


def test_the_playback_sounds_like_the_exported_recording() -> None:
    score, speaker = session(), Speaker()
    queue = PlaybackQueue(score)
    queue.start(Playhead(Micros(0), ORIGIN))
    length_s = score.length / SECOND + 1
    heard, wanted = speaker.plays(queue, length_s), exported(score)
    assert np.abs(wanted[: 2 * RATE]).mean() > 0.02 and queue.empty
    assert unlike(heard, wanted) < 0.05
    late = [each for each in speaker.events if getattr(each, "late", False)]
    assert not late
    shifted = np.roll(wanted, RATE // 200, axis=0)
    assert unlike(heard, shifted) > 0.5, "the measure sees 5 ms"


@pytest.mark.parametrize("position_s", [1.3, 5.05, 13.0, 19.7])
def test_after_a_jump_the_rest_is_heard_as_it_was(position_s: float) -> None:
    """Also for a jump into the middle of a loop's repetition, past the pause, and to where the loop is silent."""
    score, speaker = session(), Speaker()
    queue = PlaybackQueue(score)
    queue.start(Playhead(Micros(0), ORIGIN))
    speaker.plays(queue, 0.2)
    begin = Micros(speaker.now + seconds(0.5))
    queue = PlaybackQueue(score)
    queue.start(Playhead(seconds(position_s), begin))
    heard = speaker.plays(queue, min(score.length / SECOND - position_s, 6) + 0.5)
    assert unlike(heard[RATE // 2 :], exported(score)[round(position_s * RATE) :]) < 0.05
    before = heard[RATE * 4 // 10 : RATE // 2 - 1]
    assert np.abs(before).max() == 0, "nothing sounds before the playback begins"


@given(st.integers(0, 30 * SECOND), st.integers(1, 40))
def test_each_sound_is_given_once_and_before_it_is_due(position: int, tenths: int) -> None:
    score = session()
    queue = PlaybackQueue(score)
    queue.start(Playhead(Micros(position), ORIGIN))
    moments = [Micros(ORIGIN + step * SECOND // 10) for step in range(tenths)]
    given = [(now, play) for now in moments for play in queue.due(now)]
    assert len({play.tag for _, play in given}) == len(given)
    assert all(now <= play.at < now + QUEUE_AHEAD for now, play in given)
    whole = PlaybackQueue(score)
    whole.start(Playhead(Micros(position), ORIGIN))
    until = moments[-1] + QUEUE_AHEAD
    at_once = [play for step in range(0, tenths + 4, 3) for play in whole.due(Micros(ORIGIN + step * SECOND // 10))]
    assert [p.at for _, p in given] == [p.at for p in at_once if p.at < until]


def test_the_loop_is_stated_far_ahead_and_only_with_its_file() -> None:
    queue = PlaybackQueue(session())
    queue.start(Playhead(seconds(1), ORIGIN))
    assert queue.loop_parts(ORIGIN, ()) == ()
    first, *others = queue.loop_parts(ORIGIN, {FILE})
    assert (first.at, first.position) == (ORIGIN, seconds(1))
    assert max(each.until for each in (first, *others)) >= ORIGIN + LOOP_AHEAD


def test_the_files_that_sound_now_and_next_come_first() -> None:
    rain, last = OTHER, "c" * 64
    other, third = (Loop(name, 5, "Rain", 4, LOOP.tempo, 80) for name in (rain, last))
    spans = LoopSpan(1, Beats(0), LOOP), LoopSpan(2, beats(16), other), LoopSpan(3, beats(24), None)
    score = scored((0.6, LoopUpdate((*spans, LoopSpan(4, beats(32), third)))))
    queue = PlaybackQueue(score)
    queue.start(Playhead(Micros(0), ORIGIN))
    found = [queue.loop_files(Micros(ORIGIN + score.timeline.micros_at(beats(at)))) for at in (0, 15, 17, 25, 40)]
    assert found == [[FILE, rain], [FILE, rain], [rain, last], [last], [last]]
