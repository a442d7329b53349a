"""Thousands of lightweight clients in one process that check every delivery: each batch is decoded once, and the copies
of all other clients are compared with it byte by byte."""

import asyncio
import ssl
from collections import defaultdict, deque
from dataclasses import dataclass

from drumcircle_gui.protocol.framing import LENGTH
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.message_codec import decode_from_server, encode, message_number
from drumcircle_gui.protocol.messages import (
    PROTOCOL_VERSION,
    ChangeTimeline,
    ClockRequest,
    Closing,
    Hello,
    TickUpdate,
    TimelineUpdate,
    Welcome,
)
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Strokes
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

_JOINING_AT_ONCE = 64
_CLOCK_INTERVAL = 4 * SECOND
_STEP_S = 0.005

_BATCH = Batch.__struct_config__.tag


@dataclass(frozen=True)
class Outcome:
    """`delivered`: strokes times clients; `wrong`: copies and strokes with wrong content; `closed`: the codes with
    which the server closed connections; `dropped`: connections that were lost."""

    struck: int
    delivered: int
    wrong: int
    closed: tuple[str, ...]
    dropped: int = 0


class Referee:
    """Compares each copy of each batch with the strokes that were sent."""

    def __init__(self) -> None:
        self.wrong = 0
        self.struck: dict[int, list[int]] = defaultdict(list)
        self._heard: dict[int, int] = defaultdict(int)
        self._first: dict[int, tuple[bytes, int]] = {}

    def strokes_in(self, frame: bytes, number: int) -> int:
        """The number of correct strokes in `frame`, which should be the batch `number`."""
        first = self._first.get(number)
        if first is None:
            first = self._first[number] = frame, self._checked(frame, number)
        if frame == first[0]:
            return first[1]
        self.wrong += 1
        return 0

    def _checked(self, frame: bytes, number: int) -> int:
        batch = decode_from_server(frame[LENGTH.size :])
        assert isinstance(batch, Batch)
        self.wrong += batch.number != number
        for stroke in batch.strokes:
            struck, heard = self.struck[stroke.player], self._heard[stroke.player]
            self.wrong += heard >= len(struck) or struck[heard] != batch.base + stroke.offset
            self._heard[stroke.player] = heard + 1
        return len(batch.strokes)


class Bot(asyncio.Protocol):
    """One client; it strikes, and counts the strokes that it receives."""

    transport: asyncio.Transport

    def __init__(self, fleet: "Fleet", name: str, key: str) -> None:
        self.id = 0
        self.next = 0
        self.heard = 0
        self.joined = asyncio.get_running_loop().create_future()
        self._fleet = fleet
        self._hello = Hello(PROTOCOL_VERSION, name, key)
        self._unread = b""
        self._next_batch = 0
        self._next_stroke = 0
        self._next_question = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        transport.write(encode(self._hello))

    def data_received(self, data: bytes) -> None:
        data = self._unread + data
        begin = 0
        while len(data) - begin >= LENGTH.size:
            end = begin + LENGTH.size + LENGTH.unpack_from(data, begin)[0]
            if end > len(data):
                break
            self._take(data[begin:end])
            begin = end
        self._unread = data[begin:]

    def connection_lost(self, error: Exception | None) -> None:
        if not self.joined.done():
            self.joined.set_exception(error or ConnectionError("closed before the welcome"))

    def begin(self, stroke: int, question: int) -> None:
        self.next = self._next_stroke = stroke
        self._next_question = question

    def flush(self, now: int) -> None:
        """Send the strokes since the last call, and from time to time a clock request."""
        if self.transport.is_closing():
            return
        struck = self._fleet.referee.struck[self.id]
        first = len(struck)
        while self._next_stroke <= now:
            struck.append(self._fleet.segment.beat_at(self._next_stroke))
            self._next_stroke += self._fleet.between
        if len(struck) > first:
            hits = tuple([SentStroke(beat, 36 + self.id % 16, 100) for beat in struck[first:]])
            self.transport.write(encode(Strokes(first, hits)))
        if self._next_question <= now:
            self.transport.write(encode(ClockRequest(now, now, Micros(20_000), Micros(10_000))))
            self._next_question = now + _CLOCK_INTERVAL

    def _take(self, frame: bytes) -> None:
        number = message_number(frame[LENGTH.size : LENGTH.size + 8])
        if number == _BATCH:
            self.heard += self._fleet.referee.strokes_in(frame, self._next_batch)
            self._next_batch += 1
        elif number in self._fleet.handlers:
            message = decode_from_server(frame[LENGTH.size :])
            if isinstance(message, Welcome):
                self.id, self._next_batch = message.you, message.next_batch
                self.joined.set_result(None)
            self._fleet.handlers[number](message)


