"""The window of the user's guide: a list of the pages, and the page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from drumcircle_gui.paths import resource
from drumcircle_gui.widgets.theme import font

from .markdown_view import MarkdownPage
from .pages import FIRST, PAGES, guide_text, page_of, title_of

USUAL_SIZE = QSize(920, 700)
LIST_WIDTH = 200
_PAGE = Qt.ItemDataRole.UserRole


class GuideWindow(QDialog):
    """Shows the pages in `language`. Stays open beside the program's window. Escape closes it."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = {page: guide_text(page, language, _read) for page in PAGES}
        self.setWindowTitle(self.tr("Guide"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages of the guide"))
        self.list.setFont(font(13))
        self.list.setFixedWidth(LIST_WIDTH)
        self.page = MarkdownPage(resource("guide"))
        for page, text in self._texts.items():
            item = QListWidgetItem(title_of(text), self.list)
            item.setData(_PAGE, page)
        self.list.currentItemChanged.connect(lambda item: self._show(item.data(_PAGE)))
        self.page.followed.connect(self.turn_to)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 0, 0)
        layout.addWidget(self.list)
        layout.addWidget(self.page, 1)
        self.resize(USUAL_SIZE.boundedTo(self.screen().availableSize()))

    def turn_to(self, link: str) -> None:
        """Show the page that a link, or a page's name, leads to. Links out of the guide are ignored."""
        if page := page_of(link):
            self.list.setCurrentRow(PAGES.index(page))

    def open_at(self, page: str) -> None:
        """Show the window, with this page, in front of the others."""
        self.turn_to(page_of(page) or FIRST)
        self.show()
        self.raise_()
        self.activateWindow()

    def _show(self, page: str) -> None:
        text = self._texts[page]
        self.page.setAccessibleName(title_of(text))
        self.page.show_text(text)


def _read(name: str) -> str | None:
    file = resource("guide") / name
    return file.read_text(encoding="utf-8") if file.is_file() else None
