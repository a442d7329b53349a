"""The chat history."""

from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE
from drumcircle_gui.server.room.chat_history import MAX_CHARACTERS, MAX_LINES, ChatHistory
from drumcircle_gui.server.room.events import ConnectionId
from drumcircle_gui.server.room.roster import Roster
from drumcircle_gui.timing.units import Micros


def test_history_is_in_order_and_holds_only_readable_lines() -> None:
    seat = Roster().add("Fern", "player", "token", ConnectionId(1))
    speech = ChatHistory()
    for to, text in ((EVERYONE, "one"), (CONDUCTORS, "two"), (7, "secret"), (EVERYONE, "three")):
        speech.new_entry(seat, to, text, Micros(0))
    assert [(line.number, line.text) for line in speech.readable(conducts=False)] == [(0, "one"), (3, "three")]
    assert [line.text for line in speech.readable(conducts=True)] == ["one", "two", "three"]


def test_history_is_bounded() -> None:
    seat = Roster().add("Fern", "player", "token", ConnectionId(1))
    speech = ChatHistory()
    for number in range(MAX_LINES + 5):
        speech.new_entry(seat, EVERYONE, str(number), Micros(0))
    lines = speech.readable(conducts=False)
    assert len(lines) == MAX_LINES
    assert lines[0].text == "5"


def test_the_characters_of_the_history_are_bounded() -> None:
    seat = Roster().add("Fern", "player", "token", ConnectionId(1))
    chat = ChatHistory()
    for to in (EVERYONE, CONDUCTORS):
        for _ in range(MAX_LINES):
            chat.new_entry(seat, to, "x" * 2000, Micros(0))
    assert sum(len(line.text) for line in chat.readable(conducts=True)) <= 2 * MAX_CHARACTERS
