from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drumcircle_gui.settings import Appearance, ConductorSettings, PlayerSettings, Settings
from drumcircle_gui.shell.start.start_cards_view import ConductCard
from drumcircle_gui.shell.start.start_requests import (
    ConductElsewhere,
    ForgetCircle,
    JoinCircle,
    LaunchCircle,
    OpenRecordings,
    OpenRooms,
)
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.widgets.notice import Notice, NoticeLine
from drumcircle_gui.widgets.page_layout import ScrollBody
from drumcircle_gui.widgets.pill import Pill
from tests.directory.accounts.test_account_dialog_view import FERN, HUB, OUT, WAITING
from tests.directory.test_found import OAK
from tests.tools.accessibility import nameless, out_of_reach
from tests.tools.circle_snapshots import INVITE
from tests.tools.looks import give_look, show_page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

USUAL = Settings(
    conductor=ConductorSettings("Dusk", 8010, 96.5, 12, 2),
    player=PlayerSettings(name="Fern", recent=(str(INVITE), "drumcircle://broken")),
)


@pytest.fixture
def start(request, qtbot, qapp: QApplication):
    """The start page with these settings, in a window of the usual size."""
    give_look(qapp, request)

    def shown(settings=USUAL):
        page = StartView(settings, "Ada")
        show_page(page, request, qtbot)
        page.requests = []
        page.requested.connect(page.requests.append)
        return page

    return shown


def test_everything_has_a_name_and_can_be_reached_by_key(start):
    page = start()
    page.complain("It did not work.", "Try another port.")
    assert nameless(page) == []
    assert out_of_reach(page) == []


def test_the_last_circles_values_are_offered(start, qtbot):
    page = start()
    qtbot.mouseClick(page.conduct.launch, Qt.MouseButton.LeftButton)
    assert page.requests == [LaunchCircle("Dusk", 8010, 96.5, 12, 2, conductor="Fern")]


def test_recordings_are_opened_by_mouse_and_by_key(start, qtbot):
    page = start()
    qtbot.mouseClick(page.recordings, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.requests == [OpenRecordings(), OpenRecordings()])


def test_rooms_are_opened(start, qtbot):
    page = start()
    qtbot.mouseClick(page.rooms.open, Qt.MouseButton.LeftButton)
    assert page.requests == [OpenRooms()]


def test_a_circle_is_launched_with_other_values(start, qtbot):
    page = start()
    for figure, text in ((page.conduct.tempo, "72"), (page.conduct.beats, "8"), (page.conduct.port, "0")):
        figure.setFocus()
        figure.focusProxy().selectAll()
        qtbot.keyClicks(figure.focusProxy(), text)
    page.conduct.name.clear()
    page.conduct.name.setFocus()
    qtbot.keyClick(page.conduct.name, Qt.Key.Key_Return)
    assert page.requests == [LaunchCircle("Drum circle", 0, 72, 8, 2, conductor="Fern")]


def test_a_name_too_long_for_a_hub_cannot_be_typed_or_offered(start, qtbot):
    page = start(Settings(conductor=ConductorSettings(40 * "x")))
    assert page.conduct.name.text() == 32 * "x"
    page.conduct.name.clear()
    qtbot.keyClicks(page.conduct.name, 33 * "y")
    qtbot.mouseClick(page.conduct.launch, Qt.MouseButton.LeftButton)
    assert [launch.name for launch in page.requests] == [32 * "y"]


@pytest.mark.parametrize("typed", ["80000", "-1", "port"])
def test_an_invalid_port_is_not_accepted(start, qtbot, typed):
    page = start()
    page.conduct.port.setFocus()
    page.conduct.port.focusProxy().selectAll()
    qtbot.keyClicks(page.conduct.port.focusProxy(), typed)
    qtbot.mouseClick(page.conduct.launch, Qt.MouseButton.LeftButton)
    assert [request.port for request in page.requests] == [8010]


def pasted(qtbot, line, text):
    QApplication.clipboard().setText(text)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_pasted_invite_is_joined(start, qtbot):
    page = start()
    pasted(qtbot, page.join.invite.text, f"  {INVITE}\n")
    qtbot.mouseClick(page.join.invite.button, Qt.MouseButton.LeftButton)
    assert page.requests == [JoinCircle(INVITE, "Fern")]


def test_a_pasted_conductors_invite_is_conducted(start, qtbot):
    page = start()
    pasted(qtbot, page.conduct.elsewhere.text, str(INVITE))
    qtbot.keyClick(page.conduct.elsewhere.text, Qt.Key.Key_Return)
    assert page.requests == [ConductElsewhere(INVITE, "Fern")]


@pytest.mark.parametrize("text", ["", "hello", "http://example.org", str(INVITE)[:-30]])
def test_a_bad_invite_is_reported_until_it_is_changed(start, qtbot, text):
    page = start()
    line = page.join.invite
    pasted(qtbot, line.text, text)
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert page.requests == []
    assert line.problem.isVisible()
    said = line.problem.text()
    assert said[0].isupper() and said.endswith(".")
    qtbot.keyClicks(line.text, "x")
    assert not line.problem.isVisible()


