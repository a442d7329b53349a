from drumcircle_gui.protocol.entry_messages import MAX_KNOCKS
from drumcircle_gui.server.entry.knocks import (
    KNOCK_TIMEOUT,
    MAX_KNOCKS_OF_ADDRESS,
    PAUSE_AFTER_DECLINED,
    REMINDER_INTERVAL,
    Knocks,
    pause_text,
)
from drumcircle_gui.timing.units import SECOND, Micros

HERE = "192.0.2.1"
NOW = Micros(5 * SECOND)


def test_an_address_and_a_circle_have_room_for_a_limited_number():
    knocks: Knocks[int] = Knocks()
    for number in range(MAX_KNOCKS):
        address = f"192.0.2.{number // MAX_KNOCKS_OF_ADDRESS}"
        assert knocks.has_room(address)
        knocks.add("Fern", address, number, NOW)
        assert knocks.has_room(address) == (number % MAX_KNOCKS_OF_ADDRESS + 1 < MAX_KNOCKS_OF_ADDRESS)
    assert not knocks.has_room("198.51.100.1")


def test_knocks_are_taken_once_alone_or_all():
    knocks: Knocks[str] = Knocks()
    for request in "abc":
        knocks.add("Fern", HERE, request, NOW)
    assert [knock.request for knock in knocks.take(2)] == ["b"] and knocks.take(2) == []
    knocks.forget(lambda request: request == "a")
    assert [knock.request for knock in knocks.take(0)] == ["c"] and knocks.take(0) == []


def test_those_who_wait_are_reminded_and_do_not_wait_for_ever():
    knocks: Knocks[str] = Knocks()
    knocks.add("Fern", HERE, "a", NOW)
    assert knocks.due_reminders(Micros(NOW + REMINDER_INTERVAL - 1)) == []
    at = Micros(NOW + REMINDER_INTERVAL)
    assert [knock.request for knock in knocks.due_reminders(at)] == ["a"] and knocks.due_reminders(at) == []
    assert knocks.expired(Micros(NOW + KNOCK_TIMEOUT)) == []
    assert [knock.request for knock in knocks.expired(Micros(NOW + KNOCK_TIMEOUT + 1))] == ["a"]
    assert list(knocks) == []


def test_a_declined_address_pauses():
    knocks: Knocks[str] = Knocks()
    assert knocks.pause(HERE, NOW) == 0
    knocks.decline(HERE, NOW)
    assert knocks.pause(HERE, NOW) == PAUSE_AFTER_DECLINED and "60 s" in pause_text(knocks.pause(HERE, NOW))
    assert knocks.pause(HERE, Micros(NOW + PAUSE_AFTER_DECLINED)) == 0
