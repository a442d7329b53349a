"""Tracking a room: which reports count, when the position is discarded, and when the room is polled."""

from dataclasses import replace

import pytest

from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.mpd.sync.latency import Poll
from drumcircle_gui.mpd.sync.position_tracker import (
    FAST_POLL_FOR,
    FAST_POLL_S,
    IDLE_POLL_S,
    PLAYING_POLL_S,
    PositionTracker,
)
from drumcircle_gui.timing.units import SECOND, Micros, seconds

ONE_WAY = Micros(1000)
STEP = 22_811
PLAYING = Status(state="play", song_id=7, elapsed=Micros(0), audio="44100:16:2")


def poll(
    tracker: PositionTracker, begin: Micros, end: Micros, status: Status = PLAYING, clock: int = 0, step: int = STEP
) -> None:
    """Polls every 31 ms from `begin` to `end`; the song clock is `clock`."""
    for sent in range(begin, end, 31_000):
        elapsed = (sent + ONE_WAY + clock) // step * step
        answered = Poll(Micros(sent), Micros(sent + 2 * ONE_WAY))
        tracker.poll_answered(answered, replace(status, elapsed=Micros(elapsed)), ONE_WAY)


def test_the_position_of_a_playing_room_is_found():
    tracker = PositionTracker()
    poll(tracker, Micros(0), seconds(2), clock=5_000_000)
    position = tracker.position(seconds(2))
    assert position is not None
    assert abs(position.song_clock - 5_000_000) <= position.uncertainty
    assert tracker.known_since == pytest.approx(0, abs=40_000)


def test_a_room_that_does_not_play_or_reports_no_format_has_no_position():
    for status in (
        replace(PLAYING, state="pause"),
        replace(PLAYING, audio=""),
        replace(PLAYING, elapsed=None),
    ):
        tracker = PositionTracker()
        answered = Poll(Micros(0), Micros(2000))
        tracker.poll_answered(answered, status, ONE_WAY)
        assert tracker.position(Micros(2000)) is None
        assert tracker.known_since is None


def test_a_start_discards_the_position_and_reports_before_it_do_not_count():
    tracker = PositionTracker()
    poll(tracker, Micros(0), seconds(1))
    tracker.reset_until(seconds(1.5))
    assert tracker.position(seconds(1.2)) is None
    poll(tracker, seconds(1.1), seconds(1.5), clock=70_000)
    assert tracker.position(seconds(1.6)) is None
    poll(tracker, seconds(1.5), seconds(2.5), clock=3_000_000)
    position = tracker.position(seconds(2.5))
    assert position is not None and abs(position.song_clock - 3_000_000) <= position.uncertainty
    assert tracker.known_since is not None and tracker.known_since >= seconds(1.5)


def test_another_song_discards_the_position():
    tracker = PositionTracker()
    poll(tracker, Micros(0), seconds(1))
    poll(tracker, seconds(1), seconds(2), replace(PLAYING, song_id=8), clock=-1_000_000)
    position = tracker.position(seconds(2))
    assert position is not None and abs(position.song_clock + 1_000_000) <= position.uncertainty
    assert tracker.undisturbed_since >= seconds(1)


def test_polls_are_frequent_after_a_start_and_rare_while_nothing_plays():
    tracker = PositionTracker()
    stopped = replace(PLAYING, state="stop")
    assert tracker.poll_interval_s(Micros(0), stopped, ONE_WAY) == IDLE_POLL_S
    tracker.reset_until(seconds(1))
    assert tracker.poll_interval_s(seconds(0.5), stopped, ONE_WAY) == FAST_POLL_S
    step = STEP / SECOND + 0.001
    assert FAST_POLL_S <= tracker.poll_interval_s(seconds(2), PLAYING, ONE_WAY) <= FAST_POLL_S + step
    assert (
        PLAYING_POLL_S
        <= tracker.poll_interval_s(Micros(seconds(1) + FAST_POLL_FOR), PLAYING, ONE_WAY)
        <= PLAYING_POLL_S + step
    )


@pytest.mark.parametrize(("audio", "step"), [("22050:16:1", 91_247), ("8000:16:1", 251_500), ("192000:24:2", 2_620)])
def test_any_format_gets_a_position(audio: str, step: int) -> None:
    tracker = PositionTracker()
    poll(tracker, Micros(0), seconds(3), replace(PLAYING, audio=audio), clock=5_000_000, step=step)
    position = tracker.position(seconds(3))
    assert position is not None
    assert abs(position.song_clock - 5_000_000) <= position.uncertainty < step / 4 + 1_000


def test_a_room_that_converts_before_playing_gets_the_right_position() -> None:
    """It reports the file's format, but its `elapsed` moves in steps of its `audio_output_format`."""
    tracker = PositionTracker()
    mono = replace(PLAYING, audio="22050:16:1")
    poll(tracker, Micros(0), seconds(0.4), mono, clock=5_000_000)
    position = tracker.position(seconds(0.4))
    assert position is not None and position.uncertainty > 40_000
    poll(tracker, seconds(0.4), seconds(3), mono, clock=5_000_000)
    position = tracker.position(seconds(3))
    assert position is not None
    assert abs(position.song_clock - 5_000_000) <= position.uncertainty < 8_000


def test_a_jump_within_a_song_is_followed() -> None:
    tracker = PositionTracker()
    poll(tracker, Micros(0), seconds(2))
    poll(tracker, seconds(2), seconds(4), clock=-7_003_000)
    position = tracker.position(seconds(4))
    assert position is not None
    assert abs(position.song_clock + 7_003_000) <= position.uncertainty < 5_000
