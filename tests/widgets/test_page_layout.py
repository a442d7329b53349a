import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import (
    GAP_PX,
    LINE_GAP_PX,
    MARGINS_PX,
    PageHeader,
    ScrollBody,
    below,
    beside,
    in_row,
    lay_out_dialog,
    lay_out_page,
    scrolling,
)
from drumcircle_gui.widgets.theme import Theme


class Box(QWidget):
    """A widget with a size hint that grows horizontally."""

    def __init__(self, width: int = 40, height: int = 20) -> None:
        super().__init__()
        self._wanted = QSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return self._wanted


@pytest.fixture
def boxes():
    return [Box() for _ in range(5)]


def test_the_header_gets_the_height_it_needs_and_the_body_the_rest(show, boxes):
    left, top, right, bottom = MARGINS_PX
    page = QWidget()
    head, notices, chosen, other, hidden = boxes
    lay_out_page(page, (head, notices), (beside((chosen, 3), (other, 1)), hidden))
    hidden.hide()
    show(page, 400, 700)
    assert head.geometry().getRect() == (left, top, 400 - left - right, 20)
    below_notices = page.findChild(ScrollBody).y()
    assert notices.y() == top + 20 + GAP_PX
    assert below_notices == notices.y() + 20 + GAP_PX
    assert below_notices + chosen.geometry().bottom() == 700 - bottom - 1
    assert chosen.width() == pytest.approx(3 * other.width(), abs=3)
    assert other.x() == chosen.x() + chosen.width() + GAP_PX


def test_parts_have_their_shares_of_the_height(show, boxes):
    page, (first, second, *_) = QWidget(), boxes
    for box in (first, second):
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    page.setLayout(below((first, 2), (second, 1)))
    show(page, 200, 316)
    assert second.y() == first.geometry().bottom() + 1 + GAP_PX
    assert first.height() == pytest.approx(2 * second.height(), abs=3)


def test_a_header_begins_with_its_title_and_ends_with_its_buttons(show, boxes):
    line, (name, about, figure, pill, _) = PageHeader(), boxes
    for box in (figure, pill):
        box.setFixedSize(30, 20)
    line.lay_out((name, about), 150, (figure,), (pill,))
    show(line, 500, 40)
    assert (name.x(), name.minimumWidth(), about.minimumWidth()) == (0, 150, 150)
    assert about.y() == name.y() + name.height()
    assert figure.x() == name.width() + LINE_GAP_PX
    assert pill.geometry().right() == 499


def test_optional_figures_are_hidden_where_a_header_is_narrow(show, boxes):
    header, (name, about, figure, pill, optional) = PageHeader(), boxes
    for box in (figure, pill, optional):
        box.setFixedSize(60, 20)
        box.minimumSizeHint = lambda: QSize(60, 20)
    header.lay_out((name, about), 100, (figure, optional), (pill,), optional=(optional,))
    show(header, 500, 40)
    assert optional.isVisible()
    header.resize(header.minimumSizeHint().width(), 40)
    assert not optional.isVisible() and pill.geometry().right() < header.width()
    header.resize(500, 40)
    assert optional.isVisible()


def test_columns_that_scroll_keep_the_page_from_scrolling_as_a_whole(show):
    page, high, low = QWidget(), QWidget(), QWidget()
    high.setMinimumSize(100, 900)
    low.setMinimumSize(100, 50)
    columns = scrolling(below((high, 1))), scrolling(below((low, 1)))
    lay_out_page(page, (), (beside(*((column, 1) for column in columns)),))
    show(page, 500, 400)
    assert [bool(column.verticalScrollBar().maximum()) for column in columns] == [True, False]
    whole = next(body for body in page.findChildren(ScrollBody) if body not in columns)
    assert whole.verticalScrollBar().maximum() == 0


def test_cards_are_dense_while_the_page_is_low(show):
    page, card = QWidget(), Card("Players")
    lay_out_page(page, (), (card,))
    heights = []
    for height in (700, 400, 700):
        show(page, 500, height)
        heights.append(card.minimumSizeHint().height())
    assert heights[0] == heights[2] > heights[1]


def test_a_body_scrolls_where_it_has_too_little_room(show):
    page, high = QWidget(), QWidget()
    high.setMinimumSize(300, 900)
    lay_out_page(page, (), (high,))
    show(page, 400, 400)
    body = page.findChild(ScrollBody)
    assert page.minimumSizeHint().height() < 300 and body.verticalScrollBar().maximum() > 400
    assert body.horizontalScrollBar().maximum() == 0


def test_where_the_screen_is_low_a_dialogs_body_scrolls_and_its_foot_is_in_sight(show):
    dialog, body, done = QDialog(), QVBoxLayout(), QPushButton("Done")
    for _ in range(30):
        body.addWidget(QLabel("line"))
    lay_out_dialog(dialog, body, in_row(None, done), QSize(400, 5000))
    assert dialog.height() < dialog.screen().availableSize().height()
    show(dialog, 400, 260)
    assert (dialog.height(), done.visibleRegion().boundingRect()) == (260, done.rect())
    scroll = dialog.findChild(ScrollBody)
    assert scroll.verticalScrollBar().maximum() > 0
    dialog.resize(400, 1400)
    assert scroll.verticalScrollBar().maximum() == 0


def test_a_page_is_styled_and_measured_only_when_it_is_first_shown(show):
    """Each time a part that is styled already gets a new parent, Qt styles all that is in it again."""
    page, text, fact = QWidget(), Label("Oak", tone="dim"), Label("Fern")
    lay_out_page(page, (Card("Head"),), (beside((scrolling(below((text, 1), (fact, 1))), 1)),))
    parts = text, fact, page.findChild(ScrollBody)
    assert not any(part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for part in parts)
    show(page)
    assert all(part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for part in parts)
    assert text.palette().windowText().color() == Theme.current().dim
