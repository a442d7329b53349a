"""Paints the roster's cells and its header."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from drumcircle_gui.widgets.plain_text import fitting
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font

from .roster_model import RosterColumn, RosterModel
from .roster_row import RosterRow

Index = QModelIndex | QPersistentModelIndex

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

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = Theme.current()
        row: RosterRow = index.data(Qt.ItemDataRole.UserRole)
        rect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            _paint_selection(painter, option, index.column(), theme)
        if index.column() == RosterColumn.NAME:
            self._paint_name(painter, option, index, row, theme)
        else:
            painter.setFont(font(13))
            painter.setPen(_colour(row, RosterColumn(index.column()), theme))
            place = rect.adjusted(0, 0, -FIGURE_PAD_PX, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: RosterRow, theme: Theme
    ) -> None:
        rect: QRect = option.rect
        shade = 1.0 if row.connected and not row.muted and not row.gone else 0.45
        colour = faded(theme.player(row.colour), shade)
        dot = _mirrored(option, QRect(rect.left(), rect.top(), 20, rect.height()))
        centre = QPointF(dot.left() + 10, dot.center().y() + 0.5)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush if row.muted else colour)
        painter.drawEllipse(centre, 6, 6)
        model = index.model()
        note = model.note(row) if isinstance(model, RosterModel) else ""
        places = place_note(rect.adjusted(28, 0, -8, 0), row.name, note)
        shown = row.connected and not row.muted and not row.gone
        for text, place, face, colour in (
            (row.name, places[0], NAME_FONT, theme.text if shown else theme.dim),
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
    plain = {
        RosterColumn.ROUND_TRIP: theme.text,
        RosterColumn.CLOCK: theme.dim,
        RosterColumn.TIMING: theme.text,
        RosterColumn.EARLY: theme.good,
        RosterColumn.LATE: theme.dim,
    }
    warnings = {
        RosterColumn.ROUND_TRIP: ((row.round_trip is None, theme.dim),),
        RosterColumn.TIMING: ((row.timing is None, theme.dim),),
        RosterColumn.EARLY: (
            (row.margin is None, theme.dim),
            (row.margin is not None and row.margin <= 0, theme.bad),
            (row.tight, theme.warn),
        ),
        RosterColumn.LATE: ((row.late > 0, theme.warn),),
    }
    found = next((colour for holds, colour in warnings.get(column, ()) if holds), plain[column])
    return theme.readable(found)
