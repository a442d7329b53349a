"""Invite keys and roles."""

import pytest

from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Hello
from drumcircle_gui.server.room.access import InviteKeys, check_hello

KEYS = InviteKeys("play", "lead")


@pytest.mark.parametrize(("key", "role"), [("play", "player"), ("lead", "conductor")])
def test_each_key_gives_its_role(key: str, role: str) -> None:
    assert check_hello(Hello(PROTOCOL_VERSION, "Fern", key), KEYS) == role


@pytest.mark.parametrize("key", ["", "Play", "playlead", "\u00e9"])
def test_a_wrong_key_is_declined_for_good(key: str) -> None:
    refusal = check_hello(Hello(PROTOCOL_VERSION, "Fern", key), KEYS)
    assert isinstance(refusal, Closing)
    assert (refusal.code, refusal.again) == ("wrong-key", False)


@pytest.mark.parametrize(
    ("version", "who"), [(PROTOCOL_VERSION - 1, "Your program"), (PROTOCOL_VERSION + 1, "This circle's program")]
)
def test_another_version_learns_which_side_must_update(version: int, who: str) -> None:
    refusal = check_hello(Hello(version, "Fern", "play"), KEYS)
    assert isinstance(refusal, Closing)
    assert refusal.code == "wrong-version"
    assert refusal.text.startswith(f"{who} is older")
