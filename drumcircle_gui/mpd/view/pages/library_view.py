"""The page of the library: folders, songs, a search, and adding them to the queue."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.mpd.model.format import format_duration
from drumcircle_gui.mpd.model.rooms_intents import BrowseLibrary, RunMpdCommand, SearchLibrary
from drumcircle_gui.mpd.model.rooms_state import LibraryListing, QueueSong
from drumcircle_gui.widgets.label import ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import fitting, plain_roles
from drumcircle_gui.widgets.table_setup import scroll_smoothly
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font

Index = QModelIndex | QPersistentModelIndex
Entry = str | QueueSong
ROW_HEIGHT_PX = 30

SEARCH_DELAY_MS = 300
"""Pause after the last letter typed until the search begins."""


class LibraryPage(QWidget):
    """`requested` gives a BrowseLibrary, a SearchLibrary or a RunMpdCommand.

    Enter or a double click opens a folder or adds a song; Shift+Enter and the button add the selection.
    """

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing: LibraryListing | None = None
        self.search = SearchLine()
        self.up = Pill(self.tr("Up"), "plain")
        self.path = ShortLabel(self._where(None), tone="dim")
        self.list = EntryList()
        self.add = Pill(self.tr("Add to the queue"), "plain")
        self._typing = QTimer(self, interval=SEARCH_DELAY_MS, singleShot=True)
        self._lay_out()
        self._connect()

    def render(self, listing: LibraryListing | None) -> None:  # type: ignore[override]
        if listing == self._listing:
            return
        self._listing = listing
        shown = listing or LibraryListing()
        self.list.entries.render((*shown.folders, *shown.songs))
        self.list.scrollToTop()
        self.up.setEnabled(bool(shown.path or shown.searched))
        self.path.setText(self._where(listing))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        """Request what is shown again, because it may have changed while the page was hidden."""
        shown = self._listing or LibraryListing()
        self.requested.emit(SearchLibrary(shown.searched) if shown.searched else BrowseLibrary(shown.path))

    def _where(self, listing: LibraryListing | None) -> str:
        if listing is None:
            return self.tr("Loading…")
        if listing.searched:
            return self.tr("%n result(s) for “{text}”", "", len(listing.songs)).format(text=listing.searched)
        here = listing.path.replace("/", " \u203a ") or self.tr("All music")
        return here if listing.folders or listing.songs else self.tr("{path}: empty").format(path=here)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._search)
        self.search.textEdited.connect(lambda: self._typing.start())
        self.search.returnPressed.connect(self._search)
        self.up.clicked.connect(self._go_up)
        self.list.opened.connect(self._open)
        self.list.add_requested.connect(self._add)
        self.add.clicked.connect(self._add)
        self.list.up_requested.connect(self._go_up)

    def _search(self) -> None:
        self._typing.stop()
        text = self.search.text().strip()
        known = self._listing.searched if self._listing else ""
        if text != known:
            self.requested.emit(SearchLibrary(text) if text else BrowseLibrary(""))

    def _go_up(self) -> None:
        if self._listing is None or not (self._listing.path or self._listing.searched):
            return
        self.search.clear()
        self.requested.emit(BrowseLibrary(self._listing.path.rpartition("/")[0]))

    def _open(self, entry: Entry) -> None:
        self.requested.emit(BrowseLibrary(entry) if isinstance(entry, str) else RunMpdCommand(("add", entry.file)))

    def _add(self) -> None:
        for entry in self.list.chosen_entries():
            self.requested.emit(RunMpdCommand(("add", entry if isinstance(entry, str) else entry.file)))

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search in titles, artists, albums, file names"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.up.setToolTip(self.tr("Go to the parent folder (Backspace)"))
        self.add.setToolTip(self.tr("Add the selected songs and folders (Shift+Enter)"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.up)
        top.addWidget(self.search, 1)
        top.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.path)
        layout.addWidget(self.list, 1)


class SearchLine(QLineEdit):
    """A search field that Escape clears; once empty, it leaves Escape to the page."""

    def event(self, event: QEvent) -> bool:
        ours = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and bool(self.text())
        if ours and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if ours and event.type() == QEvent.Type.KeyPress:
            self.clear()
            self.textEdited.emit("")
            return True
        return super().event(event)


class EntryModel(QAbstractListModel):
    """Folders and songs as a Qt model. `UserRole` gives a folder's path (str) or a `QueueSong`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def render(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.rpartition("/")[2] if isinstance(entry, str) else entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(entry, str):
            return self.tr("Folder {name}").format(name=entry.rpartition("/")[2])
        return (entry if isinstance(entry, str) else entry.file) if role == Qt.ItemDataRole.ToolTipRole else None


class EntryList(QListView):
    """`opened` gives the folder's path or the song."""

    opened = Signal(object)
    add_requested = Signal()
    up_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(self.tr("Folders and songs"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        scroll_smoothly(self)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(Qt.ItemDataRole.UserRole)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 2 * ROW_HEIGHT_PX)

    def chosen_entries(self) -> list[Entry]:
        places = sorted(index.row() for index in self.selectedIndexes())
        return [self.entries.index(place).data(Qt.ItemDataRole.UserRole) for place in places]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.add_requested.emit()
        elif enter and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().data(Qt.ItemDataRole.UserRole))
        elif event.key() == Qt.Key.Key_Backspace:
            self.up_requested.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints folders with an arrow, songs with artist and length."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        theme, rect = Theme.current(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), faded(theme.text, 0.06))
        folder = isinstance(entry, str)
        inner = rect.adjusted(8, 0, -8, 0)
        beside = "\u203a" if isinstance(entry, str) else format_duration(entry.duration)
        _write(painter, inner, beside, Qt.AlignmentFlag.AlignRight, theme, dim=True)
        words = inner.adjusted(0, 0, -64, 0)
        share = words.width() if isinstance(entry, str) or not entry.artist else words.width() * 6 // 10
        painter.setFont(font(13, Weight.Medium if folder else Weight.Normal))
        title = QRect(words.left(), words.top(), share - 8, words.height())
        _write(painter, title, str(index.data()), Qt.AlignmentFlag.AlignLeft, theme)
        if not isinstance(entry, str):
            artist = words.adjusted(share, 0, 0, 0)
            _write(painter, artist, entry.artist, Qt.AlignmentFlag.AlignLeft, theme, dim=True)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def _write(
    painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag, theme: Theme, *, dim: bool = False
) -> None:
    painter.setPen(theme.dim if dim else theme.text)
    shown = fitting(painter.fontMetrics(), text, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
