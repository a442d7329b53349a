"""A quiet card: the only kind of panel there is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from .label import Label, ShortLabel
from .theme import Weight

PADDING = 24


class Card(QFrame):
    """A panel with an optional title at its upper left and a dim caption at its upper right.

    Fill it through `body`; further things for the title row go to `head`.
    """

    def __init__(self, title: str = "", caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Label(title, 15, Weight.DemiBold)
        self._caption = ShortLabel(caption, tone="dim")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self._title)
        self.head.addWidget(self._caption, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(PADDING, 16, PADDING, 16)
        layout.addLayout(self.head)
        layout.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._caption.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_caption(self, caption: str) -> None:
        self._caption.setText(caption)
