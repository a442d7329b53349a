import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.sound.device.pad_filter import PadFilter, curved
from drumcircle_gui.sound.messages import PadSetup
from drumcircle_gui.timing.units import Micros

MS = 1000
VELOCITIES = some.integers(1, 127)


@given(VELOCITIES, some.floats(-1, 1), some.integers(1, 126))
def test_the_curve_keeps_the_ends_and_the_order(velocity, curve, threshold):
    setup = PadSetup("", curve=curve, threshold=threshold)
    assert curved(127, setup) == 127
    assert curved(0, setup) == 0
    assert 1 <= curved(velocity, setup) <= 127
    assert curved(velocity, setup) <= curved(min(velocity + 1, 127), setup)


def test_a_light_touch_is_louder_than_a_heavy_one():
    light, straight, heavy = (curved(64, PadSetup("", curve=curve)) for curve in (0.5, 0.0, -0.5))
    assert light > straight > heavy
    assert straight == 64


@given(some.lists(some.tuples(some.integers(0, 127), VELOCITIES, some.integers(0, 500)), max_size=20))
def test_usually_every_note_sounds_as_it_was_sent(notes):
    unchanged = PadFilter(PadSetup(""))
    at = 0
    for note, velocity, gap in notes:
        at += gap * MS
        assert unchanged.velocity(note, velocity, Micros(at)) == velocity


def test_bounces_of_the_same_pad_are_left_out():
    pads = PadFilter(PadSetup("", retrigger_ms=30))
    assert [pads.velocity(38, 90, Micros(at * MS)) > 0 for at in (0, 10, 29, 31, 70)] == [
        True,
        False,
        False,
        True,
        True,
    ]
    assert pads.velocity(40, 90, Micros(71 * MS))


def test_shaken_pads_are_left_out_but_neighbours_struck_as_hard_are_not():
    pads = PadFilter(PadSetup("", crosstalk=30))
    hits = [(38, 110, 0), (48, 20, 4), (36, 90, 6), (48, 20, 60), (38, 20, 61)]
    assert [pads.velocity(note, velocity, Micros(at * MS)) for note, velocity, at in hits] == [110, 0, 90, 20, 20]


@pytest.mark.parametrize(("velocity", "sounds"), [(9, False), (10, True)])
def test_weak_notes_are_left_out(velocity, sounds):
    assert bool(PadFilter(PadSetup("", threshold=10)).velocity(38, velocity, Micros(0))) == sounds
