"""The chat."""

import pytest

from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE, Message
from drumcircle_gui.protocol.messages import ChatEntry, ChatUpdate, Declined, Goodbye, Say
from drumcircle_gui.timing.units import SECOND
from tests.server.circle import Circle, Client


@pytest.fixture
def circle() -> Circle:
    return Circle()


@pytest.fixture
def oak(circle: Circle) -> Client:
    return circle.conductor()


@pytest.fixture
def fern(circle: Circle, oak: Client) -> Client:
    return circle.joins("Fern")


@pytest.fixture
def ivy(circle: Circle, fern: Client) -> Client:
    return circle.joins("Ivy")


def texts(client: Client) -> list[str]:
    return [chat.line.text for chat in client.got(ChatUpdate)]


def refusal(answers: list[Message]) -> Declined:
    (declined,) = answers
    assert isinstance(declined, Declined)
    return declined


def test_everybody_hears_what_is_said_to_all(circle: Circle, oak: Client, fern: Client, ivy: Client) -> None:
    fern.sends(Say(EVERYONE, "  hello\x00 all "))
    assert [chat.line for chat in ivy.got(ChatUpdate)] == [
        ChatEntry(0, fern.id, "Fern", EVERYONE, "hello all", circle.now)
    ]
    assert texts(oak) == texts(fern) == ["hello all"]


def test_a_whisper_reaches_one_and_is_echoed(oak: Client, fern: Client, ivy: Client) -> None:
    fern.sends(Say(ivy.id, "psst"))
    assert texts(fern) == texts(ivy) == ["psst"]
    assert texts(oak) == []


def test_a_note_to_oneself_comes_once(fern: Client) -> None:
    fern.sends(Say(fern.id, "water the drum"))
    assert texts(fern) == ["water the drum"]


def test_conductors_hear_what_is_for_them(oak: Client, fern: Client, ivy: Client) -> None:
    fern.sends(Say(CONDUCTORS, "slower, please"))
    oak.sends(Say(CONDUCTORS, "note"))
    assert texts(oak) == ["slower, please", "note"]
    assert texts(fern) == ["slower, please"]
    assert texts(ivy) == []


def test_who_comes_later_reads_what_they_may(circle: Circle, oak: Client, fern: Client) -> None:
    fern.sends(Say(EVERYONE, "one"))
    fern.sends(Say(CONDUCTORS, "two"))
    fern.sends(Say(oak.id, "three"))
    assert [line.text for line in circle.joins("Ivy").welcome.chat] == ["one"]
    assert [line.text for line in circle.conductor("Elm").welcome.chat] == ["one", "two"]


def test_a_recipient_who_is_gone_is_named(fern: Client, ivy: Client) -> None:
    ivy.sends(Goodbye())
    declined = refusal(fern.sends(Say(ivy.id, "still there?")))
    assert (declined.code, declined.text) == ("gone", "Ivy has left and did not read this.")


def test_a_recipient_without_connection_reads_nothing(fern: Client, ivy: Client) -> None:
    ivy.loses_connection()
    declined = refusal(fern.sends(Say(ivy.id, "still there?")))
    assert (declined.code, declined.text) == ("gone", "Ivy has lost the connection and did not read this.")


def test_nothing_visible_is_nothing(fern: Client) -> None:
    assert fern.sends(Say(EVERYONE, " \n\u200d\x07")) == []


def test_who_writes_too_fast_is_asked_to_wait(circle: Circle, oak: Client, fern: Client) -> None:
    answers = [fern.sends(Say(EVERYONE, str(number)))[-1] for number in range(6)]
    assert refusal(answers[-1:]).code == "slow-down"
    circle.passes(SECOND)
    fern.sends(Say(EVERYONE, "slowly"))
    assert texts(oak) == ["0", "1", "2", "3", "4", "slowly"]
