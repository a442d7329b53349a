"""Pictures of cycles: a list of small rings, which paints only the visible ones, and a large ring."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from drumcircle_gui.recording.recordings_list_view import format_duration
from drumcircle_gui.together.together_words_view import around_words
from drumcircle_gui.widgets.plain_text import plain_roles
from drumcircle_gui.widgets.ring.geometry import Dial
from drumcircle_gui.widgets.table_setup import scroll_smoothly
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font

from .recap import Recap, RecapCycle

Index = QModelIndex | QPersistentModelIndex

TILE_PX = QSize(116, 148)
HUB = 0.35
"""Radius of the innermost lane, as a share of the outermost one's."""


def paint_cycle(painter: QPainter, rect: QRectF, recap: Recap, cycle: RecapCycle, theme: Theme) -> None:
    """Paint the strokes of `cycle` as a ring in `rect`: a turn is the cycle, from the top on; a lane is a player."""
    rim = min(rect.width(), rect.height()) / 2 - 4
    middle, lanes = rect.center(), max(len(recap.players) - 1, 1)
    dial = Dial(middle.x(), middle.y(), rim, lanes)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.line, 1))
    painter.drawEllipse(middle, rim, rim)
    for beat in range(cycle.segment.meter.beats):
        turn = beat / cycle.segment.meter.beats
        inner, outer = (dial.point(turn, radius) for radius in (rim * 0.25, rim))
        painter.drawLine(QPointF(*inner), QPointF(*outer))
    painter.setPen(Qt.PenStyle.NoPen)
    size = max(rim / 26, 1.6)
    for dot in recap.dots(cycle):
        radius = rim * (HUB + (0.95 - HUB) * dot.lane / lanes)
        colour = theme.player(recap.players[dot.lane].player.colour)
        painter.setBrush(faded(colour, 0.4 + 0.6 * dot.velocity / 127))
        painter.drawEllipse(QPointF(*dial.point(dot.turn, radius)), size, size)


class CyclePicture(QWidget):
    """The picture of one cycle, large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recap: Recap | None = None
        self._cycle: RecapCycle | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture of the chosen cycle"))

    def render(self, recap: Recap | None, cycle: RecapCycle | None) -> None:  # type: ignore[override]
        if (recap, cycle) != (self._recap, self._cycle):
            self._recap, self._cycle = recap, cycle
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._recap is not None and self._cycle is not None:
            paint_cycle(QPainter(self), QRectF(self.rect()), self._recap, self._cycle, Theme.current())


class CycleModel(QAbstractListModel):
    """The cycles of a recap. `UserRole` gives a RecapCycle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.recap: Recap | None = None

    def set_recap(self, recap: Recap | None) -> None:
        if recap is not self.recap:
            self.beginResetModel()
            self.recap = recap
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.recap is None else len(self.recap.cycles)

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.recap is None:
            return None
        cycle = self.recap.cycles[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return cycle
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(filter(None, (self.title(cycle), around_words(cycle.spread), cycle.mode)))
        return None

    def title(self, cycle: RecapCycle) -> str:
        return self.tr("Cycle {number}, at {time}").format(number=cycle.number, time=format_duration(cycle.at))


class CycleList(QListView):
    """`chosen` emits the index of a cycle; `play_wanted`: Enter or a double click."""

    chosen = Signal(int)
    play_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cycles = CycleModel(self)
        self.setModel(self.cycles)
        self.setItemDelegate(_TileDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(4)
        scroll_smoothly(self)
        self.setAccessibleName(self.tr("Cycles"))
        self.selectionModel().currentChanged.connect(self._choose)
        self.activated.connect(lambda _: self.play_wanted.emit())

    def choose(self, place: int) -> None:
        """Select the cycle of this index."""
        self.setCurrentIndex(self.cycles.index(place))
        self.scrollTo(self.currentIndex())

    def current(self) -> int | None:
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())


class _TileDelegate(QStyledItemDelegate):
    """Paints a small ring, and below it the cycle's number and tightness; the tightest cycle has a frame."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return TILE_PX

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CycleModel) or model.recap is None:
            return
        theme, rect = Theme.current(), option.rect
        recap, cycle = model.recap, model.recap.cycles[index.row()]
        best = index.row() == recap.tightest
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected or best:
            painter.setPen(QPen(theme.good if best else theme.line, 2 if best else 1))
            selected = option.state & QStyle.StateFlag.State_Selected
            painter.setBrush(faded(theme.accent, 0.15) if selected else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 10, 10)
        paint_cycle(painter, QRectF(rect.adjusted(10, 6, -10, -44)), recap, cycle, theme)
        self._paint_words(painter, rect, cycle, theme)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, cycle: RecapCycle, theme: Theme) -> None:
        lines = (
            (f"{cycle.number}", font(13, Weight.DemiBold), theme.text),
            (around_words(cycle.spread) or "\u2013", font(11), theme.dim),
        )
        for number, (text, face, colour) in enumerate(lines):
            painter.setFont(face)
            painter.setPen(colour)
            place = QRect(rect.left(), rect.bottom() - 40 + 18 * number, rect.width(), 18)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