class Fleet:
    """`count` clients that strike `rate` times a second each, from `play` to `rest`."""

    segment: Segment

    def __init__(self, invite: Invite, conductor: Invite, count: int, rate: int) -> None:
        self.between = SECOND // rate
        self.referee = Referee()
        self.handlers = {
            kind.__struct_config__.tag: act
            for kind, act in (
                (Welcome, self._welcomed),
                (TimelineUpdate, lambda message: self._know(message.segments)),
                (TickUpdate, lambda message: self._follow(message.tick)),
                (Closing, lambda message: self._closed.append(message.code)),
            )
        }
        self._invite = invite
        self._keys = [conductor.key, *[invite.key] * (count - 1)]
        self._bots: list[Bot] = []
        self._playing: asyncio.Task[None] | None = None
        self._closed: list[str] = []

    async def join(self) -> None:
        """Join all clients; the first one, a conductor, starts the circle. Returns when it plays."""
        self._running = asyncio.Event()
        await self._one_joins(0)
        self._bots[0].transport.write(encode(ChangeTimeline(0, running=True)))
        turns = asyncio.Semaphore(_JOINING_AT_ONCE)

        async def in_turn(number: int) -> None:
            async with turns:
                await self._one_joins(number)

        await asyncio.gather(*map(in_turn, range(1, len(self._keys))))
        await self._running.wait()
        await asyncio.sleep(max(self.segment.at - self.now(), 0) / SECOND)

    async def play(self) -> None:
        """Join, and start to strike, each bot a little later than the one before."""
        await self.join()
        self.begin()
        self._playing = asyncio.create_task(self._play())

    def begin(self) -> None:
        """Start striking; the caller must call `step` from then on."""
        now, count = max(self.now(), self.segment.at), len(self._bots)  # timers may be early
        for number, bot in enumerate(self._bots):
            bot.begin(now + number * self._tick // count, now + number * _CLOCK_INTERVAL // count)
        self._queue = deque(self._bots)

    async def rest(self, within: float) -> Outcome:
        """Stop striking, wait until every stroke was delivered, or `within` seconds, and return the outcome."""
        if self._playing is not None:
            self._playing.cancel()
        struck = sum(map(len, self.referee.struck.values()))
        deadline = local_micros() + within * SECOND
        while self._delivered() < struck * len(self._bots) and local_micros() < deadline:
            await asyncio.sleep(_STEP_S)
        dropped = sum(bot.transport.is_closing() for bot in self._bots)
        return Outcome(struck, self._delivered(), self.referee.wrong, tuple(self._closed), dropped)

    async def close(self) -> None:
        for bot in self._bots:
            bot.transport.abort()

    def now(self) -> int:
        """Circle time, as the first welcome gives it."""
        return local_micros() - self._offset

    async def _one_joins(self, number: int) -> None:
        bot = Bot(self, f"Bot {number}", self._keys[number])
        context = _context() if self._invite.pin else None
        await asyncio.get_running_loop().create_connection(
            lambda: bot, self._invite.host, self._invite.port, ssl=context
        )
        await bot.joined
        self._bots.append(bot)

    async def _play(self) -> None:
        while True:
            self.step()
            await asyncio.sleep(_STEP_S)

    def step(self) -> None:
        """Have every bot strike that is due."""
        now, queue = self.now(), self._queue
        while queue[0].next <= now:
            bot = queue.popleft()
            bot.flush(now)
            bot.next += self._tick
            queue.append(bot)

    def _delivered(self) -> int:
        return sum(bot.heard for bot in self._bots)

    def _welcomed(self, welcome: Welcome) -> None:
        if not self._bots:
            self._offset = local_micros() - welcome.now
        self._know(welcome.timeline)
        self._follow(welcome.tick)

    def _know(self, segments: tuple[Segment, ...]) -> None:
        self.segment = segments[-1]
        if self.segment.running:
            self._running.set()

    def _follow(self, tick: Micros) -> None:
        self._tick = tick


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
