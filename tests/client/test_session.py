"""How a session handles each message of a server, and what it sends."""

import pytest

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.session import MAX_CHAT_LINES, MAX_NOTICES, Session
from drumcircle_gui.client.stroke_log import MAX_UNCONFIRMED_STROKES
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.connection import Connection, Side
from drumcircle_gui.protocol.fields import EVERYONE
from drumcircle_gui.protocol.strokes import MAX_SENT_STROKES, SentStroke, Strokes
from drumcircle_gui.timing.estimator import POLLING
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, Micros, Tempo, beats, seconds

from .talk import NOW, PLAYING, START, Talk, batch, member, said, welcomed

# --- joining and reconnecting --------------------------------------------------------------------------------------


def test_the_hello_names_the_member() -> None:
    talk = Talk()
    assert talk.hello == m.Hello(m.PROTOCOL_VERSION, "Fern", "key", "test")


def test_the_hello_names_the_circle_of_a_hub_and_the_account() -> None:
    session = Session("Fern", "key", "test", "k3vT", "s3cret")
    session.connection_made()
    (hello,) = Connection(Side.SERVER).receive(session.data_to_send())
    assert hello == m.Hello(m.PROTOCOL_VERSION, "Fern", "key", "test", circle="k3vT", account="s3cret")


def test_a_welcome_fills_the_snapshot() -> None:
    circle = Talk(chat=(said(3),), cue=m.Cue("Listen"), tick=Micros(50_000), role="conductor").circle
    assert (circle.link, circle.problem, circle.name, circle.me, circle.role) == (
        LinkState.JOINED,
        "",
        "Oak",
        7,
        "conductor",
    )
    assert (circle.timeline, circle.members, circle.chat) == (PLAYING, (member(7),), (said(3),))
    assert (circle.cue, circle.tick, circle.entry) == (m.Cue("Listen"), 50_000, 1)
    assert circle.since == PLAYING.beat_at(NOW)
    assert circle.member(7) == member(7)
    assert circle.member(8) is None


def test_reconnecting_requests_the_missed_batches() -> None:
    talk = Talk(next_batch=3)
    talk.says(batch(3, 0), batch(4, 0))
    talk.finds_the_beat()
    since = talk.circle.since
    talk.session.connection_lost("Cut.")
    assert (talk.circle.link, talk.circle.problem) == (LinkState.RECONNECTING, "Cut.")
    talk.connect()
    assert (talk.hello.token, talk.hello.last_batch) == ("token", 4)
    talk.says(welcomed(now=seconds(50)))
    assert (talk.circle.link, talk.circle.problem, talk.circle.entry, talk.circle.since) == (
        LinkState.JOINED,
        "",
        1,
        since,
    )
    assert talk.circle.clock is not None


def test_private_chat_is_kept_after_reconnecting() -> None:
    talk = Talk(chat=(said(1),))
    talk.says(m.ChatUpdate(said(2)))
    talk.session.connection_lost("Cut.")
    talk.connect()
    talk.says(welcomed(chat=(said(1), said(3))))
    assert [line.number for line in talk.circle.chat] == [1, 2, 3]


def test_a_new_entry_keeps_nothing_of_the_previous_one() -> None:
    talk = Talk(next_batch=9, chat=(said(1),))
    talk.finds_the_beat()
    talk.session.late_strokes = 3
    talk.says(m.QualityUpdate((m.ConnectionQuality(7, Micros(1), Micros(1), None, 0),)))
    talk.session.connection_lost("Cut.")
    talk.connect()
    talk.says(welcomed(token="another", now=seconds(1)), batch(0, 0))
    circle = talk.circle
    assert (circle.entry, circle.clock, circle.round_trip, circle.qualities, circle.chat) == (2, None, None, (), ())
    assert circle.since == PLAYING.beat_at(seconds(1))
    assert talk.session.late_strokes == 0
    assert len(talk.session.take_strokes()) == 1
    assert talk.session.request_time(seconds(100)) == POLLING[0][1]


def test_a_server_that_counts_more_strokes_than_were_struck_receives_the_next_one() -> None:
    talk = Talk(heard=5)
    talk.finds_the_beat()
    talk.session.strike(NOW, 38, 100)
    talk.session.flush_strokes()
    assert talk.hears() == [Strokes(0, (SentStroke(PLAYING.beat_at(NOW), 38, 100),))]


# --- strokes ---------------------------------------------------------------------------------------------------------


def test_members_that_play_are_known() -> None:
    talk = Talk()
    assert talk.circle.drumming == frozenset()
    talk.says(batch(0, 0))
    others = talk.circle.drumming
    assert others == {stroke.player for stroke in talk.session.take_strokes()}
    talk.finds_the_beat()
    talk.session.strike(NOW, 38, 100)
    assert talk.circle.drumming == others | {talk.circle.me}


