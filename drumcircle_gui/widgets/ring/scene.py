"""The contents of the ring at a moment: lanes, dots and hand, without painting. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros

from .dots import MANY_DOTS, Dot, Dots, PlacedDot
from .geometry import Dial, turn_of
from .motion import MOTION

VANISHING = Micros(400_000)  # a dot is gone this long after it was met, or after half a beat if that is sooner
_REACH = 10.0  # pixels from which a dot is found

PictureOf = Callable[[int, float], tuple[Any, int]]


@dataclass(frozen=True, slots=True)
class Lane:
    """A player's lane; `colour` is an index for `Theme.player`."""

    player: int
    name: str
    colour: int
    dimmed: bool = False


class Scene:
    """The lanes, the strokes and the hand. `dial` is laid out for a size given by `resize`."""

    def __init__(self) -> None:
        self.clock: Callable[[], Micros] = lambda: Micros(0)
        self.timeline: Timeline | None = None
        self.segment: Segment | None = None
        self.halted = False
        self.beat = Beats(0)
        self.lanes: tuple[Lane, ...] = ()
        self.dots = Dots()
        self.dial = Dial.fitting(0, 0, 0)
        self._size = 0, 0
        self._places: dict[int, int] = {}

    @property
    def running(self) -> bool:
        """Whether the hand moves: the circle plays, and this window follows it."""
        return self.segment is not None and self.segment.running and not self.halted

    @property
    def turn(self) -> float:
        """The hand's turn."""
        return 0.0 if self.segment is None else turn_of(self.segment, self.beat)

    @property
    def hand_turn(self) -> float:
        """The turn at which the hand is shown: with less motion, that of the latest beat."""
        if self.segment is None or not MOTION.reduced:
            return self.turn
        return turn_of(self.segment, Beats(self.beat - (self.beat - self.segment.origin) % BEAT))

    def resize(self, width: int, height: int) -> None:
        self._size = width, height
        self.dial = Dial.fitting(width, height, len(self.lanes))

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        self.lanes = tuple(lanes)
        self._places = {lane.player: place for place, lane in enumerate(self.lanes)}
        self.resize(*self._size)

    def look(self) -> tuple[bool, bool]:
        """Updates from the clock; returns whether the meter changed, and whether the hand started or stopped."""
        if self.timeline is None or (self.halted and self.segment is not None):
            return False, False
        now, before = self.clock(), self.segment
        segment = self.segment = self.timeline.at(now)
        self.beat = segment.beat_at(now)
        if before is None:
            return True, True
        relaid = (segment.meter, segment.origin) != (before.meter, before.origin)
        return relaid, segment.running != before.running

    def add(self, dots: Iterable[Dot]) -> list[PlacedDot]:
        """Adds `dots`; returns those that have yet to sound."""
        if self.timeline is None:
            return []
        timeline = self.timeline
        fresh = [PlacedDot(dot, timeline.replay_beat(dot.beat)) for dot in dots]
        fresh = [dot for dot in fresh if dot.sounds > self.beat]
        self.dots.add(fresh)
        return fresh

    def forget(self) -> None:
        """Removes the dots that have vanished."""
        self.dots.forget(Beats(self.beat - self.in_beats(VANISHING) - BEAT))

    def place(self, dots: Iterable[PlacedDot], picture_of: PictureOf) -> None:
        """Places each dot on its player's lane, with its picture; dots without a lane are hidden."""
        for dot in dots:
            place = self._places.get(dot.dot.player)
            dot.shown = place is not None and self.segment is not None
            if place is None or self.segment is None:
                continue
            lane = self.lanes[place]
            dot.x, dot.y = self.dial.point(turn_of(self.segment, dot.sounds), self.radius(place))
            dot.radius, dot.colour = self.dial.dot(dot.dot.velocity), lane.colour
            dot.dimmed = lane.dimmed or dot.dot.silent
            dot.picture, middle = picture_of(dot.colour, dot.radius)
            dot.left, dot.top = round(dot.x - middle), round(dot.y - middle)

    @property
    def vanishing(self) -> Beats:
        """The beats in which a dot vanishes after it was met; needs a segment."""
        usual = min(self.in_beats(VANISHING), BEAT // 2)
        return Beats(usual if len(self.dots) < MANY_DOTS else usual // 2)

    def in_beats(self, micros: Micros) -> Beats:
        """The beats that pass in that time; needs a segment."""
        assert self.segment is not None
        return Beats(micros * BEAT // self.segment.tempo)

    def around_hand(self, behind: float, lead: Micros) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what a frame changes: from `behind` turns behind the hand, or the last dot
        vanishing, to `lead` ahead of it."""
        assert self.segment is not None
        period = self.segment.meter.period
        beat = 1.1 * BEAT / period if MOTION.reduced else 0.0
        back = min(max(behind, beat, self.in_beats(VANISHING) / period), 0.5)
        ahead = min(self.in_beats(lead) / period, 0.5)
        return self.dial.sector(self.turn - back, self.turn + ahead, 16)

    def lane_of(self, player: int | None) -> Lane | None:
        place = None if player is None else self._places.get(player)
        return None if place is None else self.lanes[place]

    def radius_of(self, player: int) -> float:
        """Radius of a player's lane."""
        return self.radius(self._places[player])

    def radius(self, place: int) -> float:
        return self.dial.radius(self.dial.lane(place, len(self.lanes)))

    def next_player(self, player: int | None, steps: int) -> int:
        """The player `steps` lanes further out, cyclically; without a player, the first or the last."""
        start = self._places.get(player, -1 if steps > 0 else 0) if player is not None else (-1 if steps > 0 else 0)
        return self.lanes[(start + steps) % len(self.lanes)].player

    def dot_at(self, x: float, y: float) -> PlacedDot | None:
        """The dot nearest to a point, if one is near."""
        near = ((abs(dot.x - x) + abs(dot.y - y), number, dot) for number, dot in enumerate(self.dots) if dot.shown)
        nearest = min(near, default=None)
        return nearest[2] if nearest and nearest[0] <= _REACH else None

    def player_at(self, x: float, y: float) -> int | None:
        """The player whose dot, or else whose lane, is near; the first of several that share a lane."""
        dot = self.dot_at(x, y)
        if dot is not None:
            return dot.dot.player
        lane = self.dial.lane_near(self.dial.polar(x, y)[1])
        players = len(self.lanes)
        owners = (owner.player for place, owner in enumerate(self.lanes) if self.dial.lane(place, players) == lane)
        return next(owners, None)
