"""The card: the panel that pages consist of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from .label import Label, ShortLabel
from .theme import Weight

PADDING_PX = 20
ROOMY_PX, DENSE_PX = 16, 8
"""Above and below the content: usually, and on a low page."""


class Card(QFrame):
    """A panel with an optional title at the upper left and a dim caption at the upper right.

    Add content to the layout `body`, and widgets for the title row to `head`.
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
        self.head.addStretch(1)
        self.head.addWidget(self._caption)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.addLayout(self.head)
        layout.addLayout(self.body, 1)
        self.set_dense(dense=False)
        self.set_title(title)

    def set_dense(self, *, dense: bool) -> None:
        """Leave little room above, between and below the parts, for a low page."""
        if (layout := self.layout()) is not None:
            edge = DENSE_PX if dense else ROOMY_PX
            layout.setContentsMargins(PADDING_PX, edge, PADDING_PX, edge)
            layout.setSpacing(edge // 2)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._caption.setVisible(bool(title and self._caption.accessibleName()))
        self.setAccessibleName(title)

    def set_caption(self, caption: str, *shorter: str) -> None:
        """Set the caption, and shorter ones for when there is less room."""
        self._caption.setText(caption, *shorter)
        self._caption.setVisible(bool(caption and not self._title.isHidden()))
