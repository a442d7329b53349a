"""Bots: many members in one process, each the real client, playing patterns on the circle's own beats."""

import asyncio
from collections.abc import Sequence

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.client_io import Client, OnCircle, ignore
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.units import SECOND, Beats, Micros, Tempo, local_micros

from .bot_patterns import BotPart, PlannedStroke, part_of, stream

LOOK = Micros(50_000)
NAMES = (
    *("Oak", "Reed", "Slate", "Fern", "Flint", "Wren", "Moss", "Lark", "Birch", "Clay", "Ember", "Rush", "Hazel"),
    *("Finch", "Sage", "Thorn", "Willow", "Brook", "Heron", "Cedar", "Pebble", "Rowan", "Sorrel", "Swift", "Aspen"),
)


class _Bot:
    """One bot and where it is in its part."""

    def __init__(self, client: Client, part: BotPart, rate: float | None) -> None:
        self.client = client
        self._written, self._rate = part, rate
        self._part, self._tempo = part, Tempo(0)
        self._played: Beats | None = None

    def play(self, now: Micros) -> int:
        """Strike what has become due since the last look, each stroke stamped with its own moment; how many.

        A bot that was cut off plays on, like anybody.
        """
        circle = self.client.circle
        if circle.clock is None:
            self._played = None
            return 0
        moment = circle.clock.circle(now)
        timeline, segment = circle.timeline, circle.timeline.at(moment)
        begin, self._played = self._played, segment.beat_at(moment)
        if begin is None:
            return 0
        begin = max(begin, Beats(self._played - segment.meter.period))
        due = self._part_at(segment.tempo).between(begin, self._played)
        return sum(self._strike(circle.clock, timeline.micros_at(stroke.beat), stroke) for stroke in due)

    def _strike(self, clock: Clock, at: Micros | None, stroke: PlannedStroke) -> bool:
        return at is not None and self.client.strike(clock.local(at), stroke.pad, stroke.velocity) is not None

    def _part_at(self, tempo: Tempo) -> BotPart:
        if self._rate is not None and tempo != self._tempo:
            self._part, self._tempo = stream(self._written, self._rate * tempo / SECOND), tempo
        return self._part


class Bots:
    """`count` bots in one circle. `rate`: strokes a second each, None: as the pattern goes. `first`: the number of the
    first, from which names and parts are dealt. `on_circle`: gets what that first one knows (see `Client`).

    They strike looking back: every 50 ms each plays what its part had in the time since, stamped with the exact
    moments; nothing depends on when the timer fires.
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
        """Join and play for `duration` seconds, or until every bot was shown out; then leave."""
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
            await asyncio.sleep(LOOK / SECOND)


def _name(number: int) -> str:
    turn = number // len(NAMES)
    return NAMES[number % len(NAMES)] + (f" {turn + 1}" if turn else "")
