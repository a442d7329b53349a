from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.sound.synth.kit import (
    FALLBACKS,
    GUIDE_BEAT,
    GUIDE_CYCLE,
    KEYS,
    PADS,
    PATCHES,
    Kit,
    damped,
    loudness,
    patch,
    tuned,
)
from tests.sound.material import RATE, kit_of, spike


def test_every_key_has_a_sound_and_a_name():
    assert all(patch(key).sound for key in range(KEYS))
    names = [row.name for row in PATCHES.values()]
    assert len(set(names)) == len(names)


def test_every_fallback_leads_to_a_key_with_a_sound_of_its_own():
    assert [first for first, _ in FALLBACKS] == sorted({first for first, _ in FALLBACKS})
    assert FALLBACKS[0][0] == 0
    assert all(like in PATCHES for _, like in FALLBACKS)


def test_keys_mean_what_general_midi_says():
    assert [patch(key).sound for key in (36, 38, 42, 49, 56, 75)] == [
        "kick",
        "snare",
        "hat_closed",
        "crash",
        "cowbell",
        "claves",
    ]
    assert patch(63).name == "Conga, high open"


def test_all_hi_hats_choke_each_other_and_nothing_else():
    hats = {key for key in range(KEYS) if "hat" in patch(key).sound}
    assert {patch(key).choke for key in hats} == {patch(42).choke}
    assert {key for key in range(KEYS) if patch(key).choke == patch(42).choke} == hats
    assert patch(38).choke == 0


def test_the_guide_has_two_low_sounds():
    assert (patch(GUIDE_BEAT).sound, patch(GUIDE_CYCLE).sound) == ("dundun", "bass")


def test_the_screen_has_twelve_different_pads():
    assert len({pad.key for pad in PADS}) == len({pad.name for pad in PADS}) == len({pad.letter for pad in PADS}) == 12
    assert {pad.key for pad in PADS} <= PATCHES.keys()


def test_harder_is_louder_up_to_full():
    assert loudness(127) == 1
    assert all(softer < harder for softer, harder in pairwise(map(loudness, range(1, 128))))


@given(st.integers(1, 127), st.integers(1, 127), st.integers(1, 4))
def test_harder_strokes_never_take_a_softer_layer(one, other, layers):
    kit = kit_of(spike(), layers)
    softer, harder = sorted((one, other))
    assert kit.sound(36, softer) <= kit.sound(36, harder)
    assert kit.sound(36, 127) - kit.sound(36, 1) == layers - 1


def test_a_kit_gives_each_key_its_own_recording():
    recordings = {each.recording: [spike(4, number / 1000)] for number, each in enumerate(map(patch, range(KEYS)))}
    kit = Kit(recordings)
    for key in (36, 38, 127):
        start = kit.bank.firsts[kit.sound(key, 100)]
        assert kit.bank.samples[start] == recordings[patch(key).recording][0][0]


@pytest.mark.parametrize("ratio", [0.5, 0.9, 44_100 / 48_000, 1.5])
def test_tuning_moves_the_pitch_and_keeps_the_strength(ratio):
    length = 9600
    window = np.hanning(length)
    tone = (np.sin(2 * np.pi * 1000 * np.arange(length) / RATE) * window).astype(np.float32)
    moved = tuned(tone, ratio)
    assert len(moved) == round(length / ratio)
    pitch = np.argmax(np.abs(np.fft.rfft(moved, 2**16))) * RATE / 2**16
    assert pitch == pytest.approx(1000 * ratio, rel=0.005)
    assert np.abs(moved).max() == pytest.approx(1, abs=0.01)


def test_a_ratio_of_one_leaves_the_sound_unchanged():
    sound = spike()
    assert tuned(sound, 1.0) is sound


def test_damping_fades_a_sound_and_cuts_its_silent_end():
    faded = damped(np.ones(1000, np.float32), 50)
    assert (faded[0], faded[50]) == (1, pytest.approx(1 / np.e))
    assert len(faded) == 400
    assert damped(faded, 0) is faded


def test_open_half_open_and_splash_hi_hats_ring_ever_shorter():
    decays = [patch(key).decay_s or np.inf for key in (46, 23, 21)]
    assert decays == sorted(decays, reverse=True)
    assert len(set(decays)) == 3
