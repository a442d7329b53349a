"""Honest members that play while others attack, and measure how promptly the server answers them."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import cast

from drumcircle_gui.protocol.connection import Connection, Side
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import (
    PROTOCOL_VERSION,
    ChatUpdate,
    ClockReply,
    ClockRequest,
    Hello,
    TimelineUpdate,
    Welcome,
)
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Strokes
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .peer import trusting

MEMBERS = 6
CLOCK_INTERVAL_S = 0.025
STROKE_EVERY = 2
"""A stroke for every second clock request."""


@dataclass
class Delays:
    """Results of one window: micros from sending to the answer; those of `strokes` include waiting for the server's
    tick.

    `chat_lines` and `foreign_strokes`: received by the first member. `dropped`: members dropped by the end of the
    window.
    """

    clock: list[int] = field(default_factory=list)
    strokes: list[int] = field(default_factory=list)
    chat_lines: int = 0
    foreign_strokes: int = 0
    seconds: float = 0.0
    dropped: int = 0


class Bystander(asyncio.Protocol):
    """One member. Clock requests and strokes are answered in the order in which they were sent.

    What arrives is stamped at once and decoded after the window: members that decode a thousand strokes of others in
    every tick would otherwise delay each other's stamps, since all are in one process.
    """

    transport: asyncio.Transport

    def __init__(self, invite: Invite) -> None:
        self.window = Delays()
        self.joined: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.lost = False
        self._invite = invite
        self._connection = Connection(Side.CLIENT)
        self._arrived: deque[tuple[bytes, Micros]] = deque()
        self._requests: deque[Micros] = deque()
        self._strokes: deque[Micros] = deque()
        self._sent_strokes = 0
        self._id = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.transport.write(self._connection.send(Hello(PROTOCOL_VERSION, "Fern", self._invite.key)))

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        if not self.joined.done():
            self.joined.set_exception(error or ConnectionError("not welcomed"))

    def data_received(self, data: bytes) -> None:
        self._arrived.append((data, local_micros()))
        if not self.joined.done():
            self._decode()

    def ask(self, strike: bool) -> None:
        if self.lost:
            return
        now = local_micros()
        self._requests.append(now)
        frames = self._connection.send(ClockRequest(1, now))
        if strike:
            self._strokes.append(now)
            beat = self._timeline.beat_at(Micros(now - self._offset))
            frames += self._connection.send(Strokes(self._sent_strokes, (SentStroke(beat, 38, 100),)))
            self._sent_strokes += 1
        self.transport.write(frames)

    def take_window(self) -> Delays:
        """The results since the last call. Unanswered requests count as if answered now."""
        self._decode()
        window, self.window = self.window, Delays()
        now = local_micros()
        late = 2 * round(CLOCK_INTERVAL_S * SECOND)
        window.clock += [now - sent for sent in self._requests if now - sent > late]
        window.strokes += [now - sent for sent in self._strokes if now - sent > late]
        return window

    def _decode(self) -> None:
        while self._arrived:
            data, now = self._arrived.popleft()
            for message in self._connection.receive(data):
                match message:
                    case ClockReply():
                        self.window.clock.append(now - self._requests.popleft())
                    case Batch():
                        self._take_batch(message, now)
                    case ChatUpdate():
                        self.window.chat_lines += 1
                    case TimelineUpdate():
                        self._timeline = Timeline(message.segments)
                    case Welcome():
                        self._id, self._offset = message.you, local_micros() - message.now
                        self._timeline = Timeline(message.timeline)
                        self.joined.set_result(None)

    def _take_batch(self, batch: Batch, now: Micros) -> None:
        own = [stroke for stroke in batch.strokes if stroke.player == self._id]
        self.window.strokes += [now - self._strokes.popleft() for _ in own]
        self.window.foreign_strokes += len(batch.strokes) - len(own)


class Bystanders:
    """MEMBERS honest members at one address, as in a school."""

    def __init__(self, invite: Invite) -> None:
        self._invite = invite
        self._members: list[Bystander] = []

    async def join(self) -> None:
        loop = asyncio.get_running_loop()
        context = trusting() if self._invite.pin else None
        for _ in range(MEMBERS):
            member = Bystander(self._invite)
            self._members.append(member)
            host, port = self._invite.host, self._invite.port
            await loop.create_connection(lambda: self._members[-1], host, port, ssl=context)
            await member.joined
        self._began = local_micros()
        self._playing = asyncio.create_task(self._play())

    async def delays(self) -> Delays:
        """The delays since the last call."""
        now = local_micros()
        began, self._began = self._began, now
        first, *others = [member.take_window() for member in self._members]
        for other in others:
            first.clock += other.clock
            first.strokes += other.strokes
        first.seconds = (now - began) / SECOND
        first.dropped = sum(member.lost for member in self._members)
        return first

    async def close(self) -> None:
        self._playing.cancel()
        for member in self._members:
            member.transport.abort()

    async def _play(self) -> None:
        number = 0
        while True:
            for member in self._members:
                member.ask(number % STROKE_EVERY == 0)
                await asyncio.sleep(CLOCK_INTERVAL_S / MEMBERS)
            number += 1


def percentile(micros: list[int], percent: int) -> float:
    """In milliseconds, by nearest rank; infinite without values."""
    ranked = sorted(micros)
    return ranked[-(-len(ranked) * percent // 100) - 1] / 1000 if ranked else float("inf")
