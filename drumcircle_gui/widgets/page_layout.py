"""The layout that all pages share: a header line, notices, and a body that scrolls where the window is small."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QListView,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from .card import Card
from .label import Label

FIELD_HEIGHT_PX = 36
"""Height of a field of one line in a form."""

MARGINS_PX = (24, 16, 24, 24)
SMALL_MARGINS_PX = (24, 8, 16, 8)
GAP_PX, ROW_GAP_PX, LINE_GAP_PX, SMALL_LINE_GAP_PX = 16, 8, 20, 10

DIALOG_MARGINS_PX = (32, 24, 32, 24)
TITLE_BAR_PX = 32
"""Height that window managers need for the frame of a dialog."""

MAX_TITLE_PX = 400
"""Width of a title and of the line below it."""

LOW_PAGE_PX = 600
"""A lower page has small margins."""

SMALLEST_PAGE = QSize(910, 472)
"""Every page can be used at this size: a screen of 1366 x 768 at 150 %, less the desktop's bars."""

Part = QWidget | QLayout


class ScrollBody(QScrollArea):
    """Holds a page's body, or a column of it; it scrolls where there is less room than that needs at least.

    With `keeps_width` it scrolls only vertically. A `body` given as a layout is filled in last: Qt measures the widget
    that a scroll area gets, and for that styles all that is in it, which it would do again in the finished page.
    """

    def __init__(self, body: QWidget | QLayout, *, keeps_width: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body, self._keeps_width = body if isinstance(body, QWidget) else QWidget(), keeps_width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._body)
        if isinstance(body, QLayout):
            self._body.setLayout(body)

    def event(self, event: QEvent) -> bool:
        """Do not measure the content whenever its page is put together: Qt does so when the page is first shown."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) and event.type() == QEvent.Type.StyleChange:
            return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        if self._keeps_width:
            return QSize(self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width(), 160)
        return QSize(320, 160)

    def sizeHint(self) -> QSize:
        return self._body.sizeHint()


def scrolling(column: QLayout) -> ScrollBody:
    """A column of a page that scrolls on its own, vertically. Where all columns do, the page never scrolls as a
    whole."""
    column.setContentsMargins(0, 0, 0, 0)
    return ScrollBody(column, keeps_width=True)


class _Body(QWidget):
    """A page's body. It scrolls only where there is less height than it needs at least.

    A layout with texts that wrap would ask its scroll area for the height that it prefers.
    """

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout else super().heightForWidth(width)


class _PageMargins(QVBoxLayout):
    """A page's column, with small margins and gaps, and dense cards, where the page is low."""

    def setGeometry(self, rect) -> None:  # type: ignore[no-untyped-def]
        low = rect.height() < LOW_PAGE_PX
        margins, gap = (SMALL_MARGINS_PX, 8) if low else (MARGINS_PX, GAP_PX)
        if self.spacing() != gap:
            self.setSpacing(gap)
            self.setContentsMargins(*margins)
            if (page := self.parentWidget()) is not None:
                for card in page.findChildren(Card):
                    card.set_dense(dense=low)
        super().setGeometry(rect)


def lay_out_page(page: QWidget, above: Iterable[Part], body: Iterable[Part]) -> None:
    """Lays out `page`: the parts `above` get the height they need, the `body` below shares the rest and may scroll."""
    column = _PageMargins(page)
    column.setContentsMargins(*MARGINS_PX)
    column.setSpacing(GAP_PX)
    for part in above:
        _add(column, part, 0)
    inner = _Body()
    below_it = QVBoxLayout(inner)
    below_it.setContentsMargins(0, 0, 0, 0)
    below_it.setSpacing(GAP_PX)
    column.addWidget(ScrollBody(inner), 1)  # first: with each new parent, Qt computes the styles of all parts again
    for part in body:
        _add(below_it, part, 1)


def height_below(height: int, bars: Iterable[QWidget]) -> int:
    """The height that a page of this `height` has without the `bars`, such as notices, that it shows now."""
    return height - sum(bar.sizeHint().height() + GAP_PX for bar in bars if not bar.isHidden())