def test_a_stroke_is_sent_with_its_beat() -> None:
    talk = Talk()
    talk.finds_the_beat(ahead=seconds(1))
    assert talk.session.strike(Micros(seconds(3) + START), 38, 100) == beats(8)
    talk.session.flush_strokes()
    assert talk.hears() == [Strokes(0, (SentStroke(beats(8), 38, 100),))]
    talk.session.flush_strokes()
    assert talk.hears() == []


@pytest.mark.parametrize(
    "timeline",
    [
        Timeline.stopped(Tempo(500_000), Meter()),
        PLAYING.changed(seconds(1), running=False),
        PLAYING.changed(seconds(20), tempo=Tempo(400_000)).since(seconds(30)),
    ],
    ids=["never started", "stopped", "before all that is known"],
)
def test_without_a_running_timeline_a_stroke_is_not_sent(timeline: Timeline) -> None:
    talk = Talk(timeline=timeline.segments)
    assert talk.session.strike(NOW, 38, 100) is None
    talk.finds_the_beat()
    assert talk.session.strike(NOW, 38, 100) is None
    talk.session.flush_strokes()
    assert talk.hears() == []


def test_after_leaving_strokes_are_not_sent() -> None:
    talk = Talk()
    talk.finds_the_beat()
    talk.session.leave()
    assert talk.session.strike(NOW, 38, 100) is None


def test_strokes_kept_for_a_connection_are_limited() -> None:
    talk = Talk()
    talk.finds_the_beat()
    talk.session.connection_lost("Cut.")
    for number in range(MAX_UNCONFIRMED_STROKES + 10):
        talk.session.strike(NOW, 38, number % 100 + 1)
    talk.session.flush_strokes()
    assert talk.hears() == []
    talk.connect()
    talk.says(welcomed())
    talk.session.flush_strokes()
    sent = talk.hears()
    assert [message.first for message in sent] == list(range(10, 10 + MAX_UNCONFIRMED_STROKES, MAX_SENT_STROKES))
    assert [hit.velocity for message in sent for hit in message.strokes] == [
        number % 100 + 1 for number in range(10, MAX_UNCONFIRMED_STROKES + 10)
    ]


def test_strokes_between_two_flushes_are_limited() -> None:
    talk = Talk()
    talk.finds_the_beat()
    for _ in range(MAX_UNCONFIRMED_STROKES + 10):
        talk.session.strike(NOW, 38, 100)
    talk.session.flush_strokes()
    sent = talk.hears()
    assert sent[0].first == 10
    assert sum(len(message.strokes) for message in sent) == MAX_UNCONFIRMED_STROKES


def test_a_batch_becomes_strokes_with_their_time_of_arrival() -> None:
    talk = Talk()
    talk.says(batch(0, -BEAT, 0), now=seconds(11))
    received = [
        (stroke.player, stroke.beat, stroke.pad, stroke.velocity, stroke.arrived)
        for stroke in talk.session.take_strokes()
    ]
    assert received == [(9, beats(3), 38, 100, seconds(11)), (9, beats(4), 38, 100, seconds(11))]
    assert talk.session.take_strokes() == []


def test_a_repeated_batch_is_ignored() -> None:
    talk = Talk(next_batch=2)
    talk.says(batch(1, 0), batch(2, 0), batch(2, 0), batch(4, 0), batch(3, 0))
    assert len(talk.session.take_strokes()) == 2
    talk.session.connection_lost("Cut.")
    talk.connect()
    talk.says(welcomed(next_batch=4), batch(4, 0), batch(5, 0))
    assert len(talk.session.take_strokes()) == 1


# --- other messages of the server -----------------------------------------------------------------------------------


def test_members_join_change_and_leave() -> None:
    talk = Talk()
    talk.says(m.MemberUpdate(member(9, "Wren")), m.MemberUpdate(member(7, "Moss")))
    assert talk.circle.members == (member(7, "Moss"), member(9, "Wren"))
    talk.says(m.MemberLeft(7))
    assert talk.circle.members == (member(9, "Wren"),)
    known = talk.circle
    talk.says(m.MemberLeft(7))
    assert talk.circle is known


def test_updates_replace_what_was_known() -> None:
    talk = Talk()
    stopping = PLAYING.changed(seconds(20), running=False)
    row = m.ConnectionQuality(7, Micros(1000), Micros(500), Micros(7), 2)
    talk.says(
        m.TimelineUpdate(stopping.segments),
        m.CueUpdate(m.Cue("Play")),
        m.QualityUpdate((row,)),
        m.TickUpdate(Micros(99)),
    )
    circle = talk.circle
    assert (circle.timeline, circle.cue, circle.qualities, circle.tick) == (stopping, m.Cue("Play"), (row,), 99)
    assert circle.quality(7) == row
    assert circle.quality(8) is None


