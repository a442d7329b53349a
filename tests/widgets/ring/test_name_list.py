import pytest
from PySide6.QtCore import QPoint, Qt

from drumcircle_gui.widgets.ring.name_list import NameList
from drumcircle_gui.widgets.ring.scene import Lane

PLAYERS = [Lane(number, f"Player {number}", number) for number in range(40)]


@pytest.fixture
def names(show):
    view = NameList()
    view.render(PLAYERS[:3])
    show(view, 480, 24)
    return view


def test_all_names_are_shown_where_they_fit(names):
    assert names.shown() == ("Player 0", "Player 1", "Player 2")
    assert names.accessibleDescription() == "Player 0, Player 1, Player 2"


def test_names_that_fit_are_shown_and_all_are_in_the_description(names):
    names.render(PLAYERS)
    assert 2 <= len(names.shown()) < 40
    assert names.accessibleDescription().endswith("Player 39")
    names.resize(240, 24)
    assert 1 <= len(names.shown()) < 6


def test_a_name_is_hovered_and_clicked(names, qtbot):
    box, player = names._boxes[1]
    place = QPoint(round(box.center().x()), round(box.center().y()))
    hovered, clicked = [], []
    names.hovered.connect(hovered.append)
    names.clicked.connect(clicked.append)
    qtbot.mouseMove(names, place)
    qtbot.mouseClick(names, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: hovered == clicked == [player.player])


def test_marked_and_dimmed_names_look_different(names):
    plain = names.grab().toImage()
    names.mark(1)
    marked = names.grab().toImage()
    assert marked != plain
    names.render([Lane(1, "Player 1", 1, dimmed=True)])
    assert names.grab().toImage() != marked


def test_a_long_name_is_cut(names):
    names.render([Lane(1, "W" * 40, 1)])
    assert names.shown() == ("W" * 40,)
    assert names._boxes[0][0].width() < 200