def test_a_new_user_has_the_login_name_and_no_recent_circles(start, qtbot):
    page = start(Settings())
    assert page.join.name.text() == "Ada"
    assert not page.join.recent.isVisible()
    page.join.name.clear()
    pasted(qtbot, page.join.invite.text, str(INVITE))
    qtbot.mouseClick(page.join.invite.button, Qt.MouseButton.LeftButton)
    assert page.requests == [JoinCircle(INVITE, "Player")]


def test_a_recent_circle_is_joined_again(start, qtbot):
    page = start()
    recent = page.join.recent
    assert [recent.item(n).text() for n in range(recent.count())] == ["Glade at 127.0.0.1"]
    recent.setCurrentRow(0)
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    assert page.requests == [JoinCircle(INVITE, "Fern")]


@pytest.mark.parametrize("way", ["key", "button"])
def test_a_recent_circle_can_be_removed(start, qtbot, way):
    page = start()
    if way == "key":
        qtbot.keyClick(page.join.recent, Qt.Key.Key_Delete)
    else:
        qtbot.mouseClick(page.join.forget, Qt.MouseButton.LeftButton)
    assert page.requests == [ForgetCircle(str(INVITE))]
    assert page.join.recent.count() == 0
    qtbot.keyClick(page.join.recent, Qt.Key.Key_Delete)
    assert len(page.requests) == 1


def test_while_connecting_the_page_says_where_and_keeps_the_invite(start):
    page = start()
    page.show_connecting(INVITE)
    assert "Connecting to “Glade” at 127.0.0.1" in page.notices.findChild(NoticeLine).accessibleName()
    assert page.join.invite.text.text() == str(INVITE) and page.join.invite.text.cursorPosition() == 0


def test_an_error_is_shown_until_the_next_one(start):
    page = start()
    assert not page.notices.isVisible()
    page.complain("Port 8010 is in use.", "Close the other circle.")
    assert page.notices.findChild(NoticeLine).accessibleName() == "Port 8010 is in use. Close the other circle."
    page.complain("")
    assert not page.notices.isVisible()


def test_a_theme_is_chosen(start, qtbot):
    page = start(Settings(appearance=Appearance("dark")))
    pills = {pill.text(): pill for pill in page.themes.findChildren(Pill)}
    assert pills["Dark"].isChecked()
    qtbot.mouseClick(pills["Light"], Qt.MouseButton.LeftButton)
    assert page.requests == [Appearance("light")]


@pytest.mark.styled
def test_it_fits_the_smallest_window(start):
    least = start().minimumSizeHint()
    assert least.width() <= 1024 and least.height() <= 640


def test_an_invite_that_was_clicked_on_waits_for_the_users_decision(start, qtbot):
    page = start()
    page.offer(INVITE)
    assert "You are invited to “Glade”" in page.notices.findChild(NoticeLine).accessibleName()
    assert page.requests == []
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.requests == [JoinCircle(INVITE, "Fern")]


@pytest.mark.styled
@pytest.mark.parametrize("offers", [(), (Notice("first", "New here?", "", "plain", "Quick start"),)])
def test_on_a_small_screen_the_main_buttons_are_in_sight(start, qapp, offers):
    page = start()
    for offer in offers:
        page.add_offer(offer)
    page.resize(910, 472)
    qapp.processEvents()
    for button in (page.conduct.launch, page.join.invite.button, page.rooms.open):
        assert button.visibleRegion().boundingRect().size() == button.size()


@pytest.mark.styled
def test_a_usual_screen_shows_all_while_the_player_waits_to_be_let_in(start, qapp):
    page = start()
    page.conduct.offer_hubs((("hub.example.org:8004", "School"),))
    page.show_connecting(INVITE)
    page.show_waiting("You have knocked.")
    page.resize(1366, 768)
    qapp.processEvents()
    assert [notice.text for notice in page.notices.shown()] == ["Waiting to be let in to “Glade” …"]
    assert page.findChild(ScrollBody).verticalScrollBar().maximum() == 0


def test_a_hub_with_a_long_name_does_not_widen_the_page(qtbot):
    widths = []
    for name in "School", "The town's hub for everybody who likes to drum in the park":
        card = ConductCard(Settings(), "Fern")
        qtbot.addWidget(card)
        card.offer_hubs((("hub.example.org:8004", name),))
        widths.append(card.minimumSizeHint().width())
    assert widths[0] == widths[1]


def test_a_circle_for_accounts_asks_to_log_in_first(start):
    page, wanted, joined = start(), [], []
    page.join.accounts.account_wanted.connect(wanted.append)
    page.requested.connect(joined.append)
    circle = replace(OAK, entry="account", address=(HUB.address.host, HUB.address.port))
    for account in (OUT, WAITING, FERN):
        page.join.accounts.render(account)
        page.join.found.joined.emit(circle)
    assert wanted == [str(HUB.address)] * 2
    assert joined == [JoinCircle(circle.invite, "Fern")]
