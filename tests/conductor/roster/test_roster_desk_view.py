"""The conductor's card of players."""

import pytest

from drumcircle_gui.client.circle_state import HeardStroke
from drumcircle_gui.conductor.roster.roster_desk_view import MANY_MEMBERS, RosterDesk
from drumcircle_gui.protocol.entry_messages import Ban, ChangeBan, EntryUpdate
from drumcircle_gui.protocol.messages import Member, Moderate
from drumcircle_gui.timing.units import Micros, beats
from tests.tools.circle_snapshots import FERN, OAK, REED, band, circle

LIT = Member(FERN.id, FERN.name, "player", 1, spotlight=True)
LEADS = Member(FERN.id, FERN.name, "player", 1, conducts=True)
BANNED = EntryUpdate("invite", bans=(Ban(7, "Fern", "192.0.2.1", "player"),))


@pytest.fixture
def desk(qtbot):
    desk = RosterDesk()
    qtbot.addWidget(desk)
    desk.render(circle())
    desk.asked = []
    desk.requested.connect(desk.asked.append)
    return desk


def test_many_players_are_shown_after_the_rest_of_the_page(desk, qtbot):
    model, before = desk.panel.table.model(), desk.panel.table.model().rowCount()
    desk.render(band(count=MANY_MEMBERS + 10))
    assert model.rowCount() == before
    qtbot.waitUntil(lambda: model.rowCount() == MANY_MEMBERS + 10)


def test_the_spotlight_is_shown_and_ended(desk):
    desk.panel.choose(FERN.id)
    desk.menu.spotlight.trigger()
    assert desk.spotlight.isHidden()
    desk.render(circle(members=(OAK, LIT, REED)))
    assert desk.spotlight.text.text() == "Fern is in the spotlight"
    desk.spotlight.end.click()
    desk.menu.spotlight.trigger()
    assert desk.asked == [Moderate(FERN.id, spotlight=True), *[Moderate(FERN.id, spotlight=False)] * 2]


def test_powers_are_given_and_taken_back(desk):
    desk.panel.choose(FERN.id)
    desk.menu.powers.trigger()
    desk.render(circle(members=(OAK, LEADS, REED)))
    desk.menu.menu.aboutToShow.emit()
    assert desk.menu.powers.text() == "Take back conducting"
    desk.menu.powers.trigger()
    assert desk.asked == [Moderate(FERN.id, conducts=True), Moderate(FERN.id, conducts=False)]


def test_a_player_with_powers_gives_none(desk):
    desk.render(circle(role="player", me=FERN.id, members=(OAK, LEADS, REED)))
    desk.menu.menu.aboutToShow.emit()
    assert not desk.menu.powers.isEnabled()


@pytest.mark.parametrize("by_notice", [True, False])
def test_a_removal_is_undone(desk, by_notice):
    desk.panel.remove_requested.emit(FERN.id)
    [notice] = desk.notices
    assert notice.action == "Undo"
    desk.render(circle(members=(OAK, REED), entry_rules=BANNED))
    assert desk.act(notice.key) if by_notice else desk.undo.trigger() is None
    assert desk.asked[1:] == [ChangeBan(7, 0)]
    assert [each.text for each in desk.notices] == ["Fern may come back."]
    assert desk.dismiss(desk.notices[0].key)
    assert not desk.act("other")


def test_a_right_click_offers_the_same(desk):
    row = desk.panel.table.row_of(REED.id)
    texts = [action.text() for action in desk.panel.table.menu(row).actions()]
    assert {"Message Reed", "Spotlight: louder than all others", "Part", "Let this player conduct"} <= set(texts)
    assert desk.panel.table.selected() == row


def test_each_player_and_all_together_are_measured(desk):
    assert desk.together.isHidden()
    seen = circle()
    desk.add_strokes([HeardStroke(FERN.id, beats(n + 0.02), 38, 100, Micros(0)) for n in range(20)], seen)
    desk.render(seen)
    timing = desk.panel.table.row_of(FERN.id).timing
    assert timing == (10_000, 0)
    assert desk.panel.table.row_of(REED.id).timing is None
    assert desk.together.text.text() == "Last cycle: together within 0 ms"