class PageHeader(QWidget):
    """A page's header line: title, figures, buttons. Figures called optional are hidden where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._optional: Sequence[QWidget] = ()

    def lay_out(
        self,
        title: tuple[QWidget, QWidget],
        title_width: int,
        figures: Iterable[QWidget],
        buttons: Iterable[QWidget],
        optional: Sequence[QWidget] = (),
    ) -> None:
        """`title`: the name above a line about it, at least `title_width` pixels wide; `optional`: some of these."""
        self._optional = optional
        names = QVBoxLayout()
        names.setSpacing(0)
        for text in title:
            text.setMinimumWidth(title_width)
            text.setMaximumWidth(MAX_TITLE_PX)
            names.addWidget(text)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(LINE_GAP_PX)
        self._row.addLayout(names, 3)
        for figure in figures:
            self._row.addWidget(figure)
        self._space = QSpacerItem(0, 0)
        self._row.addItem(self._space)
        for button in buttons:
            self._row.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_needed(optional=False), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self._width_needed(optional=True)
        self._row.setSpacing(LINE_GAP_PX if wide else SMALL_LINE_GAP_PX)
        self._row.setStretch(0, 0 if wide else 1)
        self._row.setStretch(self._row.indexOf(self._space), 1 if wide else 0)
        for widget in self._optional:
            widget.setVisible(wide)

    def _width_needed(self, *, optional: bool) -> int:
        gap = LINE_GAP_PX if optional else SMALL_LINE_GAP_PX
        widths = []
        for place in range(self._row.count()):
            item = self._row.itemAt(place)
            widget = item.widget() if item else None
            if item is None or widget is None:
                widths.append(item.minimumSize().width() if item else 0)
            elif widget in self._optional:
                widths += [widget.minimumSizeHint().width()] if optional else []
            elif not widget.isHidden():
                widths.append(item.minimumSize().width())
        return sum(widths) + gap * (len(widths) - 1)


def lay_out_dialog(dialog: QDialog, body: QLayout, foot: QLayout, usual: QSize) -> None:
    """Place `body` above `foot` in `dialog`. It gets the size `usual`, or less height on a low screen: then `body`
    scrolls, and `foot` stays visible."""
    left, top, right, bottom = DIALOG_MARGINS_PX
    body.setContentsMargins(0, 0, right // 2, 0)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(left, top, right // 2, bottom)
    layout.setSpacing(ROW_GAP_PX)
    layout.addWidget(ScrollBody(body, keeps_width=True), 1)
    layout.addLayout(foot)
    foot.setContentsMargins(0, 0, right // 2, 0)
    dialog.setFixedWidth(usual.width())
    fit_screen(dialog, usual)


def fit_screen(dialog: QDialog, usual: QSize) -> None:
    """Give `dialog` this size, limited by the screen."""
    dialog.resize(usual.boundedTo(dialog.screen().availableSize() - QSize(0, TITLE_BAR_PX)))


def beside(*shares: tuple[Part, int]) -> QBoxLayout:
    """Parts side by side, each with its share of the width."""
    return _sharing(QHBoxLayout(), shares)


def below(*shares: tuple[Part, int]) -> QBoxLayout:
    """Parts one below the other, each with its share of the height."""
    return _sharing(QVBoxLayout(), shares)


def add_field(form: QFormLayout, text: str, field: QWidget | QLayout) -> None:
    """Add a row whose label is as high as a field of one line, so that both texts are at one height: Qt alone puts the
    label too high."""
    label, height = Label(text), FIELD_HEIGHT_PX
    form.addRow(label, field)
    if isinstance(field, QWidget):
        field.ensurePolished()  # its padding is part of its height
        height = min(height, field.sizeHint().height())
    label.setMinimumHeight(height)


def dense(rows: QListView) -> None:
    """Give a list of short lines a frame and a little space between its rows."""
    rows.setProperty("boxed", True)
    rows.setProperty("dense", True)
    rows.setSpacing(2)


def in_row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets in a row, as wide as they like to be. None, or else the row's end, takes the rest of the width."""
    row = QHBoxLayout()
    row.setSpacing(ROW_GAP_PX)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    if None not in parts:
        row.addStretch(1)
    return row


def _sharing(box: QBoxLayout, shares: Iterable[tuple[Part, int]]) -> QBoxLayout:
    box.setSpacing(GAP_PX)
    for part, share in shares:
        _add(box, part, share)
    return box


def _add(box: QBoxLayout, part: Part, share: int) -> None:
    if isinstance(part, QWidget):
        box.addWidget(part, share)
    else:
        box.addLayout(part, share)
