"""The card with the plots of all rooms' latency and skew, which can be paused and exported."""

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

from .sample_history import KEPT, PlotThinner, Point, SampleHistory

SPANS_MIN = (1, 5, 15)
"""Minutes that the plots can show."""

DEFAULT_SPAN_MIN = 1

LOW_PX = 300
"""In a lower card the plots stand side by side."""

MIN_SIZE = QSize(416, 164)

GAP_S = 3
"""Seconds without a measurement that break a line."""

MOST_SKEW = Micros(SECOND)
"""A larger skew is not drawn: such a room plays something else, and would flatten the other lines."""

MARGIN_PX, LEGEND_PX = 24, 32
"""Margin of an exported picture, and height of its legend."""


class PlotsCard(Card):
    """`chosen` gives the room whose line was clicked, `failed` why a file could not be written."""

    chosen = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._history = SampleHistory()
        self._rows: tuple[RoomsRow, ...] = ()
        self._thinners = {"latency": PlotThinner(), "skew": PlotThinner()}
        keep = KEPT / SECOND
        self.latency = LatencyPlot(
            span=60 * DEFAULT_SPAN_MIN, axis="auto", keep=keep, gap=GAP_S, title=self.tr("Latencies")
        )
        self.skew = LatencyPlot(span=60 * DEFAULT_SPAN_MIN, keep=keep, gap=GAP_S, title=self.tr("Skews"))
        self.spans = {minutes: Pill(str(minutes), "choice") for minutes in SPANS_MIN}
        self.pause = Pill(self.tr("Pause"), "choice")
        self.export = Pill(self.tr("Export"), "plain")
        self._lay_out()
        self._connect()
        self._minutes = DEFAULT_SPAN_MIN
        self.spans[DEFAULT_SPAN_MIN].setChecked(True)

    def render(self, rows: Sequence[RoomsRow]) -> None:  # type: ignore[override]
        """Shows a line for each of these rooms."""
        self._rows = tuple(rows)
        series = [Series(row.room.name, row.room.name, row.colour) for row in rows]
        self.latency.set_series(series)
        self.skew.set_series(series)

    def add(self, samples: list[RoomSample]) -> None:
        """Adds these measurements to the plots."""
        self._history.add(samples)
        for sample in samples:
            self._draw(self.latency, "latency", sample.room, Point(sample.at, sample.round_trip / 2000))
            if sample.skew is not None and abs(sample.skew) <= MOST_SKEW:
                around = None if sample.uncertainty is None else sample.uncertainty / 1000
                self._draw(self.skew, "skew", sample.room, Point(sample.at, sample.skew / 1000, around))

    def highlight(self, name: str | None) -> None:
        """Emphasises the lines of one room, or of none."""
        self.latency.highlight(name)
        self.skew.highlight(name)

    def show_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        for plot in (self.latency, self.skew):
            plot.set_span(60 * minutes)

    def table(self) -> str:
        """The measurements of the span shown, as CSV."""
        return self._history.csv(local_micros(), Micros(60 * self._minutes * SECOND))

    def save(self, file: Path) -> None:
        """Writes a table (.csv) or else a picture (.png). Raises OSError."""
        if file.suffix.lower() == ".csv":
            file.write_text(self.table(), encoding="utf-8")
        elif not self.picture().save(str(file)):
            raise OSError(self.tr("the picture could not be written"))

    def picture(self) -> QPixmap:
        """Both plots with a legend of the rooms' colours."""
        theme, ratio = Theme.current(), self.devicePixelRatioF()
        picture = QPixmap((self.plots.size() + QSize(2 * MARGIN_PX, 2 * MARGIN_PX + LEGEND_PX)) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.card)
        painter = QPainter(picture)
        painter.setFont(font(13))
        left = MARGIN_PX
        for row in self._rows:
            painter.setPen(QPen(theme.player(row.colour), 3))
            painter.drawLine(left, MARGIN_PX, left, MARGIN_PX + 16)
            painter.setPen(theme.text)
            painter.drawText(left + 10, MARGIN_PX + 13, row.room.name)
            left += painter.fontMetrics().horizontalAdvance(row.room.name) + 34
        where = QPoint(MARGIN_PX, MARGIN_PX + LEGEND_PX)
        self.plots.render(painter, where, QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        return picture

    def minimumSizeHint(self) -> QSize:
        return MIN_SIZE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = event.size().height() < LOW_PX
        direction = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        self._explain_skew(low=low)

    def _explain_skew(self, *, low: bool) -> None:
        short = (
            self.tr("skew in ms (up: later), ± uncertainty"),
            self.tr("skew in ms (up: later)"),
            self.tr("skew in ms"),
        )
        whole = self.tr("skew in ms (up: later); the band is its uncertainty")
        self.about_skew.setText(*(short if low else (whole, *short)))

    def _draw(self, plot: LatencyPlot, kind: str, room: str, point: Point) -> None:
        for drawn in self._thinners[kind].take(room, point):
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
            words = self.tr("The last %n minute(s)", "", minutes)
            pill.setAccessibleName(words)
            set_tooltip(pill, words)
            pill.setFixedWidth(44)
            self.head.insertWidget(3 + place, pill)
        self.pause.setToolTip(self.tr("Stop the plots; measurements are still recorded"))
        self.head.addWidget(self.pause)
        self.head.addWidget(self.export)
        self._add_exports()
        self.plots = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.plots)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(8)
        about_latency = ShortLabel(self.tr("one-way latency in ms"), 11, tone="dim")
        self.about_skew = ShortLabel("", 11, tone="dim")
        self._both.addLayout(_captioned(about_latency, self.latency), 1)
        self._both.addLayout(_captioned(self.about_skew, self.skew), 1)
        self._explain_skew(low=False)
        self.body.addWidget(self.plots)

    def _add_exports(self) -> None:
        menu = QMenu(self)
        for kind, text, suffix in (
            (self.tr("Pictures"), self.tr("Both plots as a picture (PNG)…"), ".png"),
            (self.tr("Tables"), self.tr("All measurements as a table (CSV)…"), ".csv"),
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
