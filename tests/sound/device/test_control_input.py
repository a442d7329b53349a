from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.sound.control_messages import ControlKey, ControlMoved, SetControls
from drumcircle_gui.sound.device.control_input import ControlInput, control_of
from drumcircle_gui.timing.units import Micros

BYTES = st.lists(st.integers(0, 255), max_size=5)
CC7 = ControlKey("nano", "cc", 0, 7)
NOTE = ControlKey("nano", "note", 9, 36)


def read(setup, *data):
    controls = ControlInput(setup)
    return controls.moved("nano", data, Micros(5)) if controls.takes("nano", data) else "plays"


def test_controllers_notes_and_pitch_bends_say_where_they_are():
    everything = SetControls(learn=True)
    assert read(everything, 0xB0, 7, 127) == ControlMoved(Micros(5), CC7, 1.0)
    assert read(everything, 0x99, 36, 127) == ControlMoved(Micros(5), NOTE, 1.0)
    assert read(everything, 0xE3, 127, 127) == ControlMoved(Micros(5), ControlKey("nano", "bend", 3, 0), 1.0)
    assert read(everything, 0xE3, 0, 0).value == 0


def test_the_end_of_a_note_is_its_value_zero():
    assert read(SetControls((NOTE,)), 0x99, 36, 0) == ControlMoved(Micros(5), NOTE, 0.0)
    assert read(SetControls((NOTE,)), 0x89, 36, 64) == ControlMoved(Micros(5), NOTE, 0.0)


def test_other_controls_play():
    setup = SetControls((CC7, NOTE))
    for data in ((0xB0, 8, 1), (0xB1, 7, 1), (0x99, 37, 1), (0x90, 36, 1), (0xE0, 1, 1), (0xF8,), (0xD9, 36)):
        assert read(setup, *data) == "plays"
    assert not ControlInput(setup).takes("other", (0xB0, 7, 1))
    assert read(SetControls(), 0xB0, 7, 1) == "plays"


@given(BYTES, st.booleans())
def test_any_bytes_can_be_read(data, learn):
    moved = read(SetControls((CC7,), learn), *data)
    assert moved == "plays" or (0 <= moved.value <= 1 and control_of("nano", data) == moved.key)


def test_all_notes_off_is_no_control():
    assert control_of("nano", (0xB0, 123, 0)) is None
