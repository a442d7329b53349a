import pytest

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
    dialog.rows.click()
    assert dialog.rows.isChecked() and not dialog.own.isChecked()
    assert lines(dialog)[:2] == ["Q A Y: Crash", "W S X: Shaker"]
    dialog.banks[1].click()
    assert [bank.isChecked() for bank in dialog.banks] == [False, True, False, False, False]
    dialog.own.click()
    assert told == [KeySettings(0, rows=True), KeySettings(1, rows=True), KeySettings(1)]
    assert dialog.own.isChecked() and len(lines(dialog)) == 12


def test_every_bank_has_a_name(qapp):
    assert len(set(bank_names())) == len(BANKS)
