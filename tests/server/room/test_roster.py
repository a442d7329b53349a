"""Who sits where."""

from drumcircle_gui.server.room.events import ConnectionId
from drumcircle_gui.server.room.roster import RESUME_WINDOW, Roster, Seat
from drumcircle_gui.timing.units import Micros


def added(roster: Roster, name: str, number: int) -> Seat:
    return roster.add(name, "player", f"token {number}", ConnectionId(number))


def test_a_seat_is_found_by_everything_that_names_it() -> None:
    roster = Roster()
    seat = added(roster, "Fern", 5)
    assert roster.by_id(seat.id) is roster.by_token("token 5") is roster.on(ConnectionId(5)) is seat
    roster.remove(seat)
    assert roster.by_id(seat.id) is roster.by_token("token 5") is roster.on(ConnectionId(5)) is None
    assert len(roster) == 0


def test_names_and_colours_are_free_again_but_ids_are_not() -> None:
    roster = Roster()
    first, second = added(roster, "Fern", 1), added(roster, "fern", 2)
    assert (first.name, second.name) == ("Fern", "fern 2")
    assert (first.member.colour, second.member.colour) == (0, 1)
    roster.remove(first)
    third = added(roster, "Fern", 3)
    assert (third.name, third.member.colour, third.id) == ("Fern", 0, 3)


def test_a_lost_seat_is_kept_for_a_while() -> None:
    roster = Roster()
    seat = added(roster, "Fern", 1)
    assert not roster.lose(seat, Micros(10)).connected
    assert list(roster.expired(Micros(10 + RESUME_WINDOW))) == []
    for lost in roster.expired(Micros(11 + RESUME_WINDOW)):
        roster.remove(lost)
    assert len(roster) == 0


def test_who_comes_back_is_not_expected_any_more() -> None:
    roster = Roster()
    seat = added(roster, "Fern", 1)
    roster.lose(seat, Micros(0))
    assert roster.resume(seat, "conductor", ConnectionId(2)).connected
    assert roster.longest_lost() is None
    assert roster.conductors() == [seat]
    assert roster.on(ConnectionId(2)) is seat


def test_the_longest_lost_is_the_first() -> None:
    roster = Roster()
    seats = [added(roster, "Fern", number) for number in (1, 2)]
    for seat in reversed(seats):
        roster.lose(seat, Micros(0))
    assert roster.longest_lost() is seats[1]


def test_the_slowest_is_who_reports_the_longest_way() -> None:
    roster = Roster()
    assert roster.slowest() is None
    added(roster, "Fern", 1).report.round_trip = Micros(80)
    slow = added(roster, "Oak", 2)
    slow.report.round_trip = Micros(90)
    assert roster.slowest() is slow


def test_the_names_of_those_who_left_are_remembered_for_a_while() -> None:
    roster = Roster()
    for number in range(1, 300):
        roster.remove(added(roster, f"Fern {number}", number))
    assert roster.former_name(299) == "Fern 299"
    assert roster.former_name(1) == "That player"
