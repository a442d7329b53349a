"""The duration of a period, and whether it suffices for a network: strokes must travel to the server and on to the
slowest listener before they are due. Pure."""

from .timeline import Segment
from .units import SECOND, SLOWEST_TEMPO, Beats, Micros

MAX_ONE_WAY = Micros(4 * SECOND)
"""Upper bound of a member's one-way delay. Members report their own round trips, and a false report must not delay
everybody without limit."""

SAFETY_MARGIN = Micros(SECOND // 4)
"""Time left free in each period beyond the strokes' travel, for jitter and for rendering them."""


def period_micros(segment: Segment) -> Micros:
    """The duration of one period at the tempo of `segment`."""
    return Micros(segment.micros_at(Beats(segment.beat + segment.meter.period)) - segment.at)


def one_way_delay(round_trip: Micros) -> Micros:
    """Half the round trip, at most MAX_ONE_WAY: the best guess of the delay in either direction; 0 if nothing was
    measured (`round_trip` is negative)."""
    return Micros(min(max(round_trip, 0) // 2, MAX_ONE_WAY))


def travel_micros(one_way: Micros, tick: Micros) -> Micros:
    """The time a stroke needs to reach a listener as slow as its player, both `one_way` from a server that gathers
    strokes for one `tick`; SAFETY_MARGIN included."""
    return Micros(2 * one_way + tick + SAFETY_MARGIN)


def period_shortage(segment: Segment, one_way: Micros, tick: Micros) -> Micros:
    """The time by which a period of `segment` is too short for `travel_micros`; negative if there is time to spare."""
    return Micros(travel_micros(one_way, tick) - period_micros(segment))


def fitting_bpm(segment: Segment, one_way: Micros, tick: Micros) -> int | None:
    """The fastest whole bpm at which a period of `segment` lasts as long as `travel_micros`; None if there is none
    within the range of tempi."""
    tempo = -(-travel_micros(one_way, tick) // (segment.meter.beats * segment.meter.cycles))
    return None if tempo > SLOWEST_TEMPO else int(60 * SECOND / tempo)
