"""How long a server may say nothing before that means something. Pure."""

from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.timing.units import Micros, seconds

SILENCE = seconds(0.7)
LONG_SILENCE = seconds(3)
"""While it thinks about a long answer: an MPD does one thing at a time."""

SONG_END, SONG_END_SILENCE = seconds(2), seconds(2.2)
"""In a song's last second and a half MPD may answer nothing, if all of the next one that it has room for is decoded
already (measured with 0.23.12: up to 1.4 s late): most likely its player waits for the decoder to wake it."""


def silence_limit(status: Status, streaming: bool) -> Micros:
    """By its last `status`; `streaming`: it is giving a long answer."""
    if streaming:
        return LONG_SILENCE
    if status.state != "play" or status.duration is None or status.elapsed is None:
        return SILENCE
    return SONG_END_SILENCE if status.duration - status.elapsed < SONG_END else SILENCE
