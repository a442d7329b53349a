"""How long a room may be silent."""

import pytest

from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.mpd.sync.timeouts import LONG_SILENCE, SILENCE, SONG_END_SILENCE, silence_limit
from drumcircle_gui.timing.units import Micros, seconds

MINUTE = seconds(60)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status(), SILENCE),
        (Status(state="play", elapsed=seconds(57.9), duration=MINUTE), SILENCE),
        (Status(state="play", elapsed=seconds(58.1), duration=MINUTE), SONG_END_SILENCE),
        (Status(state="play", elapsed=MINUTE, duration=MINUTE), SONG_END_SILENCE),
        (Status(state="pause", elapsed=MINUTE, duration=MINUTE), SILENCE),
        (Status(state="play", elapsed=MINUTE, duration=None), SILENCE),
        (Status(state="play", elapsed=None, duration=MINUTE), SILENCE),
    ],
)
def test_a_room_may_be_silent_longer_at_the_end_of_a_song_and_before_a_long_reply(
    status: Status, expected: Micros
) -> None:
    assert silence_limit(status, streaming=False) == expected
    assert silence_limit(status, streaming=True) == LONG_SILENCE
