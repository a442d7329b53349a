import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.widgets.text_question import TextQuestion
from tests.tools.accessibility import nameless, out_of_reach


@pytest.fixture
def question(qtbot):
    made = TextQuestion("Rename the recording", "Attic", "Rename")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    return made


def test_everything_has_a_name_and_can_be_reached_by_key(question):
    assert nameless(question) == out_of_reach(question) == []


def test_typing_replaces_the_text_and_enter_accepts_it(question, qtbot):
    with qtbot.waitSignal(question.answered) as answered:
        qtbot.keyClicks(question.line, " Cellar ")
        qtbot.keyClick(question.line, Qt.Key.Key_Return)
    assert answered.args == ["Cellar"] and not question.isVisible()


@pytest.mark.parametrize("text", ["", "  ", "Attic"])
def test_an_empty_or_unchanged_text_is_not_accepted(question, qtbot, text):
    question.line.setText(text)
    with qtbot.assertNotEmitted(question.answered):
        qtbot.keyClick(question.line, Qt.Key.Key_Return)
    assert question.isVisible()


def test_escape_cancels(question, qtbot):
    question.line.setText("Cellar")
    with qtbot.assertNotEmitted(question.answered), qtbot.waitSignal(question.rejected):
        qtbot.keyClick(question.line, Qt.Key.Key_Escape)
