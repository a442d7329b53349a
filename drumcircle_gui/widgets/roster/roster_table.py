"""The table of the circle's members and of how well each is connected."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from drumcircle_gui.widgets.table_setup import lay_out_rows, menu_target, popup_menu

from .roster_delegate import RosterDelegate, RosterHeader
from .roster_filter import RosterFilter
from .roster_model import RosterColumn, RosterModel
from .roster_row import RosterRow

ROW_HEIGHT_PX = 40

REPAINT_INTERVAL_MS = 20
"""Time between the repaints of two rows. All figures change once a second, and painting them at once would take longer
than a frame of the ring."""

WIDE_PX = {RosterColumn.CLOCK: 560, RosterColumn.TIMING: 400}
"""In a narrower table these columns are hidden, so that names have room."""

WIDTHS_PX = {
    RosterColumn.ROUND_TRIP: (84, 80),
    RosterColumn.CLOCK: (88, 88),
    RosterColumn.TIMING: (96, 96),
    RosterColumn.EARLY: (76, 70),
    RosterColumn.LATE: (52, 46),
}
"""Widths in a wide and in a narrow table."""


class RosterTable(QTableView):
    """Signals give the member's id. M mutes, Delete asks for removal, Enter or a double click for a message.

    Without `may_moderate` only messages can be sent.
    """

    chosen = Signal(int)
    mute_requested = Signal(int, bool)
    remove_requested = Signal(int)
    message_requested = Signal(int)

    def __init__(self, title: str = "", *, may_moderate: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = title or self.tr("Players")
        self._may_moderate = may_moderate
        self._model = RosterModel(title, self)
        self._rows: tuple[RosterRow, ...] = ()
        self._filter = RosterFilter()
        self._held = False
        self.extra_actions: Callable[[RosterRow], list[QAction]] = lambda row: []
        self.setModel(self._model)
        self.setItemDelegate(RosterDelegate(self._model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda index: self._message(self._model.row(index.row())))
        self.selectionModel().currentRowChanged.connect(self._emit_chosen)
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self._outdated: set[int] = set()
        self._repainting = QTimer(self, interval=REPAINT_INTERVAL_MS)
        self._repainting.timeout.connect(self._repaint_next)
        self._lay_out()

    def render(self, rows: tuple[RosterRow, ...]) -> None:  # type: ignore[override]
        """Shows `rows`. Known members keep their row, new ones come last; while the mouse is over the table, no row
        moves."""
        self._rows, known = rows, self._model.rowCount() if self._held else 0
        self._model.render(rows, held=self._held)
        self._hide_others(known)

    def set_filter(self, shown: RosterFilter) -> None:
        """Show only the rows that match."""
        self._filter = shown
        self._hide_others(0)

    @property
    def shown(self) -> int:
        """The number of rows that match the filter."""
        return sum(self._filter.matches(row) for row in self._rows) if self._filter else len(self._rows)

    def _hide_others(self, first: int) -> None:
        """Hide rows that do not match the filter, from the row `first` on."""
        for place in range(first, self._model.rowCount()):
            hidden = bool(self._filter) and not self._filter.matches(self._model.row(place))
            if self.isRowHidden(place) != hidden:
                self.setRowHidden(place, hidden)

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:  # type: ignore[override]
        """Repaint the changed rows one after the other."""
        if QAccessible.isActive():
            super().dataChanged(first, last, list(roles))
            return
        bottom = self.rowAt(self.viewport().height() - 1)
        seen = range(max(self.rowAt(0), 0), self._model.rowCount() if bottom < 0 else bottom + 1)
        self._outdated.update(place for place in range(first.row(), last.row() + 1) if place in seen)
        if not self._repainting.isActive():
            self._repainting.start()

    def _repaint_next(self) -> None:
        if not self._outdated:
            self._repainting.stop()
            return
        place = min(self._outdated)
        self._outdated.remove(place)
        self.viewport().update(0, self.rowViewportPosition(place), self.viewport().width(), self.rowHeight(place))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._held = True

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._held = False
        self.render(self._rows)

    def selected(self) -> RosterRow | None:
        """The selected member."""
        places = self.selectionModel().selectedRows()
        return self._model.row(places[0].row()) if places else None

    def row_of(self, member: int) -> RosterRow | None:
        """The row of `member`, None if there is none."""
        place = self._model.place(member)
        return None if place is None else self._model.row(place)

    def choose(self, member: int | None) -> None:
        """Selects the row of `member`, or none."""
        place = self._model.place(member)
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif place != self.currentIndex().row():
            self.selectRow(place)

    def menu(self, row: RosterRow) -> QMenu:
        """The context menu of `row`."""
        menu = QMenu(self)
        actions: list[tuple[str, SignalInstance, tuple[object, ...], bool]] = [
            (self.tr("Message {name}"), self.message_requested, (row.id,), not row.me)
        ]
        if self._may_moderate:
            mute = self.tr("Unmute {name}") if row.muted else self.tr("Mute {name} for everyone")
            actions += [
                (mute, self.mute_requested, (row.id, not row.muted), True),
                (self.tr("Remove {name}…"), self.remove_requested, (row.id,), not row.me),
            ]
        for text, signal, values, enabled in actions:
            action = QAction(text.format(name=row.name.replace("&", "&&")), menu)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _checked=False, signal=signal, values=values: signal.emit(*values))
            menu.addAction(action)
        menu.addActions(self.extra_actions(row))
        return menu

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The Tab key selects a member: in a list of one row, the arrow keys could not."""
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and self.selected() is None and self._model.rowCount():
            self.selectRow(max(self.currentIndex().row(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) not in self._key_actions():
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.act(Qt.Key(event.key()))

    def act(self, key: Qt.Key) -> None:
        """Does for the selected member what `key` does."""
        if (row := self.selected()) is not None:
            self._key_actions()[key](row)

    def _key_actions(self) -> dict[Qt.Key, Callable[[RosterRow], None]]:
        return {
            Qt.Key.Key_M: self._toggle_mute,
            Qt.Key.Key_Delete: self._remove,
            Qt.Key.Key_Return: self._message,
            Qt.Key.Key_Enter: self._message,
        }

    def sizeHint(self) -> QSize:
        return QSize(480, self.horizontalHeader().height() + ROW_HEIGHT_PX * max(self._model.rowCount(), 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.horizontalHeader().height() + 2 * ROW_HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        narrow = width < WIDE_PX[RosterColumn.TIMING]
        for column, least in WIDE_PX.items():
            self.setColumnHidden(column, width < least)
        for column, widths in WIDTHS_PX.items():
            self.horizontalHeader().resizeSection(column, widths[narrow])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _lay_out(self) -> None:
        lay_out_rows(self, ROW_HEIGHT_PX)
        header = RosterHeader(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(32)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(RosterColumn.NAME, QHeaderView.ResizeMode.Stretch)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, at = menu_target(self, event)
        if row is not None:
            popup_menu(self.menu(self._model.row(row)), at)

    def _emit_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.row(current.row()).id)

    def _toggle_mute(self, row: RosterRow) -> None:
        if self._may_moderate:
            self.mute_requested.emit(row.id, not row.muted)

    def _remove(self, row: RosterRow) -> None:
        if self._may_moderate and not row.me:
            self.remove_requested.emit(row.id)

    def _message(self, row: RosterRow) -> None:
        if not row.me:
            self.message_requested.emit(row.id)
