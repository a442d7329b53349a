import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from drumcircle_gui.widgets.pads.pad_grid import ACCENT_VELOCITY, PLAIN_VELOCITY, PadGrid, PadSpec

PADS = [PadSpec(36, "Kick", "Q"), PadSpec(38, "Snare", "W"), PadSpec(42, "Hat", "E"), PadSpec(51, "Ride")]


@pytest.fixture
def window(show):
    view = QWidget()
    layout = QVBoxLayout(view)
    view.grid = PadGrid(PADS, columns=2)
    view.line = QLineEdit()
    layout.addWidget(view.grid)
    layout.addWidget(view.line)
    show(view, 400, 300)
    view.activateWindow()
    view.grid.setFocus()
    return view


@pytest.fixture
def struck(window):
    strokes = []
    window.grid.struck.connect(lambda pad, velocity: strokes.append((pad, velocity)))
    return strokes


def test_keys_strike_regardless_of_focus(window, struck, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_W)
    qtbot.keyClick(window.grid, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert struck == [(38, PLAIN_VELOCITY), (36, ACCENT_VELOCITY)]


def test_in_a_text_field_keys_type_text(window, struck, qtbot):
    window.line.setFocus()
    qtbot.waitUntil(window.line.hasFocus)
    qtbot.keyClicks(window.line, "qwe")
    assert struck == [] and window.line.text() == "qwe"
    window.line.setReadOnly(True)
    qtbot.keyClicks(window.line, "q")
    assert struck == [(36, PLAIN_VELOCITY)]


def test_a_key_held_down_strikes_once(window, struck, qapp):
    for repeated in (False, True, True):
        qapp.sendEvent(
            window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, Qt.KeyboardModifier.NoModifier, "q", repeated)
        )
    assert len(struck) == 1


def test_on_a_cyrillic_layout_the_key_at_the_letters_place_strikes(window, struck, qapp):
    scan_code, virtual_key = {"win32": (0x11, 0), "darwin": (0, 13)}.get(sys.platform, (0x11 + 8, 0))
    for event in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        qapp.sendEvent(
            window, QKeyEvent(event, ord("Ц"), Qt.KeyboardModifier.NoModifier, scan_code, virtual_key, 0, "ц")
        )
    assert struck == [(38, PLAIN_VELOCITY)]


def test_shortcuts_and_other_keys_are_left_alone(window, struck, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_X)
    assert struck == []


def test_while_hidden_no_key_strikes(window, struck, qtbot):
    window.grid.hide()
    qtbot.keyClick(window, Qt.Key.Key_Q)
    assert struck == []


def test_a_click_higher_up_is_harder(window, struck, qtbot):
    pad = window.grid._pads[36]
    for y in (pad.height() - 2, pad.height() // 2, 1):
        qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, y))
    velocities = [velocity for _, velocity in struck]
    assert velocities == sorted(set(velocities)) and 1 <= velocities[0] < 40 and 120 < velocities[-1] <= 127
    assert {pad for pad, _ in struck} == {36}


def test_every_touch_strikes_once(window, struck, qapp):
    device = QTest.createTouchDevice()
    places = {pad: window.grid._pads[pad] for pad in (36, 42)}
    sequence = QTest.touchEvent(window.grid, device)
    for finger, pad in enumerate(places.values()):
        sequence.press(finger, pad.mapTo(window.grid, pad.rect().center()), window.grid)
    sequence.commit()
    sequence.move(0, places[36].mapTo(window.grid, QPoint(4, 4)), window.grid).stationary(1).commit()
    sequence.release(0, QPoint(4, 4), window.grid).release(1, QPoint(9, 9), window.grid).commit()
    assert sorted(pad for pad, _ in struck) == [36, 42]


def test_a_stroke_from_elsewhere_only_lights_up(window, struck):
    window.grid.flash(38, 100)
    window.grid.flash(99, 100)
    assert window.grid._pads[38].light() > 0
    assert struck == []


def test_pads_can_be_exchanged(window, struck, qtbot):
    window.grid.set_pads([PadSpec(60, "Bongo", "q")])
    qtbot.keyClick(window, Qt.Key.Key_Q)
    qtbot.keyClick(window, Qt.Key.Key_W)
    assert [pad for pad, _ in struck] == [60]


def test_a_key_that_writes_another_letter_corrects_the_labels(window, struck, qapp):
    scan_code, virtual_key = {"win32": (0x2C, 0), "darwin": (0, 6)}.get(sys.platform, (0x2C + 8, 0))
    window.grid.set_pads([PadSpec(36, "Kick", "Z"), PadSpec(38, "Snare", "QAY")])
    shift, no = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for modifiers, labels in ((shift, "ZY"), (no, "YZ")):
        qapp.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, ord("Y"), modifiers, scan_code, virtual_key, 0x100, "y"))
        assert window.grid.key_label("ZY") == labels
    assert struck == [(36, ACCENT_VELOCITY), (36, PLAIN_VELOCITY)]
    assert window.grid._pads[36].accessibleDescription() == "Pad, key Y"
    assert window.grid._pads[38].accessibleDescription() == "Pad, key Q A Z"
