"""The group's queue: the current song, the next ones, and moving and removing them."""

from collections.abc import Iterable
from itertools import groupby
from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from drumcircle_gui.mpd.model.rooms_intents import RunMpdCommand
from drumcircle_gui.mpd.model.rooms_state import QueueSong, RoomsState
from drumcircle_gui.widgets.plain_text import fitting
from drumcircle_gui.widgets.table_header import TableHeader
from drumcircle_gui.widgets.table_setup import lay_out_rows
from drumcircle_gui.widgets.theme import Theme, Weight, font

from .queue_model_view import QueueColumn, QueueModel
from .reorder import moves

ROW_HEIGHT_PX = 30

MOST_AT_ONCE = 500
"""Songs moved or removed by one action; each takes one MPD command."""

WIDTHS_PX = {QueueColumn.ID: 56, QueueColumn.LENGTH: 64}


class QueueList(QTableView):
    """`requested` gives a `RunMpdCommand`, `chosen` the current row's song or None.

    Enter or a double click plays, Delete removes, Ctrl+Up and Ctrl+Down or the mouse move songs.
    """

    requested = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = QueueModel(self)
        self.setModel(self.queue)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(self.tr("Queue"))
        self.doubleClicked.connect(lambda index: self._play(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda: self.chosen.emit(self.chosen_song()))
        self._lay_out()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Shows the queue. Selected songs stay selected wherever they move."""
        chosen, current = self._chosen_ids(), self.chosen_song()
        self.queue.render(state.queue, state.playing.id)
        if chosen != self._chosen_ids():
            self._choose(chosen, current)

    def chosen_song(self) -> QueueSong | None:
        place = self.currentIndex().row()
        return self.queue.song(place) if 0 <= place < self.queue.rowCount() else None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.queue.rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(font(13))
            painter.setPen(Theme.current().dim)
            painter.drawText(
                self.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._placeholder()
            )

    def _placeholder(self) -> str:
        return self.tr("The queue is empty. Add songs from the library (Alt+2) or with any MPD client.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key, place = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place >= 0 and not control:
            self._play(place)
        elif key == Qt.Key.Key_Delete:
            self._remove()
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._shift(up=key == Qt.Key.Key_Up)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        below = index.isValid() and at.y() > self.visualRect(index).center().y()
        self.move_chosen(index.row() + below if index.isValid() else self.queue.rowCount())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def move_chosen(self, to: int) -> None:
        """Moves the selected songs before place `to` of the queue."""
        order = [song.id for song in self.queue.songs()]
        for song, place in moves(order, self._chosen_ids(), to)[:MOST_AT_ONCE]:
            self.requested.emit(RunMpdCommand(("moveid", str(song), str(place))))

    def _play(self, place: int) -> None:
        self.requested.emit(RunMpdCommand(("playid", str(self.queue.song(place).id))))

    def _remove(self) -> None:
        chosen = self._chosen_ids()
        if chosen and len(chosen) == self.queue.rowCount():
            return self.requested.emit(RunMpdCommand(("clear",)))
        for song in sorted(chosen)[:MOST_AT_ONCE]:
            self.requested.emit(RunMpdCommand(("deleteid", str(song))))
        return None

    def _shift(self, *, up: bool) -> None:
        if places := self._places():
            self.move_chosen(max(places[0] - 1, 0) if up else min(places[-1] + 2, self.queue.rowCount()))

    def _chosen_ids(self) -> set[int]:
        return {self.queue.song(place).id for place in self._places()}

    def _places(self) -> list[int]:
        """Places of the selected songs, in order."""
        parts = cast(Iterable[QItemSelectionRange], self.selectionModel().selection())
        return sorted(place for part in parts for place in range(part.top(), part.bottom() + 1))

    def _choose(self, chosen: set[int], current: QueueSong | None) -> None:
        model, flags, wanted = self.selectionModel(), self.selectionModel().SelectionFlag, QItemSelection()
        songs = self.queue.songs()
        for among, run in groupby(range(len(songs)), key=lambda place: songs[place].id in chosen):
            if among:
                places = list(run)
                wanted.select(self.queue.index(places[0], 0), self.queue.index(places[-1], len(QueueColumn) - 1))
        model.select(wanted, flags.ClearAndSelect)
        place = next((place for place, song in enumerate(songs) if current and song.id == current.id), None)
        if place is not None:
            model.setCurrentIndex(self.queue.index(place, 0), flags.NoUpdate)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 3 * ROW_HEIGHT_PX)

    def _lay_out(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        lay_out_rows(self, ROW_HEIGHT_PX)
        header = TableHeader(
            {QueueColumn.TITLE: (16, 0), QueueColumn.ARTIST: (16, 0), QueueColumn.LENGTH: (0, 4)}, 24, self
        )
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in (QueueColumn.TITLE, QueueColumn.ARTIST):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS_PX.items():
            header.resizeSection(column, width)


class _Delegate(QStyledItemDelegate):
    """Paints the current song in the accent colour, and a hairline below each row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, rect, column = Theme.current(), QRect(option.rect), QueueColumn(index.column())
        model = index.model()
        assert isinstance(model, QueueModel)
        current = model.song(index.row()).id == model.current()
        painter.save()
        if current and column == QueueColumn.ID:
            painter.fillRect(QRect(rect.left(), rect.top() + 6, 3, rect.height() - 12), theme.accent)
        painter.setFont(font(13, Weight.DemiBold if current and column == QueueColumn.TITLE else Weight.Normal))
        tone = theme.text if column == QueueColumn.TITLE else theme.dim
        painter.setPen(theme.readable(theme.accent) if current and column == QueueColumn.TITLE else tone)
        right = column in (QueueColumn.ID, QueueColumn.LENGTH)
        room = rect.adjusted(0 if right else 16, 0, 0 if column == QueueColumn.ID else -4, 0)
        text = fitting(painter.fontMetrics(), str(index.data()), room.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
