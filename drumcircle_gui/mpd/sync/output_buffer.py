"""Learns how much sound the rooms' outputs hold: a room's `elapsed` is ahead of the sound by that much. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drumcircle_gui.timing.units import Micros, seconds

from .correction import Observation

DEFAULT_BUFFERED = Micros(140_000)
"""Assumed until the first start."""

KNOWN_AFTER = seconds(1.2)
"""How long after a start the rooms' positions are known."""

UNMOVED_WITHIN = seconds(0.5)
"""A room whose position has been known only from later than this after the start has jumped since."""

MIN_BUFFERED, MAX_BUFFERED = -50_000, 2_000_000
"""Micros. A measurement outside is an error."""


@dataclass(frozen=True, slots=True)
class _Start:
    """`rooms` were to sound from local time `at` on, with the song clock `clock`. `all_rooms`: all that were ready, not
    one that joined."""

    rooms: Sequence[str]
    clock: int
    at: Micros
    all_rooms: bool


class OutputBuffer:
    """`buffered`: the amount of sound in the outputs as learnt so far."""

    def __init__(self) -> None:
        self.buffered = DEFAULT_BUFFERED
        self._from_group_start = False
        self._start: _Start | None = None

    def started(self, rooms: Sequence[str], clock: int, at: Micros) -> None:
        """All ready rooms were released together."""
        self._start = _Start(rooms, clock, at, all_rooms=True)

    def joined(self, room: str, clock: int, at: Micros) -> None:
        """One room was released to sound with the others. Its measurement has less weight than that of a start of all
        rooms, because the room may be out of step with them."""
        if self._start is None:
            self._start = _Start((room,), clock, at, all_rooms=False)

    def learn(self, observations: Mapping[str, Observation], reference: str, now: Micros) -> None:
        """Learn from the position of a room that began with the latest start and has not jumped since, preferably the
        reference room. Call it often; it has an effect once for each start."""
        start = self._start
        if start is None or now - start.at < KNOWN_AFTER:
            return
        self._start = None
        observation = _unmoved(observations, start, reference)
        if observation is None or (self._from_group_start and not start.all_rooms):
            return
        buffered = observation.group_clock - start.clock
        if MIN_BUFFERED <= buffered <= MAX_BUFFERED:
            self.buffered, self._from_group_start = Micros(max(buffered, 0)), start.all_rooms


def _unmoved(observations: Mapping[str, Observation], start: _Start, reference: str) -> Observation | None:
    rooms = sorted(start.rooms, key=lambda room: room != reference)
    found = (observations[room] for room in rooms if room in observations)
    return next((each for each in found if each.since - start.at < UNMOVED_WITHIN), None)
