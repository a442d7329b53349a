"""The written sessions, with a bare server and with the proxy."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from .conftest import Pair
from .script import steps
from .world import deviations

pytestmark = [pytest.mark.slow]

SESSIONS = sorted(Path(__file__).with_name("sessions").glob("*.txt"))


@pytest.mark.parametrize("session", SESSIONS, ids=lambda file: file.stem)
def test_the_proxy_answers_as_one_server_does(session: Path, request: pytest.FixtureRequest) -> None:
    pair: Pair = request.getfixturevalue("guarded_pair" if session.stem.startswith("guarded") else "open_pair")
    pair.reset()
    with ExitStack() as stack:
        found = deviations(steps(session.read_text()), *pair.worlds(stack))
    assert not found, "\n".join(found)
    pair.agree()


FAR_AWAY = ("refused", "tags", "long", "lines")
"""What differs when replies come late and in pieces: player commands and refusals, tags, long lines, requests."""


@pytest.mark.parametrize("name", FAR_AWAY)
def test_the_proxy_answers_as_one_server_does_when_rooms_are_far_away(far_pair: Pair, name: str) -> None:
    """The queue is compared in all rooms afterwards."""
    session = Path(__file__).parent / "sessions" / f"{name}.txt"
    far_pair.reset()
    with ExitStack() as stack:
        found = deviations(steps(session.read_text()), *far_pair.worlds(stack))
    assert not found, "\n".join(found)
    far_pair.agree()
