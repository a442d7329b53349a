"""What somebody finds who has no mouse, or listens to the screen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def controls(page: QWidget) -> list[QWidget]:
    """All there is to be used now."""
    found = (widget for widget in (page, *page.findChildren(QWidget)) if widget.focusProxy() is None)
    return [w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()]


def nameless(page: QWidget) -> list[QWidget]:
    """Controls of which a screen reader has nothing to say."""
    return [w for w in controls(page) if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]


def out_of_reach(page: QWidget) -> list[QWidget]:
    """Controls that neither Tab nor, within a group of choices, the arrow keys come to."""
    page.activateWindow()
    wanted, reached = controls(page), set()
    for _ in range(2 * len(wanted)):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    groups = {button.group() for button in reached if isinstance(button, QAbstractButton)} - {None}
    return [w for w in wanted if w not in reached and _group(w) not in groups]


def _group(widget: QWidget) -> object:
    return widget.group() if isinstance(widget, QAbstractButton) else None
