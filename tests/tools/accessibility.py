"""Checks of a page for keyboard users and screen readers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def controls(page: QWidget) -> list[QWidget]:
    """The visible, enabled widgets that take the keyboard focus."""
    found = (widget for widget in (page, *page.findChildren(QWidget)) if widget.focusProxy() is None)
    return [w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()]


def nameless(page: QWidget) -> list[QWidget]:
    """Controls without a name for screen readers."""
    return [w for w in controls(page) if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]


def out_of_reach(page: QWidget) -> list[QWidget]:
    """Controls that neither Tab nor, within a button group, the arrow keys reach."""
    page.activateWindow()
    wanted, reached = controls(page), set()
    for _ in range(2 * len(wanted)):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    groups = {button.group() for button in reached if isinstance(button, QAbstractButton)} - {None}
    return [w for w in wanted if w not in reached and _group(w) not in groups]


def _group(widget: QWidget) -> object:
    return widget.group() if isinstance(widget, QAbstractButton) else None
