"""A big number with a small caption, and one that can be edited in place."""

from PySide6.QtCore import QLocale, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from .label import Label, restyle
from .plain_text import hide_tooltip, show_tooltip
from .theme import Weight, font

GATHER_MS = 250
"""Steps with shorter pauses between them are one change."""


class NumberDisplay(QWidget):
    """Keeps room for the text `widest`, so that its neighbours do not move when the number changes."""

    def __init__(self, caption: str, widest: str = "000", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = self._new_figure()
        self._figure.setFixedWidth(self._figure.fontMetrics().horizontalAdvance(widest) + 4)
        self.setFixedHeight(self._figure.fontMetrics().height() + 4)
        self._caption = Label(caption, tone="dim")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._figure)
        layout.addWidget(self._caption)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(caption)

    def _new_figure(self) -> Label | QLineEdit:
        label = Label("", 34, Weight.DemiBold)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    def set_text(self, text: str) -> None:
        if self._figure.text() != text:
            self._figure.setText(text)
            self.setAccessibleDescription(f"{text} {self._caption.text()}")

    def set_caption(self, caption: str) -> None:
        self._caption.setText(caption)
        self.setAccessibleName(caption)


class NumberEdit(QLineEdit):
    """A number between `low` and `high`, set by typing, arrow and page keys, or the wheel.

    `edited` gives the new number on Enter, when the focus leaves, and after the last of several quick steps.
    """

    edited = Signal(float)

    def __init__(self, low: float, high: float, step: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high, self._step = low, high, step
        self._value = self._reported = low
        self._gather = QTimer(self, interval=GATHER_MS, singleShot=True)
        self._gather.timeout.connect(self._report)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFrame(False)
        self.textEdited.connect(self._check)
        self.returnPressed.connect(self._commit)
        self._show()

    def set_value(self, value: float) -> None:
        """Shows `value`, unless a number is being typed or stepped to."""
        if value != self._value and not self._gather.isActive():
            self._value = self._reported = value
            if not self.isModified():
                self._show()

    def value(self) -> float:
        return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        if event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and event.angleDelta().y():
            self._move(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isModified() and self._typed() is not None:
            self._commit()
        else:
            self._show()
            self._report()

    def _move(self, steps: int) -> None:
        base = self._typed()
        wanted = (self._value if base is None else base) + steps * self._step
        self._value = min(max(wanted, self._low), self._high)
        self._show()
        self._gather.start()

    def _commit(self) -> None:
        value = self._typed()
        if value is not None:
            self._value = value
            self._show()
            self._report()

    def _report(self) -> None:
        self._gather.stop()
        if self._value != self._reported:
            self._reported = self._value
            self.edited.emit(self._value)

    def _typed(self) -> float | None:
        """The number typed, None if invalid or out of range."""
        value, understood = self.locale().toDouble(self.text())
        if not understood:
            value, understood = QLocale.c().toDouble(self.text())
        return value if understood and self._low <= value <= self._high else None

    def _check(self) -> None:
        wrong = self._typed() is None
        if wrong != bool(self.property("wrong")):
            self.setProperty("wrong", wrong)
            restyle(self)
        if wrong:
            show_tooltip(self.mapToGlobal(QPoint(0, self.height())), self.range_message(), self)
        else:
            hide_tooltip()

    def range_message(self) -> str:
        return self.tr("A number from {low} to {high}").format(low=f"{self._low:g}", high=f"{self._high:g}")

    def _show(self) -> None:
        self.setText(f"{self._value:.4g}")
        self.setModified(False)
        self._clear_mark()

    def _clear_mark(self) -> None:
        if self.property("wrong"):
            self.setProperty("wrong", False)
            restyle(self)
            hide_tooltip()


class EditableNumber(NumberDisplay):
    """A big number that can be edited; `edited` gives the new number."""

    edited = Signal(float)

    def __init__(
        self,
        caption: str,
        low: float,
        high: float,
        step: float = 1.0,
        widest: str = "000",
        parent: QWidget | None = None,
    ) -> None:
        self._limits = low, high, step
        super().__init__(caption, widest, parent)
        self.setFocusProxy(self._figure)
        self._figure.setAccessibleName(caption)

    def _new_figure(self) -> QLineEdit:
        self._edit = NumberEdit(*self._limits)
        self._edit.setFont(font(34, Weight.DemiBold))
        self._edit.edited.connect(self.edited)
        return self._edit

    def set_value(self, value: float) -> None:
        self._edit.set_value(value)

    def value(self) -> float:
        return self._edit.value()
