"""The table of everybody in the circle and how well they are connected."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from drumcircle_gui.widgets.table_setup import lay_out_rows

from .roster_delegate import RosterDelegate, RosterHeader
from .roster_model import RosterColumn, RosterModel, RosterRow

__all__ = ["RosterRow", "RosterTable"]

ROW_HEIGHT = 40
ROOMY = 400  # pixels: in less, the clock's column gives way to the names


class RosterTable(QTableView):
    """Signals carry the member's id. Mute: M or the menu; remove: Delete; message: Enter or a double click.

    With `may_moderate` False only messages can be sent.
    """

    chosen = Signal(int)
    mute_wanted = Signal(int, bool)
    remove_wanted = Signal(int)
    message_wanted = Signal(int)

    def __init__(self, title: str = "", *, may_moderate: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = title or self.tr("Players")
        self._may_moderate = may_moderate
        self._model = RosterModel(title, self)
        self.setModel(self._model)
        self.setItemDelegate(RosterDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(lambda index: self.message_wanted.emit(self._model.row(index.row()).id))
        self.selectionModel().currentRowChanged.connect(self._tell_choice)
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self._lay_out()

    def render(self, rows: tuple[RosterRow, ...]) -> None:  # type: ignore[override]
        """Shows `rows`. Those known stay where they are, newcomers are added at the end."""
        self._model.render(rows)

    def choose(self, member: int | None) -> None:
        """Selects the row of `member`, or none."""
        place = self._model.place(member)
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif place != self.currentIndex().row():
            self.selectRow(place)

    def menu(self, row: RosterRow) -> QMenu:
        """What can be done about `row`."""
        menu = QMenu(self)
        offers: list[tuple[str, SignalInstance, tuple[object, ...], bool]] = [
            (self.tr("Message {name}"), self.message_wanted, (row.id,), not row.me)
        ]
        if self._may_moderate:
            mute = self.tr("Unmute {name}") if row.muted else self.tr("Mute {name} for everyone")
            offers += [
                (mute, self.mute_wanted, (row.id, not row.muted), True),
                (self.tr("Show {name} out…"), self.remove_wanted, (row.id,), not row.me),
            ]
        for text, signal, values, offered in offers:
            action = QAction(text.format(name=row.name.replace("&", "&&")), menu)
            action.setEnabled(offered)
            action.triggered.connect(lambda _checked=False, signal=signal, values=values: signal.emit(*values))
            menu.addAction(action)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._model.row(self.currentIndex().row()) if self.currentIndex().isValid() else None
        deeds = {
            Qt.Key.Key_M: self._toggle_mute,
            Qt.Key.Key_Delete: self._remove,
            Qt.Key.Key_Return: self._message,
            Qt.Key.Key_Enter: self._message,
        }
        deed = deeds.get(Qt.Key(event.key()))
        if row is not None and deed is not None and not event.isAutoRepeat():
            deed(row)
        elif event.key() not in deeds:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, self.horizontalHeader().height() + ROW_HEIGHT * max(self._model.rowCount(), 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.horizontalHeader().height() + 2 * ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(RosterColumn.CLOCK, event.size().width() < ROOMY)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _lay_out(self) -> None:
        lay_out_rows(self, ROW_HEIGHT)
        header = RosterHeader(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(32)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(RosterColumn.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in {
            RosterColumn.ROUND_TRIP: 88,
            RosterColumn.CLOCK: 88,
            RosterColumn.EARLY: 80,
            RosterColumn.LATE: 56,
        }.items():
            header.resizeSection(column, width)

    def _open_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            menu = self.menu(self._model.row(index.row()))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def _tell_choice(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.row(current.row()).id)

    def _toggle_mute(self, row: RosterRow) -> None:
        if self._may_moderate:
            self.mute_wanted.emit(row.id, not row.muted)

    def _remove(self, row: RosterRow) -> None:
        if self._may_moderate and not row.me:
            self.remove_wanted.emit(row.id)

    def _message(self, row: RosterRow) -> None:
        if not row.me:
            self.message_wanted.emit(row.id)
