import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from drumcircle_gui.widgets.page_layout import GAP, LINE_GAP, MARGINS, below, beside, lay_out_line, lay_out_page


class Box(QWidget):
    """Wants so much, and takes more."""

    def __init__(self, width: int = 40, height: int = 20) -> None:
        super().__init__()
        self._wanted = QSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return self._wanted


@pytest.fixture
def boxes():
    return [Box() for _ in range(5)]


def test_a_page_gives_what_is_above_what_it_needs_and_the_rest_to_its_body(show, boxes):
    left, top, right, bottom = MARGINS
    page = QWidget()
    head, notices, chosen, other, hidden = boxes
    lay_out_page(page, (head, notices), (beside((chosen, 3), (other, 1)), hidden))
    hidden.hide()
    show(page, 400, 300)
    assert head.geometry().getRect() == (left, top, 400 - left - right, 20)
    assert notices.y() == top + 20 + GAP
    assert chosen.y() == notices.y() + 20 + GAP
    assert chosen.geometry().bottom() == 300 - bottom - 1
    assert chosen.width() == pytest.approx(3 * other.width(), abs=3)
    assert other.x() == chosen.x() + chosen.width() + GAP


def test_parts_have_their_shares_of_the_height(show, boxes):
    page, (first, second, *_) = QWidget(), boxes
    for box in (first, second):
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    page.setLayout(below((first, 2), (second, 1)))
    show(page, 200, 316)
    assert second.y() == first.geometry().bottom() + 1 + GAP
    assert first.height() == pytest.approx(2 * second.height(), abs=3)


def test_a_line_begins_with_its_name_and_ends_with_what_can_be_done(show, boxes):
    line, (name, about, figure, pill, _) = QWidget(), boxes
    for box in (figure, pill):
        box.setFixedSize(30, 20)
    lay_out_line(line, name, about, 150, (figure,), (pill,))
    show(line, 500, 40)
    assert (name.x(), name.minimumWidth(), about.minimumWidth()) == (0, 150, 150)
    assert about.y() == name.y() + name.height()
    assert figure.x() == name.width() + LINE_GAP
    assert pill.geometry().right() == 499
