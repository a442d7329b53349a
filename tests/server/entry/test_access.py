"""Invite keys, limited invites, bans, entry policies and the brake on wrong keys."""

import pytest

from drumcircle_gui.protocol.entry_messages import BY_ACCOUNT, BY_INVITE, ENTRY_POLICIES, KNOCK, OPEN
from drumcircle_gui.protocol.entry_messages import POLICIES_WITHOUT_ACCOUNTS as KEYED
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Hello
from drumcircle_gui.server.entry.access import Access, Admission, InviteKeys
from drumcircle_gui.server.entry.ban_list import Person
from drumcircle_gui.server.fairness.key_brake import FREE_ATTEMPTS
from drumcircle_gui.timing.units import SECOND, Micros

HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"
NOW = Micros(SECOND)
LATER = Micros(NOW + 60 * SECOND)
PLAYER, CONDUCTOR = Admission("player"), Admission("conductor")
LIMITED, KNOCKS = Admission("player", invite=1), Admission("player", knocks=True)


@pytest.fixture
def access() -> Access:
    return Access(InviteKeys("play", "lead"))


def hello(key: str = "play", version: int = PROTOCOL_VERSION) -> Hello:
    return Hello(version, "Fern", key)


def code(answer: object) -> str:
    assert isinstance(answer, Closing)
    return answer.code


@pytest.mark.parametrize("policy", ENTRY_POLICIES)
@pytest.mark.parametrize(
    ("key", "by_policy"),
    [
        ("play", dict.fromkeys(KEYED, PLAYER) | {BY_ACCOUNT: "no-account"}),
        ("lead", dict.fromkeys(ENTRY_POLICIES, CONDUCTOR)),
        ("limited", dict.fromkeys(KEYED, LIMITED) | {BY_ACCOUNT: "no-account"}),
        ("used up", {OPEN: PLAYER, BY_INVITE: "expired", KNOCK: "expired", BY_ACCOUNT: "no-account"}),
        ("", {OPEN: PLAYER, BY_INVITE: "wrong-key", KNOCK: KNOCKS, BY_ACCOUNT: "no-account"}),
        ("Play", {OPEN: PLAYER, BY_INVITE: "wrong-key", KNOCK: "wrong-key", BY_ACCOUNT: "no-account"}),
        ("playlead", {OPEN: PLAYER, BY_INVITE: "wrong-key", KNOCK: "wrong-key", BY_ACCOUNT: "no-account"}),
        ("é", {OPEN: PLAYER, BY_INVITE: "wrong-key", KNOCK: "wrong-key", BY_ACCOUNT: "no-account"}),
    ],
)
def test_the_key_and_the_policy_decide(access: Access, policy, key, by_policy) -> None:
    access.policy = policy
    access.invites.make("limited", "", 2, 0, NOW)
    access.invites.make("used up", "", 1, 0, NOW)
    access.invites.use(2)
    answer = access.check_join(hello(key), HERE, NOW)
    assert (answer.code if isinstance(answer, Closing) else answer) == by_policy[policy]
    assert not (isinstance(answer, Closing) and answer.again)


def test_a_limited_invite_ends_by_its_number_and_by_its_time(access: Access) -> None:
    access.invites.make("twice", "", 2, 0, NOW)
    access.invites.make("minute", "", 0, 60, NOW)
    for _ in range(2):
        assert access.check_join(hello("twice"), HERE, NOW) == LIMITED
        access.invites.use(1)
    assert code(access.check_join(hello("twice"), HERE, NOW)) == "expired"
    assert access.check_join(hello("minute"), HERE, Micros(LATER - 1)) == Admission("player", invite=2)
    assert code(access.check_join(hello("minute"), HERE, LATER)) == "expired"
    assert access.invites.revoke(2) and not access.invites.revoke(2)
    assert code(access.check_join(hello("minute"), HERE, NOW)) == "wrong-key"


@pytest.mark.parametrize(
    ("version", "who"), [(PROTOCOL_VERSION - 1, "Your program"), (PROTOCOL_VERSION + 1, "This circle's program")]
)
def test_another_version_learns_which_side_must_update(access: Access, version: int, who: str) -> None:
    other = hello(version=version)
    for declined in (access.check_join(other, HERE, NOW), access.check_resume(other, "player")):
        assert code(declined) == "wrong-version"
        assert isinstance(declined, Closing) and declined.text.startswith(f"{who} is older")


