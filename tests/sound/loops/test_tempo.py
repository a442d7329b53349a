"""The tempo of loops."""

import numpy as np
import pytest

from drumcircle_gui.sound.loops.tempo import MeasuredTempo, measure
from drumcircle_gui.sound.synth.kit_io import load
from drumcircle_gui.sound.synth.mixer import Mixer

RATE = 24_000
PATTERNS = {
    "rock": {36: (0, 4), 38: (2, 6), 42: (0, 1, 2, 3, 4, 5, 6, 7)},
    "clave": {75: (0, 1.5, 3, 5, 6), 36: (0, 4)},
    "four": {36: (0, 2, 4, 6)},
}
"""Strokes by key, in halves of a beat, within four beats."""


@pytest.fixture(scope="module")
def kit():
    return load(RATE)


def played(kit, pattern: str, bpm: float, beats: int, rest_s: float = 0.0):
    mixer, frames = Mixer(kit.bank, RATE), round((beats * 60 / bpm + rest_s) * RATE)
    for bar in range(0, beats, 4):
        for key, steps in PATTERNS[pattern].items():
            for step in steps:
                sound, gain, _ = kit.voice(key, 100, 1)
                mixer.start(sound, round((bar + step / 2) * 60 / bpm * RATE), gain)
    out = np.zeros((frames, 2), np.float32)
    mixer.render(out)
    return (out * 32_000).astype(np.int16)


@pytest.mark.parametrize(
    ("pattern", "bpm", "beats"), [("four", 72, 16), ("rock", 97.3, 16), ("clave", 120, 8), ("clave", 143, 32)]
)
def test_the_tempo_is_found_or_its_half_or_double(kit, pattern: str, bpm: float, beats: int) -> None:
    found = measure(played(kit, pattern, bpm, beats), RATE)
    assert found is not None
    assert found.beats in (beats // 2, beats, 2 * beats)
    assert found.beat_s * found.beats == pytest.approx(beats * 60 / bpm, abs=1e-3)


def test_a_sound_that_is_not_cut_to_its_beats_has_a_tempo_all_the_same(kit) -> None:
    found = measure(played(kit, "rock", 105, 32, rest_s=0.24), RATE)
    assert found is not None
    assert min(abs(found.beat_s * share - 60 / 105) for share in (0.5, 1, 2)) < 60 / 105 * 0.002
    assert found.beats * found.beat_s >= 32 * 60 / 105 + 0.24


def test_where_nothing_repeats_there_is_none() -> None:
    assert measure(np.zeros((RATE, 2), np.int16), RATE) is None
    assert measure(np.zeros((10, 2), np.int16), RATE) is None


def test_halves_and_doubles() -> None:
    tempo = MeasuredTempo(0.5, 16)
    assert (tempo.scaled(1), tempo.scaled(-1)) == (MeasuredTempo(0.25, 32), MeasuredTempo(1.0, 8))
    assert MeasuredTempo(0.5, 7).scaled(-1) is None
