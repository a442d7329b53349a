"""Laws of tapped tempos."""

from math import log2

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drumcircle_gui.mpd.sync.tap_tempo import RESTART_PAUSE, beat_numbers, octave_near, tempo_of, with_tap
from drumcircle_gui.timing.units import SECOND, Micros

tempos = st.floats(30, 400)
beginnings = st.integers(-(10**12), 10**12)


def taps_at(bpm, beats, start=0):
    return [Micros(round(start + beat * 60 * SECOND / bpm)) for beat in beats]


@given(tempos, beginnings, st.integers(4, 32))
def test_even_taps_have_their_tempo(bpm, start, taps):
    assert tempo_of(taps_at(bpm, range(taps), start)) == pytest.approx(bpm, rel=1e-4)


@given(tempos, st.sets(st.integers(1, 30), max_size=6), st.sets(st.integers(0, 31), max_size=4))
def test_missed_beats_and_double_taps_do_not_matter(bpm, missed, doubled):
    beats = [beat for beat in range(32) if beat not in missed]
    beats = sorted(beats + [beat + 0.1 for beat in beats if beat in doubled])
    assert tempo_of(taps_at(bpm, beats)) == pytest.approx(bpm, rel=0.005)


@given(tempos, st.lists(st.floats(-0.1, 0.1), min_size=16, max_size=32))
def test_uneven_taps_are_averaged(bpm, errors):
    beats = [beat + error for beat, error in enumerate(errors)]
    assert tempo_of(taps_at(bpm, beats)) == pytest.approx(bpm, rel=0.025)


def test_too_few_taps_have_no_tempo():
    assert tempo_of([]) is None
    assert tempo_of(taps_at(120, range(3))) is None
    assert tempo_of([Micros(5)] * 8) is None


@given(st.lists(st.integers(0, 10**9), max_size=20).map(sorted))
def test_beat_numbers_begin_with_zero_and_never_decrease(taps):
    beats = beat_numbers(taps)
    assert len(beats) == len(taps)
    assert beats == sorted(beats)
    assert beats[:1] == [0][: len(taps)]


@given(st.floats(5, 3000), tempos)
def test_the_nearest_octave_is_within_the_tempos_of_a_circle(bpm, wanted):
    near = octave_near(bpm, wanted)
    assert 30 <= near <= 400
    assert log2(near / bpm) == pytest.approx(round(log2(near / bpm)), abs=1e-9)
    assume(45 < wanted < 280)
    assert abs(log2(near / wanted)) <= 0.5 + 1e-9


def test_a_tap_after_a_pause_starts_a_new_series():
    taps = with_tap(with_tap((), Micros(0)), Micros(SECOND))
    assert taps == (0, SECOND)
    assert with_tap(taps, Micros(SECOND + RESTART_PAUSE)) == (SECOND + RESTART_PAUSE,)
    assert with_tap((Micros(0), Micros(1), Micros(2)), Micros(3), most=3) == (1, 2, 3)
