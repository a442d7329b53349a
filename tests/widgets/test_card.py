from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.theme import DARK


def test_a_card_has_the_card_colour_and_round_corners(show, colours):
    window = QWidget()
    card = Card("Players", "last 60 s", parent=window)
    card.resize(200, 200)
    show(window)
    assert colours(window, QRectF(2, 100, 10, 10)) == {DARK.card.name()}
    assert colours(window, QRectF(0, 0, 2, 2)) == {DARK.ground.name()}


def test_a_dense_card_has_the_same_content_in_less_height(show):
    card = Card("Players")
    card.body.addWidget(QWidget())
    roomy = card.sizeHint()
    card.set_dense(dense=True)
    assert card.sizeHint().width() == roomy.width() and card.sizeHint().height() == roomy.height() - 20
    card.set_dense(dense=False)
    assert card.sizeHint() == roomy


def test_without_a_title_there_is_no_title_row(show):
    card = show(Card())
    assert not card._title.isVisible()
    card.set_title("Chat")
    card.set_caption("3 new")
    assert card._title.isVisible() and card.accessibleName() == "Chat"
    assert card._caption.text() == "3 new"
