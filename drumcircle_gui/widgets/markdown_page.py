"""A page of our own text in Markdown, with pictures and links. Never for the text of other people."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from .theme import font

MARGIN = 16  # pixels
FONT_SIZE = 13
HEADING_SPACE, PARAGRAPH_SPACE = 14, 6  # pixels


class MarkdownPage(QTextBrowser):
    """Shows Markdown whose pictures are in `folder`. Emits `followed` with the target of a link that is activated."""

    followed = Signal(str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSearchPaths([str(folder)])
        self.setOpenLinks(False)
        self.setFont(font(FONT_SIZE))
        self.document().setDefaultFont(font(FONT_SIZE))
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(self._follow)

    def show_text(self, text: str) -> None:
        """Show `text` from its beginning."""
        self.setMarkdown(text)
        self._space_out()
        self.verticalScrollBar().setValue(0)

    def _space_out(self) -> None:
        """Put space around headings, paragraphs and list items: Qt sets them close together."""
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            if cursor.currentTable() is None:
                space = block.blockFormat()
                space.setTopMargin(HEADING_SPACE if space.headingLevel() > 1 else 0)
                space.setBottomMargin(PARAGRAPH_SPACE)
                cursor.setBlockFormat(space)
            block = block.next()

    def _follow(self, link: QUrl) -> None:
        self.followed.emit(link.toString())
