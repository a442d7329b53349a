"""The wishes behind the conductor's buttons."""

import pytest

from drumcircle_gui.client.state import Circle
from drumcircle_gui.conductor.state import mute, other_meter, other_tempo, show_out, start_or_stop
from drumcircle_gui.protocol.messages import Change, Moderate
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import Micros, Tempo

STANDING = Timeline.stopped(Tempo(500_000), Meter(16, 2))
PLAYING = STANDING.changed(Micros(1), running=True)


def test_one_button_starts_and_stops_what_was_decided_last() -> None:
    assert start_or_stop(Circle(timeline=STANDING)) == Change(0, running=True)
    assert start_or_stop(Circle(timeline=PLAYING)) == Change(1, running=False)


def test_another_tempo() -> None:
    assert other_tempo(Circle(timeline=PLAYING), 60) == Change(1, tempo=Tempo(1_000_000))
    with pytest.raises(ValueError, match="between 30 and 400 bpm"):
        other_tempo(Circle(timeline=PLAYING), 500)


def test_another_meter_keeps_what_is_not_said() -> None:
    circle = Circle(timeline=PLAYING)
    assert other_meter(circle, beats=12) == Change(1, meter=Meter(12, 2))
    assert other_meter(circle, cycles=3) == Change(1, meter=Meter(16, 3))
    with pytest.raises(ValueError, match="a cycle has"):
        other_meter(circle, beats=65)


def test_moderation() -> None:
    assert mute(7, True) == Moderate(7, muted=True)
    assert show_out(7, "Thank you.") == Moderate(7, remove=True, reason="Thank you.")
