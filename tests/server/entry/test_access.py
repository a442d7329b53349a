"""Invite keys, removed members and the brake on wrong keys."""

import pytest

from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Hello
from drumcircle_gui.server.entry.access import REMOVAL_BAR, Access, InviteKeys
from drumcircle_gui.server.fairness.key_brake import FREE_ATTEMPTS
from drumcircle_gui.timing.units import SECOND, Micros

HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"
NOW = Micros(SECOND)


@pytest.fixture
def access() -> Access:
    return Access(InviteKeys("play", "lead"))


def hello(key: str = "play", version: int = PROTOCOL_VERSION) -> Hello:
    return Hello(version, "Fern", key)


def code(answer: object) -> str:
    assert isinstance(answer, Closing)
    return answer.code


@pytest.mark.parametrize(("key", "role"), [("play", "player"), ("lead", "conductor")])
def test_each_key_gives_its_role(access: Access, key: str, role: str) -> None:
    assert access.check_join(hello(key), HERE, NOW) == role


@pytest.mark.parametrize("key", ["", "Play", "playlead", "\u00e9"])
def test_a_wrong_key_is_declined_for_good(access: Access, key: str) -> None:
    declined = access.check_join(hello(key), HERE, NOW)
    assert code(declined) == "wrong-key"
    assert isinstance(declined, Closing) and not declined.again


@pytest.mark.parametrize(
    ("version", "who"), [(PROTOCOL_VERSION - 1, "Your program"), (PROTOCOL_VERSION + 1, "This circle's program")]
)
def test_another_version_learns_which_side_must_update(access: Access, version: int, who: str) -> None:
    other = hello(version=version)
    for declined in (access.check_join(other, HERE, NOW), access.check_resume(other, "player")):
        assert code(declined) == "wrong-version"
        assert isinstance(declined, Closing) and declined.text.startswith(f"{who} is older")


def test_many_wrong_keys_are_not_answered_but_right_ones_are(access: Access) -> None:
    answers = [access.check_join(hello("guess"), HERE, NOW) for _ in range(100)]
    assert sum(answer is not None for answer in answers) == FREE_ATTEMPTS + 1
    assert access.check_join(hello(), HERE, NOW) == "player"
    assert access.check_join(hello("guess"), ELSEWHERE, NOW) is not None


def test_removal_bars_the_address_with_that_key_for_a_while(access: Access) -> None:
    access.bar(HERE, "player", NOW)
    assert code(access.check_join(hello(), HERE, NOW)) == "removed"
    assert access.check_join(hello("lead"), HERE, NOW) == "conductor"
    assert access.check_join(hello(), ELSEWHERE, NOW) == "player"
    assert access.check_join(hello(), HERE, Micros(NOW + REMOVAL_BAR - 1)) != "player"
    assert access.check_join(hello(), HERE, Micros(NOW + REMOVAL_BAR)) == "player"


def test_renewed_keys_replace_the_old_ones_and_end_bars(access: Access) -> None:
    access.bar(HERE, "player", NOW)
    access.renew(InviteKeys("new", "newer"))
    assert code(access.check_join(hello(), ELSEWHERE, NOW)) == "wrong-key"
    assert access.check_join(hello("new"), HERE, NOW) == "player"


def test_a_resuming_member_keeps_its_role_when_its_key_is_no_longer_valid(access: Access) -> None:
    access.renew(InviteKeys("new", "newer"))
    assert access.check_resume(hello("play"), "player") == "player"
    assert access.check_resume(hello("lead"), "conductor") == "conductor"
    assert access.check_resume(hello("newer"), "player") == "conductor"
