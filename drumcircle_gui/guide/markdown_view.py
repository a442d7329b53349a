"""A page of our own text in Markdown, with pictures and links. Never for the text of other people."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from drumcircle_gui.widgets.theme import font

MARGIN = 16  # pixels
FONT_SIZE = 13
SMOOTH = Qt.TransformationMode.SmoothTransformation
IMAGE = QTextDocument.ResourceType.ImageResource.value
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]*)\)")
HEADING_SPACE, PARAGRAPH_SPACE = 14, 6  # pixels


class MarkdownPage(QTextBrowser):
    """Shows Markdown with pictures from `folder`. Emits `followed` with the target of an activated link."""

    followed = Signal(str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._folder, self._text = folder, ""
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width stays the same
        self.setFont(font(FONT_SIZE))
        self.document().setDefaultFont(font(FONT_SIZE))
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(self._follow)

    def show_text(self, text: str) -> None:
        """Show `text` from its beginning."""
        self._text = text
        self._render()
        self.verticalScrollBar().setValue(0)

    def picture(self, name: str) -> QImage:
        """A picture of the folder, not wider than the page."""
        picture, room = QImage(str(self._folder / name)), self.viewport().width() - 2 * MARGIN
        return picture.scaledToWidth(room, SMOOTH) if picture.width() > room > 0 else picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self._render)

    def _render(self) -> None:
        at = self.verticalScrollBar().value()
        self.setMarkdown(self._text)  # drops the pictures of before
        for name in PICTURE.findall(self._text):
            self.document().addResource(IMAGE, QUrl(name), self.picture(name))
        self.document().markContentsDirty(0, self.document().characterCount())
        self._space_out()
        self.verticalScrollBar().setValue(at)

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
