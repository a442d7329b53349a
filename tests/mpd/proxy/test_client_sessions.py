"""How clients affect each other, as observed in MPD 0.23.12."""

import pytest

from drumcircle_gui.mpd.protocol.command_table import Permission
from drumcircle_gui.mpd.protocol.syntax import AckError
from drumcircle_gui.mpd.proxy.client_session import ClientSession, idle_events
from drumcircle_gui.mpd.proxy.client_sessions import ClientSessions, check_argument_count

READ, ALL = Permission.READ, Permission.ALL


class House:
    """Clients by name, and the notifications that each got while in `idle`."""

    def __init__(self, **passwords: Permission) -> None:
        self.members = ClientSessions({name.encode(): may for name, may in passwords.items()}, READ)
        self.clients: dict[str, ClientSession] = {}
        self.told: dict[str, list[bytes]] = {}

    def join(self, *names: str) -> None:
        for name in names:
            self.told[name] = []
            self.clients[name] = self.members.open(self.told[name].append)

    def say(self, name: str, *words: bytes) -> bytes:
        """The reply, with its end if that is a refusal."""
        try:
            return self.members.answer(self.clients[name], words)
        except AckError as refused:
            return refused.ack()

    def idle(self, name: str, *events: bytes) -> bytes:
        return self.clients[name].begin_idle(idle_events(events))


@pytest.fixture
def house() -> House:
    house = House(secret=ALL, small=Permission.ADD)
    house.join("ann", "bob", "cleo")
    return house


# --- what has changed ------------------------------------------------------------------------------------------------


def test_what_has_changed_is_text_at_once_to_all_who_idle_for_it(house):
    house.idle("ann")
    house.idle("bob", b"mixer")
    house.members.collect(frozenset({"player"}))
    house.members.collect(frozenset({"options"}))
    assert house.told == {"ann": [], "bob": [], "cleo": []}
    house.members.notify()
    house.members.notify()
    assert house.told == {"ann": [b"changed: player\nchanged: options\nOK\n"], "bob": [], "cleo": []}
    assert house.idle("cleo", b"options") == b"changed: options\nOK\n"


def test_no_client_is_notified_during_a_list(house):
    house.idle("ann")
    with pytest.raises(AckError), house.members.hold_notifications():
        with house.members.hold_notifications():
            house.members.collect(frozenset({"player"}))
        house.members.notify()
        assert house.told["ann"] == []
        raise AckError(5, "no")
    house.members.notify()
    assert house.told["ann"] == [b"changed: player\nOK\n"]


def test_later_and_former_clients_are_not_notified(house):
    house.idle("bob")
    house.members.close(house.clients["bob"])
    house.members.collect(frozenset({"player"}))
    house.members.notify()
    house.join("dora")
    assert house.idle("dora") == b""
    assert house.told["bob"] == []


# --- passwords and partitions ----------------------------------------------------------------------------------------


def test_a_password_allows_what_it_allows_instead_of_what_was_allowed(house):
    assert house.clients["ann"].permissions == READ
    assert house.say("ann", b"password", b"secret") == b""
    assert house.clients["ann"].permissions == ALL
    assert house.say("ann", b"password", b"wrong") == b"ACK [3@0] {password} incorrect password\n"
    assert house.clients["ann"].permissions == ALL
    house.say("ann", b"password", b"small")
    assert house.clients["ann"].permissions == Permission.ADD
    assert house.clients["bob"].permissions == READ


def test_there_is_one_partition(house):
    assert house.say("ann", b"listpartitions") == b"partition: default\n"
    assert house.say("ann", b"partition", b"default") == b""
    assert house.say("ann", b"partition", b"x") == b"ACK [50@0] {partition} partition does not exist\n"


@pytest.mark.parametrize(
    ("name", "right"),
    [
        *(("channels", 0), ("listpartitions", 0), ("readmessages", 0)),
        *(("partition", 1), ("password", 1), ("subscribe", 1), ("unsubscribe", 1), ("sendmessage", 2)),
    ],
)
def test_each_takes_so_many_arguments(house, name, right):
    wrong = b'ACK [2@0] {%s} wrong number of arguments for "%s"\n' % (name.encode(), name.encode())
    for number in range(4):
        told = house.say("ann", name.encode(), *[b"x"] * number)
        assert (told == wrong) == (number != right)


def test_arguments_are_counted_without_the_name():
    check_argument_count([b"x"], 0)
    check_argument_count([b"x", b"y"], 1)
    with pytest.raises(AckError, match="wrong number"):
        check_argument_count([b"x"], 1)


# --- channels --------------------------------------------------------------------------------------------------------


def test_channels_are_listed_once_and_in_order(house):
    for name, channel in (("ann", b"b"), ("bob", b"b"), ("bob", b"a")):
        assert house.say(name, b"subscribe", channel) == b""
    assert house.say("cleo", b"channels") == b"channel: a\nchannel: b\n"
    assert house.say("bob", b"unsubscribe", b"b") == b""
    assert house.say("cleo", b"channels") == b"channel: a\nchannel: b\n"
    house.members.close(house.clients["bob"])
    assert house.say("cleo", b"channels") == b"channel: b\n"


def test_subscriptions_notify_all_clients_but_leaving_does_not(house):
    told = b"changed: subscription\nOK\n"

    def heard() -> bool:
        found = house.told["cleo"] == [told]
        house.told["cleo"].clear()
        house.idle("cleo", b"subscription")
        return found

    assert not heard()
    for name, what in (("ann", b"subscribe"), ("bob", b"subscribe"), ("bob", b"unsubscribe"), ("ann", b"unsubscribe")):
        house.say(name, what, b"x")
        assert heard()
    house.say("ann", b"subscribe", b"x")
    assert heard()
    assert house.say("ann", b"subscribe", b"x").startswith(b"ACK [56@0]")
    house.members.close(house.clients["ann"])
    assert not heard()
    assert house.idle("bob") == told


def test_a_message_reaches_its_subscribers(house):
    house.say("ann", b"subscribe", b"x")
    house.say("bob", b"subscribe", b"x")
    assert house.say("cleo", b"sendmessage", b"x", b"hello") == b""
    message = b"channel: x\nmessage: hello\n"
    assert [house.say(name, b"readmessages") for name in ("ann", "bob", "cleo")] == [message, message, b""]
    assert house.say("ann", b"sendmessage", b"y", b"x").startswith(b"ACK [50@0]")


def test_an_idle_client_is_notified_of_the_first_message_only(house):
    house.say("bob", b"subscribe", b"x")
    house.idle("bob", b"subscription")
    house.idle("bob", b"message")
    for _ in range(2):
        house.say("ann", b"sendmessage", b"x", b"hello")
        house.idle("bob", b"message")
    assert house.told["bob"] == [b"changed: message\nOK\n"]
    house.say("bob", b"readmessages")
    house.say("ann", b"sendmessage", b"x", b"hello")
    assert house.told["bob"] == [b"changed: message\nOK\n"] * 2
    assert house.told["ann"] == []
