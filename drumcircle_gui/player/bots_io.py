"""Bots: players in one process, each with a client of its own, that play patterns on the circle's beats."""

import asyncio
from collections.abc import Sequence

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.client_io import Client, OnCircle, ignore
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.units import SECOND, Beats, Micros, Tempo, local_micros

from .bot_patterns import BotPart, PlannedStroke, even_strokes, part_of

LOOK_INTERVAL = Micros(50_000)
NAMES = (
    *("Oak", "Reed", "Slate", "Fern", "Flint", "Wren", "Moss", "Lark", "Birch", "Clay", "Ember", "Rush", "Hazel"),
    *("Finch", "Sage", "Thorn", "Willow", "Brook", "Heron", "Cedar", "Pebble", "Rowan", "Sorrel", "Swift", "Aspen"),
)


class _Bot:
    """One bot, and the beat up to which it has played since its client's present entry."""

    def __init__(self, client: Client, part: BotPart, rate: float | None) -> None:
        self.client = client
        self._written, self._rate = part, rate
        self._part, self._tempo = part, Tempo(0)
        self._played: Beats | None = None
        self._entry = 0

    def play(self, now: Micros) -> int:
        """Send the strokes due since the last call, each with its exact time. Returns how many.

        A bot whose connection is lost plays on.
        """
        circle = self.client.circle
        if circle.clock is None:
            self._played = None
            return 0
        moment = circle.clock.circle(now)
        timeline, segment = circle.timeline, circle.timeline.at(moment)
        begin, played = self._played, segment.beat_at(moment)
        if begin is None or circle.entry != self._entry:
            self._played, self._entry = played, circle.entry
            return 0
        if played <= begin:  # the news of a slower tempo came late: these beats are played already
            return 0
        self._played = played
        begin = max(begin, Beats(played - segment.meter.period))
        due = self._part_at(segment.tempo).between(begin, played)
        return sum(self._strike(circle.clock, timeline.micros_at(stroke.beat), stroke) for stroke in due)

    def _strike(self, clock: Clock, at: Micros | None, stroke: PlannedStroke) -> bool:
        return at is not None and self.client.strike(clock.local(at), stroke.pad, stroke.velocity) is not None

    def _part_at(self, tempo: Tempo) -> BotPart:
        if self._rate is not None and tempo != self._tempo:
            self._part, self._tempo = even_strokes(self._written, self._rate * tempo / SECOND), tempo
        return self._part


class Bots:
    """`count` bots in one circle. `rate`: strokes a second of each (None: as in the pattern). `first`: number of the
    first bot, which decides names and parts. `on_circle` gets the snapshots of the first bot's client.

    Every LOOK_INTERVAL each bot sends the strokes of the time since, with their exact times: the timer's jitter has no
    effect.
    """

    def __init__(
        self,
        invite: Invite,
        count: int,
        pattern: str = "circle",
        rate: float | None = None,
        *,
        first: int = 0,
        on_circle: OnCircle = ignore,
    ) -> None:
        self.struck = 0
        self._bots = [
            _Bot(
                Client(invite, _name(number), agent="bot", on_circle=on_circle if number == first else ignore),
                part_of(pattern, number),
                rate,
            )
            for number in range(first, first + count)
        ]

    @property
    def clients(self) -> Sequence[Client]:
        return [bot.client for bot in self._bots]

    async def run(self, duration: float | None = None) -> None:
        """Join and play for `duration` seconds, or until every bot has been removed; then leave."""
        try:
            async with asyncio.timeout(duration):
                await self._play()
        except TimeoutError:
            if duration is None:
                raise
        finally:
            await asyncio.gather(*(client.close() for client in self.clients))

    async def _play(self) -> None:
        for client in self.clients:
            client.start()
            await asyncio.sleep(0)
        while any(client.circle.link is not LinkState.ENDED for client in self.clients):
            now = local_micros()
            self.struck += sum(bot.play(now) for bot in self._bots)
            await asyncio.sleep(LOOK_INTERVAL / SECOND)


def _name(number: int) -> str:
    turn = number // len(NAMES)
    return NAMES[number % len(NAMES)] + (f" {turn + 1}" if turn else "")
