"""Who may come in."""

import pytest

from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Hello
from drumcircle_gui.server.room.access import Keys, admitted

KEYS = Keys("play", "lead")


@pytest.mark.parametrize(("key", "role"), [("play", "player"), ("lead", "conductor")])
def test_the_key_says_the_role(key: str, role: str) -> None:
    assert admitted(Hello(PROTOCOL_VERSION, "Fern", key), KEYS) == role


@pytest.mark.parametrize("key", ["", "Play", "playlead", "\u00e9"])
def test_a_wrong_key_is_refused_for_good(key: str) -> None:
    refusal = admitted(Hello(PROTOCOL_VERSION, "Fern", key), KEYS)
    assert isinstance(refusal, Closing)
    assert (refusal.code, refusal.again) == ("wrong-key", False)


@pytest.mark.parametrize(
    ("version", "who"), [(PROTOCOL_VERSION - 1, "Your program"), (PROTOCOL_VERSION + 1, "This circle's program")]
)
def test_another_version_is_told_who_must_update(version: int, who: str) -> None:
    refusal = admitted(Hello(version, "Fern", "play"), KEYS)
    assert isinstance(refusal, Closing)
    assert refusal.code == "wrong-version"
    assert refusal.text.startswith(f"{who} is older")
