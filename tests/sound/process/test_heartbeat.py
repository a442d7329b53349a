"""Sequences of beats: (frames rendered so far, whether a device is being opened or closed)."""

import pytest

from drumcircle_gui.sound.process.heartbeat import MAX_CHANGING_BEATS, Heartbeat, Pulse

R, W, E = Pulse.REPORT, Pulse.WAIT, Pulse.END


def pulses(beats):
    heart = Heartbeat()
    return [heart.beat(frame, changing=changing) for frame, changing in beats]


@pytest.mark.parametrize(
    ("beats", "expected"),
    [
        ([(0, False), (480, False), (960, False)], [R, R, R]),
        ([(480, False)] * 3, [R, W, E]),
        ([(480, False), (480, False), (960, False), (960, False), (960, False)], [R, W, R, W, E]),
        ([(480, True)] * 5, [R, R, R, R, R]),
        ([(480, True)] * (MAX_CHANGING_BEATS + 3), [R] * (MAX_CHANGING_BEATS + 1) + [W, E]),
        ([(480, True)] * 4 + [(0, True), (480, False), (480, False)], [R, R, R, R, R, R, W]),
    ],
    ids=["works", "stalls", "recovers", "opens a device", "opens a device for ever", "has opened one and stalls"],
)
def test_the_process_works_while_its_device_asks_for_sound_or_is_being_opened(beats, expected):
    assert pulses(beats) == expected
