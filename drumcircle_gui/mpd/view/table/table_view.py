"""The table of rooms: how each is doing, with what can be changed at once right in its row."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from drumcircle_gui.mpd.model.rooms_intents import RoomsIntent, SetOffset, SetVolumeTrim, SwitchRoom
from drumcircle_gui.mpd.model.rooms_state import RoomsState, RoomStatus
from drumcircle_gui.timing.units import Micros
from drumcircle_gui.widgets.table_header import Columns
from drumcircle_gui.widgets.table_setup import lay_out_rows

from .cell_buttons_view import Zone, zone_at
from .delegate_view import INDENT, RoomsDelegate
from .model_view import RoomsModel
from .rows import WRONG, RoomsColumn, RoomsRow, nudged, trimmed

ROW_HEIGHT, HEAD_HEIGHT = 46, 24
ROOMY = 1160  # pixels
WIDTHS = {
    RoomsColumn.NAME: (184, 138),
    RoomsColumn.STATE: (180, 138),
    RoomsColumn.LATENCY: (96, 68),
    RoomsColumn.SKEW: (224, 186),
    RoomsColumn.TRIM: (132, 98),
    RoomsColumn.OFFSET: (224, 168),
    RoomsColumn.ON: (60, 46),
}

PADS = {
    RoomsColumn.NAME: (INDENT, 0),
    RoomsColumn.STATE: (INDENT, 0),
    RoomsColumn.LATENCY: (0, 8),
    RoomsColumn.SKEW: (0, 8),
}

Deed = Callable[[RoomStatus], None]


class RoomsTable(QTableView):
    """`requested` gives what is wanted of a room; `chosen` the name of the one selected, or None; the others a name."""

    requested = Signal(object)
    chosen = Signal(object)
    edit_wanted = Signal(str)
    tap_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rooms = RoomsModel(self)
        self._delegate = RoomsDelegate(self)
        self._under: tuple[Zone, QModelIndex] | None = None
        self.setModel(self.rooms)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Rooms"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit(self.chosen_room()))
        self._delegate.typed.connect(self._take_typed)
        self.setMouseTracking(True)
        self._lay_out()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Shows the rooms. Those known stay where they are, newcomers are added at the end."""
        before = self.rooms.rowCount()
        self.rooms.render(state.rooms)
        self._make_room()
        if before != self.rooms.rowCount():
            self.updateGeometry()

    def _make_room(self) -> None:
        """What is wrong with a room may be long, and is said where otherwise its song would be."""
        for place, row in enumerate(self.rooms.rows()):
            columns = 2 if row.room.presence in WRONG and row.room.problem else 1
            if self.columnSpan(place, RoomsColumn.STATE) != columns:
                self.setSpan(place, RoomsColumn.STATE, 1, columns)

    def chosen_room(self) -> str | None:
        """The name of the room that is selected."""
        places = self.selectionModel().selectedRows()
        return self.rooms.row(places[0].row()).room.name if places else None

    def choose(self, name: object) -> None:
        """Selects this room, or none."""
        place = self.rooms.place(name if isinstance(name, str) else None)
        if place is None:
            self.clearSelection()
        elif name != self.chosen_room():
            self.selectRow(place)

    def menu(self, room: RoomStatus) -> QMenu:
        """What can be done about `room`."""
        menu = QMenu(self)
        offers: list[tuple[str, Deed]] = [
            (self.tr("Switch off") if room.on else self.tr("Switch on"), self._switch),
            (self.tr("Edit…"), lambda one: self.edit_wanted.emit(one.name)),
            (self.tr("Tap along…"), lambda one: self.tap_wanted.emit(one.name)),
            (self.tr("Type the volume…"), lambda one: self._type(RoomsColumn.TRIM)),
            (self.tr("Type the offset…"), lambda one: self._type(RoomsColumn.OFFSET)),
            (self.tr("Remove…"), lambda one: self.remove_wanted.emit(one.name)),
        ]
        for text, deed in offers:
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False, deed=deed: deed(room))
            menu.addAction(action)
        return menu

    # --- keys -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._current()
        deed = self._deeds(shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)).get(event.key())
        if row is not None and deed is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            deed(row.room)
        else:
            super().keyPressEvent(event)

    def _deeds(self, *, shift: bool) -> dict[int, Deed]:
        key, step = Qt.Key, 10 if shift else 1
        return {
            key.Key_Space: self._switch,
            key.Key_Return: lambda room: self.edit_wanted.emit(room.name),
            key.Key_Enter: lambda room: self.edit_wanted.emit(room.name),
            key.Key_Delete: lambda room: self.remove_wanted.emit(room.name),
            key.Key_T: lambda room: self.tap_wanted.emit(room.name),
            key.Key_Left: lambda room: self._wish(nudged(room, -step)),
            key.Key_Right: lambda room: self._wish(nudged(room, step)),
            key.Key_Plus: lambda room: self._wish(trimmed(room, 1)),
            key.Key_Minus: lambda room: self._wish(trimmed(room, -1)),
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
        self._wish(SetVolumeTrim(name, value) if trim else SetOffset(name, Micros(value * 1000)))

    def _wish(self, request: RoomsIntent) -> None:
        self.requested.emit(request)
        self.rooms.expect(request)

    # --- the mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found = self._zone(event.position().toPoint())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            zone, index = found
            self._wish(zone.request(self.rooms.row(index.row()), RoomsColumn(index.column())))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._zone(at) is not None:
            self.mousePressEvent(event)
        elif index.isValid() and index.column() in (RoomsColumn.TRIM, RoomsColumn.OFFSET):
            self.edit(index)
        elif index.isValid():
            self.edit_wanted.emit(self.rooms.row(index.row()).room.name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def _point(self, at: QPoint | None) -> None:
        """The button under the mouse is lit."""
        found = self._zone(at) if at is not None else None
        self._delegate.pointed = at
        if found != self._under:
            for _, index in filter(None, (self._under, found)):
                self.viewport().update(self.visualRect(index))
            self._under = found
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def _zone(self, at: QPoint) -> tuple[Zone, QModelIndex] | None:
        index = self.indexAt(at)
        zone = zone_at(RoomsColumn(index.column()), self.visualRect(index), at) if index.isValid() else None
        return None if zone is None else (zone, index)

    def _open_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            menu = self.menu(self.rooms.row(index.row()).room)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    # --- layout -----------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(880, HEAD_HEIGHT + ROW_HEIGHT * max(self.rooms.rowCount(), 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(600, HEAD_HEIGHT + ROW_HEIGHT * 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _share_width(self) -> None:
        cramped = self.viewport().width() < ROOMY
        for column, widths in WIDTHS.items():
            self.horizontalHeader().resizeSection(column, widths[cramped])

    def _lay_out(self) -> None:
        lay_out_rows(self, ROW_HEIGHT)
        header = Columns(PADS, HEAD_HEIGHT, self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(RoomsColumn.SONG, QHeaderView.ResizeMode.Stretch)
        self._share_width()