@pytest.mark.parametrize("key", ["guess", ""])
def test_many_wrong_keys_are_not_answered_but_right_ones_are(access: Access, key) -> None:
    answers = [access.check_join(hello(key), HERE, NOW) for _ in range(100)]
    assert sum(answer is not None for answer in answers) == FREE_ATTEMPTS + 1
    assert access.check_join(hello(), HERE, NOW) == PLAYER
    assert access.check_join(hello(key), ELSEWHERE, NOW) is not None


@pytest.mark.parametrize("policy", KEYED)
def test_a_ban_keeps_the_role_from_the_address_by_every_way_in(access: Access, policy) -> None:
    access.policy = policy
    access.invites.make("limited", "", 0, 0, NOW)
    access.bans.add("Flint", Person(HERE), "player", 60, NOW)
    ways = ("play", "limited") + (("",) if policy != BY_INVITE else ())
    assert {code(access.check_join(hello(way), HERE, NOW)) for way in ways} == {"removed"}
    assert access.check_join(hello("lead"), HERE, NOW) == CONDUCTOR
    assert access.check_join(hello(), ELSEWHERE, NOW) == PLAYER
    assert access.check_join(hello(), HERE, LATER) == PLAYER


def test_a_ban_keeps_the_limited_invite_from_every_address(access: Access) -> None:
    access.invites.make("limited", "", 0, 0, NOW)
    access.bans.add("Flint", Person(HERE, 1), "player", 60, NOW)
    assert code(access.check_join(hello("limited"), ELSEWHERE, NOW)) == "removed"
    assert access.check_join(hello(), ELSEWHERE, NOW) == PLAYER


def test_renewed_keys_replace_the_old_ones_and_bans_stay(access: Access) -> None:
    access.bans.add("Flint", Person(HERE), "player", 60, NOW)
    access.renew(InviteKeys("new", "newer"))
    assert code(access.check_join(hello(), ELSEWHERE, NOW)) == "wrong-key"
    assert access.check_join(hello("new"), ELSEWHERE, NOW) == PLAYER
    assert code(access.check_join(hello("new"), HERE, NOW)) == "removed"
    assert access.bans.change(1, 0, NOW)
    assert access.check_join(hello("new"), HERE, NOW) == PLAYER


def test_a_resuming_member_keeps_its_role_when_its_key_is_no_longer_valid(access: Access) -> None:
    access.renew(InviteKeys("new", "newer"))
    assert access.check_resume(hello("play"), "player") == "player"
    assert access.check_resume(hello("lead"), "conductor") == "conductor"
    assert access.check_resume(hello("newer"), "player") == "conductor"


@pytest.mark.parametrize("key", ["", "play", "guess"])
def test_by_account_an_account_is_what_counts(access: Access, key: str) -> None:
    access.policy = BY_ACCOUNT
    assert access.check_join(hello(key), HERE, NOW, "Fern") == PLAYER
    assert code(access.check_join(hello(key), HERE, NOW, "")) == "no-account"
    unchecked = access.check_join(hello(key), HERE, NOW, None)
    assert isinstance(unchecked, Closing) and (unchecked.code, unchecked.again) == ("unchecked", True)


def test_by_account_a_ban_keeps_out_the_account_from_every_address_and_no_other(access: Access) -> None:
    access.bans.add("Flint", Person(HERE, 0, "Flint"), "player", 60, NOW)
    for policy, others_here in ((BY_ACCOUNT, None), (OPEN, "removed")):
        access.policy = policy
        assert code(access.check_join(hello(), ELSEWHERE, NOW, "Flint")) == "removed"
        assert access.check_join(hello(), ELSEWHERE, NOW, "Fern") == PLAYER
        other = access.check_join(hello(), HERE, NOW, "Fern")
        assert (other.code if isinstance(other, Closing) else None) == others_here
    assert access.check_join(hello(), HERE, LATER, "Flint") == PLAYER
