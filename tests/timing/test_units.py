"""Laws of the units."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.timing.units import (
    BEAT,
    FASTEST_TEMPO,
    SECOND,
    SLOWEST_TEMPO,
    Tempo,
    beats,
    bpm_of,
    checked_tempo,
    local_micros,
    seconds,
    tempo_of_bpm,
)


def test_whole_beats_and_seconds_are_exact() -> None:
    assert beats(16) == 16 * BEAT
    assert beats(0.25) == 250_000
    assert seconds(3) == 3 * SECOND
    assert seconds(0.0000014) == 1


def test_120_bpm_is_half_a_second_a_beat() -> None:
    assert tempo_of_bpm(120) == 500_000
    assert bpm_of(Tempo(500_000)) == 120


@given(some.integers(FASTEST_TEMPO, SLOWEST_TEMPO))
def test_bpm_converts_back_to_the_same_tempo(tempo: int) -> None:
    assert tempo_of_bpm(bpm_of(Tempo(tempo))) == tempo


@given(some.floats(allow_nan=True, allow_infinity=True))
def test_any_number_is_a_tempo_in_range_or_refused(bpm: float) -> None:
    try:
        tempo = tempo_of_bpm(bpm)
    except ValueError as refusal:
        assert "between 30 and 400 bpm" in str(refusal)
    else:
        assert FASTEST_TEMPO <= tempo <= SLOWEST_TEMPO


@pytest.mark.parametrize("bpm", [30, 400])
def test_the_limits_are_in_range(bpm: float) -> None:
    assert bpm_of(tempo_of_bpm(bpm)) == bpm


@pytest.mark.parametrize("tempo", [FASTEST_TEMPO - 1, SLOWEST_TEMPO + 1, 0, -500_000])
def test_a_tempo_beyond_the_limits_is_refused(tempo: int) -> None:
    with pytest.raises(ValueError, match="tempo"):
        checked_tempo(tempo)


def test_local_time_does_not_go_back() -> None:
    stamps = [local_micros() for _ in range(1000)]
    assert stamps == sorted(stamps)
    assert all(isinstance(stamp, int) for stamp in stamps)
