"""A newcomer at real windows: clicks on what is visible, presses keys, counts both, and takes numbered pictures."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton, QScrollArea, QWidget

PATIENCE_MS = 60_000
POLL_MS = 20
MOST_TABS = 80


@dataclass
class Task:
    """What one task took: mouse clicks, keys pressed (typed letters count), and scrolling to what is clicked."""

    name: str
    clicks: int = 0
    keys: int = 0
    scrolls: int = 0

    def __str__(self) -> str:
        return f"{self.clicks} clicks, {self.keys} keys, {self.scrolls} scrolls"


class Newcomer:
    """Works with windows of one size. With a `folder`, each `step` writes a picture there; `lines` is the index."""

    def __init__(self, size: tuple[int, int], folder: Path | None = None) -> None:
        self.size = QSize(*size)
        self.tasks: list[Task] = []
        self.lines: list[str] = []
        self._folder = folder
        self._window: QWidget | None = None
        self._steps = 0

    @contextmanager
    def task(self, name: str) -> Iterator[None]:
        """Counts what is done inside as the task `name`."""
        self.tasks.append(Task(name))
        self.lines.append(f"\n{name}")
        yield
        self.lines.append(f"  total: {self.tasks[-1]}")

    def turn_to(self, window: QWidget) -> None:
        """Bring `window` to the front: the keyboard goes there."""
        self._window = window
        window.resize(self.size)
        window.activateWindow()
        self.until(lambda: QApplication.activeWindow() is window, "the window is active")

    def click(self, widget: QWidget, *, double: bool = False, at: QPoint | None = None) -> None:
        """Click into the middle of `widget`, or `at` a point of it, after scrolling there if it is out of sight."""
        where = at or widget.rect().center()
        self._bring_into_sight(widget, where)
        assert widget.isEnabled(), f"{_name_of(widget)} is disabled"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)
        self.tasks[-1].clicks += 1
        if double:
            QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=where)
            self.tasks[-1].clicks += 1

    def choose(self, button: QPushButton, text: str) -> None:
        """Click on `button`, and in the menu that opens on the entry `text`."""
        menu = button.menu()
        assert menu is not None

        def pick() -> None:
            self.until(menu.isVisible, f"the menu of {_name_of(button)}")
            entry = next((each for each in menu.actions() if each.text() == text), None)
            assert entry is not None, f"{_name_of(button)} has no entry {text!r}"
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
            self.tasks[-1].clicks += 1

        QTimer.singleShot(0, pick)  # a click on the button may return only when the menu is closed
        self.click(button)
        self.until(lambda: not menu.isVisible(), "the menu closes")
        window = button.window()
        window.activateWindow()  # a window system does so by itself
        self.until(lambda: QApplication.activeWindow() is window, "the window is active again")

    def choose_in(self, box: QComboBox, text: str) -> None:
        """Click on `box`, and in the list that opens on the entry `text` as soon as it is there."""
        self.click(box)
        entries = box.view()
        self.until(lambda: entries.isVisible() and box.findText(text) >= 0, f"the entry {text!r}")
        self.look(2 * QApplication.doubleClickInterval())  # a list that has just opened, or grown, takes no click
        entry = entries.visualRect(box.model().index(box.findText(text), 0))
        QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=entry.center())
        self.tasks[-1].clicks += 1
        self.until(lambda: box.currentText() == text, f"{text!r} is chosen")

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        """Press `key` where the keyboard is."""
        for _ in range(times):
            QTest.keyClick(self._focus(), key, modifier)
            self.tasks[-1].keys += 1

    def write(self, text: str) -> None:
        """Type `text` where the keyboard is."""
        QTest.keyClicks(self._focus(), text)
        self.tasks[-1].keys += len(text)

    def type(self, text: str) -> None:
        """Type `text` where the keyboard is, and press Enter."""
        self.write(text)
        self.key(Qt.Key.Key_Return)

    def paste(self, text: str) -> None:
        """Paste `text` where the keyboard is, and press Enter."""
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self.key(Qt.Key.Key_Return)

    def tab_to(self, widget: QWidget | None) -> None:
        """Reach `widget` by the Tab key alone."""
        assert widget is not None
        for _ in range(MOST_TABS):
            if widget.hasFocus():
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {_name_of(widget)}")

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait until `condition` holds; AssertionError, which says `what` never came, if it does not."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not condition():
            if deadline.hasExpired():
                raise AssertionError(f"This never came: {what}.")
            QTest.qWait(POLL_MS)

    def look(self, milliseconds: int) -> None:
        """Watch the windows for a while."""
        QTest.qWait(milliseconds)

    def step(self, caption: str) -> None:
        """Note a step, with what the task has taken until now and, with a folder, a numbered picture of the window."""
        self._steps += 1
        self.lines.append(f"  {self._steps:02} {caption} ({self.tasks[-1]})")
        if self._folder is not None and self._window is not None:
            QTest.qWait(300)
            name = "".join(letter if letter.isalnum() else "-" for letter in caption.lower())
            _picture(self._window).save(str(self._folder / f"{self._steps:02}-{name[:50].strip('-')}.png"))

    def _focus(self) -> QWidget:
        dialog = QApplication.activeModalWidget()
        self.until(lambda: dialog is None or QApplication.activeWindow() is dialog, "the dialog has the keyboard")
        focus = QApplication.focusWidget() or QApplication.activeWindow()
        assert focus is not None, "no window is active"
        return focus

    def _bring_into_sight(self, widget: QWidget, where: QPoint) -> None:
        assert widget.isVisible(), f"{_name_of(widget)} is hidden"
        if not widget.visibleRegion().contains(where):
            parent = widget.parentWidget()
            while parent is not None:
                if isinstance(parent, QScrollArea):
                    parent.ensureWidgetVisible(widget)
                    self.tasks[-1].scrolls += 1
                parent = parent.parentWidget()
            self.until(lambda: widget.visibleRegion().contains(where), f"{_name_of(widget)} comes into sight")


def _picture(window: QWidget) -> QPixmap:
    """The window with the dialogs over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            over = dialog.rect()
            over.moveCenter(window.rect().center())  # as window managers place it
            painter.drawPixmap(over.topLeft(), dialog.grab())
    painter.end()
    return picture


def _name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"
