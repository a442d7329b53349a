"""Every action of every role on a hub over the wire is allowed or refused as in `permissions.md`."""

import asyncio
from pathlib import Path

import pytest

pytest.importorskip("aiohttp")
pytest.importorskip("argon2")

from drumcircle_gui.hub.web.web_io import ROUTES
from drumcircle_gui.protocol.directory import OpenDirectory
from drumcircle_gui.protocol.message_codec import TO_SERVER
from drumcircle_gui.protocol.messages import Goodbye, Hello
from tests.tools.outcome_table import as_table
from tests.tools.permissions import IN_CIRCLE, IN_DIRECTORY, OF_A_CIRCLE, PAGES, ROLES, outcomes

MEANT = Path(__file__).with_name("permissions.md")


@pytest.mark.slow
def test_every_action_of_every_role_has_the_outcome_that_is_meant(tmp_path: Path) -> None:
    found = as_table(asyncio.run(outcomes(tmp_path)), ROLES)
    assert found.splitlines() == MEANT.read_text(encoding="utf-8").splitlines()


def test_the_table_has_every_message() -> None:
    assert {*IN_CIRCLE, *IN_DIRECTORY, Hello, OpenDirectory, Goodbye} == TO_SERVER


def test_the_table_has_every_route_of_the_web_server() -> None:
    assert {*PAGES, *OF_A_CIRCLE} == {*ROUTES}
