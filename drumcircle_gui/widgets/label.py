"""Labels: plain text in one of five sizes."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from .plain_text import one_line, plain, set_tooltip
from .theme import Weight, font

TITLE_SIZES = (24, 15)

Tone = Literal["text", "dim", "bad"]


class Label(QLabel):
    """Plain text, never HTML: safe for names and messages of other people."""

    def __init__(
        self,
        text: str = "",
        size: int = 13,
        weight: Weight = Weight.Normal,
        tone: Tone = "text",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, weight))
        self.setWordWrap(wraps)
        self.setText(text)
        self.set_tone(tone)
        if not wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(plain(text))

    def set_tone(self, tone: Tone) -> None:
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class ShortLabel(Label):
    """One line that is cut with an ellipsis where there is no room; the tooltip then has the whole text."""

    def setText(self, text: str, *shorter: str) -> None:
        """Show `text`; where there is no room, the first of `shorter` that fits, or the last of them, cut."""
        self._whole = one_line(text)
        self._shorter = [one_line(each) for each in shorter]
        self.setAccessibleName(self._whole)
        self._fit()

    def minimumSizeHint(self):  # type: ignore[no-untyped-def]
        size = super().minimumSizeHint()
        size.setWidth(24)
        return size

    def sizeHint(self):  # type: ignore[no-untyped-def]
        size = super().sizeHint()
        size.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
        return size

    def resizeEvent(self, event):  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, texts = max(self.width(), 24), [self._whole, *self._shorter]
        metrics = self.fontMetrics()
        fitting = next((text for text in texts if metrics.horizontalAdvance(text) <= width), None)
        shown = metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, width) if fitting is None else fitting
        super().setText(shown)
        set_tooltip(self, self._whole if shown != self._whole else "")
        self.updateGeometry()


class TitleLabel(ShortLabel):
    """A page's title. It is smaller where there is no room, and only then cut; its height stays the same."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, TITLE_SIZES[0], Weight.DemiBold, parent=parent)
        self.setFixedHeight(QLabel.sizeHint(self).height())

    def sizeHint(self) -> QSize:
        return QSize(self._wanted_width(), QLabel.sizeHint(self).height())

    def _wanted_width(self) -> int:
        return QFontMetrics(font(TITLE_SIZES[0], Weight.DemiBold)).horizontalAdvance(self._whole) + 2

    def _fit(self) -> None:
        self.setFont(font(TITLE_SIZES[self._wanted_width() > self.width()], Weight.DemiBold))
        super()._fit()


def restyle(widget: QWidget) -> None:
    """Applies the style sheet to `widget` again after one of its properties changed.

    A widget that has not been styled yet is left alone: Qt styles it when it is first shown or measured.
    """
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
