"""Paints the roster's cells and its header."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from drumcircle_gui.widgets.plain_text import fitting, one_line
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font

from .roster_model import RosterColumn, RosterModel
from .roster_row import RosterRow

Index = QModelIndex | QPersistentModelIndex

_FIGURE_SIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

NAME_FONT, NOTE_FONT = (15, Weight.Medium), (11, Weight.Normal)

FIGURE_PAD_PX = 8
"""Padding at the right of a figure."""

BELOW_PX = 9
"""Distance from a row's middle to the middle of its note, if that is below the name; the name is as far above it."""


class RosterHeader(QHeaderView):
    """Shows the table's title above the names, the columns' titles above the figures, and a hairline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(self.tr("Columns"))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme = Theme.current()
        titled = logical_index == RosterColumn.NAME
        side = Qt.AlignmentFlag.AlignLeft if titled else Qt.AlignmentFlag.AlignRight
        painter.save()
        painter.setFont(font(15, Weight.DemiBold) if titled else font(13))
        painter.setPen(theme.text if titled else theme.dim)
        text = self.model().headerData(logical_index, Qt.Orientation.Horizontal)
        place = rect.adjusted(0, 0, 0 if titled else -FIGURE_PAD_PX, -6)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class RosterDelegate(QStyledItemDelegate):
    """Paints a coloured dot and the name, figures in the colour of their quality, and a hairline below each row."""

    def __init__(self, model: RosterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model  # asked directly: the way through Qt costs more than painting a figure

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = Theme.current()
        row, column = self._model.row(index.row()), RosterColumn(index.column())
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_selection(painter, option, column, theme)
        if column == RosterColumn.NAME:
            self._paint_name(painter, option, row, theme)
        else:
            painter.setFont(font(13))
            painter.setPen(theme.readable(_colour(row, column, theme)))
            place = rect.adjusted(0, 0, -FIGURE_PAD_PX, 0)
            painter.drawText(place, _FIGURE_SIDE, self._model.text(row, column))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        painter.restore()

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, row: RosterRow, theme: Theme) -> None:
        rect: QRect = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = 1.0 if row.connected and not row.muted and not row.gone else 0.45
        colour = faded(theme.player(row.colour), shade)
        dot = _mirrored(option, QRect(rect.left(), rect.top(), 20, rect.height()))
        centre = QPointF(dot.left() + 10, dot.center().y() + 0.5)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush if row.muted else colour)
        painter.drawEllipse(centre, 6, 6)
        name, note = one_line(row.name), self._model.note(row)
        places = place_note(rect.adjusted(28, 0, -8, 0), name, note)
        shown = row.connected and not row.muted and not row.gone
        for text, place, face, colour in (
            (name, places[0], NAME_FONT, theme.text if shown else theme.dim),
            (note, places[1], NOTE_FONT, theme.dim),
        ):
            painter.setFont(font(*face))
            painter.setPen(colour)
            fits = fitting(painter.fontMetrics(), text, place.width())
            beside = _mirrored(option, place)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fits)


def place_note(rect: QRect, name: str, note: str) -> tuple[QRect, QRect]:
    """The places of `name` and `note`: side by side if both fit, otherwise one below the other."""
    width = QFontMetrics(font(*NAME_FONT)).horizontalAdvance(name) + 8
    if not note:
        return rect, rect
    if width + QFontMetrics(font(*NOTE_FONT)).horizontalAdvance(note) <= rect.width():
        return rect, rect.adjusted(width, 2, 0, 2)
    return rect.translated(0, -BELOW_PX + 2), rect.translated(0, BELOW_PX)


def _mirrored(option: QStyleOptionViewItem, place: QRect) -> QRect:
    """`place` as it lies in the option's rectangle in languages that are written from right to left."""
    return QStyle.visualRect(option.direction, option.rect, place)


def _paint_selection(painter: QPainter, option: QStyleOptionViewItem, column: int, theme: Theme) -> None:
    rect: QRect = option.rect
    painter.fillRect(rect.adjusted(0, 0, 0, -1), faded(theme.text, 0.05))
    if column == RosterColumn.NAME:
        painter.fillRect(_mirrored(option, QRect(rect.left(), rect.top() + 8, 2, rect.height() - 16)), theme.accent)


def _colour(row: RosterRow, column: RosterColumn, theme: Theme) -> QColor:
    match column:
        case RosterColumn.ROUND_TRIP:
            return theme.dim if row.round_trip is None else theme.text
        case RosterColumn.TIMING:
            return theme.dim if row.timing is None else theme.text
        case RosterColumn.EARLY:
            if row.margin is None:
                return theme.dim
            return theme.bad if row.margin <= 0 else theme.warn if row.tight else theme.good
        case RosterColumn.LATE if row.late > 0:
            return theme.warn
        case _:
            return theme.dim
