import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.conductor.entry.knocks_view import MAX_ROWS
from drumcircle_gui.protocol.entry_messages import AnswerKnock, EntryUpdate, Knocker
from drumcircle_gui.timing.units import Micros
from tests.conductor.conftest import here, view  # noqa: F401
from tests.tools.accessibility import nameless, out_of_reach

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def knockers(*names: str) -> EntryUpdate:
    return EntryUpdate(
        "knock",
        tuple(Knocker(number, name, "192.0.2.9", Micros(0)) for number, name in enumerate(names, 1)),
    )


@pytest.fixture
def knock(view, here):  # noqa: F811
    """Shows players who knock."""

    def shown(*names: str) -> None:
        view.render(here(entry_rules=knockers(*names)))

    return shown


def test_a_player_who_knocks_is_let_in_or_declined_with_one_click(view, knock, requests, qtbot):  # noqa: F811
    assert view.knocks.isHidden()
    knock("Fern", "Flint")
    qtbot.mouseClick(view.knocks.rows[1].admit, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.knocks.rows[2].decline, Qt.MouseButton.LeftButton)
    assert requests == [AnswerKnock(1, True), AnswerKnock(2, False)]
    knock()
    assert view.knocks.isHidden()


def test_many_who_knock_take_little_room_and_are_let_in_together(view, knock, requests, qtbot):  # noqa: F811
    knock(*(f"Player {number}" for number in range(9)))
    assert len(view.knocks.rows) == MAX_ROWS and "6" in view.knocks.more.text()
    qtbot.mouseClick(view.knocks.admit_all, Qt.MouseButton.LeftButton)
    assert requests == [AnswerKnock(0, True)]


def test_rows_stay_in_place_while_others_come_and_go(view, knock, here):  # noqa: F811
    knock("Fern", "Reed")
    reed = view.knocks.rows[2]
    gone = knockers("Fern", "Reed", "Wren")
    view.render(here(entry_rules=EntryUpdate("knock", gone.knockers[1:])))
    assert view.knocks.rows[2] is reed and set(view.knocks.rows) == {2, 3}


def test_everything_has_a_name_and_can_be_reached_by_key(view, knock):  # noqa: F811
    knock("Fern", "Reed")
    assert nameless(view) == [] and out_of_reach(view) == []
