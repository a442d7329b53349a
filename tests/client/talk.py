"""A session whose server is scripted by the test."""

from itertools import count
from typing import Any

import msgspec

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.client.session import Session
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.connection import Connection, Side
from drumcircle_gui.protocol.fields import EVERYONE, Message
from drumcircle_gui.protocol.strokes import Batch, Stroke
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import Beats, Micros, Tempo, beats, seconds

PLAYING = Timeline.stopped(Tempo(500_000), Meter()).changed(Micros(1), running=True)
START = 1

NOW = seconds(10)
"""Local time; on these connections also circle time."""


class Talk:
    """A session with a scripted server: the test sets what the server sends, and reads what the session sends."""

    def __init__(self, **welcome: Any) -> None:
        self.session = Session("Fern", "key", "test")
        self._exchanges = count(1)
        self.connect()
        self.says(welcomed(**welcome))

    def connect(self) -> None:
        self.server = Connection(Side.SERVER)
        self.session.connection_made()
        (self.hello,) = self.hears()

    def says(self, *messages: Message, now: Micros = NOW) -> None:
        self.session.receive(b"".join(self.server.send(message) for message in messages), now)

    def hears(self) -> list[Any]:
        return list(self.server.receive(self.session.data_to_send()))

    def finds_the_beat(self, now: Micros = NOW, ahead: int = 0, trip: int = 0) -> None:
        """One clock exchange that begins at local time `now` and takes `trip`; circle time is `ahead` of local time."""
        self.session.request_time(now)
        (asked,) = self.hears()
        middle = Micros(now + ahead + trip // 2)
        self.says(m.ClockReply(asked.id, asked.sent, middle, middle), now=Micros(now + trip))

    @property
    def circle(self) -> CircleSnapshot:
        return self.session.circle


def welcomed(**changes: Any) -> m.Welcome:
    usual = m.Welcome(
        version=m.PROTOCOL_VERSION,
        you=7,
        token="token",
        circle="Oak",
        role="player",
        now=NOW,
        timeline=PLAYING.segments,
        members=(member(7),),
        chat=(),
        cue=m.Cue(),
        tick=Micros(25_000),
        next_batch=0,
        heard=0,
    )
    return msgspec.structs.replace(usual, **changes)


def member(number: int, name: str = "Fern") -> m.Member:
    return m.Member(number, name, "player", number)


def said(number: int) -> m.ChatEntry:
    return m.ChatEntry(number, 7, "Fern", EVERYONE, f"line {number}", NOW)


def batch(number: int, *strokes: int) -> Batch:
    return Batch(number, beats(4), tuple(Stroke(9, Beats(offset), 38, 100) for offset in strokes))
