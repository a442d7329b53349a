"""Knocking, limited invites, bans and the entry policy, in the circle's state machine."""

import pytest

from drumcircle_gui.protocol.entry_messages import (
    MAX_INVITES,
    AnswerKnock,
    ChangeBan,
    ChangeEntry,
    EntryUpdate,
    KeysUpdate,
    MakeInvite,
    RenewKeys,
    RevokeInvite,
    Waiting,
)
from drumcircle_gui.protocol.message_codec import check
from drumcircle_gui.protocol.messages import ChatEntry, Declined, Moderate, Welcome
from drumcircle_gui.server.entry.access import InviteKeys
from drumcircle_gui.server.entry.knocks import KNOCK_TIMEOUT, MAX_KNOCKS_OF_ADDRESS, PAUSE_AFTER_DECLINED
from drumcircle_gui.server.room.effects import KeysRequested, SaveEntry
from drumcircle_gui.server.room.events import CircleEnding, KeysRenewed, MessageReceived
from drumcircle_gui.timing.units import SECOND
from tests.server.circle import KEYS, Circle, Client

ELSEWHERE = "198.51.100.7"
TICK = SECOND // 20


@pytest.fixture
def circle() -> Circle:
    return Circle(entry="knock")


def entry(conductor: Client) -> EntryUpdate:
    """What the conductor knows of the entry."""
    return conductor.got(EntryUpdate)[-1]


def told(circle: Circle, conductor: Client) -> EntryUpdate:
    circle.passes(TICK)
    return entry(conductor)


def codes(answers) -> list[str]:
    return [answer.code for answer in answers if isinstance(answer, Declined)]


def test_a_player_without_an_invite_waits_and_is_let_in(circle):
    oak = circle.conductor()
    fern = circle.joins("Fern  ", "", address=ELSEWHERE)
    assert fern.got(Waiting) == [Waiting(1)] and "Fern" not in circle.members
    [knocker] = told(circle, oak).knockers
    assert (knocker.name, knocker.address) == ("Fern", ELSEWHERE)
    oak.sends(AnswerKnock(knocker.id, True))
    assert fern.welcome.role == "player" and "Fern" in circle.members
    assert told(circle, oak).knockers == ()


def test_the_answer_may_be_no_and_then_the_address_pauses(circle):
    oak = circle.conductor()
    fern = circle.joins("Fern", "", address=ELSEWHERE)
    oak.sends(AnswerKnock(told(circle, oak).knockers[0].id, False))
    assert fern.closing.code == "declined" and not fern.closing.again
    again = circle.joins("Fern", "", address=ELSEWHERE)
    assert again.closing.code == "declined" and told(circle, oak).knockers == ()
    circle.passes(PAUSE_AFTER_DECLINED)
    assert circle.joins("Fern", "", address=ELSEWHERE).got(Waiting)


def test_all_who_wait_are_let_in_at_once(circle):
    oak = circle.conductor()
    waiting = [circle.joins(name, "", address=f"198.51.100.{at}") for at, name in enumerate(("Fern", "Reed", "Wren"))]
    oak.sends(AnswerKnock(0, True))
    assert all(each.got(Welcome) for each in waiting) and told(circle, oak).knockers == ()
    assert codes(oak.sends(AnswerKnock(0, True))) == [] and codes(oak.sends(AnswerKnock(1, True))) == ["gone"]


def test_those_who_wait_are_reminded_hear_nothing_and_give_up_by_leaving(circle):
    fern = circle.joins("Fern", "")
    oak = circle.conductor()
    circle.passes(7 * SECOND)
    assert fern.inbox == [Waiting(0), Waiting(1), Waiting(1)]
    assert [each.name for each in entry(oak).knockers] == ["Fern"]
    fern.loses_connection()
    assert told(circle, oak).knockers == ()
    assert codes(oak.sends(AnswerKnock(1, True))) == ["gone"]


def test_without_an_answer_the_wait_ends(circle):
    fern = circle.joins("Fern", "")
    circle.passes(KNOCK_TIMEOUT + SECOND)
    assert fern.closing.code == "no-answer"


