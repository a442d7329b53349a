"""Where the small buttons in the cells of the table of rooms are."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from drumcircle_gui.mpd.model.rooms_intents import RoomsIntent, SwitchRoom

from .rows import NUDGES, TRIMS, RoomsColumn, RoomsRow, nudged, trimmed

HEIGHT = 24
GAP = 2
ROOMY, CRAMPED = {RoomsColumn.TRIM: 28, RoomsColumn.OFFSET: 34}, {RoomsColumn.TRIM: 24, RoomsColumn.OFFSET: 27}
ENOUGH = 190  # pixels of the offset's cell


@dataclass(frozen=True, slots=True)
class Zone:
    """A button: what it says, and by how much it changes what its column shows."""

    rect: QRect
    text: str
    step: int

    def request(self, row: RoomsRow, column: RoomsColumn) -> RoomsIntent:
        """What is wanted by pressing it."""
        if column == RoomsColumn.TRIM:
            return trimmed(row.room, self.step)
        return (
            nudged(row.room, self.step) if column == RoomsColumn.OFFSET else SwitchRoom(row.room.name, not row.room.on)
        )


def zones(column: RoomsColumn, cell: QRect) -> list[Zone]:
    """The buttons of a cell; none for what only shows."""
    if column == RoomsColumn.ON:
        return [Zone(switch(cell), "", 0)]
    steps = {RoomsColumn.TRIM: TRIMS, RoomsColumn.OFFSET: NUDGES}.get(column, ())
    width = (ROOMY if cell.width() >= ENOUGH or column == RoomsColumn.TRIM else CRAMPED).get(column, 0)
    top = cell.center().y() - HEIGHT // 2 + 1
    half = len(steps) // 2
    found = []
    for number, step in enumerate(steps):
        left = cell.left() + 4 + number * (width + GAP)
        right = cell.right() - 4 - (len(steps) - number) * (width + GAP) + GAP
        rect = QRect(left if number < half else right, top, width, HEIGHT)
        found.append(Zone(rect, _sign(step) if column == RoomsColumn.TRIM else _signed(step), step))
    return found


def zone_at(column: RoomsColumn, cell: QRect, at: QPoint) -> Zone | None:
    """The button under the mouse."""
    return next((zone for zone in zones(column, cell) if zone.rect.adjusted(-1, -4, 1, 4).contains(at)), None)


def switch(cell: QRect) -> QRect:
    """The switch in its cell."""
    centre = cell.center()
    return QRect(centre.x() - 17, centre.y() - 9, 34, 20)


def between(column: RoomsColumn, cell: QRect) -> QRect:
    """What the buttons leave for the figure."""
    found = zones(column, cell)
    half = len(found) // 2
    return QRect(
        found[half - 1].rect.right(), cell.top(), found[half].rect.left() - found[half - 1].rect.right(), cell.height()
    )


def _signed(step: int) -> str:
    return f"{step:+d}".replace("-", "\u2212")


def _sign(step: int) -> str:
    return "+" if step > 0 else "\u2212"
