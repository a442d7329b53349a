from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from drumcircle_gui.mpd.model.downbeat import Downbeat
from drumcircle_gui.mpd.model.rooms_intents import DiscoverRooms, DismissRoomsNotice, RemoveRoom, RunMpdCommand
from drumcircle_gui.mpd.model.rooms_state import RoomSample, RoomsEvent, RoomsNotice, RoomsState
from drumcircle_gui.mpd.view.dialogs.connect_view import ConnectDialog
from drumcircle_gui.mpd.view.dialogs.leave_view import LeaveDialog
from drumcircle_gui.mpd.view.dialogs.room_view import RoomDialog
from drumcircle_gui.mpd.view.dialogs.tap_offset_view import TapDialog
from drumcircle_gui.mpd.view.rooms_view import RoomsView
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from drumcircle_gui.widgets.notice import NoticeLine
from drumcircle_gui.widgets.pill import Pill
from tests.mpd.views import KITCHEN, QUIET, SONGS, TERRACE, state
from tests.tools.accessibility import nameless, out_of_reach
from tests.tools.looks import give_look, show_page

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton
BEATS = (Downbeat(Micros(local_micros() + 3600 * SECOND), 7, 110.0),)


@pytest.fixture
def view(request, qtbot, qapp):
    give_look(qapp, request)
    page = RoomsView()
    page.render(state())
    page.requests = []
    page.requested.connect(page.requests.append)
    show_page(page, request, qtbot)
    return page


def pill(page, text):
    return next(one for one in page.findChildren(Pill) if one.text() == text and one.isVisible())


@pytest.mark.parametrize("page", range(4))
def test_everything_has_a_name_and_can_be_reached_by_key(view, page):
    view.offer_downbeats(BEATS)
    view.rooms.table.choose("Terrace")
    view.pages.show_page(page)
    assert nameless(view) == []
    assert out_of_reach(view) == []


def test_the_header_shows_where_clients_connect(view):
    assert view.header.about.accessibleName() == "MPD clients: localhost:6600 · 2 clients"
    view.render(state(clients=1))
    assert view.header.about.accessibleName() == "MPD clients: localhost:6600 · 1 client"
    view.render(state(listening=""))
    assert view.header.about.accessibleName() == "closed for MPD clients"


def test_the_page_explains_how_a_phone_connects(view, qtbot):
    view.render(state(listening="0.0.0.0:6600", reachable="192.168.1.20:6600"))
    assert "192.168.1.20:6600" in view.header.about.accessibleName()
    qtbot.mouseClick(view.header.connect_client, LEFT)
    assert isinstance(view.dialog, ConnectDialog) and view.dialog.address.text() == "192.168.1.20:6600"


def test_all_parts_emit_requests_through_one_signal(view, qtbot):
    view.offer_downbeats(BEATS)
    qtbot.mouseClick(view.header.transport.next, LEFT)
    qtbot.mouseClick(view.pages.clear, LEFT)
    view.rooms.table.choose("Terrace")
    qtbot.keyClick(view.rooms.table, Qt.Key.Key_Space)
    view.pages.queue.selectRow(0)
    qtbot.mouseClick(view.downbeat.cue, LEFT)
    kinds = [type(request).__name__ for request in view.requests]
    assert kinds == ["RunMpdCommand", "RunMpdCommand", "SwitchRoom", "CueSong"]
    assert view.requests[-1].id == SONGS[0].id


def test_the_selected_room_is_the_same_in_table_and_plots(view):
    assert not view.rooms.edit.isVisible()
    view.rooms.table.choose("Terrace")
    assert view.rooms.edit.isVisible() and view.rooms.remove.isVisible()
    assert view.plots.latency._highlit == "Terrace"
    view.plots.latency.clicked.emit("Kitchen")
    assert view.rooms.table.chosen_room() == "Kitchen"