def test_chat_lines_are_limited() -> None:
    talk = Talk()
    talk.says(*[m.ChatUpdate(said(number)) for number in range(MAX_CHAT_LINES + 5)])
    assert [line.number for line in talk.circle.chat] == list(range(5, MAX_CHAT_LINES + 5))
    talk.session.connection_lost("Cut.")
    talk.connect()
    talk.says(welcomed(chat=(said(MAX_CHAT_LINES + 5),)))
    assert [line.number for line in talk.circle.chat] == list(range(6, MAX_CHAT_LINES + 6))


def test_a_declined_request_is_a_notice_until_dismissed() -> None:
    talk = Talk()
    talk.says(m.Declined("stale", "Look again."), m.Declined("stale", "Look again."))
    first, second = talk.circle.notices
    assert (first.what, first.code) == ("Look again.", "stale")
    assert first.number != second.number
    talk.session.dismiss(first.number)
    assert talk.circle.notices == (second,)


def test_notices_are_limited() -> None:
    talk = Talk()
    talk.says(*[m.Declined("stale", f"{number}") for number in range(MAX_NOTICES + 2)])
    assert [notice.what for notice in talk.circle.notices] == [f"{number}" for number in range(2, MAX_NOTICES + 2)]


def test_requests_go_to_the_server() -> None:
    talk = Talk()
    talk.session.request(m.Say(EVERYONE, "hello"))
    assert talk.hears() == [m.Say(EVERYONE, "hello")]


def test_a_request_out_of_range_is_a_notice_and_not_sent() -> None:
    talk = Talk()
    talk.session.request(m.Say(EVERYONE, "x" * 2001))
    assert talk.hears() == []
    assert [notice.code for notice in talk.circle.notices] == ["out-of-range"]


@pytest.mark.parametrize("name", ["x" * 40, "", "Oak\udcff", "\0" * 40])
def test_a_name_that_the_server_would_refuse_is_cleaned(name: str) -> None:
    session = Session(name, "key")
    session.connection_made()
    [hello] = Connection(Side.SERVER).receive(session.data_to_send())
    assert isinstance(hello, m.Hello)


def test_a_request_without_a_connection_is_a_notice() -> None:
    talk = Talk()
    talk.session.connection_lost("Cut.")
    talk.session.request(m.Say(EVERYONE, "hello"))
    assert [notice.code for notice in talk.circle.notices] == ["offline"]
    assert talk.session.data_to_send() == b""


# --- the end ----------------------------------------------------------------------------------------------------------


def test_a_closing_gives_the_reason_and_allows_reconnecting() -> None:
    talk = Talk()
    talk.says(m.Closing("silent", "Nothing was heard from you."))
    assert talk.session.closed
    talk.session.connection_lost("The server closed the connection.")
    assert (talk.circle.link, talk.circle.problem) == (LinkState.RECONNECTING, "Nothing was heard from you.")
    assert talk.session.reconnects
    talk.session.connection_lost("It cannot be reached.")
    assert talk.circle.problem == "It cannot be reached."


def test_a_removed_member_does_not_reconnect() -> None:
    talk = Talk()
    talk.says(m.Closing("removed", "Thank you.", again=False))
    talk.session.connection_lost("The server closed the connection.")
    assert (talk.circle.link, talk.circle.problem) == (LinkState.ENDED, "Thank you.")
    assert not talk.session.reconnects


def test_a_session_ends_when_the_server_breaks_the_protocol() -> None:
    talk = Talk()
    talk.session.receive(b"\0\0\0\1?", NOW)
    assert talk.circle.link is LinkState.ENDED
    assert talk.circle.problem.startswith("The server speaks another language")
    assert talk.session.closed
    assert not talk.session.reconnects


def test_leaving_sends_the_last_strokes_and_goodbye() -> None:
    talk = Talk()
    talk.finds_the_beat()
    talk.session.strike(NOW, 38, 100)
    talk.session.leave()
    assert [type(message) for message in talk.hears()] == [Strokes, m.Goodbye]
    assert (talk.circle.link, talk.circle.problem) == (LinkState.ENDED, "You left the circle.")
    talk.session.connection_lost("The server closed the connection.")
    assert talk.circle.problem == "You left the circle."


def test_a_welcome_after_leaving_is_ignored() -> None:
    talk = Talk()
    talk.session.connection_lost("Cut.")
    talk.connect()
    talk.session.leave()
    talk.says(welcomed())
    assert talk.circle.link is LinkState.ENDED


def test_leaving_before_joining_sends_nothing() -> None:
    session = Session("Fern", "key")
    assert session.circle.link is LinkState.CONNECTING
    session.connection_lost("Nobody there.")
    session.leave()
    assert (session.circle.link, session.circle.problem) == (LinkState.ENDED, "Nobody there.")
    assert session.data_to_send() == b""


def test_unsent_bytes_of_an_old_connection_are_dropped() -> None:
    talk = Talk()
    talk.session.request(m.Say(EVERYONE, "lost"))
    talk.session.connection_lost("Cut.")
    talk.connect()
    assert isinstance(talk.hello, m.Hello)
