"""The page of a hub's accounts: what it shows, selects and asks for; 10,000 accounts; names that look like HTML."""

from dataclasses import replace

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication

from drumcircle_gui.directory.administration.administration_state import (
    AccountFilter,
    AdministrationNotice,
    AdministrationState,
    ChangeStanding,
    EndShownLogin,
    FindAccounts,
    LoadMoreAccounts,
    ReadAudit,
    ReadOlderAudit,
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


def test_selected_accounts_stay_selected_when_the_list_changes(qtbot, page):
    choose(page, 0, 1)
    approved = msgspec.structs.replace(WAITING, state="enabled")
    page.render(AdministrationState(rows=(person(7, "waiting"), SOME[2], SOME[1], approved), total=4, answered=True))
    assert page.table.chosen() == (SOME[1], approved)
    page.render(AdministrationState(rows=(approved,), total=1, answered=True))
    assert page.table.chosen() == (approved,)


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


def test_the_rest_of_a_long_list_is_asked_for_when_it_comes_into_sight_and_once(qtbot, page):
    page.render(AdministrationState(rows=people(200), total=10_000, answered=True))
    page.wanted.clear()
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: LoadMoreAccounts() in page.wanted)
    page.table.scrollToTop()
    page.table.scrollToBottom()
    assert page.wanted.count(LoadMoreAccounts()) == 1


def test_ten_thousand_accounts_are_added_in_parts_without_a_reset(qtbot, page):
    everybody, resets, inserted = people(10_000), [], []
    page.render(AdministrationState(rows=everybody[:200], total=10_000, answered=True))
    page.table.rows.modelReset.connect(lambda: resets.append(1))
    page.table.rows.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    for loaded in range(400, 10_001, 200):
        page.render(AdministrationState(rows=everybody[:loaded], total=10_000, answered=True))
    assert not resets and inserted == [(first, first + 199) for first in range(200, 10_000, 200)]
    changed = msgspec.structs.replace(everybody[5000], role="conductor")
    with qtbot.waitSignal(page.table.rows.dataChanged):
        page.render(
            AdministrationState(rows=(*everybody[:5000], changed, *everybody[5001:]), total=10_000, answered=True)
        )
    assert page.table.rows.account(5000) == changed and not resets


def test_a_name_is_shown_as_it_stands(qtbot, page):
    odd = msgspec.structs.replace(WAITING, name="<img src=/dev/zero>")
    page.render(AdministrationState(rows=(odd,), total=1, answered=True))
    page.grab()
    index = page.table.rows.index(0, 0)
    assert index.data() == "<img src=/dev/zero>"
    assert "&lt;img" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_logins_are_shown_ended_and_closed(qtbot, page):
    choose(page, 2)
    click(qtbot, page.buttons.logins)
    assert page.wanted[-1] == ShowLogins(SOME[2].name)
    logins = LoginRow("a", NOW, NOW, "192.0.2.1"), LoginRow("b", NOW, NOW, "", current=True)
    shown = replace(STATE, shown=AccountShown(SOME[2], logins))
    page.render(shown)
    dialog = page.logins
    assert nameless(dialog) == [] and not dialog.rows["b"].isEnabled()
    click(qtbot, dialog.rows["a"])
    assert page.wanted[-1] == EndShownLogin("a")
    page.render(replace(STATE, shown=AccountShown(SOME[2], logins[1:])))
    assert list(dialog.rows) == ["b"]
    dialog.reject()
    assert page.wanted[-1] == ShowLogins("") and page.logins is None
    page.render(page._state)
    assert page.logins is None
    page.render(replace(STATE, shown=AccountShown(SOME[2], ())))
    assert page.logins.none.isVisible()


def test_the_audit_log_is_read_when_its_tab_is_shown_searched_and_older_lines_follow(qtbot, page):
    click(qtbot, page.tabs[1])
    assert page.wanted[-1] == ReadAudit("")
    lines = tuple(AuditRow(n, NOW, "Ada", "set enabled", f"Fern {n}", "192.0.2.1") for n in range(200, 0, -1))
    page.render(replace(STATE, audit=lines, audit_more=True))
    texts = [page.audit.lines.index(0, column).data() for column in range(1, 5)]
    assert texts == ["Ada", "enabled", "Fern 200", "192.0.2.1"]
    page.audit.table.scrollToBottom()
    qtbot.waitUntil(lambda: ReadOlderAudit() in page.wanted)
    page.render(replace(STATE, audit=lines * 2))
    assert page.audit.lines.rowCount() == 400 and page.wanted.count(ReadOlderAudit()) == 1
    qtbot.keyClicks(page.audit.search, "x")
    assert page.wanted[-1] == ReadAudit("x")


def test_a_mail_is_opened_or_split_or_its_addresses_are_copied(qtbot, page, monkeypatch):
    opened, opens = [], [True]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or opens[0])
    choose(page, 0, 1)
    click(qtbot, page.buttons.mail)
    assert opened == ["mailto:?bcc=player1@example.org,player2@example.org"] and page.mail is None
    page.render(AdministrationState(rows=people(150), total=150, answered=True))
    page.table.selectAll()
    click(qtbot, page.buttons.mail)
    assert len(opened) == 1 and len(page.mail.parts) == 2
    opens[0] = False
    click(qtbot, page.mail.parts[1])
    assert "player149@" in opened[-1] and page.mail.note.isVisible()
    click(qtbot, page.mail.copy)
    assert QGuiApplication.clipboard().text().count("@") == 150
    page.mail.reject()


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
