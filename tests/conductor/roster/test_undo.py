"""Undoing the conductor's changes of members."""

import pytest

from drumcircle_gui.conductor.roster.undo import UndoHistory
from drumcircle_gui.protocol.entry_messages import Ban, ChangeBan, EntryUpdate
from drumcircle_gui.protocol.messages import Member, Moderate
from tests.tools.circle_snapshots import FERN, REED, circle

LIT = Member(5, "Moss", "player", 4, spotlight=True)


@pytest.mark.parametrize(
    ("request_", "undo"),
    [
        (Moderate(FERN.id, muted=True), Moderate(FERN.id, muted=False)),
        (Moderate(FERN.id, part="low", level=50), Moderate(FERN.id, part="", level=100)),
        (Moderate(FERN.id, name="Ash"), Moderate(FERN.id, name="Fern")),
        (Moderate(FERN.id, conducts=True), Moderate(FERN.id, conducts=False)),
        (Moderate(FERN.id, spotlight=True), Moderate(FERN.id, spotlight=False)),
    ],
)
def test_a_change_is_undone(request_, undo):
    history = UndoHistory()
    history.remember(circle(), request_)
    assert history.take(circle()) == undo
    assert history.take(circle()) is None


def test_the_spotlight_returns_to_where_it_was():
    history = UndoHistory()
    history.remember(circle(members=(FERN, LIT)), Moderate(FERN.id, spotlight=True))
    assert history.take(circle(members=(FERN, LIT))) == Moderate(LIT.id, spotlight=True)


def test_a_removed_player_may_come_back_as_long_as_there_is_a_ban():
    history = UndoHistory()
    for member in (FERN, REED):
        history.remember(circle(), Moderate(member.id, remove=True))
    rules = EntryUpdate("invite", bans=(Ban(7, "Fern", "192.0.2.1", "player"), Ban(8, "Fern", "192.0.2.2", "player")))
    assert history.take(circle(members=(), entry_rules=rules)) == ChangeBan(8, 0)
    assert history.take(circle(members=(), entry_rules=rules)) is None


def test_what_concerns_a_member_who_has_left_is_passed_over():
    history = UndoHistory()
    history.remember(circle(), Moderate(FERN.id, muted=True))
    history.remember(circle(), Moderate(REED.id, muted=False))
    assert history.take(circle(members=(FERN,))) == Moderate(FERN.id, muted=False)
