"""Where a room is in its song: what counts, what is forgotten, and when it is asked again."""

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
PLAYS = Status(state="play", song_id=7, elapsed=Micros(0), audio="44100:16:2")


def polled(tracking: PositionTracker, begin: Micros, end: Micros, status: Status = PLAYS, c: int = 0) -> None:
    """Asked every 31 ms from `begin` until `end`; the song is `c` ahead of local time."""
    for sent in range(begin, end, 31_000):
        elapsed = (sent + ONE_WAY + c) // STEP * STEP
        poll = Poll(Micros(sent), Micros(sent + 2 * ONE_WAY))
        tracking.poll_answered(poll, replace(status, elapsed=Micros(elapsed)), ONE_WAY)


def test_a_room_that_plays_is_found_where_it_is():
    tracking = PositionTracker()
    polled(tracking, Micros(0), seconds(2), c=5_000_000)
    place = tracking.position(seconds(2))
    assert place is not None
    assert abs(place.song_clock - 5_000_000) <= place.uncertainty
    assert tracking.known_since == pytest.approx(0, abs=40_000)


def test_nothing_is_known_of_one_that_rests_or_says_no_format():
    for status in (replace(PLAYS, state="pause"), replace(PLAYS, audio=""), replace(PLAYS, elapsed=None)):
        tracking = PositionTracker()
        poll = Poll(Micros(0), Micros(2000))
        tracking.poll_answered(poll, status, ONE_WAY)
        assert tracking.position(Micros(2000)) is None
        assert tracking.known_since is None


def test_what_was_known_before_a_start_is_forgotten_and_what_is_said_too_soon_does_not_count():
    tracking = PositionTracker()
    polled(tracking, Micros(0), seconds(1))
    tracking.reset_until(seconds(1.5))
    assert tracking.position(seconds(1.2)) is None
    polled(tracking, seconds(1.1), seconds(1.5), c=70_000)
    assert tracking.position(seconds(1.6)) is None
    polled(tracking, seconds(1.5), seconds(2.5), c=3_000_000)
    place = tracking.position(seconds(2.5))
    assert place is not None and abs(place.song_clock - 3_000_000) <= place.uncertainty
    assert tracking.known_since is not None and tracking.known_since >= seconds(1.5)


def test_another_song_begins_anew():
    tracking = PositionTracker()
    polled(tracking, Micros(0), seconds(1))
    polled(tracking, seconds(1), seconds(2), replace(PLAYS, song_id=8), c=-1_000_000)
    place = tracking.position(seconds(2))
    assert place is not None and abs(place.song_clock + 1_000_000) <= place.uncertainty
    assert tracking.undisturbed_since >= seconds(1)


def test_it_is_asked_often_after_a_start_less_often_later_and_rarely_when_it_rests():
    tracking = PositionTracker()
    rests = replace(PLAYS, state="stop")
    assert tracking.poll_interval_s(Micros(0), rests, ONE_WAY) == IDLE_POLL_S
    tracking.reset_until(seconds(1))
    assert tracking.poll_interval_s(seconds(0.5), rests, ONE_WAY) == FAST_POLL_S
    step = STEP / SECOND + 0.001
    assert FAST_POLL_S <= tracking.poll_interval_s(seconds(2), PLAYS, ONE_WAY) <= FAST_POLL_S + step
    assert (
        PLAYING_POLL_S
        <= tracking.poll_interval_s(Micros(seconds(1) + FAST_POLL_FOR), PLAYS, ONE_WAY)
        <= PLAYING_POLL_S + step
    )
