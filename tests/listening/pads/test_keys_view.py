"""The dialog of the computer keys: which key plays what, and the choice of bank and layout."""

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.listening.pads.key_banks import BANKS
from drumcircle_gui.listening.pads.keys_view import KeysDialog, bank_names
from drumcircle_gui.settings import KeySettings
from tests.tools.accessibility import nameless, out_of_reach


@pytest.fixture
def dialog(qtbot):
    dialog = KeysDialog(KeySettings(), lambda keys: keys.replace("Z", "Y"))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(dialog):
    return [pad.accessibleName() for pad in dialog.pads]


def test_everything_can_be_reached_and_has_a_name(dialog):
    assert not nameless(dialog) and not out_of_reach(dialog)


def test_the_map_names_each_key_as_it_is_printed_and_its_pad(dialog):
    shown = lines(dialog)
    assert len(shown) == 12 and shown[0] == "Q: Crash" and "Y: Bass drum" in shown


def test_what_is_chosen_is_shown_and_told(dialog):
    told = []
    dialog.chosen.connect(told.append)
    assert dialog.own.isChecked() and [bank.isChecked() for bank in dialog.banks] == [True, False, False, False, False]
    dialog.rows.click()
    assert dialog.rows.isChecked() and not dialog.own.isChecked()
    assert lines(dialog)[:2] == ["Q A Y: Crash", "W S X: Shaker"]
    dialog.banks[1].click()
    assert [bank.isChecked() for bank in dialog.banks] == [False, True, False, False, False]
    dialog.own.click()
    assert told == [KeySettings(0, rows=True), KeySettings(1, rows=True), KeySettings(1)]
    assert dialog.own.isChecked() and len(lines(dialog)) == 12


def test_a_choice_that_is_pressed_again_stays(qtbot, dialog):
    for pill in (dialog.own, dialog.banks[0]):
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
        assert pill.isChecked()


def test_each_bank_has_its_key_its_name_and_pads_of_its_own(dialog):
    assert [bank.text() for bank in dialog.banks] == [
        "1 A bit of everything",
        "2 Drum kit",
        "3 Hand drums",
        "4 Bells and wood",
        "5 Shakers and hands",
    ]
    shown = []
    for bank in dialog.banks:
        bank.click()
        shown.append(tuple(name.partition(": ")[2] for name in lines(dialog)))
    assert len(set(shown)) == len(BANKS) == len(bank_names())
    assert "Snare" in shown[1] and "Djembe bass" in shown[2]


def test_pads_are_in_the_order_of_the_keys_from_left_to_right(qtbot, dialog):
    dialog.rows.click()
    qtbot.waitUntil(lambda: dialog.pads[0].x() < dialog.pads[1].x())
    first_row = [pad for pad in dialog.pads if pad.y() == dialog.pads[0].y()]
    assert [pad.x() for pad in first_row] == sorted({pad.x() for pad in first_row})
    keys = [pad.accessibleName().split()[0] for pad in first_row]
    assert keys == list("QWERTYUIOP")[: len(keys)] and len(keys) > 3


def test_done_and_escape_close_it(qtbot, dialog):
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
