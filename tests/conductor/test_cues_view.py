import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.messages import Cue, GiveCue


@pytest.fixture
def cues(view):
    return view.cues


def test_a_pill_gives_and_withdraws_its_cue(cues, view, here, requests, qtbot):
    qtbot.mouseClick(cues.pills["Imitate"], Qt.MouseButton.LeftButton)
    imitate = Cue("Imitate", "Play back what you heard")
    assert requests == [GiveCue(imitate)]
    assert not cues.pills["Imitate"].isChecked()  # before the server has said so
    view.render(here(cue=imitate))
    assert [word for word, pill in cues.pills.items() if pill.isChecked()] == ["Imitate"]
    qtbot.mouseClick(cues.pills["Imitate"], Qt.MouseButton.LeftButton)
    assert requests[-1] == GiveCue(Cue())


@pytest.mark.parametrize(("number", "word"), list(enumerate(("Play", "Listen", "Imitate", "Softer", "Louder"), 1)))
def test_each_cue_has_a_shortcut(view, requests, qtbot, number, word):
    qtbot.keyClick(view, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [request.cue.word for request in requests] == [word])


def test_a_typed_word_becomes_a_cue(cues, requests, qtbot):
    cues.own.setFocus()
    qtbot.keyClicks(cues.own, "  Like rain  ")
    qtbot.keyClick(cues.own, Qt.Key.Key_Return)
    assert requests == [GiveCue(Cue("Like rain"))]
    assert not cues.own.hasFocus()


def test_the_own_word_in_force_stands_in_the_field_and_can_be_cleared(cues, view, here, requests, qtbot):
    view.render(here(cue=Cue("Like rain")))
    assert cues.own.text() == "Like rain"
    cues.own.findChildren(QAction)[0].trigger()
    assert requests == [GiveCue(Cue())]
    view.render(here(cue=Cue("Play", "Everybody")))
    assert cues.own.text() == ""


def test_an_empty_word_is_no_cue_and_a_long_one_is_cut(cues, requests, qtbot):
    qtbot.keyClick(cues.own, Qt.Key.Key_Return)
    assert requests == []
    qtbot.keyClicks(cues.own, "x" * (MAX_NAME_LENGTH + 9))
    qtbot.keyClick(cues.own, Qt.Key.Key_Return)
    assert requests == [GiveCue(Cue("x" * MAX_NAME_LENGTH))]


def test_escape_clears_the_field(cues, requests, qtbot):
    cues.own.setFocus()
    qtbot.keyClicks(cues.own, "never mind")
    qtbot.keyClick(cues.own, Qt.Key.Key_Escape)
    assert cues.own.text() == "" and not cues.own.hasFocus()
    assert requests == []
