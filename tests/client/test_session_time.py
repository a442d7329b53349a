"""How a session measures the circle's time."""

from drumcircle_gui.client.session import MAX_PENDING_REQUESTS
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.timing.estimator import POLLING, POLLING_LATER, SETTLING_TIME
from drumcircle_gui.timing.units import Micros, seconds

from .talk import NOW, Talk, welcomed


def test_an_exchange_makes_a_clock() -> None:
    talk = Talk()
    talk.finds_the_beat(ahead=-seconds(4), trip=600)
    clock = talk.circle.clock
    assert clock is not None
    assert abs(clock.circle(NOW) - seconds(6)) <= 1
    assert talk.circle.round_trip == 600


def test_a_clock_request_reports_the_connection() -> None:
    talk = Talk()
    talk.session.request_time(NOW)
    (first,) = talk.hears()
    assert (first.sent, first.round_trip, first.bound, first.late) == (NOW, -1, -1, 0)
    talk.finds_the_beat(trip=600)
    talk.session.late_strokes += 2
    talk.session.request_time(NOW)
    (second,) = talk.hears()
    assert second.id != first.id
    assert (second.round_trip, second.late) == (600, 2)
    assert second.bound == talk.circle.clock.bound


def test_replies_without_a_request_are_ignored() -> None:
    talk = Talk()
    talk.session.request_time(NOW)
    (asked,) = talk.hears()
    talk.says(m.ClockReply(asked.id + 1, NOW, NOW, NOW))
    assert talk.circle.clock is None
    talk.says(m.ClockReply(asked.id, NOW, NOW, NOW))
    known = talk.circle
    talk.says(m.ClockReply(asked.id, NOW, seconds(99), seconds(99)))
    assert talk.circle is known


def test_requests_of_a_lost_connection_are_forgotten() -> None:
    talk = Talk()
    talk.session.request_time(NOW)
    (asked,) = talk.hears()
    talk.session.connection_lost("Cut.")
    talk.connect()
    talk.says(welcomed(), m.ClockReply(asked.id, NOW, NOW, NOW))
    assert talk.circle.clock is None


def test_pending_clock_requests_are_limited() -> None:
    talk = Talk()
    for _ in range(MAX_PENDING_REQUESTS + 1):
        talk.session.request_time(NOW)
    first, *_, last = talk.hears()
    talk.says(m.ClockReply(first.id, NOW, NOW, NOW))
    assert talk.circle.clock is None
    talk.says(m.ClockReply(last.id, NOW, NOW, NOW))
    assert talk.circle.clock is not None


def test_clock_requests_are_frequent_at_first_and_after_a_leap() -> None:
    talk = Talk()
    quick = POLLING[0][1]
    assert talk.session.request_time(NOW) == quick
    talk.hears()
    talk.finds_the_beat()
    assert talk.session.request_time(NOW) == quick
    talk.hears()
    later = Micros(NOW + POLLING[-1][0])
    assert talk.session.request_time(later) == POLLING_LATER
    talk.hears()
    talk.finds_the_beat(now=later, ahead=seconds(30))
    assert talk.session.request_time(later) == quick


def test_while_the_circle_plays_the_clock_slews() -> None:
    talk = Talk()
    talk.finds_the_beat(trip=200_000)
    before = talk.circle.clock
    now = Micros(NOW + SETTLING_TIME)
    talk.finds_the_beat(now=now, ahead=4_000)
    assert abs(talk.circle.clock.circle(now) - before.circle(now)) <= 1
    assert talk.circle.clock.slew != 0
