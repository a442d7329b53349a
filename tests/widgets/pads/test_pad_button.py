import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from drumcircle_gui.widgets.pads.pad_button import NAME_SIZES, PadButton, name_font
from drumcircle_gui.widgets.theme import Weight, font


@pytest.fixture
def pad(show):
    return show(PadButton("Snare", "W"), 120, 80)


def test_a_struck_pad_lights_up_and_fades(pad, qtbot):
    dark = pad.grab().toImage()
    pad.flash(127)
    assert pad.light() == 1
    assert pad.grab().toImage() != dark
    for _ in range(60):
        pad._fade()
    assert pad.light() == 0 and not pad._timer.isActive()
    assert pad.grab().toImage() == dark


def test_harder_strokes_are_brighter(pad):
    pad.flash(20)
    soft = pad.light()
    pad.flash(120)
    assert pad.light() > soft


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_strike_the_focused_pad(pad, qtbot, key):
    with qtbot.waitSignal(pad.struck):
        qtbot.keyClick(pad, key)


def test_a_pad_is_named_for_screen_readers(pad):
    assert (pad.accessibleName(), pad.accessibleDescription()) == ("Snare", "Pad, key W")


@pytest.mark.parametrize("y", [-50, 500])
def test_velocities_stay_in_range(pad, qtbot, y):
    with qtbot.waitSignal(pad.struck) as struck:
        pad.strike_at(y)
    assert 1 <= struck.args[0] <= 127


def test_a_double_click_is_two_strokes(pad, qtbot):
    strokes = []
    pad.struck.connect(strokes.append)
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(pad, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pad, Qt.MouseButton.RightButton)
    assert len(strokes) >= 2


@pytest.mark.parametrize("size", [(56, 44), (300, 200)])
def test_a_pad_can_be_small_or_large(pad, size):
    pad.resize(*size)
    assert not pad.grab().isNull()


def test_a_long_word_gets_a_smaller_font_rather_than_being_cut(qtbot):
    width = QFontMetricsF(font(11, Weight.Medium)).horizontalAdvance("Bassdrum") - 1
    small = name_font("Bassdrum", width)
    assert QFontMetricsF(small).horizontalAdvance("Bassdrum") <= width
    assert name_font("Snare", width) == font(NAME_SIZES[0], Weight.Medium)
    assert name_font("Hi-Hat offen", width) == font(NAME_SIZES[1], Weight.Medium), "two lines"