def test_the_headline_counts_rooms_that_are_measured_to_be_together(view):
    assert view.rooms.accessibleName() == "2 rooms play, not measured yet"
    kitchen, terrace = replace(KITCHEN, skew=Micros(0)), replace(TERRACE, skew=Micros(700))
    view.render(state(rooms=(kitchen, TERRACE)))
    assert view.rooms.accessibleName() == "1 of 2 rooms together, 1 not measured yet"
    view.render(state(rooms=(kitchen, terrace)))
    assert view.rooms.accessibleName() == "All 2 rooms together"
    view.render(state(rooms=(KITCHEN, replace(TERRACE, on=False))))
    assert view.rooms.accessibleName() == "1 room"
    view.render(state(rooms=(replace(KITCHEN, on=False), replace(TERRACE, on=False))))
    assert view.rooms.accessibleName() == "All rooms are off"
    view.render(state(rooms=(kitchen, replace(TERRACE, presence=type(TERRACE.presence).GONE))))
    assert view.rooms.accessibleName() == "1 of 2 rooms together"


def test_without_rooms_the_page_explains_what_a_room_is(view, qtbot):
    view.render(RoomsState("localhost:6600"))
    assert view.empty.isVisible() and not view.rooms.isVisible() and not view.header.transport.isVisible()
    for text in ("Add a room", "Look for rooms"):
        qtbot.mouseClick(pill(view.empty, text), LEFT)
        assert isinstance(view.dialog, RoomDialog)
        view.dialog.close()
        assert view.dialog is None
    assert view.requests == [DiscoverRooms(True), DiscoverRooms(False)] * 2
    view.render(state())
    assert view.rooms.isVisible() and not view.empty.isVisible() and view.header.transport.isVisible()


def test_rooms_are_edited_and_tapped_along_in_dialogs_that_stay_up_to_date(view, qtbot):
    view.rooms.table.choose("Terrace")
    qtbot.mouseClick(view.rooms.tap, LEFT)
    assert isinstance(view.dialog, TapDialog)
    view.render(state(rooms=(KITCHEN,)))
    assert view.dialog is None
    view.render(state())
    view.rooms.table.choose("Terrace")
    qtbot.mouseClick(view.rooms.edit, LEFT)
    assert view.dialog.host.text() == "fd00::7"
    view.dialog.close()
    view.edit_room("Nowhere")
    assert view.dialog is None


def test_a_room_is_removed_only_after_a_question(view, qtbot):
    view.rooms.table.choose("Terrace")
    qtbot.mouseClick(view.rooms.remove, LEFT)
    assert view.requests == []
    qtbot.mouseClick(view.dialog.yes, LEFT)
    assert view.requests == [RemoveRoom("Terrace")]


def test_notices_are_shown_until_they_are_dismissed(view, qtbot):
    view.render(state(notices=(RoomsNotice(4, "The Terrace refuses us", "Give its password."),)))
    line = view.notices.findChild(NoticeLine)
    assert line.accessibleName() == "The Terrace refuses us Give its password."
    qtbot.mouseClick(line.findChild(Pill), LEFT)
    assert view.requests == [DismissRoomsNotice(4)]


def test_a_failed_export_is_reported(view, qtbot):
    view.plots.failed.emit("disk full")
    line = view.notices.findChild(NoticeLine)
    assert "disk full" in line.accessibleName()
    qtbot.mouseClick(line.findChild(Pill), LEFT)
    assert view.requests == []
    view.render(state())
    assert not view.notices.isVisible()


def test_back_and_escape_leave_the_page(view, qtbot):
    left = []
    view.left.connect(lambda: left.append(1))
    qtbot.mouseClick(view.header.back, LEFT)
    qtbot.keyClick(view.rooms.table, Qt.Key.Key_Escape)
    assert len(left) == 2


def test_closing_asks_while_music_plays_or_clients_are_connected(view, qtbot):
    gone = []
    view.ask_to_leave(lambda: gone.append("at once"))
    assert isinstance(view.dialog, LeaveDialog) and view.dialog.isVisible() and not gone
    qtbot.mouseClick(view.dialog.no, LEFT)
    assert view.dialog is None and not gone
    view.ask_to_leave(lambda: gone.append("meant"))
    qtbot.mouseClick(view.dialog.yes, LEFT)
    assert view.dialog is None and gone == ["meant"]
    view.ask_to_leave(lambda: gone.append("alone"))
    view.render(state(clients=0))
    assert view.dialog is not None, "music still plays"
    view.render(state(clients=0, playing=replace(state().playing, playing="stop")))
    assert view.dialog is None and gone == ["meant", "alone"]
    view.ask_to_leave(lambda: gone.append("at once"))
    assert view.dialog is None and gone[-1] == "at once"


