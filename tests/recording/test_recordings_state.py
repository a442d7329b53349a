"""The position of a playback, and the parts of a file name."""

from pathlib import Path

from drumcircle_gui.recording.recordings_state import PlaybackStatus, Playhead, Recording
from drumcircle_gui.timing.units import Micros, seconds


def test_the_playback_head_moves_only_while_playing():
    assert Playhead(seconds(5)).at(seconds(99)) == seconds(5)
    head = Playhead(seconds(5), since=seconds(100))
    assert [head.at(Micros(seconds(at))) for at in (99, 100, 103)] == [seconds(5), seconds(5), seconds(8)]


def test_the_name_of_a_recording_follows_its_time_stamp():
    named = Recording(Path("/there/2026-07-01 20.15.03 Oak.drumcircle"))
    assert (named.name, named.stamp) == ("Oak", "2026-07-01 20.15.03 ")
    other = Recording(Path("/there/First try.drumcircle"))
    assert (other.name, other.stamp) == ("First try", "")


def test_what_is_going_on_at_a_position():
    marks = ((Micros(0), "120 bpm"), (Micros(10), "Solos"))
    status = PlaybackStatus(Recording(Path("x")), Micros(20), Playhead(Micros(0)), marks=marks)
    assert [status.mark_at(Micros(at)) for at in (0, 9, 10, 20)] == ["120 bpm", "120 bpm", "Solos", "Solos"]
    assert PlaybackStatus(Recording(Path("x")), Micros(20), Playhead(Micros(0))).mark_at(Micros(3)) == ""
