import numpy as np
import pytest

from resources import synthesis
from resources.synthesis import RATE


def rng():
    return np.random.default_rng(1)


def pitch_of(sound):
    return np.argmax(np.abs(np.fft.rfft(sound, 2**17))) * RATE / 2**17


def centroid(sound):
    power = np.abs(np.fft.rfft(sound)) ** 2
    return np.sum(power * np.fft.rfftfreq(len(sound), 1 / RATE)) / np.sum(power)


def test_a_decay_is_sixty_decibels_in_its_time():
    assert synthesis.fall(1.0, 0.5)[RATE // 2] == pytest.approx(0.001)


def test_a_partial_has_its_pitch_and_starts_at_zero():
    tone = synthesis.partials(0.5, (440,), (1.0,), (2.0,))
    assert tone[0] == 0
    assert pitch_of(tone) == pytest.approx(440, abs=1)


def test_a_glide_starts_sharp_and_ends_in_tune():
    tone = synthesis.partials(1.0, (440,), (1.0,), (9.0,), glide=0.5, glide_time=0.03)
    assert pitch_of(tone[:960]) > 500
    assert pitch_of(tone[RATE // 2 :]) == pytest.approx(440, abs=2)


def test_inaudible_partials_are_left_out():
    assert not synthesis.partials(0.1, (30_000,), (1.0,), (1.0,)).any()


@pytest.mark.parametrize("make", [synthesis.head, lambda *settings: synthesis.driven(synthesis.head(*settings), 1.5)])
def test_a_drum_has_its_pitch_and_is_brighter_when_hit_harder(make):
    soft, hard = make(rng(), 200, 0.3, 0.1), make(rng(), 200, 0.3, 1.0)
    assert pitch_of(soft) == pytest.approx(200, rel=0.03)
    assert centroid(hard) > 1.1 * centroid(soft)


def test_a_plate_has_modes_within_its_limits():
    power = np.abs(np.fft.rfft(synthesis.plate(rng(), 0.5, 3000, 9000, 100, 1.0))) ** 2
    frequencies = np.fft.rfftfreq(RATE // 2, 1 / RATE)
    inside = (frequencies > 2900) & (frequencies < 9100)
    assert power[inside].sum() > 0.99 * power.sum()


def test_noise_lies_in_its_band_at_about_unit_power():
    hiss = synthesis.noise(rng(), 1.0, 2000, 4000)
    assert 1500 < centroid(hiss) < 6000
    assert np.sqrt(np.mean(hiss**2)) == pytest.approx(1, rel=0.1)


def test_a_filter_does_not_ring_before_its_input():
    click = np.zeros(2000)
    click[1000] = 1
    assert np.abs(synthesis.band(click, 500, 5000)[:1000]).max() < 0.01


def test_a_room_adds_a_tail_and_keeps_the_beginning():
    click = np.zeros(100)
    click[0] = 1
    wet = synthesis.in_room(rng(), click, 0.3)
    assert wet[0] == pytest.approx(1, abs=0.01)
    assert np.abs(wet[200:]).max() > 0.001
    assert np.sqrt(np.sum(wet[100:] ** 2)) == pytest.approx(0.3, rel=0.05)


def test_parts_are_summed_whatever_their_lengths():
    assert synthesis.mixed(np.ones(2), np.ones(4)).tolist() == [2, 2, 1, 1]
    assert synthesis.later(np.ones(2), 3 / RATE).tolist() == [0, 0, 0, 1, 1]


def test_grains_have_the_requested_rate():
    beads = synthesis.grains(rng(), np.ones(10 * RATE), 1000)
    assert np.count_nonzero(beads) == pytest.approx(10_000, rel=0.05)
