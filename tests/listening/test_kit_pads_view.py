import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.listening.kit_pads_view import KitPads
from drumcircle_gui.settings import KeySettings
from drumcircle_gui.widgets.pads.pad_grid import ACCENT_VELOCITY, PLAIN_VELOCITY, SOFT_VELOCITY


@pytest.fixture
def pads(qtbot):
    view = KitPads()
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


@pytest.fixture
def struck(pads):
    strokes = []
    pads.struck.connect(lambda pad, velocity: strokes.append((pad, velocity)))
    return strokes


def test_a_digit_changes_the_bank(pads, struck, qtbot):
    told = []
    pads.chosen.connect(told.append)
    qtbot.keyClick(pads, Qt.Key.Key_3)
    qtbot.keyClick(pads, Qt.Key.Key_Q)
    qtbot.keyClick(pads, Qt.Key.Key_3)
    assert struck == [(60, PLAIN_VELOCITY)]
    assert told == [KeySettings(2)] and pads.bank.text() == "Bank 3…" and "Hand drums" in pads.bank.accessibleName()
    qtbot.keyClick(pads, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert pads.keys.bank == 2


def test_three_rows_play_one_pad_loud_middle_and_soft(pads, struck, qtbot):
    pads.set_keys(KeySettings(1, rows=True))
    for key in "WSX":
        qtbot.keyClick(pads, key)
    qtbot.keyClick(pads, "X", Qt.KeyboardModifier.ShiftModifier)
    assert struck == [(51, velocity) for velocity in (ACCENT_VELOCITY, PLAIN_VELOCITY, SOFT_VELOCITY, ACCENT_VELOCITY)]


def test_strokes_from_elsewhere_light_pads_of_the_bank(pads, struck):
    pads.flash_all([(36, 100), (60, 100)])
    assert pads._pads[36].light() > 0 and struck == []


def test_the_dialog_changes_the_pads(pads):
    pads.bank.click()
    pads.dialog.rows.click()
    assert pads.keys.rows and len(pads._pads) == 10
    pads.dialog.accept()
