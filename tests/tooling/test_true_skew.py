"""Where a recording is in a song, told of recordings that are made up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.mpd.true_skew import Channel, Rooms, Song, noise

RATE = 48_000
SAMPLES = noise(6, RATE, seed=1)
SONG = Song(SAMPLES, RATE)
OTHER = noise(6, RATE, seed=2)


def heard(place: float, seconds: float = 0.1, gain: float = 1.0) -> Channel:
    first = round(place * RATE)
    return SAMPLES[first : first + round(seconds * RATE)] * np.float32(gain)


@given(st.integers(0, round(5.9 * RATE)), st.floats(0.01, 4))
def test_a_position_is_found_to_the_sample_at_any_loudness(frame: int, gain: float) -> None:
    place = frame / RATE
    assert SONG.place(heard(place, gain=gain), place - 0.3, place + 0.3) == place


def test_nothing_is_found_in_silence_in_another_song_or_outside_the_range() -> None:
    assert SONG.place(np.zeros(4800, np.float32), 0, 6) is None
    assert SONG.place(OTHER[:4800], 0, 6) is None
    assert SONG.place(heard(2), 3, 4) is None
    assert SONG.place(heard(2), 7, 8) is None
    assert SONG.seconds == 6


def test_half_a_window_of_silence_or_of_another_sound_is_tolerated() -> None:
    half = heard(2)
    half[:2400] = 0
    assert SONG.place(half, 1, 3) == 2
    half[:2400] = OTHER[:2400]
    assert SONG.place(half, 1, 3) == 2


def test_a_position_is_found_after_a_codec_or_a_filter() -> None:
    smooth = np.convolve(heard(2, 0.2), np.ones(4, np.float32) / 4, mode="same")
    assert SONG.place(smooth[2400:7200], 1, 3) == pytest.approx(2.05, abs=0.0001)


def recording(*begins: tuple[float, float], seconds: float = 3.0) -> Rooms:
    """Each room plays another song, and from a second of the recording on SONG from a place."""
    sound = np.stack([OTHER[: round(seconds * RATE)]] * len(begins), axis=1)
    for room, (second, place) in enumerate(begins):
        first = round(second * RATE)
        sound[first:, room] = heard(place, seconds)[: len(sound) - first]
    return Rooms(sound, RATE)


def test_the_skew_of_rooms_that_start_together() -> None:
    rooms = recording((1.0, 2.0), (1.003, 2.0), (1.1, 2.0))
    begun = rooms.begun(SONG, round(0.9 * RATE), 2.0, slack=0.2, timeout=1)
    assert begun is not None
    assert begun.spread == pytest.approx(100, abs=0.05)
    assert 1.04 * RATE <= begun.frame <= 1.1 * RATE
    later = rooms.at(SONG, begun.frame + RATE, 2.5, 3.5)
    assert later is not None
    assert later.spread == pytest.approx(100, abs=0.05)


def test_a_room_that_skips_ahead_at_once_counts_as_together() -> None:
    begun = recording((1.0, 2.0), (1.25, 2.25)).begun(SONG, round(0.9 * RATE), 2.0, slack=0.2, timeout=1)
    assert begun is not None
    assert begun.spread == pytest.approx(0, abs=0.05)


def test_without_all_rooms_there_is_no_skew() -> None:
    rooms = recording((1.0, 2.0), (2.5, 2.0))
    assert rooms.begun(SONG, round(0.9 * RATE), 2.0, slack=0.2, timeout=1) is None
    assert rooms.at(SONG, round(1.5 * RATE), 1, 4) is None
    assert rooms.at(SONG, round(2.95 * RATE), 1, 6) is None
