"""Quality updates and the tick."""

from drumcircle_gui.protocol.messages import ClockRequest, Goodbye, QualityUpdate, TickUpdate
from drumcircle_gui.server.room.status_broadcast import MAX_UPDATES_PER_S, UpdateRotation
from drumcircle_gui.server.room.tick_rate import LONGEST_TICK, MAX_TICK
from drumcircle_gui.timing.units import SECOND, Micros
from tests.server.circle import PERIOD, Circle, Client

TICK = Micros(SECOND // 4)


def reports(client: Client, round_trip: int) -> None:
    client.sends(ClockRequest(1, 0, Micros(round_trip), Micros(round_trip // 2), late=2))


def test_a_conductor_receives_all_rows_and_a_player_its_own(circle: Circle, oak: Client, fern: Client) -> None:
    reports(fern, 80_000)
    reports(oak, 20_000)
    circle.passes(2 * SECOND)
    table = oak.got(QualityUpdate)[-1]
    assert [row.id for row in table.rows] == [oak.id, fern.id]
    (row,) = fern.got(QualityUpdate)[-1].rows
    assert row == table.rows[1]
    assert (row.round_trip, row.bound, row.late) == (80_000, 40_000, 2)
    assert row.margin == PERIOD - 40_000 - circle.room.tick - 40_000


def test_quality_updates_come_once_a_second(circle: Circle, oak: Client, fern: Client) -> None:
    reports(fern, 80_000)
    circle.passes(10 * SECOND)
    assert len(oak.got(QualityUpdate)) == 10
    assert 9 <= len(fern.got(QualityUpdate)) <= 10


def test_late_strokes_shorten_the_margin() -> None:
    circle = Circle()
    oak = circle.playing()
    oak.strikes(-1, 0)
    circle.passes(2 * SECOND)
    (row,) = oak.got(QualityUpdate)[-1].rows
    assert row.margin == PERIOD - SECOND // 2 - circle.room.tick


def test_a_former_member_receives_no_update(circle: Circle, oak: Client, fern: Client) -> None:
    reports(fern, 80_000)
    fern.sends(Goodbye())
    circle.passes(3 * SECOND)
    assert fern.got(QualityUpdate) == []


def test_a_resumed_member_receives_updates_again(circle: Circle, oak: Client, fern: Client) -> None:
    reports(fern, 80_000)
    fern.loses_connection()
    circle.passes(3 * SECOND)
    assert fern.got(QualityUpdate) == []
    back = circle.joins(token=fern.welcome.token)
    circle.passes(2 * SECOND)
    assert back.got(QualityUpdate)


def test_on_a_busy_hub_the_tick_is_long_until_a_member_is_far_away(circle: Circle, oak: Client, fern: Client) -> None:
    circle.room.set_tick_floor(LONGEST_TICK)
    circle.passes(SECOND)
    assert oak.got(TickUpdate) == [TickUpdate(LONGEST_TICK)]
    assert circle.room.tick == LONGEST_TICK
    reports(fern, 4 * SECOND)
    circle.passes(SECOND)
    assert circle.room.tick == MAX_TICK


def test_the_tick_grows_with_the_members_that_take_part(circle: Circle, oak: Client) -> None:
    players = [circle.joins() for _ in range(80)]
    circle.passes(SECOND)
    assert oak.got(TickUpdate) == [], "those who only join delay no stroke of others"
    for player in players[:50]:
        reports(player, 80_000)
    players[50].strikes(0)
    circle.passes(SECOND)
    assert oak.got(TickUpdate) == [TickUpdate(Micros(51_000))]
    assert circle.room.tick == 51_000


def test_a_turn_comes_a_second_after_entering() -> None:
    rota = UpdateRotation()
    rota.enter(7, Micros(0))
    assert rota.next_turns(Micros(SECOND - 1), TICK) == []
    assert rota.next_turns(Micros(SECOND), TICK) == [7]
    assert rota.next_turns(Micros(9 * SECOND), TICK) == []


def test_entering_twice_counts_once() -> None:
    rota = UpdateRotation()
    rota.enter(7, Micros(0))
    rota.enter(7, Micros(SECOND // 2))
    assert rota.next_turns(Micros(SECOND), TICK) == [7]


def test_a_thousand_members_take_turns_within_the_limit() -> None:
    rota = UpdateRotation()
    for id in range(1000):
        rota.enter(id, Micros(0))
    updated: list[int] = []
    for tick in range(4, 24):
        turns = rota.next_turns(Micros(tick * TICK), TICK)
        assert len(turns) <= MAX_UPDATES_PER_S // 4
        updated += turns
        for id in turns:
            rota.enter(id, Micros(tick * TICK))
    assert updated == list(range(1000))
