"""The table of rooms: the state of each, and its volume trim, offset and switch to change in place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from drumcircle_gui.mpd.model.rooms_intents import RoomsIntent, SetOffset, SetVolumeTrim, SwitchRoom
from drumcircle_gui.mpd.model.rooms_state import RoomsState, RoomStatus
from drumcircle_gui.timing.units import Micros
from drumcircle_gui.widgets.table_header import TableHeader
from drumcircle_gui.widgets.table_setup import lay_out_rows, menu_target, popup_menu

from .cell_buttons_view import CellButton, button_at
from .delegate_view import INDENT_PX, RoomsDelegate
from .model_view import RoomsModel
from .rows import FAULTY, RoomsColumn, RoomsRow, offset_by, trim_by

ROW_HEIGHT_PX, HEAD_HEIGHT_PX = 46, 24
WIDE_PX, MEDIUM_PX = 1160, 880
"""From these widths on, columns get the first or second of their widths, below them the third."""

WIDTHS_PX = {
    RoomsColumn.NAME: (184, 138, 116),
    RoomsColumn.STATE: (180, 138, 128),
    RoomsColumn.LATENCY: (96, 68, 62),
    RoomsColumn.SKEW: (224, 186, 116),
    RoomsColumn.TRIM: (132, 98, 94),
    RoomsColumn.OFFSET: (224, 168, 158),
    RoomsColumn.ON: (60, 46, 46),
}

PADS_PX = {
    RoomsColumn.NAME: (INDENT_PX, 0),
    RoomsColumn.STATE: (INDENT_PX, 0),
    RoomsColumn.LATENCY: (0, 8),
    RoomsColumn.SKEW: (0, 8),
}

RoomAction = Callable[[RoomStatus], None]


class RoomsTable(QTableView):
    """`requested` gives an intent, `chosen` the name of the selected room or None, the others a room's name."""

    requested = Signal(object)
    chosen = Signal(object)
    edit_requested = Signal(str)
    tap_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rooms = RoomsModel(self)
        self._delegate = RoomsDelegate(self)
        self._under: tuple[CellButton, QModelIndex] | None = None
        self.setModel(self.rooms)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Rooms"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.chosen_room()))
        self._delegate.typed.connect(self._take_typed)
        self.setMouseTracking(True)
        self._lay_out()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Shows the rooms of `state`. Known rooms keep their row, new ones come last."""
        before = self.rooms.rowCount()
        self.rooms.render(state.rooms)
        self._span_problems()
        if before != self.rooms.rowCount():
            self.updateGeometry()

    def _span_problems(self) -> None:
        """A faulty room's problem, which may be long, also takes the cell of its song."""
        for place, row in enumerate(self.rooms.rows()):
            columns = 2 if row.room.presence in FAULTY and row.room.problem else 1
            if self.columnSpan(place, RoomsColumn.STATE) != columns:
                self.setSpan(place, RoomsColumn.STATE, 1, columns)

    def chosen_room(self) -> str | None:
        """The name of the selected room."""
        places = self.selectionModel().selectedRows()
        return self.rooms.row(places[0].row()).room.name if places else None

    def choose(self, name: object) -> None:
        """Selects the room called `name`; None clears the selection."""
        place = self.rooms.place(name if isinstance(name, str) else None)
        if place is None:
            self.clearSelection()
        elif name != self.chosen_room():
            self.selectRow(place)

    def menu(self, room: RoomStatus) -> QMenu:
        """The context menu of `room`."""
        menu = QMenu(self)
        actions: list[tuple[str, RoomAction]] = [
            (self.tr("Switch off") if room.on else self.tr("Switch on"), self._switch),
            (self.tr("Edit…"), lambda one: self.edit_requested.emit(one.name)),
            (self.tr("Tap along…"), lambda one: self.tap_requested.emit(one.name)),
            (self.tr("Type the volume…"), lambda one: self._type(RoomsColumn.TRIM)),
            (self.tr("Type the offset…"), lambda one: self._type(RoomsColumn.OFFSET)),
            (self.tr("Remove…"), lambda one: self.remove_requested.emit(one.name)),
        ]
        for text, act in actions:
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False, act=act: act(room))
            menu.addAction(action)
        return menu

    # --- keys -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._current()
        act = self._key_actions(shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)).get(event.key())
        if row is not None and act is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            act(row.room)
        else:
            super().keyPressEvent(event)

    def _key_actions(self, *, shift: bool) -> dict[int, RoomAction]:
        key, step = Qt.Key, 10 if shift else 1
        return {
            key.Key_Space: self._switch,
            key.Key_Return: lambda room: self.edit_requested.emit(room.name),
            key.Key_Enter: lambda room: self.edit_requested.emit(room.name),
            key.Key_Delete: lambda room: self.remove_requested.emit(room.name),
            key.Key_T: lambda room: self.tap_requested.emit(room.name),
            key.Key_Left: lambda room: self._request(offset_by(room, -step)),
            key.Key_Right: lambda room: self._request(offset_by(room, step)),
            key.Key_Plus: lambda room: self._request(trim_by(room, 1)),
            key.Key_Minus: lambda room: self._request(trim_by(room, -1)),
            key.Key_F2: lambda room: self._type(RoomsColumn.OFFSET),
        }

    def _current(self) -> RoomsRow | None:
        index = self.currentIndex()
        return self.rooms.row(index.row()) if index.isValid() else None

    def _switch(self, room: RoomStatus) -> None:
        self.requested.emit(SwitchRoom(room.name, not room.on))

    def _type(self, column: RoomsColumn) -> None:
        self.edit(self.rooms.index(self.currentIndex().row(), column))

    def _take_typed(self, place: int, column: int, value: int) -> None:
        name = self.rooms.row(place).room.name
        trim = column == RoomsColumn.TRIM
        self._request(SetVolumeTrim(name, value) if trim else SetOffset(name, Micros(value * 1000)))

    def _request(self, request: RoomsIntent) -> None:
        self.requested.emit(request)
        self.rooms.expect(request)

    # --- the mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found = self._button_at(event.position().toPoint())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            button, index = found
            self._request(button.request(self.rooms.row(index.row()), RoomsColumn(index.column())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._button_at(at) is not None:
            self.mousePressEvent(event)
        elif index.isValid() and index.column() in (RoomsColumn.TRIM, RoomsColumn.OFFSET):
            self.edit(index)
        elif index.isValid():
            self.edit_requested.emit(self.rooms.row(index.row()).room.name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._highlight(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._highlight(None)

    def _highlight(self, at: QPoint | None) -> None:
        """Highlights the button at `at`."""
        found = self._button_at(at) if at is not None else None
        self._delegate.mouse = at
        if found != self._under:
            for _, index in filter(None, (self._under, found)):
                self.viewport().update(self.visualRect(index))
            self._under = found
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def _button_at(self, at: QPoint) -> tuple[CellButton, QModelIndex] | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        button = button_at(RoomsColumn(index.column()), self.visualRect(index), at)
        return None if button is None else (button, index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, at = menu_target(self, event)
        if row is not None:
            popup_menu(self.menu(self.rooms.row(row).room), at)

    # --- layout -----------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(880, HEAD_HEIGHT_PX + ROW_HEIGHT_PX * max(self.rooms.rowCount(), 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(600, HEAD_HEIGHT_PX + ROW_HEIGHT_PX * 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _share_width(self) -> None:
        width = self.viewport().width()
        step = 0 if width >= WIDE_PX else 1 if width >= MEDIUM_PX else 2
        for column, widths in WIDTHS_PX.items():
            self.horizontalHeader().resizeSection(column, widths[step])

    def _lay_out(self) -> None:
        lay_out_rows(self, ROW_HEIGHT_PX)
        header = TableHeader(PADS_PX, HEAD_HEIGHT_PX, self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(RoomsColumn.SONG, QHeaderView.ResizeMode.Stretch)
        self._share_width()
