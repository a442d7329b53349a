"""The mixer: for each player volume, pan, mute and solo on this machine."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from .pill import Pill
from .plain_text import fitting, set_tooltip
from .slider import Slider
from .theme import Theme, Weight, faded, font

FULL, FURTHEST = 100, 150
SIDES = 100
STEP = 5
ROW_HEIGHT = 36
LETTER = 32


@dataclass(frozen=True, slots=True)
class MixerRow:
    """`level`: position of the fader, 0 to FURTHEST; FULL leaves the sound unchanged. `pan`: -SIDES (left) to SIDES.

    `silent`: the player cannot be heard at present, for any reason.
    """

    id: int
    name: str
    colour: int
    level: int = FULL
    pan: int = 0
    muted: bool = False
    solo: bool = False
    silent: bool = False


class MixerPanel(QScrollArea):
    """Emits `changed` with the requested row, which is shown once it is rendered, and `asked` with the id of the player
    whose name was pressed."""

    changed = Signal(MixerRow)
    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strips: dict[int, MixerStrip] = {}
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Mixer"))

    def render(self, rows: Sequence[MixerRow]) -> None:  # type: ignore[override]
        """Shows `rows`. Known players keep their place, new ones come last."""
        for gone in self._strips.keys() - {row.id for row in rows}:
            self._strips.pop(gone).deleteLater()
        for row in rows:
            if row.id in self._strips:
                self._strips[row.id].render(row)
            else:
                self._strips[row.id] = self._new_strip(row)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 2 * ROW_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(340, 3 * ROW_HEIGHT)

    def _new_strip(self, row: MixerRow) -> "MixerStrip":
        strip = MixerStrip(row)
        strip.changed.connect(self.changed)
        strip.who.clicked.connect(lambda: self.asked.emit(row.id))
        self._rows.insertWidget(self._rows.count() - 1, strip)
        return strip


class MixerStrip(QWidget):
    """One player's row."""

    changed = Signal(MixerRow)

    def __init__(self, row: MixerRow) -> None:
        super().__init__()
        self.row = row
        self.who = _Who()
        self.level = Fader(0, FURTHEST, FULL, "quiet")
        self.pan = Fader(-SIDES, SIDES, 0, "even")
        self.mute, self.solo = _letter(self.tr("M", "mute")), _letter(self.tr("S", "solo"))
        self.level.setMinimumWidth(64)
        self.pan.setFixedWidth(56)
        self._lay_out()
        self.render(row)
        self.level.valueChanged.connect(lambda value: self._change(level=value))
        self.pan.valueChanged.connect(lambda value: self._change(pan=value))
        self.mute.clicked.connect(lambda on: self._change(muted=on))
        self.solo.clicked.connect(lambda on: self._change(solo=on))

    def render(self, row: MixerRow) -> None:  # type: ignore[override]
        """Show this."""
        self.row = row
        self.who.show_player(row)
        self._name(row.name)
        self.level.place(row.level)
        self.pan.place(row.pan)
        self.mute.setChecked(row.muted)
        self.solo.setChecked(row.solo)

    def _name(self, name: str) -> None:
        names = {
            self.level: self.tr("Volume of {name}"),
            self.pan: self.tr("{name}, from left to right"),
            self.mute: self.tr("Mute {name} for yourself"),
            self.solo: self.tr("Hear {name} alone"),
        }
        for widget, text in names.items():
            widget.setAccessibleName(text.format(name=name))
            set_tooltip(widget, text.format(name=name))

    def _change(self, **values: int | bool) -> None:
        self.row = replace(self.row, **values)  # type: ignore[arg-type]
        self.changed.emit(self.row)

    def _lay_out(self) -> None:
        self.setFixedHeight(ROW_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.who, 3)
        row.addWidget(self.level, 4)
        row.addWidget(self.pan)
        pills = QHBoxLayout()
        pills.setSpacing(4)
        pills.addWidget(self.mute)
        pills.addWidget(self.solo)
        row.addLayout(pills)


class Fader(Slider):
    """A slider that a double click resets to `rest`; the wheel scrolls the mixer instead."""

    def __init__(self, least: int, most: int, rest: int, tone: str) -> None:
        super().__init__(least, most)
        self._rest = rest
        self.setProperty("tone", tone)
        self.setSingleStep(STEP)
        self.setPageStep(4 * STEP)

    def place(self, value: int) -> None:
        """Shows `value` without emitting it, unless the user is moving the slider."""
        if not (self.isSliderDown() or self.hasFocus()):
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(self._rest)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Who(QAbstractButton):
    """The player's name and colour; dim, with a ring instead of a dot, while silent."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(72)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_player(self, row: MixerRow) -> None:
        self._row = row
        self.setAccessibleName(self.tr("{name}, silent").format(name=row.name) if row.silent else row.name)
        set_tooltip(self, self.tr("{name}: do you hear this player?").format(name=row.name))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, silent = Theme.current(), self._row.silent
        colour = theme.player(self._row.colour)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if self.hasFocus():
            painter.setPen(theme.dim)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 4.5, -0.5, -4.5), 6, 6)
        painter.setPen(colour)
        painter.setBrush(faded(colour, 0.0 if silent else 1.0))
        painter.drawEllipse(QPointF(6, self.height() / 2), 4.5, 4.5)
        painter.setPen(theme.dim if silent else theme.text)
        painter.setFont(font(13, Weight.Medium))
        room = self.rect().adjusted(20, 0, 0, 0)
        name = fitting(painter.fontMetrics(), self._row.name, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


def _letter(letter: str) -> Pill:
    pill = Pill(letter, "choice")
    pill.setProperty("letter", True)
    pill.setFixedWidth(LETTER)
    return pill
