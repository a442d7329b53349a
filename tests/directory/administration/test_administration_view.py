"""The page of a hub's accounts: what its parts request, together, and what it shows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from drumcircle_gui.directory.administration.administration_state import (
    AccountFilter,
    AdministrationNotice,
    AdministrationState,
    ChangeStanding,
    EndShownLogin,
    FindAccounts,
    LoadMoreAccounts,
    ReadAudit,
    ShowLogins,
    UndoStanding,
)
from drumcircle_gui.directory.administration.administration_view import AdministrationView
from drumcircle_gui.directory.hub_address import HubAddress, KnownHub
from drumcircle_gui.protocol.directory import AccountShown, AuditRow, LoginRow
from tests.tools.accessibility import nameless, out_of_reach

from .people import NOW, people, person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WAITING = person(1, "waiting")
SOME = (WAITING, person(2, "disabled"), person(3, role="administrator"))
STATE = AdministrationState(rows=SOME, total=3, answered=True)


@pytest.fixture
def page(qtbot):
    view = AdministrationView(KnownHub(HubAddress("hub.example.org"), "School", registered=True))
    view.wanted = []
    view.requested.connect(view.wanted.append)
    qtbot.addWidget(view)
    view.resize(910, 472)
    view.show()
    view.render(STATE)
    return view


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(view, *places):
    view.table.clearSelection()
    for place in places:
        index = view.table.rows.index(place, 0)
        view.table.selectionModel().select(
            index, view.table.selectionModel().SelectionFlag.Select | view.table.selectionModel().SelectionFlag.Rows
        )


def test_everything_has_a_name_and_is_reached_by_key(qtbot, page):
    choose(page, 0)
    assert nameless(page) == []
    assert out_of_reach(page) == []
    page.turn_to(1)
    assert nameless(page) == []


def test_many_are_selected_approved_disabled_given_a_role_and_that_is_taken_back(qtbot, page):
    buttons = page.buttons
    assert not (buttons.enable.isEnabled() or buttons.disable.isEnabled() or buttons.mail.isEnabled())
    choose(page, 0, 2)
    assert buttons.enable.text() == "Approve" and page.filters.count.accessibleName() == "2 selected"
    click(qtbot, buttons.enable)
    choose(page, 1)
    assert buttons.enable.text() == "Enable" and not buttons.disable.isEnabled()
    choose(page, 0, 1)
    click(qtbot, buttons.disable)
    buttons.role.activated.emit(1)
    assert page.wanted == [
        ChangeStanding((SOME[0], SOME[2]), "enabled"),
        ChangeStanding((SOME[0], SOME[1]), "disabled"),
        ChangeStanding((SOME[0], SOME[1]), "", "conductor"),
    ]
    page.render(replace(STATE, changing=2))
    assert not buttons.enable.isEnabled() and page.filters.count.accessibleName() == "2 to change"
    page.render(replace(STATE, notice=AdministrationNotice(1, state="enabled", count=1)))
    [line] = page.notices.shown()
    assert (line.text, line.action) == ("1 account enabled.", "Undo")
    page.notices.acted.emit(line.key)
    assert page.wanted[-1] == UndoStanding()
    partly = AdministrationNotice(2, "Ada is the only administrator.", state="disabled", count=5)
    page.render(replace(STATE, notice=partly))
    [line] = page.notices.shown()
    assert (line.text, line.advice) == ("5 accounts disabled.", "Ada is the only administrator.")
    assert (line.kind, line.action) == ("warn", "Undo")


def test_search_filter_and_all_of_them(qtbot, page):
    qtbot.keyClicks(page.filters.search, "fe")
    page.filters.state.setCurrentIndex(1)
    page.filters.role.setCurrentIndex(3)
    assert page.wanted[-1] == FindAccounts(AccountFilter("fe", "waiting", "administrator"))
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.table.chosen()) == 3
    page.render(AdministrationState(rows=people(200), total=450, answered=True))
    page.wanted.clear()
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.wanted == [LoadMoreAccounts(all=True)]
    page.render(AdministrationState(rows=people(400), total=450, answered=True))
    assert len(page.table.chosen()) < 400
    page.render(AdministrationState(rows=people(450), total=450, answered=True))
    assert len(page.table.chosen()) == 450


def test_what_went_wrong_is_said_and_escape_leaves(qtbot, page):
    page.render(replace(STATE, notice=AdministrationNotice(1, "The hub does not answer.")))
    [line] = page.notices.shown()
    assert (line.text, line.action, line.kind) == ("The hub does not answer.", "", "bad")
    left = []
    page.left.connect(lambda: left.append(1))
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not left and not page.notices.shown()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert left == [1]
    page.wanted.clear()
    qtbot.keyClick(page, Qt.Key.Key_F5)
    assert page.wanted == [FindAccounts(AccountFilter())]


def test_the_rest_of_a_long_list_is_requested_when_it_comes_into_sight(qtbot, page):
    page.render(AdministrationState(rows=people(200), total=10_000, answered=True))
    page.wanted.clear()
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: LoadMoreAccounts() in page.wanted)


def test_the_dialog_of_logins_opens_follows_and_closes_with_the_shown_account(qtbot, page):
    choose(page, 2)
    click(qtbot, page.buttons.logins)
    assert page.wanted[-1] == ShowLogins(SOME[2].name)
    logins = LoginRow("a", NOW, NOW, "192.0.2.1"), LoginRow("b", NOW, NOW, "", current=True)
    page.render(replace(STATE, shown=AccountShown(SOME[2], logins)))
    dialog = page.logins
    click(qtbot, dialog.rows["a"])
    assert page.wanted[-1] == EndShownLogin("a")
    page.render(replace(STATE, shown=AccountShown(SOME[2], logins[1:])))
    assert page.logins is dialog and list(dialog.rows) == ["b"]
    dialog.reject()
    assert page.wanted[-1] == ShowLogins("") and page.logins is None
    page.render(page._state)
    assert page.logins is None
    page.render(replace(STATE, shown=AccountShown(SOME[2], ())))
    assert page.logins.none.isVisible()


def test_the_audit_log_is_read_when_its_tab_is_shown(qtbot, page):
    click(qtbot, page.tabs[1])
    assert page.wanted[-1] == ReadAudit("")
    page.render(replace(STATE, audit=(AuditRow(1, NOW, "Ada", "set enabled", "Fern"),)))
    assert page.audit.lines.index(0, 3).data() == "Fern"
    qtbot.keyClicks(page.audit.search, "x")
    assert page.wanted[-1] == ReadAudit("x")


def test_a_mail_to_the_selected_accounts_is_opened_or_split(qtbot, page, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    choose(page, 0, 1)
    click(qtbot, page.buttons.mail)
    assert opened == ["mailto:?bcc=player1@example.org,player2@example.org"] and page.mail is None
    page.render(AdministrationState(rows=people(150), total=150, answered=True))
    page.table.selectAll()
    click(qtbot, page.buttons.mail)
    assert len(opened) == 1 and len(page.mail.parts) == 2
    page.mail.reject()
