"""The rendered audio: every stroke on its frame, through the kit and limiter of the circle."""

import numpy as np
import pytest

from drumcircle_gui.protocol.groove_messages import BASS, CLICK, LOW, Groove, GrooveNote, GrooveSpan, GrooveUpdate
from drumcircle_gui.recording.renderer import (
    BLOCK,
    MAX_RING,
    ScheduledSound,
    frame_count,
    render_blocks,
    scheduled_sounds,
)
from drumcircle_gui.recording.score import Score, build_score
from drumcircle_gui.sound.messages import GUIDE_CHANNEL
from drumcircle_gui.sound.synth.kit import (
    BASS_KEYS,
    GUIDE_BEAT,
    GUIDE_CLICK,
    GUIDE_CYCLE,
    GUIDE_VELOCITY,
    KEYS,
    Kit,
    loudness,
    patch,
)
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, seconds

from .material import PLAYING, played, welcome
from .test_loop_track import BEGINS, FILE, FULL, scored
from .test_score import heard

RATE = 8000


def kit(ring: int = 40) -> Kit:
    """Every sound is a click of full height with `ring` frames of silence after it."""
    click = np.zeros(ring, np.float32)
    click[0] = 0.5
    return Kit({each.recording: [click] for each in map(patch, range(KEYS))})


def rendered(of: Score, **options: object) -> np.ndarray:
    return np.concatenate(list(render_blocks(of, kit(), RATE, **options)))


def onsets(sound: np.ndarray) -> list[int]:
    return np.flatnonzero(np.abs(sound).max(axis=1) > 0.01).tolist()


def test_every_stroke_begins_on_its_frame():
    sound = rendered(build_score(played()))
    assert onsets(sound) == [round(at * RATE / SECOND) for at, _ in build_score(played()).strokes()]
    assert sound[0, 0] == pytest.approx(0.5 * loudness(100) * np.sqrt(0.5), rel=1e-5)


def test_the_result_does_not_depend_on_block_boundaries():
    beat = BLOCK / RATE * 2
    assert onsets(rendered(heard(PLAYING, (1, 0.0, 36), (1, beat, 38), (1, beat + 1, 38)))) == [
        0,
        BLOCK,
        BLOCK + RATE // 2,
    ]


@pytest.mark.slow
def test_rendering_lasts_until_the_sound_has_decayed_up_to_a_limit():
    of = heard(PLAYING, (1, 0.0, 36))
    assert len(rendered(of)) == BLOCK
    endless = list(render_blocks(of, kit(ring=60 * RATE), RATE))
    assert len(endless) * BLOCK == pytest.approx(frame_count(of, RATE), abs=BLOCK)
    assert frame_count(of, RATE) == MAX_RING * RATE // SECOND


def test_the_guide_sounds_until_the_last_stroke():
    of = heard(PLAYING, (1, 0.0, 36), (1, 4.25, 38))
    guided = [
        (sound.at / 1_000_000, sound.pad)
        for sound in scheduled_sounds(of, guide=True)
        if sound.channel == GUIDE_CHANNEL
    ]
    assert guided == [(0, GUIDE_CYCLE), (0.5, GUIDE_BEAT), (1, GUIDE_BEAT), (1.5, GUIDE_BEAT), (2, GUIDE_CYCLE)]
    everything = list(scheduled_sounds(of, guide=True))
    assert everything == sorted(everything)
    assert onsets(rendered(of, guide=True)) == [0, 4000, 8000, 12_000, 16_000, 17_000]
    assert list(scheduled_sounds(of, guide=True, since=Micros(seconds(1.75)))) == [
        ScheduledSound(seconds(2), GUIDE_CYCLE, 90, GUIDE_CHANNEL),
        ScheduledSound(seconds(2.125), 38, 100, 1),
    ]


def test_the_guide_plays_the_groove_that_was_chosen_and_plain_beats_before_it():
    groove = Groove("Dance", 4, 4, 0, (GrooveNote(0, LOW, 100), GrooveNote(6, BASS, 84, 7), GrooveNote(15, CLICK, 60)))
    of = scored((0.6, GrooveUpdate((GrooveSpan(1, Beats(36 * BEAT), groove),))))
    begin = of.begin // BEAT
    guided = [
        (begin + sound.at * 2 / SECOND, sound.pad, sound.velocity)
        for sound in scheduled_sounds(of, guide=True)
        if sound.channel == GUIDE_CHANNEL and sound.at >= (34 - begin) * SECOND // 2
    ]
    plain = [(34, GUIDE_BEAT, GUIDE_VELOCITY), (35, GUIDE_BEAT, GUIDE_VELOCITY)]
    notes = (0, GUIDE_BEAT, 100), (1.5, BASS_KEYS[19], 84), (3.75, GUIDE_CLICK, 60)
    dance = [(beat + at, *rest) for beat in range(36, 60, 4) for at, *rest in notes]
    assert guided[:8] == [*plain, *dance][:8]


def test_the_guide_sounds_throughout_a_long_performance():
    of = heard(PLAYING, (1, 0.0, 36), (1, 80.0, 38))
    assert sum(sound.channel == GUIDE_CHANNEL for sound in scheduled_sounds(of, guide=True)) == 81


def test_a_closed_hi_hat_chokes_only_the_same_players_open_one():
    tone = Kit({each.recording: [np.full(RATE, 0.1, np.float32)] for each in map(patch, range(KEYS))})
    for closes, rings in ((1, False), (2, True)):
        of = heard(PLAYING, (1, 0.0, 46), (closes, 1.0, 42), (1, 16.0, 36))
        sound = np.concatenate(list(render_blocks(of, tone, RATE)))[:, 0]
        both = sound[RATE * 3 // 4] > 1.5 * sound[RATE // 4]
        assert both == rings


def test_without_strokes_the_result_is_empty():
    of = build_score(played([(0.0, welcome())]))
    assert list(render_blocks(of, kit(), RATE)) == []
    assert [sound.pad for sound in scheduled_sounds(of, guide=True)] == [GUIDE_CYCLE]


def test_many_simultaneous_strokes_do_not_clip():
    of = heard(PLAYING, *[(player, 0.0, 36) for player in range(1, 200)])
    assert np.abs(rendered(of)).max() < 1


def test_the_loop_is_heard_beside_the_strokes():
    of = scored((0.6, BEGINS))
    without, beside = rendered(of), rendered(of, loops={FILE: FULL})
    assert len(beside) == len(without)
    assert abs(beside[RATE : 10 * RATE]).min() > 0.2 > abs(without[RATE : 10 * RATE]).max()
