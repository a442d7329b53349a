"""Downbeats of the circle: the first beats of its cycles, on which a song can start in all rooms. Pure."""

from dataclasses import dataclass

from drumcircle_gui.timing.units import SECOND, Micros

MIN_LEAD = Micros(2 * SECOND)
"""Earliest downbeat that can be chosen: the rooms need this long to load the song."""


@dataclass(frozen=True, slots=True)
class Downbeat:
    """Cycle number `cycle` begins at local time `at`; the tempo is `bpm` beats per minute."""

    at: Micros
    cycle: int
    bpm: float


def reachable(downbeats: tuple[Downbeat, ...], now: Micros) -> tuple[Downbeat, ...]:
    """The downbeats at least MIN_LEAD from `now`, soonest first."""
    return tuple(sorted((beat for beat in downbeats if beat.at - now >= MIN_LEAD), key=lambda beat: beat.at))


def cycles_until(downbeat: Downbeat, downbeats: tuple[Downbeat, ...], now: Micros) -> int:
    """How many of the downbeats after `now` there are up to `downbeat`, itself included: 1 for the next one."""
    return sum(now < beat.at <= downbeat.at for beat in downbeats)
