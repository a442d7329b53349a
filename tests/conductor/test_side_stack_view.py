"""The parts between roster and chat that are shown at different heights."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from drumcircle_gui.conductor.side_stack_view import PLOT_MIN_HEIGHT, SideStack

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stack(qtbot) -> SideStack:
    stack = SideStack()
    qtbot.addWidget(stack)
    stack.show()
    return stack


@pytest.fixture
def bar(qtbot) -> QWidget:
    bar = QLabel("A notice")
    qtbot.addWidget(bar)
    bar.hide()
    return bar


def test_the_plot_gives_way_in_low_windows_and_below_bars(stack: SideStack, bar: QWidget) -> None:
    stack.fit(PLOT_MIN_HEIGHT, [bar])
    assert not stack.isHidden()
    stack.fit(PLOT_MIN_HEIGHT - 1, [bar])
    assert stack.isHidden()
    stack.fit(PLOT_MIN_HEIGHT + 10, [bar])
    assert not stack.isHidden()
    bar.show()
    stack.fit(PLOT_MIN_HEIGHT + 10, [bar])
    assert stack.isHidden()
    stack.fit(PLOT_MIN_HEIGHT + 60, [bar])
    assert not stack.isHidden()


def test_what_was_asked_for_stays_in_a_low_window(stack: SideStack) -> None:
    stack.fit(400, [])
    stack.ask(3)
    stack.fit(400, [])
    assert not stack.isHidden() and stack.currentWidget() is stack.hearing
