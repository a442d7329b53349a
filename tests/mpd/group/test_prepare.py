"""The measured values that corrections of MPD servers are based on."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.group.prepare import (
    BEFORE_END,
    EXACT_SUFFIXES,
    LARGE_BUFFER,
    PAUSE_SKIPS,
    RESUME_LAG,
    SETTLE_AFTER,
    reachable_place,
)
from drumcircle_gui.timing.units import Micros, seconds


def test_exact_suffixes_match_the_lower_case_name_of_a_file() -> None:
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in EXACT_SUFFIXES)


@given(st.text(max_size=20), st.sampled_from([".ogg", ".mp3", ".opus", ".m4a"]))
def test_a_seek_in_a_lossy_file_is_not_exact(name: str, suffix: str) -> None:
    assert not (name + suffix).lower().endswith(EXACT_SUFFIXES)


def test_a_room_is_measured_only_after_every_known_delay_has_passed() -> None:
    assert 0 < RESUME_LAG < LARGE_BUFFER < PAUSE_SKIPS < SETTLE_AFTER


def test_no_room_is_brought_beyond_the_end_of_a_song() -> None:
    assert reachable_place(seconds(999), seconds(2)) == seconds(2) - BEFORE_END
    assert reachable_place(seconds(999), Micros(10)) == 0
    assert reachable_place(seconds(1.5), seconds(2)) == reachable_place(seconds(1.5), None) == seconds(1.5)
    assert reachable_place(None, seconds(2)) == 0
