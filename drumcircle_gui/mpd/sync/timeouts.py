"""Limits for how long a room may be silent before it counts as not answering. Pure."""

from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.timing.units import Micros, seconds

SILENCE = seconds(0.7)
"""The usual limit."""

LONG_SILENCE = seconds(3)
"""The limit while the room prepares a long reply: MPD does one thing at a time."""

SONG_END, SONG_END_SILENCE = seconds(2), seconds(2.2)
"""The last part of a song, and the limit in it: MPD may answer nothing while its player waits for the decoder of the
next song (up to 1.4 s in measurements with 0.23.12)."""


def silence_limit(status: Status, streaming: bool) -> Micros:
    """The limit for a room with this last `status`; `streaming`: it is preparing or sending a long reply."""
    if streaming:
        return LONG_SILENCE
    if status.state != "play" or status.duration is None or status.elapsed is None:
        return SILENCE
    return SONG_END_SILENCE if status.duration - status.elapsed < SONG_END else SILENCE
