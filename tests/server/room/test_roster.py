"""The roster of seats."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.server.room.events import ConnectionId
from drumcircle_gui.server.room.member_timeouts import RESUME_WINDOW
from drumcircle_gui.server.room.roster import Roster, Seat
from drumcircle_gui.timing.units import Micros


def added(roster: Roster, name: str, number: int) -> Seat:
    return roster.add(name, "player", f"token {number}", ConnectionId(number))


def test_a_seat_is_found_by_id_token_and_connection() -> None:
    roster = Roster()
    seat = added(roster, "Fern", 5)
    assert roster.by_id(seat.id) is roster.by_token("token 5") is roster.by_connection(ConnectionId(5)) is seat
    roster.remove(seat)
    assert roster.by_id(seat.id) is roster.by_token("token 5") is roster.by_connection(ConnectionId(5)) is None
    assert len(roster) == 0


def test_names_and_colours_are_reused_and_ids_are_not() -> None:
    roster = Roster()
    first, second = added(roster, "Fern", 1), added(roster, "fern", 2)
    assert (first.name, second.name) == ("Fern", "fern 2")
    assert (first.member.colour, second.member.colour) == (0, 1)
    roster.remove(first)
    third = added(roster, "Fern", 3)
    assert (third.name, third.member.colour, third.id) == ("Fern", 0, 3)


def test_a_disconnected_seat_is_kept_for_the_resume_window() -> None:
    roster = Roster()
    seat = added(roster, "Fern", 1)
    assert not roster.disconnect(seat, Micros(10)).connected
    assert list(roster.expired(Micros(10 + RESUME_WINDOW))) == []
    for lost in roster.expired(Micros(11 + RESUME_WINDOW)):
        roster.remove(lost)
    assert len(roster) == 0


def test_a_resumed_seat_does_not_expire() -> None:
    roster = Roster()
    seat = added(roster, "Fern", 1)
    roster.disconnect(seat, Micros(0))
    assert roster.resume(seat, "conductor", ConnectionId(2)).connected
    assert roster.longest_disconnected() is None
    assert roster.conductors() == (seat,)
    assert roster.by_connection(ConnectionId(2)) is seat


ACTS = st.lists(st.tuples(st.sampled_from(["add", "change", "lose", "resume", "remove"]), st.integers(0, 3)))


@given(ACTS)
def test_the_conductors_are_the_connected_members_that_conduct(acts: list[tuple[str, int]]) -> None:
    roster, seats = Roster(), list[Seat]()
    for number, (act, which) in enumerate(acts, 1):
        if act == "add" or not seats:
            role: Role = "conductor" if which == 0 else "player"
            seats.append(roster.add("Fern", role, f"token {number}", ConnectionId(number)))
            continue
        seat = seats[which % len(seats)]
        match act:
            case "change":
                roster.change(seat, conducts=not seat.member.conducts)
            case "lose" if seat.connection is not None:
                roster.disconnect(seat, Micros(0))
            case "resume":
                roster.resume(seat, "conductor" if which == 0 else "player", ConnectionId(number))
            case "remove":
                roster.remove(seat)
                seats.remove(seat)
        conductors = [seat for seat in seats if seat.connection is not None and seat.conducts]
        assert sorted(roster.conductors(), key=lambda seat: seat.id) == conductors
    assert len(roster) == len(seats)


def test_the_longest_disconnected_comes_first() -> None:
    roster = Roster()
    seats = [added(roster, "Fern", number) for number in (1, 2)]
    for seat in reversed(seats):
        roster.disconnect(seat, Micros(0))
    assert roster.longest_disconnected() is seats[1]


def test_the_slowest_member_reports_the_longest_round_trip() -> None:
    roster = Roster()
    assert roster.slowest() is None
    added(roster, "Fern", 1).quality.round_trip = Micros(80)
    slow = added(roster, "Oak", 2)
    slow.quality.round_trip = Micros(90)
    assert roster.slowest() is slow


def test_former_names_are_kept_up_to_a_limit() -> None:
    roster = Roster()
    for number in range(1, 300):
        roster.remove(added(roster, f"Fern {number}", number))
    assert roster.former_name(299) == "Fern 299"
    assert roster.former_name(1) == "That player"
