from drumcircle_gui.mpd.model.downbeat import MIN_LEAD, Downbeat, cycles_until, reachable
from drumcircle_gui.timing.units import SECOND, Micros

NOW = Micros(100 * SECOND)
BEATS = tuple(Downbeat(Micros(NOW + n * SECOND), 40 + n, 120.0) for n in (8, 0, 1, 4, 12))


def test_downbeats_that_are_too_soon_are_not_offered():
    assert [beat.cycle for beat in reachable(BEATS, NOW)] == [44, 48, 52]
    assert reachable((Downbeat(Micros(NOW + MIN_LEAD), 1, 90.0),), NOW) != ()
    assert reachable((Downbeat(Micros(NOW + MIN_LEAD - 1), 1, 90.0),), NOW) == ()


def test_cycles_are_counted_from_the_next_one():
    assert [cycles_until(beat, BEATS, NOW) for beat in reachable(BEATS, NOW)] == [2, 3, 4]