def test_an_address_knocks_a_limited_number_of_times(circle):
    knocks = [circle.joins("Fern", "") for _ in range(MAX_KNOCKS_OF_ADDRESS + 1)]
    assert [bool(knock.got(Waiting)) for knock in knocks] == [True] * MAX_KNOCKS_OF_ADDRESS + [False]
    assert knocks[-1].closing.code == "busy"


def test_opening_the_circle_lets_in_all_who_wait_and_closing_it_keeps_the_others_out(circle):
    oak, fern = circle.conductor(), circle.joins("Fern", "")
    oak.sends(ChangeEntry("open"))
    assert fern.welcome and circle.joins("Reed", "").welcome and circle.joins("Wren", "an old key").welcome
    oak.sends(ChangeEntry("invite"))
    assert circle.joins("Flint", "").closing.code == "wrong-key"
    assert told(circle, oak).policy == "invite"
    assert codes(oak.sends(ChangeEntry("by-moonlight"))) == ["unknown-entry"] and told(circle, oak).policy == "invite"


def test_a_circle_that_ends_tells_those_who_wait(circle):
    fern = circle.joins("Fern", "")
    circle.happens(CircleEnding("over"))
    assert fern.closing.code == "shutdown"


def test_an_invite_is_limited_counted_and_revoked(circle):
    oak = circle.conductor()
    oak.sends(MakeInvite("\u202eschool ", 2, 60))
    [invite] = told(circle, oak).invites
    assert (invite.label, invite.used, invite.uses, invite.until) == ("school", 0, 2, circle.now - TICK + 60 * SECOND)
    fern = circle.joins("Fern", invite.key)
    fern.loses_connection()
    assert circle.joins("Fern", invite.key, fern.welcome.token).welcome.you == fern.id
    assert circle.joins("Reed", invite.key).welcome
    assert told(circle, oak).invites[0].used == 2
    assert circle.joins("Wren", invite.key).closing.code == "expired"
    oak.sends(RevokeInvite(1))
    assert told(circle, oak).invites == () and {"Fern", "Reed"} <= circle.members.keys()
    assert circle.joins("Wren", invite.key).closing.code == "wrong-key"
    assert codes(oak.sends(RevokeInvite(1))) == ["gone"]


