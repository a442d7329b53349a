"""The first beats of the circle's cycles, on which a song can begin in all rooms. Pure."""

from dataclasses import dataclass

from drumcircle_gui.timing.units import SECOND, Micros

MIN_LEAD = Micros(2 * SECOND)
"""Nearer ones come too early: the rooms need a moment to load the song."""


@dataclass(frozen=True, slots=True)
class Downbeat:
    """At `at` of this machine's clock cycle number `cycle` begins, at the circle's tempo of `bpm` beats per minute."""

    at: Micros
    cycle: int
    bpm: float


def reachable(downbeats: tuple[Downbeat, ...], now: Micros) -> tuple[Downbeat, ...]:
    """Those that leave the rooms time enough, soonest first."""
    return tuple(sorted((beat for beat in downbeats if beat.at - now >= MIN_LEAD), key=lambda beat: beat.at))


def cycles_until(downbeat: Downbeat, downbeats: tuple[Downbeat, ...], now: Micros) -> int:
    """How many cycles begin up to and with `downbeat`: 1 is the next."""
    return sum(now < beat.at <= downbeat.at for beat in downbeats)
