"""The hi-hat's pedal and the choking of cymbals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.sound.device.kit_input import CLOSED, CYMBALS, HALF_OPEN, PEDAL, KitInput
from drumcircle_gui.sound.device.kit_maps import GENERAL_MIDI
from drumcircle_gui.sound.device.kit_maps_io import kit_map_for
from drumcircle_gui.sound.messages import ChokePads, PlayNow
from drumcircle_gui.sound.synth.kit import patch

CRIMSON, ROLAND = kit_map_for("Alesis Crimson II"), kit_map_for("TD-17")


def struck_at(kit, position, note):
    kit.control(PEDAL, position)
    return kit.strike(note, 90).pad


def test_one_note_for_the_whole_hi_hat_sounds_by_the_pedal():
    kit = KitInput(CRIMSON)
    assert kit.strike(8, 90) == PlayNow(46, 90)
    assert [struck_at(kit, position, 8) for position in (0, 39, 40, 111, 112, 127, 64, 0)] == [
        *(46, 46),
        *(23, 23),
        *(42, 42),
        *(23, 46),
    ]


def test_edge_and_bow_follow_the_pedal_alike():
    kit = KitInput(ROLAND)
    assert [struck_at(kit, 64, note) for note in (46, 26)] == [23, 23]
    assert [struck_at(kit, 127, note) for note in (46, 26)] == [42, 22]


def test_a_kit_that_sends_closed_notes_decides_itself_when_its_hi_hat_is_closed():
    kit = KitInput(ROLAND)
    assert struck_at(kit, 127, 42) == 42
    assert struck_at(kit, 127, 46) == 46
    assert struck_at(kit, 80, 46) == 23
    assert struck_at(kit, 80, 42) == 42


def test_closing_the_pedal_silences_the_ringing_hi_hat_once():
    kit = KitInput(GENERAL_MIDI)
    chokes = [kit.control(PEDAL, position) for position in (0, 100, CLOSED, 127, 100, 127)]
    assert [choke is not None for choke in chokes] == [False, False, True, False, False, True]
    assert all("hat" in patch(pad).sound for pad in chokes[2].pads)


def test_other_controllers_do_nothing():
    kit = KitInput(GENERAL_MIDI)
    assert kit.control(7, 127) is None
    assert kit.strike(46, 90).pad == 46


@pytest.mark.parametrize(
    ("note", "value", "choke"),
    [
        (55, 127, ChokePads((49,))),
        (51, 127, ChokePads((51,))),
        (55, 0, None),
        (38, 127, None),
        (None, 127, ChokePads(CYMBALS)),
        (None, 0, None),
    ],
)
def test_grabbing_a_cymbal_silences_it(note, value, choke):
    assert KitInput(ROLAND).press(note, value) == choke


@given(st.integers(0, 127), st.integers(0, 127))
def test_the_pedal_concerns_the_hi_hat_alone(position, note):
    kit = KitInput(GENERAL_MIDI)
    pad = struck_at(kit, position, note)
    assert pad == note or {"hat"} == {patch(pad).sound[:3], patch(note).sound[:3]}
    assert HALF_OPEN < CLOSED
