"""The step grid of a groove: a row for each voice, a column for each step, all of it by mouse and by keys."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from drumcircle_gui.grooves.groove_edit import note_at, pitched, toggled
from drumcircle_gui.grooves.groove_file import ACCENT, SOFT
from drumcircle_gui.protocol.groove_messages import BASS, CLICK, LOW, Groove, GrooveNote
from drumcircle_gui.widgets.plain_text import fitting
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font

LABEL_WIDTH = 78
ROW_HEIGHT = 34
HEAD_HEIGHT = 22
MIN_CELL, MAX_CELL = 12, 40
ROWS = (CLICK, BASS, LOW)
"""Voices from top to bottom."""

NOTE_NAMES = ("A", "B♭", "B", "C", "D♭", "D", "E♭", "E", "F", "G♭", "G", "A♭")


class GrooveGrid(QWidget):
    """`edited` emits the changed groove. The columns before beat 1 are the pickup: the beat before a start."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groove = Groove()
        self._row, self._step = 2, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Steps"))
        self.help = self.tr(
            "Clicks make a note, an accent, a soft note, none. The wheel on a bass note, or + and -, changes its "
            "pitch. Keys: arrows and Space. The pickup sounds once, before a start."
        )
        """How to use the grid: a text for the user."""

    def set_groove(self, groove: Groove) -> None:
        """Show `groove`."""
        self.groove = groove
        self._step = max(min(self._step, self.steps - 1), -self.pickup)
        self._describe()
        self.update()

    @property
    def steps(self) -> int:
        return self.groove.beats * self.groove.division

    @property
    def pickup(self) -> int:
        """Columns before the first beat."""
        return self.groove.division

    def sizeHint(self) -> QSize:
        return QSize(640, HEAD_HEIGHT + len(ROWS) * ROW_HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(LABEL_WIDTH + MIN_CELL * 20, self.sizeHint().height())

    # --- painting ---------------------------------------------------------------------------------------------------

    def _cell(self) -> float:
        return min(max((self.width() - LABEL_WIDTH) / (self.steps + self.pickup), 4.0), MAX_CELL)

    def _place(self, step: int, row: int) -> QRectF:
        width = self._cell()
        return QRectF(LABEL_WIDTH + (step + self.pickup) * width, HEAD_HEIGHT + row * ROW_HEIGHT, width, ROW_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter, theme)
        for row, voice in enumerate(ROWS):
            for step in range(-self.pickup, self.steps):
                self._paint_cell(painter, theme, step, row, note_at(self.groove, step, voice))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(self._place(self._step, self._row).adjusted(1, 3, -1, -3), 4, 4)

    def _paint_heads(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(font(12, Weight.Medium))
        painter.setPen(theme.dim)
        for row, name in enumerate(self._names()):
            place = QRectF(0, HEAD_HEIGHT + row * ROW_HEIGHT, LABEL_WIDTH - 8, ROW_HEIGHT)
            shown = fitting(painter.fontMetrics(), name, LABEL_WIDTH - 8)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        before = QRectF(LABEL_WIDTH, 0, self._cell() * self.pickup - 4, HEAD_HEIGHT)
        shown = fitting(painter.fontMetrics(), self.tr("pickup"), int(before.width()))
        painter.drawText(before, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        for beat in range(self.groove.beats):
            place = self._place(beat * self.groove.division, 0)
            head = QRectF(place.x(), 0, max(place.width(), 20), HEAD_HEIGHT)
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(beat + 1))

    def _paint_cell(self, painter: QPainter, theme: Theme, step: int, row: int, note: GrooveNote | None) -> None:
        place = self._place(step, row).adjusted(1, 3, -1, -3)
        on_beat = step % self.groove.division == 0
        painter.setPen(QPen(theme.dim if on_beat else theme.line, 1))
        painter.setBrush(faded(theme.line, 0.25 if step < 0 else 0.6))
        painter.drawRoundedRect(place, 4, 4)
        if note is None:
            return
        share = 1.0 if note.velocity >= ACCENT else 0.45 if note.velocity <= SOFT else 0.7
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        height = place.height() * share
        painter.drawRoundedRect(QRectF(place.x(), place.bottom() - height, place.width(), height), 4, 4)
        if note.voice == BASS and place.width() >= 16:
            painter.setPen(theme.card if share > 0.5 else theme.text)
            painter.setFont(font(11, Weight.DemiBold))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, NOTE_NAMES[note.pitch % 12])

    def _names(self) -> tuple[str, ...]:
        return self.tr("Click"), self.tr("Bass"), self.tr("Low drum")

    # --- mouse and keys ---------------------------------------------------------------------------------------------

    def _at(self, x: float, y: float) -> tuple[int, int] | None:
        """Step and row at a point."""
        step = int((x - LABEL_WIDTH) // self._cell()) - self.pickup
        row = int((y - HEAD_HEIGHT) // ROW_HEIGHT)
        inside = 0 <= row < len(ROWS) and -self.pickup <= step < self.steps
        return (step, row) if inside and y >= HEAD_HEIGHT and x >= LABEL_WIDTH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().x(), event.position().y())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._step, self._row = place
            self._toggle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        place = self._at(event.position().x(), event.position().y())
        if place is None or ROWS[place[1]] != BASS or not event.angleDelta().y():
            event.ignore()
            return
        self._step, self._row = place
        self._change(pitched(self.groove, self._step, 1 if event.angleDelta().y() > 0 else -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        pitches = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        if key in moves:
            by, down = moves[Qt.Key(key)]
            self._step = min(max(self._step + by, -self.pickup), self.steps - 1)
            self._row = min(max(self._row + down, 0), len(ROWS) - 1)
            self._describe()
            self.update()
        elif key in pitches and ROWS[self._row] == BASS:
            self._change(pitched(self.groove, self._step, pitches[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        self._change(toggled(self.groove, self._step, ROWS[self._row]))

    def _change(self, groove: Groove) -> None:
        changed = groove != self.groove
        self.set_groove(groove)
        if changed:
            self.edited.emit(groove)

    def _describe(self) -> None:
        """Describes the cell under the cursor for screen readers."""
        note = note_at(self.groove, self._step, ROWS[self._row])
        beat, part = divmod(self._step, self.groove.division)
        what = self.tr("nothing")
        if note is not None:
            words = {ACCENT: self.tr("accent"), SOFT: self.tr("soft note")}
            what = words.get(note.velocity, self.tr("note"))
            if note.voice == BASS:
                what = f"{what} {NOTE_NAMES[note.pitch % 12]}"
        place = self.tr("{voice}, beat {beat}, step {step}: {what}").format(
            voice=self._names()[self._row], beat=beat + 1, step=part + 1, what=what
        )
        self.setAccessibleDescription(place)

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusOutEvent(event)
        self.update()
