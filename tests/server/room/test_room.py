"""Laws of a room under any order of events."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.framing import LENGTH
from drumcircle_gui.protocol.loop_messages import LoopTransfer
from drumcircle_gui.protocol.message_codec import decode_from_server, encode
from drumcircle_gui.protocol.messages import (
    ChangeTimeline,
    GiveCue,
    Goodbye,
    Member,
    MemberLeft,
    MemberUpdate,
    Moderate,
    Say,
    TimelineUpdate,
)
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Strokes
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.timeline import Timeline as Times
from drumcircle_gui.timing.units import BEAT, SECOND, tempo_of_bpm
from tests.protocol.strategies import MEMBERS_SEND
from tests.server.circle import KEYS, Circle, Client

CLIENTS = st.integers(0, 7)


def join(circle: Circle, client: Client | None, number: int) -> None:
    key = (KEYS.player, KEYS.conductor, "guess")[number % 3]
    token = circle.clients[1].welcome.token if number % 4 == 0 and circle.clients[1].inbox else ""
    circle.joins(key=key, token=token, last_batch=number - 3)


def strike(circle: Circle, client: Client, number: int) -> None:
    now = circle.beat
    beats = [max(now + offset * BEAT, 0) for offset in (-1, 0, 20)][: number % 4]
    client.sends(Strokes(number // 2, tuple(SentStroke(beat, number, 100) for beat in beats)))


def lose(circle: Circle, client: Client, number: int) -> None:
    client.loses_connection()


def change(circle: Circle, client: Client, number: int) -> None:
    epoch = circle.timeline.latest.epoch - (number == 3)
    meter = Meter(1 + number, 1) if number % 2 else None
    client.sends(ChangeTimeline(epoch, tempo_of_bpm(60 + 10 * number), running=number > 2, meter=meter))


def moderate(circle: Circle, client: Client, number: int) -> None:
    client.sends(Moderate(1 + number, muted=number % 2 == 0, remove=number > 5))


def say(circle: Circle, client: Client, number: int) -> None:
    client.sends(Say(number - 1, f"line {number}"))


def leave(circle: Circle, client: Client, number: int) -> None:
    client.sends(Goodbye())


def wait(circle: Circle, client: Client, number: int) -> None:
    circle.passes((SECOND // 10, SECOND, 30 * SECOND)[number % 3])


DEEDS = st.sampled_from([join, join, strike, strike, strike, lose, change, moderate, say, leave, wait, wait])
STORIES = st.lists(st.tuples(DEEDS, CLIENTS, CLIENTS), max_size=40)


def after(story: list) -> Circle:
    """The circle after all events."""
    circle = Circle(max_members=6)
    circle.playing()
    for deed, who, number in story:
        clients = list(circle.clients.values())
        deed(circle, clients[who % len(clients)], number)
    circle.passes(SECOND)
    return circle


def members_of(circle: Circle) -> tuple[Member, ...]:
    return circle.room.overview(circle.now).members


@given(STORIES)
def test_ids_names_and_colours_are_unique(story: list) -> None:
    members = members_of(after(story))
    for column in ("id", "name", "colour"):
        assert set(Counter(getattr(member, column) for member in members).values()) <= {1}
    assert len(members) <= 6


@given(STORIES)
def test_all_connected_members_have_the_same_roster_and_timeline(story: list) -> None:
    circle = after(story)
    for client in circle.welcomed:
        known = {member.id: member for member in client.welcome.members}
        segments = client.welcome.timeline
        for message in client.inbox:
            match message:
                case MemberUpdate(member):
                    known[member.id] = member
                case MemberLeft(id):
                    known.pop(id, None)
                case TimelineUpdate(segments):
                    pass
        assert known == {member.id: member for member in members_of(circle)}
        assert Times(segments) == circle.timeline


@given(STORIES)
def test_batches_are_numbered_without_a_gap(story: list) -> None:
    circle = after(story)
    assert [batch.number for batch in circle.relayed] == list(range(len(circle.relayed)))
    for client in circle.welcomed:
        heard = client.got(Batch)
        assert heard == circle.relayed[client.welcome.next_batch :]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.booleans()), max_size=20))
def test_every_stroke_is_in_exactly_one_batch(pieces: list[tuple[int, int, bool]]) -> None:
    circle = Circle()
    oak, beat = circle.playing(), circle.beat
    expected: list[int] = []
    following = 0
    for first, length, ticks in pieces:
        expected += range(max(first, following), first + length)
        following = max(following, first + length)
        oak.sends(Strokes(first, tuple(SentStroke(beat + number, 38, 1) for number in range(first, first + length))))
        circle.passes(circle.room.tick * ticks)
    circle.passes(SECOND)
    assert [batch.base + stroke.offset - beat for batch in circle.relayed for stroke in batch.strokes] == expected


@given(st.lists(MEMBERS_SEND, max_size=6))
def test_all_answers_can_be_decoded(messages: list[Message]) -> None:
    circle = Circle()
    clients = [circle.playing(), circle.joins()]
    for message in messages:
        if isinstance(message, LoopTransfer):
            continue  # the room is not concerned
        for client in clients:
            client.sends(message)
        circle.passes(SECOND)
    for message in clients[0].inbox + clients[1].inbox:
        assert decode_from_server(encode(message)[LENGTH.size :]) == message


def test_messages_of_unknown_connections_are_ignored() -> None:
    circle = Circle()
    oak = circle.conductor()
    oak.loses_connection()
    assert oak.sends(GiveCue(oak.welcome.cue)) == []
