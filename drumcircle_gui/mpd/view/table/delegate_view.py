"""Paints the cells of the rooms' table and edits its numbers."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QSpinBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from drumcircle_gui.mpd.model.rooms_state import Presence, RoomStatus
from drumcircle_gui.widgets.plain_text import paint_line
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font, mixed

from .cell_buttons_view import CellButton, cell_buttons, switch_rect, value_rect
from .model_view import RoomsModel
from .rows import (
    ECHO_SKEW,
    FAULTY,
    FINE_SKEW,
    MOST_OFFSET,
    MOST_TRIM,
    REACHABLE,
    RoomsColumn,
    RoomsRow,
    is_unmeasured,
)
from .symbols_view import paint_presence, paint_skew, skew_bar_width

Index = QModelIndex | QPersistentModelIndex
INDENT_PX = 28
"""Left of the names and states, for the symbol before them."""


class RoomsDelegate(QStyledItemDelegate):
    """Paints one or two lines of text, or small buttons around a value that can be changed.

    `typed` gives the row, the column and the number typed into an editor. `mouse` is the mouse's position in the
    table's viewport, None while it is elsewhere.
    """

    typed = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mouse: QPoint | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, column = Theme.current(), QRect(option.rect), RoomsColumn(index.column())
        row: RoomsRow = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and column == RoomsColumn.NAME:
            painter.fillRect(QRect(rect.left(), rect.top() + 8, 2, rect.height() - 16), theme.accent)
        self._paint_cell(painter, rect, row, column, index, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, rect: QRect, row: RoomsRow, column: RoomsColumn, index: Index, theme: Theme
    ) -> None:
        model = index.model()
        assert isinstance(model, RoomsModel)
        text, note = model.texts(index.row(), column)
        if column == RoomsColumn.NAME:
            _paint_name(painter, rect, row, theme)
        if column == RoomsColumn.STATE:
            square = QRectF(rect.left() + 4, rect.center().y() - 5, 11, 11)
            paint_presence(painter, square, row.room.presence, theme, measured=not is_unmeasured(row.room))
        if column in (RoomsColumn.NAME, RoomsColumn.STATE, RoomsColumn.SONG):
            left = INDENT_PX if column != RoomsColumn.SONG else 0
            size = font(15, Weight.Medium) if column == RoomsColumn.NAME else font(13)
            tones = _tone(row.room, theme), _note_tone(row.room, column, theme)
            _two_lines(painter, rect.adjusted(left, 0, -12, 0), (text, note), size, tones)
        elif column == RoomsColumn.ON:
            self._paint_switch(painter, rect, row, theme)
        else:
            self._paint_value(painter, rect, row.room, column, (text, note), theme)

    def _paint_value(
        self,
        painter: QPainter,
        rect: QRect,
        room: RoomStatus,
        column: RoomsColumn,
        texts: tuple[str, str],
        theme: Theme,
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight
        if column == RoomsColumn.LATENCY:
            tones = _tone(room, theme), theme.readable(theme.warn)
            return _two_lines(painter, rect.adjusted(0, 0, -8, 0), texts, font(13), tones, right)
        if column == RoomsColumn.SKEW:
            return self._paint_skew(painter, rect, room, texts[0], theme)
        for button in cell_buttons(column, rect):
            self._paint_button(painter, button, theme)
        changed = room.trim if column == RoomsColumn.TRIM else room.offset
        tone = theme.text if changed else theme.dim
        return paint_line(painter, value_rect(column, rect), texts[0], font(13), tone, Qt.AlignmentFlag.AlignHCenter)

    def _paint_skew(self, painter: QPainter, rect: QRect, room: RoomStatus, text: str, theme: Theme) -> None:
        width = skew_bar_width(rect.width())
        known = room.presence in REACHABLE and room.skew is not None
        bar = QRectF(rect.left() + 16, rect.top(), width, rect.height())
        tone = _skew_tone(room, theme) if known else theme.dim
        if width:
            paint_skew(painter, bar, room.skew if known else None, room.uncertainty, tone, theme)
        figure = rect.adjusted(width + 20 if width else 0, 0, -8, 0)
        paint_line(painter, figure, text, font(13), theme.readable(tone), Qt.AlignmentFlag.AlignRight)

    def _paint_button(self, painter: QPainter, button: CellButton, theme: Theme) -> None:
        under = self.mouse is not None and button.rect.contains(self.mouse)
        painter.setPen(QPen(theme.dim if under else mixed(theme.line, theme.dim, 0.2), 1))
        painter.setBrush(faded(theme.text, 0.08) if under else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        tone = theme.text if under else theme.dim
        paint_line(painter, button.rect, button.text, font(11, Weight.Medium), tone, Qt.AlignmentFlag.AlignHCenter)

    def _paint_switch(self, painter: QPainter, rect: QRect, row: RoomsRow, theme: Theme) -> None:
        body, on = QRectF(switch_rect(rect)), row.room.on
        painter.setPen(QPen(theme.accent if on else theme.dim, 1.5))
        painter.setBrush(theme.accent if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.card if on else theme.dim)
        painter.drawEllipse(QRectF(body.right() - 17 if on else body.left() + 3, body.top() + 3, 14, 14))

    # --- typing a number --------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QSpinBox(parent)
        trim = index.column() == RoomsColumn.TRIM
        most = MOST_TRIM if trim else MOST_OFFSET // 1000
        editor.setRange(-most, most)
        editor.setSuffix("" if trim else self.tr(" ms"))
        editor.setAccessibleName(self.tr("Volume trim") if trim else self.tr("Offset in milliseconds"))
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        room = index.data(Qt.ItemDataRole.UserRole).room
        if isinstance(editor, QSpinBox) and not editor.property("begun"):
            editor.setProperty("begun", True)  # a new snapshot does not overwrite what is being typed
            editor.setValue(room.trim if index.column() == RoomsColumn.TRIM else round(room.offset / 1000))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QSpinBox):
            editor.interpretText()
            self.typed.emit(index.row(), index.column(), editor.value())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(QRect(option.rect).adjusted(4, 4, -4, -5))


def _paint_name(painter: QPainter, rect: QRect, row: RoomsRow, theme: Theme) -> None:
    """A bar in the colour of the room's lines in the plots; the name follows as text."""
    colour = theme.player(row.colour)
    painter.setPen(QPen(colour, 3.0))
    painter.drawLine(rect.left() + 8, rect.center().y() - 8, rect.left() + 8, rect.center().y() + 9)


