"""The chat."""

import pytest

from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE, Message
from drumcircle_gui.protocol.messages import ChatEntry, ChatUpdate, Declined, Goodbye, Say
from drumcircle_gui.server.room import chat
from drumcircle_gui.timing.units import SECOND
from tests.server.circle import Circle, Client


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


def test_a_line_to_everyone_reaches_every_member(circle: Circle, oak: Client, fern: Client, ivy: Client) -> None:
    fern.sends(Say(EVERYONE, "  hello\x00 all "))
    assert [chat.line for chat in ivy.got(ChatUpdate)] == [
        ChatEntry(0, fern.id, "Fern", EVERYONE, "hello all", circle.now)
    ]
    assert texts(oak) == texts(fern) == ["hello all"]


def test_a_private_line_reaches_one_member_and_its_sender(oak: Client, fern: Client, ivy: Client) -> None:
    fern.sends(Say(ivy.id, "psst"))
    assert texts(fern) == texts(ivy) == ["psst"]
    assert texts(oak) == []


def test_a_line_to_its_sender_comes_once(fern: Client) -> None:
    fern.sends(Say(fern.id, "water the drum"))
    assert texts(fern) == ["water the drum"]


def test_a_line_to_conductors_reaches_only_them_and_its_sender(oak: Client, fern: Client, ivy: Client) -> None:
    fern.sends(Say(CONDUCTORS, "slower, please"))
    oak.sends(Say(CONDUCTORS, "note"))
    assert texts(oak) == ["slower, please", "note"]
    assert texts(fern) == ["slower, please"]
    assert texts(ivy) == []


def test_a_late_joiner_receives_the_lines_it_may_read(circle: Circle, oak: Client, fern: Client) -> None:
    fern.sends(Say(EVERYONE, "one"))
    fern.sends(Say(CONDUCTORS, "two"))
    fern.sends(Say(oak.id, "three"))
    assert [line.text for line in circle.joins("Ivy").welcome.chat] == ["one"]
    assert [line.text for line in circle.conductor("Elm").welcome.chat] == ["one", "two"]


def test_a_line_to_a_former_member_is_declined_by_name(fern: Client, ivy: Client) -> None:
    ivy.sends(Goodbye())
    declined = refusal(fern.sends(Say(ivy.id, "still there?")))
    assert (declined.code, declined.text) == ("gone", "Ivy has left and did not read this.")


def test_a_line_to_a_disconnected_member_is_declined(fern: Client, ivy: Client) -> None:
    ivy.loses_connection()
    declined = refusal(fern.sends(Say(ivy.id, "still there?")))
    assert (declined.code, declined.text) == ("gone", "Ivy has lost the connection and did not read this.")


def test_a_line_without_visible_characters_is_ignored(fern: Client) -> None:
    assert fern.sends(Say(EVERYONE, " \n\u200d\x07")) == []


def test_a_line_beyond_the_limit_costs_no_work(fern: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        fern.sends(Say(EVERYONE, str(number)))
    monkeypatch.setattr(chat, "clean_text", None)
    assert refusal(fern.sends(Say(EVERYONE, "beyond"))).code == "slow-down"


@pytest.mark.parametrize("goodbye", [True, False])
def test_joining_again_does_not_renew_the_limit(circle: Circle, oak: Client, *, goodbye: bool) -> None:
    for _ in range(60):
        fern = circle.joins(address="192.0.2.66")
        for number in range(5):
            fern.sends(Say(EVERYONE, str(number)))
        if goodbye:
            fern.sends(Goodbye())
        else:
            fern.loses_connection()
    assert len(texts(oak)) == 5


def test_too_many_lines_are_declined(circle: Circle, oak: Client, fern: Client) -> None:
    answers = [fern.sends(Say(EVERYONE, str(number)))[-1] for number in range(6)]
    assert refusal(answers[-1:]).code == "slow-down"
    circle.passes(SECOND)
    fern.sends(Say(EVERYONE, "slowly"))
    assert texts(oak) == ["0", "1", "2", "3", "4", "slowly"]
