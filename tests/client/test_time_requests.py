"""Clock requests: each reply counts once, on the connection of its request, and gives a better estimate."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.client.time_requests import MAX_PENDING_REQUESTS, TimeRequests
from drumcircle_gui.protocol.messages import ClockReply
from drumcircle_gui.timing.estimator import POLLING, POLLING_LATER
from drumcircle_gui.timing.units import SECOND, Micros

AHEAD = 7 * SECOND
NOW = Micros(100 * SECOND)


def answer(number: int, sent: Micros, trip: int) -> ClockReply:
    """The reply of a server whose time is AHEAD of local time."""
    at = Micros(sent + trip // 2 + AHEAD)
    return ClockReply(number, sent, at, at)


@given(trips=st.lists(st.integers(2, 400_000), min_size=1, max_size=20))
def test_each_reply_gives_its_exchange_and_a_clock_within_its_bound(trips: list[int]) -> None:
    requests = TimeRequests()
    for place, trip in enumerate(trips):
        sent = Micros(NOW + place * SECOND)
        returned = Micros(sent + trip)
        found = requests.replied(answer(requests.new(sent), sent, trip), returned, playing=False)
        assert found is not None
        exchange, clock = found
        assert exchange.round_trip == trip
        assert abs(clock.circle(returned) - returned - AHEAD) <= clock.bound


def test_a_reply_counts_once_and_an_unknown_one_never() -> None:
    requests = TimeRequests()
    number = requests.new(NOW)
    later = Micros(NOW + 600)
    assert requests.replied(answer(number + 1, NOW, 600), later, playing=False) is None
    assert requests.replied(answer(number, NOW, 600), later, playing=False) is not None
    assert requests.replied(answer(number, NOW, 600), later, playing=False) is None


def test_replies_to_requests_of_an_earlier_connection_do_not_count() -> None:
    requests = TimeRequests()
    before = requests.new(NOW)
    requests.reconnected()
    number = requests.new(NOW)
    assert number != before
    assert requests.replied(answer(before, NOW, 600), Micros(NOW + 600), playing=False) is None
    assert requests.replied(answer(number, NOW, 600), Micros(NOW + 600), playing=False) is not None


def test_the_oldest_of_too_many_requests_are_given_up() -> None:
    requests = TimeRequests()
    first, *others = [requests.new(NOW) for _ in range(MAX_PENDING_REQUESTS + 1)]
    assert requests.replied(answer(first, NOW, 600), Micros(NOW + 600), playing=False) is None
    assert requests.replied(answer(others[0], NOW, 600), Micros(NOW + 600), playing=False) is not None


def test_requests_are_frequent_at_first_and_again_after_a_restart() -> None:
    requests, quick = TimeRequests(), POLLING[0][1]
    number = requests.new(NOW)
    assert requests.delay(NOW) == quick
    requests.replied(answer(number, NOW, 600), Micros(NOW + 600), playing=False)
    late = Micros(NOW + 3600 * SECOND)
    requests.new(late)
    assert requests.delay(late) == POLLING_LATER
    requests.restart()
    requests.reconnected()
    requests.new(late)
    assert requests.delay(late) == quick
