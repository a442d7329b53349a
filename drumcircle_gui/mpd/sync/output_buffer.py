"""How much of a song outputs hold: a room's `elapsed` is ahead of what sounds by so much. Learnt from starts. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drumcircle_gui.timing.units import Micros, seconds

from .correction import Observation

DEFAULT_BUFFERED = Micros(140_000)

KNOWN_AFTER = seconds(1.2)
"""So long after a start it is known where the rooms say they are."""

UNMOVED_WITHIN = seconds(0.5)
"""A room whose place has been known only since later was moved after the start."""

MIN_BUFFERED, MAX_BUFFERED = -50_000, 2_000_000


@dataclass(frozen=True, slots=True)
class _Start:
    """These `rooms` were to sound from `at` on: `clock` is their place in the song less local time."""

    rooms: Sequence[str]
    clock: int
    at: Micros
    all: bool


class OutputBuffer:
    """`ahead` is what is known so far, USUALLY at first."""

    def __init__(self) -> None:
        self.buffered = DEFAULT_BUFFERED
        self._sure = False
        self._start: _Start | None = None

    def started(self, rooms: Sequence[str], clock: int, at: Micros) -> None:
        """All that are ready were let go together."""
        self._start = _Start(rooms, clock, at, all=True)

    def joined(self, room: str, clock: int, at: Micros) -> None:
        """One was let go to sound with the others. It tells less than a start: nobody knows it is as the others are."""
        if self._start is None:
            self._start = _Start((room,), clock, at, all=False)

    def learn(self, looks: Mapping[str, Observation], reference: str, now: Micros) -> None:
        """By where a room says it is that began with the latest start, and was not moved since: rather the one by which
        all others are judged."""
        start = self._start
        if start is None or now - start.at < KNOWN_AFTER:
            return
        self._start = None
        rooms = sorted(start.rooms, key=lambda room: room != reference)
        look = next(
            (looks[room] for room in rooms if room in looks and looks[room].since - start.at < UNMOVED_WITHIN), None
        )
        if look is None or (self._sure and not start.all):
            return
        ahead = look.group_clock - start.clock
        if MIN_BUFFERED <= ahead <= MAX_BUFFERED:
            self.buffered, self._sure = Micros(max(ahead, 0)), start.all
