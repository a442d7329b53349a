"""The list of recent events: corrections, rooms coming and going, commands, problems."""

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from drumcircle_gui.mpd.model.rooms_state import RoomsEvent
from drumcircle_gui.timing.units import Micros, local_micros
from drumcircle_gui.widgets.plain_text import fitting, plain_roles
from drumcircle_gui.widgets.table_setup import scroll_smoothly
from drumcircle_gui.widgets.theme import Theme, Weight, font

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT_PX = 26
TIME_WIDTH_PX, ROOM_WIDTH_PX = 64, 104


class EventsModel(QAbstractListModel):
    """Newest event first, with the time of day. `UserRole` gives (event, time of day)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: list[tuple[RoomsEvent, str]] = []

    def render(self, events: tuple[RoomsEvent, ...]) -> None:
        """Shows `events`, given oldest first."""
        last = self._events[0][0].number if self._events else -1
        fresh = [event for event in events if event.number > last]
        if fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self._events[:0] = [(event, _time_of_day(event.at)) for event in reversed(fresh)]
            self.endInsertRows()
        if len(self._events) > len(events):
            self.beginRemoveRows(QModelIndex(), len(events), len(self._events) - 1)
            del self._events[len(events) :]
            self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._events)

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        event, when = self._events[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return " ".join(part for part in (when, event.room, event.text) if part)
        return (event, when) if role == Qt.ItemDataRole.UserRole else None


class EventsList(QListView):
    """Shows events; nothing in it can be selected or changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = EventsModel(self)
        self.setModel(self.events)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(self.tr("Events and corrections"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        scroll_smoothly(self)

    def render(self, events: tuple[RoomsEvent, ...]) -> None:  # type: ignore[override]
        self.events.render(events)


class _Delegate(QStyledItemDelegate):
    """Paints the time, a symbol of the event's kind, the room and the text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        event, when = index.data(Qt.ItemDataRole.UserRole)
        theme, rect = Theme.current(), QRect(option.rect)
        tones = {"correction": theme.accent, "problem": theme.bad, "room": theme.good}
        tone = tones.get(event.kind, theme.dim)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone, 1.5))
        painter.setBrush(tone if event.kind in ("correction", "problem") else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRect(rect.left() + TIME_WIDTH_PX + 4, rect.center().y() - 3, 7, 7))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(11))
        painter.setPen(theme.dim)
        painter.drawText(rect, middle, when)
        left = TIME_WIDTH_PX + 22
        if event.room:
            painter.setFont(font(13, Weight.Medium))
            painter.setPen(theme.text)
            place = QRect(rect.left() + left, rect.top(), ROOM_WIDTH_PX - 8, rect.height())
            painter.drawText(place, middle, fitting(painter.fontMetrics(), event.room, place.width()))
            left += ROOM_WIDTH_PX
        painter.setFont(font(13))
        painter.setPen(theme.readable(theme.bad) if event.kind == "problem" else theme.text)
        rest = rect.adjusted(left, 0, -4, 0)
        painter.drawText(rest, middle, fitting(painter.fontMetrics(), event.text, rest.width()))
        painter.restore()


def _time_of_day(at: Micros) -> str:
    ago = (local_micros() - at) // 1000
    return QDateTime.currentDateTime().addMSecs(-ago).toString("HH:mm:ss")
