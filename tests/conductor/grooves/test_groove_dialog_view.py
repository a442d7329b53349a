import pytest
from PySide6.QtCore import QPoint, Qt

from drumcircle_gui.conductor.grooves.groove_dialog_view import GrooveDialog
from drumcircle_gui.conductor.grooves.groove_intents import GrooveShelf, HearGroove, SendGroove
from drumcircle_gui.protocol.groove_messages import BASS, CLICK, Groove, GrooveNote

ROCK = Groove("Rock", 4, 2, 0, (GrooveNote(0, CLICK, 84), GrooveNote(2, BASS, 84, 3)))
SWING = Groove("Swing", 4, 2, 33)


@pytest.fixture
def view(qtbot, qapp):
    view = GrooveDialog()
    qtbot.addWidget(view)
    view.render(GrooveShelf((ROCK, SWING)))
    view.edit(ROCK)
    view.show()
    return view


def test_a_preset_is_chosen_heard_and_sent(view, requests):
    view.preset.setCurrentIndex(2)
    view.preset.activated.emit(2)
    view.hear.click()
    view.render(GrooveShelf((ROCK, SWING), heard=SWING))
    assert view.hear.text() == "Stop"
    view.send.click()
    view.hear.click()
    view.plain.click()
    assert requests == [HearGroove(SWING), SendGroove(SWING), HearGroove(None), SendGroove(None)]


def test_a_change_is_heard_at_once(view, requests):
    view.render(GrooveShelf((ROCK, SWING), heard=ROCK))
    view.swing.setValue(20)
    view.close()
    (heard, silence) = requests
    assert (heard.groove.swing, silence) == (20, HearGroove(None))


def test_steps_are_set_with_the_mouse(view, qtbot):
    grid = view.grid
    middle = grid._place(3, 0).center().toPoint()
    for expected in (84, 116, 52, None):
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=middle)
        found = [note.velocity for note in view.groove.notes if (note.step, note.voice) == (3, CLICK)]
        assert found == ([] if expected is None else [expected])
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert view.groove == ROCK


def test_the_cursor_stays_in_the_grid_when_it_becomes_smaller(view, qtbot):
    for _ in range(9):
        qtbot.keyClick(view.grid, Qt.Key.Key_Left)
    view.division.setCurrentIndex(view.division.findData(1))
    qtbot.keyClick(view.grid, Qt.Key.Key_Space)
    assert min(note.step for note in view.groove.notes) == -1


def test_steps_are_set_with_keys(view, qtbot):
    grid = view.grid
    keys = Qt.Key
    for key in (keys.Key_Up, keys.Key_Right, keys.Key_Right, keys.Key_Plus, keys.Key_Plus, keys.Key_Minus):
        qtbot.keyClick(grid, key)
    assert [note.pitch for note in view.groove.notes if note.voice == BASS] == [4]
    assert grid.accessibleDescription() == "Bass, beat 2, step 1: note D♭"
    for key in (*[keys.Key_Left] * 9, keys.Key_Down, keys.Key_Space):
        qtbot.keyClick(grid, key)
    assert view.groove.notes[0] == GrooveNote(-2, 0, 84)


def test_another_length_keeps_what_fits(view):
    view.beats.setValue(1)
    assert (view.groove.beats, len(view.groove.notes)) == (1, 1)
    view.division.setCurrentIndex(view.division.findData(4))
    view.name.setText("Mine")
    view.name.textEdited.emit("Mine")
    assert (view.groove.division, view.groove.name) == (4, "Mine")


def test_an_opened_groove_is_edited(view):
    view.render(GrooveShelf((ROCK,), opened=SWING, opens=1))
    assert view.groove == SWING
    assert view.swing.value() == 33
