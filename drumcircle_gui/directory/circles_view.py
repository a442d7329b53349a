"""The list of circles that were found: the name, the round trip, and facts below it; a click joins."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.timing.units import Micros, bpm_of
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import paint_line, set_tooltip
from drumcircle_gui.widgets.table_setup import scroll_smoothly
from drumcircle_gui.widgets.text_question import TextQuestion
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font

from .found import FoundCircle, FoundCircles
from .hub_address import HubAddress

ROW_HEIGHT = 56
FACTS_LINE = 20
"""Extra height in pixels of a row with a second line of facts."""

MARGIN = 12
TRIP_GAP = 12
"""Pixels."""

LONG_TRIP = Micros(250_000)
"""Round trips from this on are shown in the warning colour, because the circle then needs a long period."""

MAX_SEARCH = 200

_CIRCLE = Qt.ItemDataRole.UserRole
_BETWEEN = " · "


class FoundCirclesList(QListWidget):
    """Emits `joined` with the FoundCircle that was clicked, or chosen with Enter."""

    joined = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Circles that you can join"))
        self.setItemDelegate(_CircleDelegate(self))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # facts take a second line where the list is narrow
        self.setMinimumHeight(2 * ROW_HEIGHT)
        scroll_smoothly(self)
        self.itemClicked.connect(lambda item: self.joined.emit(item.data(_CIRCLE)))

    def showEvent(self, event: QShowEvent) -> None:
        """Set the mouse pointer only now: the first call of `viewport` takes long, and the list is hidden at first."""
        super().showEvent(event)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def render(self, circles: tuple[FoundCircle, ...]) -> None:  # type: ignore[override]
        """Show `circles`; the current one stays the current one."""
        chosen = self.currentItem().data(_CIRCLE).id if self.currentItem() else None
        for place, circle in enumerate(circles):
            item = self.item(place) or QListWidgetItem(self)
            if item.data(_CIRCLE) != circle:
                item.setData(_CIRCLE, circle)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((circle.name, *self.texts(circle))))
                set_tooltip(item, circle.about or circle.name)
            if circle.id == chosen:
                self.setCurrentRow(place)
        while self.count() > len(circles):
            self.takeItem(self.count() - 1)

    def texts(self, circle: FoundCircle) -> tuple[str, str]:
        """The facts below the name, and the round trip."""
        tempo = self.tr("{bpm:g} bpm").format(bpm=bpm_of(circle.tempo)) if circle.running else self.tr("stopped")
        parts = (self.tr("%Ln playing", "", circle.players), tempo, self._entry(circle), circle.source)
        trip = circle.round_trip
        ms = self.tr("{0:,.0f} ms").format(trip / 1000) if trip is not None else "\u2013"
        return _BETWEEN.join(part for part in parts if part), ms

    def lines(self, facts: str) -> list[str]:
        """The facts of `texts` in one or two lines, as the width requires; a longer text is cut at the end of the
        second line."""
        metrics, width = QFontMetrics(font(13)), self.viewport().width() - 2 * MARGIN
        first, *rest = facts.split(_BETWEEN)
        while rest and metrics.horizontalAdvance(first + _BETWEEN + rest[0]) <= width:
            first += _BETWEEN + rest.pop(0)
        return [first, _BETWEEN.join(rest)] if rest else [first]

    def _entry(self, circle: FoundCircle) -> str:
        known = {"open": self.tr("open"), "knock": self.tr("knock"), "account": self.tr("with an account")}
        return known.get(circle.entry, self.tr("with an invite"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() and not event.isAutoRepeat():
            self.joined.emit(self.currentItem().data(_CIRCLE))
        else:
            super().keyPressEvent(event)


class FoundCirclesPanel(QWidget):
    """The list with a search line, and a button to add a hub. Emits `joined` with a FoundCircle, `searched` with words,
    `hub_added` with a HubAddress."""

    joined = Signal(object)
    searched = Signal(str)
    hub_added = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search for circles"))
        self.search.setAccessibleName(self.tr("Search for circles"))
        self.search.setMaxLength(MAX_SEARCH)
        self.search.setClearButtonEnabled(True)
        self.circles = FoundCirclesList()
        self.add_hub = Pill(self.tr("Add a hub…"), "quiet")
        set_tooltip(self.add_hub, self.tr("A hub hosts and lists circles. Its owner gives you its address."))
        self.note = Label("", 11, tone="dim", wraps=True)
        self.question: TextQuestion | None = None
        self.search.textChanged.connect(self.searched)
        self.circles.joined.connect(self.joined)
        self.add_hub.clicked.connect(self._ask_for_hub)
        self._lay_out()
        self.render(FoundCircles())

    def render(self, found: FoundCircles) -> None:  # type: ignore[override]
        self.circles.render(found.circles)
        searching = bool(self.search.text())
        self.circles.setVisible(bool(found.circles))
        self.search.setVisible(searching or bool(found.circles))
        hidden = found.total - len(found.circles)
        notes = list(found.problems.values())
        if hidden > 0:
            notes.append(self.tr("And %Ln more: search for them.", "", hidden))
        elif searching and not found.circles:
            notes.append(self.tr("No circle matches."))
        self.note.setText(" ".join(notes))
        self.note.setVisible(bool(notes))

    def _ask_for_hub(self) -> None:
        self.question = TextQuestion(self.tr("The hub's address or link"), "", self.tr("Add"), self)
        self.question.answered.connect(self._add)
        self.question.open()

    def _add(self, text: str) -> None:
        try:
            self.hub_added.emit(HubAddress.parse(text))
        except ValueError as error:
            self.note.setText(str(error)[:1].upper() + f"{error}."[1:])
            self.note.show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.add_hub)
        head.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.circles, 1)
        layout.addWidget(self.note)
        layout.addStretch(0)  # so that everything is at the top while the list is hidden


class _CircleDelegate(QStyledItemDelegate):
    """Paints a row: the name over its facts, the round trip at the right, and a line below."""

    def __init__(self, shown: FoundCirclesList) -> None:
        super().__init__(shown)
        self._texts: Callable[[FoundCircle], tuple[str, str]] = shown.texts
        self._lines: Callable[[str], list[str]] = shown.lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT + FACTS_LINE * (len(self._lines(self._texts(index.data(_CIRCLE))[0])) - 1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        circle: FoundCircle = index.data(_CIRCLE)
        facts, trip = self._texts(circle)
        theme, rect = Theme.current(), QRect(option.rect)
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect.adjusted(0, 0, 0, -1), faded(theme.text, 0.05))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRect(rect.left(), rect.top() + 12, 2, rect.height() - 24), theme.accent)
        inner = rect.adjusted(MARGIN, 8, -MARGIN, -8)
        above = QRect(inner.left(), inner.top(), inner.width(), FACTS_LINE)
        long = circle.round_trip is not None and circle.round_trip >= LONG_TRIP
        slow = theme.readable(theme.warn) if long else theme.dim
        paint_line(painter, above, trip, font(13), slow, Qt.AlignmentFlag.AlignRight)
        beside = QFontMetrics(font(13)).horizontalAdvance(trip) + TRIP_GAP
        paint_line(painter, above.adjusted(0, 0, -beside, 0), circle.name, font(15, Weight.Medium), theme.text)
        for number, line in enumerate(self._lines(facts), 1):
            paint_line(painter, above.translated(0, FACTS_LINE * number), line, font(13), theme.dim)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
