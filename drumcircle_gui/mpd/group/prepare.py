"""Where rooms are brought to in a song, and what was measured of MPD servers that are. Pure."""

from drumcircle_gui.timing.units import Micros, seconds

SETTLE_AFTER = seconds(0.5)
"""A room's `elapsed` is not reliable for this long after it was resumed: the output's buffer fills."""

EXACT_SUFFIXES = (".flac", ".wav", ".aiff", ".aif")
"""In other files a seek may land a third of a second from where it should (measured: Ogg Vorbis)."""

RESUME_LAG = 3_000
"""Microseconds by which sound goes on late after a seek (measured with an output that holds nothing back)."""

LARGE_BUFFER = Micros(60_000)
"""An output that holds back more than this goes on a step later after a seek (measured with JACK: 25 to 35 ms)."""

PAUSE_SKIPS = Micros(170_000)
"""What a pause skips of a song: all that its output holds back."""

BEFORE_END = seconds(0.1)
"""How far before its end rooms are brought to in a song whose end one of them has passed."""


def reachable_place(elapsed: Micros | None, duration: Micros | None) -> Micros:
    """The place in a song that other rooms are brought to if one of them reports `elapsed`. After a seek beyond the end
    of a song MPD may be paused there, where no other room gets to."""
    place = elapsed or Micros(0)
    return place if duration is None or place < duration else Micros(max(duration - BEFORE_END, 0))
