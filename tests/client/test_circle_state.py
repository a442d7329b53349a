"""Copies of a member's states."""

from dataclasses import replace

import pytest

from drumcircle_gui.client.circle_state import CircleSnapshot, with_changes
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.timing.units import Micros


@pytest.mark.parametrize(
    ("state", "changes"),
    [
        (CircleSnapshot(me=3), {"name": "Oak", "entry": 2}),
        (PlayerState(CircleSnapshot(), SoundStatus()), {"feel": Micros(5)}),
    ],
)
def test_a_changed_copy_is_what_replace_returns(state, changes):
    before = replace(state)
    copied = with_changes(state, changes)
    assert copied == replace(state, **changes)
    assert state == before


def test_a_field_that_a_state_lacks_is_refused():
    with pytest.raises(TypeError, match="colour"):
        with_changes(CircleSnapshot(), {"colour": 1})
