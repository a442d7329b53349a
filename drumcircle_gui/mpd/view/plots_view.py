"""The latencies and skews of all rooms over the last minutes, to be looked at, held still, and taken along."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, QStandardPaths, Signal
from PySide6.QtGui import QAction, QPainter, QPen, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFileDialog, QMenu, QVBoxLayout, QWidget

from drumcircle_gui.mpd.model.rooms_state import RoomSample
from drumcircle_gui.mpd.view.table.rows import RoomsRow
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.plot.plot import LatencyPlot, Series
from drumcircle_gui.widgets.theme import Theme, font

from .sample_history import KEPT, Point, SampleHistory, Thinned

MINUTES = (1, 5, 15)
USUAL = 1
LOW = 300  # pixels: in less, the plots stand side by side
LEAST = QSize(464, 164)
GAP = 3  # seconds without a measurement break a line
MOST_SKEW = Micros(SECOND)
"""A room that is farther away does something else."""
MARGIN, LEGEND = 24, 32  # pixels of an exported picture


class PlotsCard(Card):
    """`chosen` gives the name of the room whose line was clicked, `failed` why a file could not be written."""

    chosen = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._history = SampleHistory()
        self._rows: tuple[RoomsRow, ...] = ()
        self._thinned = {"latency": Thinned(), "skew": Thinned()}
        keep = KEPT / SECOND
        self.latency = LatencyPlot(span=60 * USUAL, axis="auto", keep=keep, gap=GAP, title=self.tr("Latencies"))
        self.skew = LatencyPlot(span=60 * USUAL, keep=keep, gap=GAP, title=self.tr("Skews"))
        self.spans = {minutes: Pill(str(minutes), "choice") for minutes in MINUTES}
        self.pause = Pill(self.tr("Pause"), "choice")
        self.export = Pill(self.tr("Export"), "plain")
        self._lay_out()
        self._connect()
        self._minutes = USUAL
        self.spans[USUAL].setChecked(True)

    def render(self, rows: Sequence[RoomsRow]) -> None:  # type: ignore[override]
        """A line for each of these rooms."""
        self._rows = tuple(rows)
        series = [Series(row.room.name, row.room.name, row.colour) for row in rows]
        self.latency.set_series(series)
        self.skew.set_series(series)

    def add(self, samples: list[RoomSample]) -> None:
        """Draws what was measured."""
        self._history.add(samples)
        for sample in samples:
            self._draw(self.latency, "latency", sample.room, Point(sample.at, sample.round_trip / 2000))
            if sample.skew is not None and abs(sample.skew) <= MOST_SKEW:
                around = None if sample.uncertainty is None else sample.uncertainty / 1000
                self._draw(self.skew, "skew", sample.room, Point(sample.at, sample.skew / 1000, around))

    def highlight(self, name: str | None) -> None:
        """Brings the lines of one room forward."""
        self.latency.highlight(name)
        self.skew.highlight(name)

    def show_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        for plot in (self.latency, self.skew):
            plot.set_span(60 * minutes)

    def table(self) -> str:
        """What is shown, as comma-separated values."""
        return self._history.csv(local_micros(), Micros(60 * self._minutes * SECOND))

    def save(self, file: Path) -> None:
        """As a picture or as a table, whichever the name says; OSError says why not."""
        if file.suffix.lower() == ".csv":
            file.write_text(self.table(), encoding="utf-8")
        elif not self.picture().save(str(file)):
            raise OSError(self.tr("the picture could not be written"))

    def picture(self) -> QPixmap:
        """Both plots, and whose colour is which."""
        theme, ratio = Theme.current(), self.devicePixelRatioF()
        picture = QPixmap((self.plots.size() + QSize(2 * MARGIN, 2 * MARGIN + LEGEND)) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.card)
        painter = QPainter(picture)
        painter.setFont(font(13))
        left = MARGIN
        for row in self._rows:
            painter.setPen(QPen(theme.player(row.colour), 3))
            painter.drawLine(left, MARGIN, left, MARGIN + 16)
            painter.setPen(theme.text)
            painter.drawText(left + 10, MARGIN + 13, row.room.name)
            left += painter.fontMetrics().horizontalAdvance(row.room.name) + 34
        where = QPoint(MARGIN, MARGIN + LEGEND)
        self.plots.render(painter, where, QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        return picture

    def minimumSizeHint(self) -> QSize:
        return LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = event.size().height() < LOW
        direction = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        self._explain_skew(low=low)

    def _explain_skew(self, *, low: bool) -> None:
        short = self.tr("skew in ms, up is later, ± how sure")
        whole = self.tr("skew in ms, upwards is later; the band is how sure that is")
        self.about_skew.setText(short if low else whole)

    def _draw(self, plot: LatencyPlot, kind: str, room: str, point: Point) -> None:
        for drawn in self._thinned[kind].take(room, point):
            plot.add(room, *drawn)

    def _connect(self) -> None:
        for minutes, pill in self.spans.items():
            pill.clicked.connect(lambda _checked=False, minutes=minutes: self.show_minutes(minutes))
        for plot in (self.latency, self.skew):
            plot.clicked.connect(self.chosen)
            self.pause.toggled.connect(plot.set_paused)

    def _ask(self, kind: str, suffix: str) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Export to"), folder, f"{kind} (*{suffix})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(self.tr("rooms") + suffix)
        dialog.fileSelected.connect(self._try_to_save)
        dialog.open()

    def _try_to_save(self, file: str) -> None:
        try:
            self.save(Path(file))
        except OSError as error:
            self.failed.emit(str(error))

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.set_title(self.tr("Timing"))
        self.head.addWidget(Label(self.tr("min"), tone="dim"))
        self._group = QButtonGroup(self)
        for place, (minutes, pill) in enumerate(self.spans.items()):
            self._group.addButton(pill)
            words = self.tr("The last minute") if minutes == 1 else self.tr("The last {n} minutes").format(n=minutes)
            pill.setAccessibleName(words)
            set_tooltip(pill, words)
            pill.setFixedWidth(44)
            self.head.insertWidget(2 + place, pill)
        self.pause.setToolTip(self.tr("Hold the plots still; what is measured meanwhile is kept"))
        self.head.addWidget(self.pause)
        self.head.addWidget(self.export)
        self._add_exports()
        self.plots = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.plots)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(8)
        about_latency = ShortLabel(self.tr("latency, one way, in ms"), 11, tone="dim")
        self.about_skew = ShortLabel("", 11, tone="dim")
        self._both.addLayout(_captioned(about_latency, self.latency), 1)
        self._both.addLayout(_captioned(self.about_skew, self.skew), 1)
        self._explain_skew(low=False)
        self.body.addWidget(self.plots)

    def _add_exports(self) -> None:
        menu = QMenu(self)
        for kind, text, suffix in (
            (self.tr("Pictures"), self.tr("Both plots as a picture (PNG)…"), ".png"),
            (self.tr("Tables"), self.tr("All that was measured, as a table (CSV)…"), ".csv"),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False, kind=kind, suffix=suffix: self._ask(kind, suffix))
            menu.addAction(action)
        self.export.setMenu(menu)


def _captioned(caption: Label, plot: LatencyPlot) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(caption)
    column.addWidget(plot, 1)
    return column
