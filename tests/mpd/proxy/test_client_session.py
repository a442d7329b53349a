"""The state of one client, as observed in MPD 0.23.12."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.protocol.command_table import Permission
from drumcircle_gui.mpd.protocol.syntax import AckError
from drumcircle_gui.mpd.proxy.client_session import EVENTS, ClientSession, deliver_all, idle_events

events = st.sets(st.sampled_from(EVENTS))
names = st.sampled_from([b"a", b"A.b:c-d_9", b"_", b":", b"0", b"-"])


def member() -> ClientSession:
    return ClientSession(Permission.ALL)


def idle(client: ClientSession, *words: bytes) -> bytes:
    return client.begin_idle(idle_events(words))


def told(*events: str) -> bytes:
    return b"".join(b"changed: %s\n" % name.encode() for name in events) + b"OK\n"


def refusal(call, *arguments) -> bytes:
    with pytest.raises(AckError) as caught:
        call(*arguments)
    return caught.value.ack()


# --- idling ----------------------------------------------------------------------------------------------------------


@given(st.lists(events, max_size=5), events)
def test_idle_reports_events_once_and_in_mpds_order(happened, wanted):
    client = member()
    assert not any(client.notify(each) for each in happened)
    found = [name for name in EVENTS if name in set().union(*happened) & (wanted or set(EVENTS))]
    answer = idle(client, *(name.encode() for name in wanted))
    assert answer == (told(*found) if found else b"")
    assert (client.idle is None) == bool(found)


@given(events, events)
def test_an_idle_client_is_notified_at_once(happened, wanted):
    client = member()
    assert idle(client, *(name.upper().encode() for name in wanted)) == b""
    matter = happened & (wanted or set(EVENTS))
    assert client.notify(happened) == (told(*(name for name in EVENTS if name in matter)) if matter else b"")
    assert client.notify(happened) == b""


def test_when_idling_ends_with_an_answer_all_else_that_happened_is_forgotten():
    client = member()
    client.notify({"options", "mixer"})
    assert idle(client, b"mixer") == told("mixer")
    assert idle(client) == b""


def test_while_one_waits_and_after_noidle_what_happened_is_kept():
    client = member()
    idle(client, b"mixer")
    assert client.notify({"options"}) == b""
    assert client.end_idle() == b"OK\n"
    assert client.end_idle() == b""
    assert idle(client, b"mixer") == b""
    client.end_idle()
    assert idle(client) == told("options")


@pytest.mark.parametrize("name", [b"foo", b"", b"\xff", b"idle"])
def test_what_is_no_event_cannot_be_idled_for(name):
    client = member()
    client.notify({"player"})
    assert refusal(idle_events, [b"player", name]) == b"ACK [2@0] {idle} Unrecognized idle event: %s\n" % name
    assert client.idle is None
    assert idle(client) == told("player")


# --- channels --------------------------------------------------------------------------------------------------------


def test_a_client_has_so_many_channels_and_no_more():
    client = member()
    for number in range(16):
        client.subscribe(b"c%d" % number)
    full = b"ACK [56@0] {subscribe} subscription list is full\n"
    assert refusal(client.subscribe, b"more") == full
    assert refusal(client.subscribe, b"c3") == full
    client.unsubscribe(b"c3")
    assert refusal(client.subscribe, b"c4") == b"ACK [56@0] {subscribe} already subscribed to this channel\n"
    client.subscribe(b"more")
    assert client.channels == {b"c%d" % number for number in range(16) if number != 3} | {b"more"}


@pytest.mark.parametrize("name", [b"", b"a b", b"a/b", "\u00e4".encode(), b"a\n", b'"'])
def test_a_channel_has_a_plain_name(name):
    client = member()
    assert refusal(client.subscribe, name) == b"ACK [2@0] {subscribe} invalid channel name\n"
    assert refusal(deliver_all, [client], name, b"x") == b"ACK [2@0] {sendmessage} invalid channel name\n"
    assert refusal(client.unsubscribe, name) == b"ACK [50@0] {unsubscribe} not subscribed to this channel\n"


@given(names)
def test_who_is_not_subscribed_cannot_stop_that(name):
    client = member()
    client.subscribe(name)
    client.unsubscribe(name)
    assert refusal(client.unsubscribe, name) == b"ACK [50@0] {unsubscribe} not subscribed to this channel\n"


# --- messages --------------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(names, st.binary(max_size=5)), max_size=8), st.sets(names))
def test_messages_are_read_once_in_their_order(messages, channels):
    client = member()
    for name in channels:
        client.subscribe(name)
    taken = [(name, text) for name, text in messages if client.deliver(name, text)]
    assert taken == [(name, text) for name, text in messages if name in channels]
    assert client.read_messages() == b"".join(b"channel: %s\nmessage: %s\n" % each for each in taken)
    assert client.read_messages() == b""


def test_so_many_messages_are_kept_and_no_more():
    full, reading, other = member(), member(), member()
    full.subscribe(b"a")
    reading.subscribe(b"a")
    for number in range(64):
        assert deliver_all([full, other, reading], b"a", b"%d" % number) == [full, reading]
    reading.read_messages()
    assert deliver_all([full, other, reading], b"a", b"x") == [reading]
    assert full.read_messages().count(b"channel: a\n") == 64


def test_a_message_needs_a_subscriber():
    client = member()
    nobody = b"ACK [50@0] {sendmessage} nobody is subscribed to this channel\n"
    assert refusal(deliver_all, [client], b"a", b"x") == nobody
    client.subscribe(b"a")
    for _ in range(64):
        deliver_all([client], b"a", b"x")
    assert refusal(deliver_all, [client], b"a", b"x") == nobody
