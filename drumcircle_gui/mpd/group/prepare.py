"""Where rooms are placed in a song before a start, and constants measured of MPD servers. Pure."""

from drumcircle_gui.timing.units import Micros, seconds

SETTLE_AFTER = seconds(0.5)
"""A room's `elapsed` is not reliable for this long after it was resumed: the output's buffer fills."""

EXACT_SUFFIXES = (".flac", ".wav", ".aiff", ".aif")
"""File types in which a seek is exact. In others it may miss by a third of a second (measured: Ogg Vorbis)."""

RESUME_LAG = 3_000
"""Micros by which sound continues late after a seek (measured with an output that buffers nothing)."""

LARGE_BUFFER = Micros(60_000)
"""An output that buffers more than this continues one step later after a seek (measured with JACK: 25 to 35 ms)."""

PAUSE_SKIPS = Micros(170_000)
"""How much of a song a pause skips: all that the output has buffered."""

BEFORE_END = seconds(0.1)
"""Distance from a song's end at which rooms are placed if one of them has passed the end."""


def reachable_place(elapsed: Micros | None, duration: Micros | None) -> Micros:
    """The position to which other rooms are brought if one of them reports `elapsed`. After a seek beyond the end of a
    song MPD may be paused at a position that no other room can reach."""
    place = elapsed or Micros(0)
    return place if duration is None or place < duration else Micros(max(duration - BEFORE_END, 0))
