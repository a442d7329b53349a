"""Geometry of the small buttons in the cells of the rooms' table."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from drumcircle_gui.mpd.model.rooms_intents import RoomsIntent, SwitchRoom

from .rows import OFFSET_STEPS_MS, TRIM_STEPS, RoomsColumn, RoomsRow, offset_by, trim_by

HEIGHT_PX, GAP_PX = 24, 2
WIDE_PX, NARROW_PX = {RoomsColumn.TRIM: 28, RoomsColumn.OFFSET: 34}, {RoomsColumn.TRIM: 24, RoomsColumn.OFFSET: 27}
WIDE_CELL_PX = 190
"""From this width of the offset's cell on, its buttons are wide."""


@dataclass(frozen=True, slots=True)
class CellButton:
    """A painted button: its place, its text, and the step by which it changes its column's value."""

    rect: QRect
    text: str
    step: int

    def request(self, row: RoomsRow, column: RoomsColumn) -> RoomsIntent:
        """The request for pressing the button."""
        if column == RoomsColumn.TRIM:
            return trim_by(row.room, self.step)
        return (
            offset_by(row.room, self.step)
            if column == RoomsColumn.OFFSET
            else SwitchRoom(row.room.name, not row.room.on)
        )


def cell_buttons(column: RoomsColumn, cell: QRect) -> list[CellButton]:
    """The buttons of a cell, left to right; none in columns that only show a value."""
    if column == RoomsColumn.ON:
        return [CellButton(switch_rect(cell), "", 0)]
    steps = {RoomsColumn.TRIM: TRIM_STEPS, RoomsColumn.OFFSET: OFFSET_STEPS_MS}.get(column, ())
    width = (WIDE_PX if cell.width() >= WIDE_CELL_PX or column == RoomsColumn.TRIM else NARROW_PX).get(column, 0)
    top = cell.center().y() - HEIGHT_PX // 2 + 1
    half = len(steps) // 2
    buttons = []
    for number, step in enumerate(steps):
        left = cell.left() + 4 + number * (width + GAP_PX)
        right = cell.right() - 4 - (len(steps) - number) * (width + GAP_PX) + GAP_PX
        rect = QRect(left if number < half else right, top, width, HEIGHT_PX)
        buttons.append(CellButton(rect, _sign(step) if column == RoomsColumn.TRIM else _signed(step), step))
    return buttons


def button_at(column: RoomsColumn, cell: QRect, at: QPoint) -> CellButton | None:
    """The button under the mouse, with a small margin around it."""
    return next((one for one in cell_buttons(column, cell) if one.rect.adjusted(-1, -4, 1, 4).contains(at)), None)


def switch_rect(cell: QRect) -> QRect:
    """Place of the on/off switch in its cell."""
    centre = cell.center()
    return QRect(centre.x() - 17, centre.y() - 9, 34, 20)


def value_rect(column: RoomsColumn, cell: QRect) -> QRect:
    """Place of the value between a cell's buttons."""
    buttons = cell_buttons(column, cell)
    left, right = buttons[len(buttons) // 2 - 1].rect.right(), buttons[len(buttons) // 2].rect.left()
    return QRect(left, cell.top(), right - left, cell.height())


def _signed(step: int) -> str:
    return f"{step:+d}".replace("-", "\u2212")


def _sign(step: int) -> str:
    return "+" if step > 0 else "\u2212"
