import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from drumcircle_gui.mpd.model.rooms_intents import RunMpdCommand
from drumcircle_gui.mpd.model.rooms_state import QueueSong
from drumcircle_gui.mpd.view.pages.queue_view import QueueList
from tests.mpd.views import QUIET, SONGS, shown, state

pytestmark = QUIET
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def queue(qtbot):
    view = QueueList()
    view.requests = shown(qtbot, view, (500, 300))
    view.render(state())
    return view


def titles(queue):
    return [queue.queue.index(place, 1).data() for place in range(queue.queue.rowCount())]


def test_songs_are_listed_and_the_current_one_stands_out(queue):
    assert titles(queue) == ["One", "Two", "Three", "Four"]
    assert [queue.queue.index(1, column).data() for column in range(4)] == ["12", "Two", "Anon", "0:12"]
    says = [queue.queue.index(place, 1).data(Qt.ItemDataRole.AccessibleTextRole) for place in (0, 1)]
    assert says == [None, "Two, current song"]
    before = [queue.viewport().grab(queue.visualRect(queue.queue.index(place, 1))).toImage() for place in (1, 2)]
    queue.queue.render(SONGS, 13)
    after = [queue.viewport().grab(queue.visualRect(queue.queue.index(place, 1))).toImage() for place in (1, 2)]
    assert before[0] != after[0] and before[1] != after[1]


def test_enter_and_a_double_click_play(queue, qtbot):
    queue.selectRow(2)
    qtbot.keyClick(queue, Qt.Key.Key_Return)
    at = queue.visualRect(queue.queue.index(0, 1)).center()
    qtbot.mouseClick(queue.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(queue.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert queue.requests == [RunMpdCommand(("playid", "13")), RunMpdCommand(("playid", "11"))]


def test_delete_removes_the_selected_songs(queue, qtbot):
    qtbot.keyClick(queue, Qt.Key.Key_Delete)
    assert queue.requests == []
    queue.selectRow(1)
    qtbot.keyClick(queue, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(queue, Qt.Key.Key_Delete)
    assert queue.requests == [RunMpdCommand(("deleteid", "12")), RunMpdCommand(("deleteid", "13"))]
    queue.selectAll()
    qtbot.keyClick(queue, Qt.Key.Key_Delete)
    assert queue.requests[2:] == [RunMpdCommand(("clear",))]


@pytest.mark.parametrize(
    ("place", "key", "requests"),
    [
        (1, Qt.Key.Key_Up, [RunMpdCommand(("moveid", "12", "0"))]),
        (1, Qt.Key.Key_Down, [RunMpdCommand(("moveid", "12", "2"))]),
        (0, Qt.Key.Key_Up, []),
        (3, Qt.Key.Key_Down, []),
    ],
)
def test_control_and_arrows_move(queue, qtbot, place, key, requests):
    queue.selectRow(place)
    qtbot.keyClick(queue, key, CONTROL)
    assert queue.requests == requests


def test_dropped_songs_come_before_or_after_the_one_below_the_mouse(queue):
    queue.selectRow(3)
    for place, low, wanted in ((1, False, "1"), (1, True, "2")):
        rect = queue.visualRect(queue.queue.index(place, 1))
        at = QPointF(rect.center().x(), rect.bottom() - 2 if low else rect.top() + 2)
        action, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
        queue.dropEvent(QDropEvent(at, action, QMimeData(), Qt.MouseButton.LeftButton, none))
        assert queue.requests.pop() == RunMpdCommand(("moveid", "14", wanted))
    assert titles(queue) == ["One", "Two", "Three", "Four"]  # until the group has moved it


def test_selected_songs_stay_selected_wherever_they_move(queue):
    queue.selectRow(2)
    queue.render(state(queue=(SONGS[2], *SONGS[:2], SONGS[3])))
    assert titles(queue) == ["Three", "One", "Two", "Four"]
    assert queue.chosen_song() == SONGS[2]
    assert queue.currentIndex().row() == 0
    queue.render(state(queue=SONGS[:2]))
    assert titles(queue) == ["One", "Two"]


def test_the_current_row_is_emitted(queue, qtbot):
    with qtbot.waitSignal(queue.chosen) as chosen:
        queue.selectRow(2)
    assert chosen.args == [SONGS[2]]


def test_only_changed_rows_are_inserted_and_removed(queue):
    many = tuple(QueueSong(n, f"{n}.ogg", str(n)) for n in range(16_384))
    queue.render(state(queue=many))
    changes = []
    queue.queue.rowsInserted.connect(lambda _parent, first, last: changes.append(("in", first, last)))
    queue.queue.rowsRemoved.connect(lambda _parent, first, last: changes.append(("out", first, last)))
    queue.render(state(queue=many))
    queue.render(state(queue=many[:9_000] + many[9_001:]))
    queue.render(state(queue=many))
    assert changes == [("out", 9_000, 9_000), ("in", 9_000, 9_000)]
    queue.selectAll()
    queue.render(state(queue=(many[-1], *many[:-1])))
    assert len(queue._places()) == 16_384


def test_an_empty_queue_says_how_to_fill_it(queue):
    queue.render(state(queue=()))
    with_text = queue.viewport().grab().toImage()
    queue._placeholder = lambda: ""
    assert queue.viewport().grab().toImage() != with_text
