import pytest

from drumcircle_gui.listening.outputs.drum_notes_view import DrumNotesDialog
from tests.tools.accessibility import nameless, out_of_reach


@pytest.fixture
def dialog(qtbot):
    dialog = DrumNotesDialog({38: 40})
    qtbot.addWidget(dialog)
    dialog.asked = []
    dialog.chosen.connect(dialog.asked.append)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_each_drum_shows_its_note_and_what_differs_is_kept(dialog):
    assert (dialog.notes[38].value(), dialog.notes[36].value(), dialog.notes[90].value()) == (40, 36, 64)
    dialog.notes[90].setValue(12)
    dialog.notes[38].setValue(38)
    assert dialog.asked == [{38: 40, 90: 12}, {90: 12}]


def test_general_midi_comes_back(dialog):
    dialog.notes[36].setValue(35)
    dialog.usual.click()
    assert dialog.asked[-1] == {}
    assert dialog.notes[38].value() == 38
    dialog.usual.click()
    assert dialog.asked == [{36: 35, 38: 40}, {}]


def test_everything_has_a_name_and_is_reached_by_keyboard(dialog):
    assert nameless(dialog) == []
    assert out_of_reach(dialog) == []
