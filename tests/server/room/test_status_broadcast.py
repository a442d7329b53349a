"""Everybody is told how they fare, and how often to send."""

import pytest

from drumcircle_gui.protocol.messages import ClockRequest, Goodbye, QualityUpdate, TickUpdate
from drumcircle_gui.timing.units import SECOND, Micros
from tests.server.circle import PERIOD, Circle, Client


@pytest.fixture
def circle() -> Circle:
    return Circle()


@pytest.fixture
def oak(circle: Circle) -> Client:
    return circle.conductor()


@pytest.fixture
def fern(circle: Circle, oak: Client) -> Client:
    return circle.joins()


def reports(client: Client, round_trip: int) -> None:
    client.sends(ClockRequest(1, 0, Micros(round_trip), Micros(round_trip // 2), late=2))


def test_a_conductor_hears_of_all_and_a_player_of_themself(circle: Circle, oak: Client, fern: Client) -> None:
    reports(fern, 80_000)
    reports(oak, 20_000)
    circle.passes(2 * SECOND)
    table = oak.got(QualityUpdate)[-1]
    assert [row.id for row in table.rows] == [oak.id, fern.id]
    (row,) = fern.got(QualityUpdate)[-1].rows
    assert row == table.rows[1]
    assert (row.round_trip, row.bound, row.late) == (80_000, 40_000, 2)
    assert row.margin == PERIOD - 40_000 - circle.room.tick - 40_000


def test_standings_come_once_a_second(circle: Circle, oak: Client, fern: Client) -> None:
    reports(fern, 80_000)
    circle.passes(10 * SECOND)
    assert len(oak.got(QualityUpdate)) == 10
    assert 9 <= len(fern.got(QualityUpdate)) <= 10


def test_strokes_that_come_late_leave_less_margin() -> None:
    circle = Circle()
    oak = circle.playing()
    oak.strikes(-1, 0)
    circle.passes(2 * SECOND)
    (row,) = oak.got(QualityUpdate)[-1].rows
    assert row.margin == PERIOD - SECOND // 2 - circle.room.tick


def test_who_left_is_told_nothing(circle: Circle, oak: Client, fern: Client) -> None:
    reports(fern, 80_000)
    fern.sends(Goodbye())
    circle.passes(3 * SECOND)
    assert fern.got(QualityUpdate) == []


def test_who_resumes_is_told_again(circle: Circle, oak: Client, fern: Client) -> None:
    reports(fern, 80_000)
    fern.loses_connection()
    circle.passes(3 * SECOND)
    assert fern.got(QualityUpdate) == []
    back = circle.joins(token=fern.welcome.token)
    circle.passes(2 * SECOND)
    assert back.got(QualityUpdate)


def test_the_pace_slackens_when_many_come(circle: Circle, oak: Client) -> None:
    for _ in range(50):
        circle.joins()
    circle.passes(SECOND)
    assert oak.got(TickUpdate) == [TickUpdate(Micros(51_000))]
    assert circle.room.tick == 51_000
