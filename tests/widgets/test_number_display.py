import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from drumcircle_gui.widgets.number_display import GATHER_MS, EditableNumber, NumberDisplay


@pytest.fixture
def figure(show):
    view = EditableNumber("bpm", 30, 400)
    view.set_value(120)
    return show(view)


@pytest.fixture
def line(figure, qtbot) -> QLineEdit:
    found = figure.findChild(QLineEdit)
    found.setFocus()
    qtbot.waitUntil(found.hasFocus)
    return found


def type_in(line: QLineEdit, qtbot, text: str) -> None:
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_nothing_moves_when_the_number_changes(show):
    figure = NumberDisplay("s until it comes round", "00.0")
    before = figure.sizeHint().width()
    assert figure.minimumHeight() == figure.maximumHeight()
    for text in ("8.0", "12.5", "0.1"):
        figure.set_text(text)
        assert figure.sizeHint().width() == before
    assert figure.accessibleDescription() == "0.1 s until it comes round"
    figure.set_caption("s")
    assert figure.accessibleName() == "s"


@pytest.mark.parametrize("make", [lambda: NumberDisplay("bpm"), lambda: EditableNumber("bpm", 30, 400)])
def test_the_whole_number_can_be_seen(show, make):
    window = QWidget()
    figure = make()
    layout = QVBoxLayout(window)
    layout.addWidget(figure)
    show(window)
    assert figure._figure.height() >= figure._figure.fontMetrics().height()
    assert figure._figure.width() > figure._figure.fontMetrics().horizontalAdvance("120")


def test_arrow_and_page_keys_step(figure, line, qtbot):
    steps = {Qt.Key.Key_Up: 121, Qt.Key.Key_Down: 120, Qt.Key.Key_PageUp: 130, Qt.Key.Key_PageDown: 120}
    for key, value in steps.items():
        with qtbot.waitSignal(figure.edited) as edited:
            qtbot.keyClick(line, key)
        assert edited.args == [value] and line.text() == str(value)


def test_a_typed_number_is_applied_on_enter(figure, line, qtbot):
    with qtbot.assertNotEmitted(figure.edited):
        type_in(line, qtbot, "96.5")
    with qtbot.waitSignal(figure.edited) as edited:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert edited.args == [96.5] and figure.value() == 96.5


def test_leaving_the_field_applies_the_number(figure, line, qtbot):
    type_in(line, qtbot, "90")
    with qtbot.waitSignal(figure.edited) as edited:
        line.clearFocus()
    assert edited.args == [90]


@pytest.mark.parametrize("text", ["500", "abc", "", "nan", "1e999"])
def test_invalid_input_is_marked_and_ignored(figure, line, qtbot, text):
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, text)
    assert line.property("wrong")
    with qtbot.assertNotEmitted(figure.edited):
        qtbot.keyClick(line, Qt.Key.Key_Return)
        line.clearFocus()
    assert line.text() == "120" and not line.property("wrong")


def test_escape_restores_the_number(figure, line, qtbot):
    type_in(line, qtbot, "77")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "120"


def test_steps_end_at_the_limits(figure, line, qtbot):
    figure.set_value(395)
    with qtbot.waitSignal(figure.edited) as edited:
        qtbot.keyClick(line, Qt.Key.Key_PageUp)
    assert edited.args == [400]
    with qtbot.assertNotEmitted(figure.edited, wait=2 * GATHER_MS):
        qtbot.keyClick(line, Qt.Key.Key_PageUp)


def test_quick_steps_are_one_change_that_older_numbers_do_not_undo(figure, line, qtbot):
    changes = []
    figure.edited.connect(changes.append)
    for _ in range(4):
        qtbot.keyClick(line, Qt.Key.Key_Up)
        figure.set_value(121)
    assert changes == []
    qtbot.waitUntil(lambda: changes == [124])
    figure.set_value(124)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert changes == [124, 125]


def test_a_new_number_does_not_overwrite_what_is_typed(figure, line, qtbot):
    type_in(line, qtbot, "9")
    figure.set_value(140)
    assert line.text() == "9"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "140"


def turned(widget, by: int) -> QWheelEvent:
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, by), *nothing, False)


def test_the_wheel_steps_only_with_the_focus(figure, line, qapp):
    qapp.sendEvent(line, turned(line, 120))
    qapp.sendEvent(line, turned(line, -240))
    qapp.sendEvent(line, turned(line, 0))
    assert figure.value() == 120
    qapp.sendEvent(line, turned(line, 120))
    assert figure.value() == 121
    line.clearFocus()
    qapp.sendEvent(line, turned(line, 120))
    assert figure.value() == 121


def test_the_range_is_explained(line):
    assert line.range_message() == "A number from 30 to 400"
