import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from drumcircle_gui.conductor.mode_intents import KeepCue
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.messages import Cue, GiveCue
from tests.tools.circle_snapshots import FERN


@pytest.fixture
def cues(view):
    return view.cues


def test_a_pill_gives_and_withdraws_its_cue(cues, view, here, requests, qtbot):
    qtbot.mouseClick(cues.pills["Imitate"], Qt.MouseButton.LeftButton)
    imitate = Cue("Imitate", "Play back what you heard")
    assert requests == [GiveCue(imitate, "beat")]
    assert not cues.pills["Imitate"].isChecked()  # before the server has said so
    view.render(here(cue=imitate))
    assert [word for word, pill in cues.pills.items() if pill.isChecked()] == ["Imitate"]
    qtbot.mouseClick(cues.pills["Imitate"], Qt.MouseButton.LeftButton)
    assert requests[-1] == GiveCue(Cue())


def test_each_cue_has_a_shortcut(cues, view, requests, qtbot):
    for number in range(1, 10):
        qtbot.keyClick(view, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [request.cue.word for request in requests] == list(cues.kinds))


def test_a_cue_goes_to_a_part_or_to_one(cues, view, here, requests, qtbot):
    cues.to.menu().aboutToShow.emit()
    names = [action.text() for action in cues.to.menu().actions() if not action.isSeparator()]
    assert names[:4] == ["Everybody", "First half", "Second half", "Low drums"]
    assert names[-2:] == ["Fern", "Reed"]
    cues.to.menu().actions()[-2].trigger()
    assert cues.to.text() == "To Fern ▾"
    qtbot.mouseClick(cues.pills["Louder"], Qt.MouseButton.LeftButton)
    cues.address(("part:low", ()))
    cues.keys[5].trigger()
    assert requests == [
        GiveCue(Cue("Louder", group="", members=(FERN.id,)), "beat"),
        GiveCue(Cue("Only you", "The others listen", group="part:low", others="Listen"), "cycle"),
    ]


def test_own_words_of_earlier_are_in_the_menu(cues, requests):
    cues.set_custom(("Clap", "Like rain & wind"))
    cues.more.menu().aboutToShow.emit()
    action = cues.more.menu().actions()[-2]
    assert action.text() == "Like rain && wind"
    action.trigger()
    assert requests == [GiveCue(Cue("Like rain & wind"), "beat"), KeepCue("Like rain & wind")]


@pytest.mark.styled
def test_pills_that_do_not_fit_are_hidden_and_keep_their_keys(cues, view, requests, qtbot):
    cues.resize(360, cues.height())
    assert cues.pills["Thank you"].isHidden()
    qtbot.keyClick(view, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [request.cue.word for request in requests] == ["Thank you"])


def test_a_typed_word_becomes_a_cue(cues, requests, qtbot):
    cues.own.setFocus()
    qtbot.keyClicks(cues.own, "  Like rain  ")
    qtbot.keyClick(cues.own, Qt.Key.Key_Return)
    assert requests == [GiveCue(Cue("Like rain"), "beat"), KeepCue("Like rain")]
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
    assert requests[0] == GiveCue(Cue("x" * MAX_NAME_LENGTH), "beat")


def test_escape_clears_the_field(cues, requests, qtbot):
    cues.own.setFocus()
    qtbot.keyClicks(cues.own, "never mind")
    qtbot.keyClick(cues.own, Qt.Key.Key_Escape)
    assert cues.own.text() == "" and not cues.own.hasFocus()
    assert requests == []