def test_there_is_a_limited_number_of_invites(circle):
    oak = circle.conductor()
    for _ in range(MAX_INVITES):
        oak.sends(MakeInvite())
        circle.passes(SECOND // 5)
    assert codes(oak.sends(MakeInvite())) == ["too-many"]


def test_a_removed_player_stays_out_until_the_end_of_the_ban_or_its_undo(circle):
    oak, flint = circle.conductor(), circle.joins("Flint", KEYS.player, address=ELSEWHERE)
    oak.sends(Moderate(flint.id, remove=True, ban_s=3600))
    [ban] = told(circle, oak).bans
    assert (ban.name, ban.address, ban.role) == ("Flint", ELSEWHERE, "player")
    for key in (KEYS.player, ""):
        assert circle.joins("Flint", key, address=ELSEWHERE).closing.code == "removed"
    oak.sends(ChangeBan(ban.number, 0))
    assert told(circle, oak).bans == () and circle.joins("Flint", KEYS.player, address=ELSEWHERE).welcome
    assert codes(oak.sends(ChangeBan(ban.number, 0))) == ["gone"]


def test_a_player_who_came_with_a_limited_invite_takes_it_along_when_removed(circle):
    oak = circle.conductor()
    oak.sends(MakeInvite())
    key = told(circle, oak).invites[0].key
    flint = circle.joins("Flint", key, address=ELSEWHERE)
    oak.sends(Moderate(flint.id, remove=True))
    assert circle.joins("Flint", key, address="198.51.100.8").closing.code == "removed"


def test_a_ban_that_has_ended_is_no_longer_listed(circle):
    oak, flint = circle.conductor(), circle.joins("Flint", KEYS.player, address=ELSEWHERE)
    oak.sends(Moderate(flint.id, remove=True, ban_s=5))
    assert told(circle, oak).bans
    circle.passes(5 * SECOND)
    assert entry(oak).bans == ()


def test_what_lasts_is_saved_when_it_changes_and_only_then(circle):
    def saves(effects) -> int:
        return sum(isinstance(effect, SaveEntry) for effect in effects)

    oak = circle.conductor()
    assert saves(circle.passes(SECOND)) == 0
    oak.sends(MakeInvite())
    assert saves(circle.passes(SECOND)) == 1
    circle.joins("Fern", "")
    assert saves(circle.passes(SECOND)) == 0
    oak.sends(ChangeEntry("open"))
    assert saves(circle.passes(SECOND)) == 1


def test_players_are_not_told_of_the_entry_and_a_conductor_who_resumes_is(circle):
    oak, fern = circle.conductor(), circle.joins("Fern")
    told(circle, oak)
    oak.loses_connection()
    again = circle.joins("Oak", KEYS.conductor, oak.welcome.token)
    circle.passes(SECOND)
    assert len(again.got(EntryUpdate)) == 1 and fern.got(EntryUpdate) == [] and fern.got(ChatEntry) == []


NEW = InviteKeys("fir-wren", "yew-hawk")


def wants_keys(circle: Circle, conductor: Client) -> bool:
    """Whether its RenewKeys has the shell make new keys."""
    return KeysRequested() in circle.happens(MessageReceived(conductor.connection, RenewKeys()))


def test_new_keys_count_once_they_are_saved_and_every_invited_conductor_gets_them(circle):
    oak, elm, fern = circle.conductor(), circle.conductor("Elm"), circle.joins("Fern")
    oak.sends(Moderate(fern.id, conducts=True))
    assert wants_keys(circle, oak)
    assert circle.joins("Wren").welcome.role == "player"
    assert not wants_keys(circle, elm) and codes(elm.inbox) == ["slow-down"]
    circle.happens(KeysRenewed(NEW))
    for conductor in (oak, elm):
        assert conductor.got(KeysUpdate) == [KeysUpdate(NEW.player, NEW.conductor, oak.id)]
    assert fern.got(KeysUpdate) == []
    assert circle.joins("Reed").closing.code == circle.joins("Ash", KEYS.conductor).closing.code == "wrong-key"
    assert circle.joins("Reed", NEW.player).welcome.role == "player"
    assert circle.joins("Ash", NEW.conductor).welcome.role == "conductor"
    assert wants_keys(circle, elm)


def test_keys_that_cannot_be_saved_change_nothing_but_can_be_asked_for_again(circle):
    oak = circle.conductor()
    assert wants_keys(circle, oak)
    circle.happens(KeysRenewed(None, "The disk is full. " * 50))
    [declined] = oak.got(Declined)
    assert declined.code == "not-saved" and declined.text.startswith("The disk is full.")
    check(declined)
    assert circle.joins("Elm", KEYS.conductor).got(KeysUpdate) == []
    assert wants_keys(circle, oak)


def test_a_conductor_who_was_away_gets_the_new_keys_when_it_resumes(circle):
    oak, fern = circle.conductor(), circle.joins("Fern")
    oak.loses_connection()
    circle.happens(KeysRenewed(NEW))
    again = circle.joins("Oak", KEYS.conductor, oak.welcome.token)
    assert again.welcome.role == "conductor" and again.got(KeysUpdate) == [KeysUpdate(NEW.player, NEW.conductor)]
    again.loses_connection()
    assert circle.joins("Oak", NEW.conductor, oak.welcome.token).got(KeysUpdate) == []
    assert circle.joins("Fern", KEYS.player, fern.welcome.token).got(KeysUpdate) == []


def test_players_with_powers_may_not_replace_the_keys(circle):
    oak, fern = circle.conductor(), circle.joins("Fern")
    oak.sends(Moderate(fern.id, conducts=True))
    assert not wants_keys(circle, fern) and codes(fern.inbox) == ["not-allowed"]
