import pytest
from PySide6.QtCore import QPoint, Qt

from drumcircle_gui.conductor.grooves.groove_dialog_view import GrooveDialog
from drumcircle_gui.conductor.grooves.groove_intents import GrooveShelf, HearGroove, SendGroove
from drumcircle_gui.protocol.groove_messages import BASS, CLICK, Groove, GrooveNote

ROCK = Groove("Rock", 4, 2, 0, (GrooveNote(0, CLICK, 84), GrooveNote(2, BASS, 84, 3)))
SWING = Groove("Swing", 4, 2, 33)


@pytest.fixture
def dialog(qtbot, qapp):
    dialog = GrooveDialog()
    qtbot.addWidget(dialog)
    dialog.render(GrooveShelf((ROCK, SWING)))
    dialog.edit(ROCK)
    dialog.show()
    return dialog


@pytest.fixture
def requests(dialog):
    requested = []
    dialog.requested.connect(requested.append)
    return requested


def test_a_preset_is_chosen_heard_and_sent(dialog, requests):
    dialog.preset.setCurrentIndex(2)
    dialog.preset.activated.emit(2)
    dialog.hear.click()
    dialog.render(GrooveShelf((ROCK, SWING), heard=SWING))
    assert dialog.hear.text() == "Stop"
    dialog.send.click()
    dialog.hear.click()
    dialog.plain.click()
    assert requests == [HearGroove(SWING), SendGroove(SWING), HearGroove(None), SendGroove(None)]


def test_a_change_is_heard_at_once(dialog, requests):
    dialog.render(GrooveShelf((ROCK, SWING), heard=ROCK))
    dialog.swing.setValue(20)
    dialog.close()
    (heard, silence) = requests
    assert (heard.groove.swing, silence) == (20, HearGroove(None))


def test_steps_are_set_with_the_mouse(dialog, qtbot):
    grid = dialog.grid
    middle = grid._place(3, 0).center().toPoint()
    for expected in (84, 116, 52, None):
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=middle)
        found = [note.velocity for note in dialog.groove.notes if (note.step, note.voice) == (3, CLICK)]
        assert found == ([] if expected is None else [expected])
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert dialog.groove == ROCK


def test_the_cursor_stays_in_the_grid_when_it_becomes_smaller(dialog, qtbot):
    for _ in range(9):
        qtbot.keyClick(dialog.grid, Qt.Key.Key_Left)
    dialog.division.setCurrentIndex(dialog.division.findData(1))
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Space)
    assert min(note.step for note in dialog.groove.notes) == -1


def test_steps_are_set_with_keys(dialog, qtbot):
    grid = dialog.grid
    keys = Qt.Key
    for key in (keys.Key_Up, keys.Key_Right, keys.Key_Right, keys.Key_Plus, keys.Key_Plus, keys.Key_Minus):
        qtbot.keyClick(grid, key)
    assert [note.pitch for note in dialog.groove.notes if note.voice == BASS] == [4]
    assert grid.accessibleDescription() == "Bass, beat 2, step 1: note D♭"
    for key in (*[keys.Key_Left] * 9, keys.Key_Down, keys.Key_Space):
        qtbot.keyClick(grid, key)
    assert dialog.groove.notes[0] == GrooveNote(-2, 0, 84)


def test_another_length_keeps_what_fits(dialog):
    dialog.beats.setValue(1)
    assert (dialog.groove.beats, len(dialog.groove.notes)) == (1, 1)
    dialog.division.setCurrentIndex(dialog.division.findData(4))
    dialog.name.setText("Mine")
    dialog.name.textEdited.emit("Mine")
    assert (dialog.groove.division, dialog.groove.name) == (4, "Mine")


def test_an_opened_groove_is_edited(dialog):
    dialog.render(GrooveShelf((ROCK,), opened=SWING, opens=1))
    assert dialog.groove == SWING
    assert dialog.swing.value() == 33
