"""Measures how tightly a circle plays while it plays: each player, and all together, cycle by cycle. Pure."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from drumcircle_gui.grooves.groove_plan import PLAIN_GUIDE, GroovePlan
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Beats

from .spread import Deviation, Spread, SpreadSum, deviation

RECENT_STROKES = 64
"""Number of latest strokes of a player that are used: a few cycles."""

RECENT_CYCLES = 32
"""Maximum number of cycles that are remembered."""


@dataclass(frozen=True, slots=True)
class CycleSpread:
    """The strokes of the cycle that begins on the beat `begin`; `spread` is None if there were too few."""

    begin: Beats
    spread: Spread | None


class _Recent:
    """The latest strokes of one player."""

    def __init__(self) -> None:
        self._kept: deque[Deviation] = deque()
        self._sum = SpreadSum()

    def add(self, found: Deviation) -> None:
        self._kept.append(found)
        self._sum.add(found)
        if len(self._kept) > RECENT_STROKES:
            self._sum.add(self._kept.popleft(), -1)

    def spread(self) -> Spread | None:
        return self._sum.spread()


class TogetherMeter:
    """Measures strokes as they arrive."""

    def __init__(self) -> None:
        self._players: dict[int, _Recent] = {}
        self._cycles: dict[Beats, SpreadSum] = {}
        self._entry = 0

    def follow(self, entry: int, present: Iterable[int]) -> None:
        """Forget everything when `entry` has changed, and members that are no longer `present`."""
        if entry != self._entry:
            self._entry = entry
            self._players.clear()
            self._cycles.clear()
        for gone in self._players.keys() - set(present):
            del self._players[gone]

    def add(self, player: int, beat: Beats, timeline: Timeline, grooves: GroovePlan = PLAIN_GUIDE) -> None:
        """Add a stroke of `player` on `beat`."""
        segment = timeline.holding(beat)
        begin = Beats(beat - (beat - segment.origin) % segment.meter.cycle)
        found = deviation(beat, segment, grooves.at(begin))
        self._players.setdefault(player, _Recent()).add(found)
        if begin not in self._cycles:
            self._cycles[begin] = SpreadSum()
            while len(self._cycles) > RECENT_CYCLES:
                del self._cycles[min(self._cycles)]
        if begin in self._cycles:
            self._cycles[begin].add(found)

    def players(self) -> dict[int, Spread]:
        """The spreads of players with enough strokes, by id."""
        found = {id: recent.spread() for id, recent in self._players.items()}
        return {id: spread for id, spread in found.items() if spread is not None}

    def player(self, id: int) -> Spread | None:
        recent = self._players.get(id)
        return recent.spread() if recent else None

    def cycles(self) -> tuple[CycleSpread, ...]:
        """The cycles that are over, in order: all but the latest one."""
        return tuple(CycleSpread(begin, self._cycles[begin].spread()) for begin in sorted(self._cycles)[:-1])