def _two_lines(
    painter: QPainter,
    rect: QRect,
    texts: tuple[str, str],
    face: QFont,
    tones: tuple[QColor, QColor],
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    if not texts[1]:
        return paint_line(painter, rect, texts[0], face, tones[0], side)
    middle = rect.height() // 2
    paint_line(painter, rect.adjusted(0, 5, 0, -middle + 3), texts[0], face, tones[0], side)
    return paint_line(painter, rect.adjusted(0, middle + 2, 0, -6), texts[1], font(11), tones[1], side)


def _tone(room: RoomStatus, theme: Theme) -> QColor:
    return theme.text if room.presence in REACHABLE else theme.dim


def _note_tone(room: RoomStatus, column: RoomsColumn, theme: Theme) -> QColor:
    bad = column == RoomsColumn.STATE and room.problem and room.presence in FAULTY
    lacks = room.presence is Presence.APART or (room.missing and room.presence is Presence.TOGETHER)
    warn = column == RoomsColumn.STATE and lacks
    return theme.readable(theme.bad) if bad else theme.readable(theme.warn) if warn else theme.dim


def _skew_tone(room: RoomStatus, theme: Theme) -> QColor:
    off = abs(room.skew or 0)
    return theme.good if off < FINE_SKEW else theme.warn if off < ECHO_SKEW else theme.bad
