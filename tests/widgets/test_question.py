import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.widgets.question import Question
from tests.tools.accessibility import nameless, out_of_reach


@pytest.fixture
def question(qtbot):
    made = Question()
    made.put("Eat the cake", "Eat the cake?", "There is only one.", "No", "Yes")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    return made


def test_the_question_names_the_consequence(question):
    assert nameless(question) == out_of_reach(question) == []
    assert question.windowTitle() == "Eat the cake"
    assert question.title.text() == "Eat the cake?"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_mean_no(question, qtbot, key):
    with qtbot.waitSignal(question.rejected):
        qtbot.keyClick(question, key)
    assert not question.isVisible()


def test_one_key_answers_yes(question, qtbot):
    qtbot.keyClick(question.no, Qt.Key.Key_Tab)
    assert question.yes.hasFocus()
    with qtbot.waitSignal(question.accepted):
        qtbot.keyClick(question.yes, Qt.Key.Key_Return)
