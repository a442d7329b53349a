from drumcircle_gui.listening.hearing.last_played import LastPlayed, PlayedSpan
from drumcircle_gui.timing.units import beats

PERIOD = beats(16)


def test_strokes_less_than_a_period_apart_are_one_span():
    played = LastPlayed()
    for beat in (1, 16, 31):
        played.add(2, beats(beat), PERIOD)
    assert played.of(2) == PlayedSpan(beats(1), beats(31))


def test_a_pause_of_a_period_begins_a_new_span():
    played = LastPlayed()
    played.add(2, beats(1), PERIOD)
    played.add(2, beats(17), PERIOD)
    assert played.of(2) == PlayedSpan(beats(17), beats(17))


def test_a_new_entry_to_the_circle_forgets_its_beats():
    played = LastPlayed()
    played.add(2, beats(1), PERIOD)
    played.follow(0)
    assert played.of(2) is not None
    played.follow(1)
    assert played.of(2) is None
