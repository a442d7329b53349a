"""Every action of a conductor, tried over the wire in every role, is allowed or refused as `conducting.md` has it."""

import asyncio
from pathlib import Path

import pytest

from drumcircle_gui.modes.catalogue import MODES
from drumcircle_gui.protocol.message_codec import TO_SERVER
from drumcircle_gui.protocol.messages import Moderate
from tests.tools.conducting import MODERATED, ROLES, actions, outcomes
from tests.tools.outcome_table import as_table

MEANT = Path(__file__).with_name("conducting.md")
FOR_ALL = {"Hello", "ClockRequest", "Strokes", "Say", "Goodbye", "ShareTiming", "PublishKit", "FetchLoop"}
"""Messages of every member."""


@pytest.mark.slow
def test_every_action_in_every_role_has_the_outcome_that_is_meant(tmp_path: Path) -> None:
    found = as_table(asyncio.run(outcomes(tmp_path)), ROLES)
    assert found.splitlines() == MEANT.read_text(encoding="utf-8").splitlines()


def test_the_table_has_every_request_of_a_conductor() -> None:
    made = [request(1, 2, 3) for _, request in actions()]
    in_circle = {kind for kind in TO_SERVER if kind.__module__.rpartition(".")[2] != "directory"}
    assert {type(each).__name__ for each in made} == {kind.__name__ for kind in in_circle} - FOR_ALL
    assert {*MODES} <= {action.removeprefix("begin the mode ") for action, _ in actions()}
    assert {name for change in MODERATED.values() for name in change} == {*Moderate.__struct_fields__} - {"member"}