def test_a_question_replaces_the_open_dialog(view):
    view.add_room()
    first, gone = view.dialog, []
    view.ask_to_leave(lambda: gone.append("first"))
    assert not first.isVisible()
    view.ask_to_leave(lambda: gone.append("second"))
    view.dialog.accept()
    assert view.dialog is None and gone == ["second"]


def test_downbeats_and_tempo_come_and_go_with_the_circle(view, qtbot):
    assert not view.downbeat.isVisible()
    view.offer_downbeats(BEATS)
    view.render(state(queue=tuple(replace(song, bpm=100.0) for song in SONGS)))
    with qtbot.waitSignal(view.tempo_requested) as wanted:
        qtbot.mouseClick(view.downbeat.tempo, LEFT)
    assert wanted.args == [100.0]
    view.offer_downbeats(())
    assert not view.downbeat.isVisible()


def test_samples_are_drawn(view):
    view.add_samples([RoomSample("Terrace", Micros(local_micros() + n * SECOND), Micros(9_000)) for n in (-5, -4)])
    assert list(view.plots.latency.lines["Terrace"].values) == [4.5]


def test_pages_are_changed_by_mouse_and_key(view, qtbot):
    qtbot.mouseClick(pill(view.pages, "Files"), LEFT)
    assert view.pages.files.isVisible() and not view.pages.clear.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(view.pages.queue.isVisible)
    assert view.pages.clear.isVisible()


@pytest.mark.styled
def test_in_a_wide_window_events_are_always_visible(view, qtbot):
    view.render(state(events=(RoomsEvent(1, local_micros(), "room", "Terrace", "is back"),)))
    view.pages.show_page(3)
    view.resize(1920, 1080)
    qtbot.waitUntil(view.events.isVisible)
    assert view.events.events.rowCount() == 1
    assert view.pages.queue.isVisible()
    view.resize(1440, 860)
    qtbot.waitUntil(lambda: not view.events.isVisible())
    assert pill(view.pages, "Events")


def test_unchanged_parts_are_not_rendered_again(view, monkeypatch):
    now = state()
    view.render(now)
    pages = view.pages
    for part in (view.rooms, view.plots, view.events, view.notices, pages.queue, pages.files, pages.events):
        monkeypatch.setattr(part, "render", lambda *_, part=part: pytest.fail(f"{part} was shown anew"))
    view.render(replace(now, clients=3))


@pytest.mark.styled
@pytest.mark.parametrize("size", [(1024, 600), (1440, 860)])
def test_nothing_lies_outside_the_window_even_as_one_of_its_tabs(view, qtbot, size):
    view.offer_downbeats(BEATS)
    view.rooms.table.choose("Terrace")
    assert view.minimumSizeHint().width() <= 1024 and view.minimumSizeHint().height() <= 600
    view.resize(*size)
    qtbot.waitUntil(lambda: (view.width(), view.height()) == size)
    for part in (
        view.header.back,
        view.downbeat.tempo,
        view.rooms.add,
        view.rooms.table,
        view.plots.skew,
        view.pages.queue,
    ):
        low = part.mapTo(view, QPoint(part.width(), part.height()))
        assert low.x() <= view.width() and low.y() <= view.height(), part


def test_control_space_pauses(view, qtbot):
    qtbot.keyClick(view.rooms.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.requests == [RunMpdCommand(("pause", "1"))])


def test_escape_dismisses_a_notice_before_it_leaves_the_page(view, qtbot):
    left = []
    view.left.connect(lambda: left.append(1))
    view.render(state(notices=(RoomsNotice(4, "The Terrace refuses us", "Enter its password."),)))
    qtbot.keyClick(view.rooms.table, Qt.Key.Key_Escape)
    assert view.requests == [DismissRoomsNotice(4)] and not left
    qtbot.keyClick(view.rooms.table, Qt.Key.Key_Escape)
    assert left
