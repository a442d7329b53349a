"""The list of recordings: two painted lines each, the latest at the top."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from drumcircle_gui.timing.units import SECOND, Micros
from drumcircle_gui.widgets.plain_text import paint_line, set_tooltip
from drumcircle_gui.widgets.table_setup import scroll_smoothly
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font

from .recordings_state import Recording

ROW_HEIGHT = 60  # pixels, as the widths
WHEN_WIDTH, LENGTH_WIDTH = 220, 104

MAX_START = 2**36
"""Latest start in seconds since 1970 that Qt's dates can represent (the year 4147); a damaged file may contain any
number."""

_ROW = Qt.ItemDataRole.UserRole


def format_duration(span: Micros) -> str:
    """A duration in minutes and seconds, or hours, minutes and seconds: 3:05, 1:02:09."""
    minutes, seconds = divmod(span // SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


class RecordingsList(QListWidget):
    """Emits `chosen` with the current recording, or None. Enter or a double click asks to play it, F2 to rename it,
    Delete to delete it."""

    chosen = Signal(object)
    play_wanted = Signal()
    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferred: Path | None = None
        self.setAccessibleName(self.tr("Recordings"))
        self.setItemDelegate(_Delegate(self))
        scroll_smoothly(self)
        self.currentItemChanged.connect(lambda item: self.chosen.emit(item.data(_ROW) if item else None))
        self.itemDoubleClicked.connect(lambda: self.play_wanted.emit())

    def prefer(self, file: Path | None) -> None:
        """Select the recording in `file` as soon as it is listed."""
        self._preferred = file

    def current(self) -> Recording | None:
        """The recording that the buttons act on."""
        item = self.currentItem()
        return item.data(_ROW) if item else None

    def render(self, recordings: tuple[Recording, ...]) -> None:  # type: ignore[override]
        """Show `recordings`. If the current one is gone, its neighbour becomes the current one."""
        for place, recording in enumerate(recordings):
            item = self.item(place) or QListWidgetItem(self)
            if item.data(_ROW) != recording:
                item.setData(_ROW, recording)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{recording.name}, {self.facts(recording)}")
                set_tooltip(item, recording.file.name)
            if recording.file == self._preferred:
                self.setCurrentItem(item)
                self._preferred = None
        while self.count() > len(recordings):
            self.takeItem(self.count() - 1)
        if self.currentItem() is None and self.count():
            self.setCurrentRow(0)
        self.chosen.emit(self.current())

    def facts(self, recording: Recording) -> str:
        """The players and the number of strokes; or why the recording cannot be read."""
        if recording.problem:
            return recording.problem
        names = ", ".join(recording.names)
        if (more := recording.players - len(recording.names)) > 0:
            names = self.tr("{names} and {more} more").format(names=names, more=more)
        strokes = self.tr("%Ln stroke(s)", "", recording.strokes)
        return " · ".join(part for part in (names, strokes) if part)

    def when(self, recording: Recording) -> str:
        """The local date and time of the recording's start; empty if unknown."""
        if not 0 < recording.started <= MAX_START:
            return ""
        return self.locale().toString(QDateTime.fromSecsSinceEpoch(recording.started), QLocale.FormatType.ShortFormat)

    def size_of(self, recording: Recording) -> str:
        """The size of the recording's file, and whether it is finished."""
        if recording.problem:
            return ""
        size = self.locale().formattedDataSize(recording.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        return size if recording.complete else self.tr("{size} · unfinished").format(size=size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {
            Qt.Key.Key_Return: self.play_wanted,
            Qt.Key.Key_Enter: self.play_wanted,
            Qt.Key.Key_F2: self.rename_wanted,
            Qt.Key.Key_Delete: self.delete_wanted,
        }.get(Qt.Key(event.key()))
        if wanted is not None and self.current() is not None and not event.isAutoRepeat():
            wanted.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints a row: name over facts at the left, then date over size, the length at the right, and a line below."""

    def __init__(self, shown: RecordingsList) -> None:
        super().__init__(shown)
        self._list = shown

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(400, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        recording: Recording = index.data(_ROW)
        theme, rect = Theme.current(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), faded(theme.text, 0.05))
            painter.fillRect(QRect(rect.left(), rect.top() + 12, 2, rect.height() - 24), theme.accent)
        right = rect.adjusted(0, 0, -16, 0)
        length = "" if recording.problem else format_duration(recording.length)
        paint_line(painter, right, length, font(15), theme.text, Qt.AlignmentFlag.AlignRight)
        dates = QRect(QPoint(right.right() - LENGTH_WIDTH - WHEN_WIDTH, rect.top()), QSize(WHEN_WIDTH, rect.height()))
        size_tone = theme.dim if recording.complete else theme.readable(theme.warn)
        _two_lines(painter, dates, (self._list.when(recording), theme.text), (self._list.size_of(recording), size_tone))
        about = QRect(rect.left() + 16, rect.top(), dates.left() - rect.left() - 32, rect.height())
        tone = theme.readable(theme.bad) if recording.problem else theme.dim
        _two_lines(painter, about, (recording.name, theme.text), (self._list.facts(recording), tone), titled=True)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def _two_lines(
    painter: QPainter, rect: QRect, upper: tuple[str, QColor], lower: tuple[str, QColor], *, titled: bool = False
) -> None:
    above, below = rect.adjusted(0, 10, 0, -rect.height() // 2), rect.adjusted(0, rect.height() // 2, 0, -10)
    paint_line(painter, above, upper[0], font(15, Weight.Medium) if titled else font(13), upper[1])
    paint_line(painter, below, lower[0], font(11) if not titled else font(13), lower[1])
