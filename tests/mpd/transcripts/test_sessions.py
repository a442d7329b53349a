"""The written sessions, with a bare server and with the proxy."""

import os
from collections.abc import Callable
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


BRIEF = {
    "one lead nearby": ("refused", "tags", "long", "lines", "kept", "playlists", "lists"),
    "all far away": ("refused", "tags", "long", "lines", "lists"),
}
"""Sessions in which late replies in pieces are most likely to cause differences. The others take minutes."""

EVERY_SESSION = {where: tuple(file.stem for file in SESSIONS if not file.stem.startswith("guarded")) for where in BRIEF}
FAR_AWAY = EVERY_SESSION if os.environ.get("DRUMCIRCLE_EVERY_SESSION") else BRIEF


@pytest.mark.parametrize(
    ("where", "name"),
    [pytest.param(where, name, id=f"{where}-{name}") for where, names in FAR_AWAY.items() for name in names],
)
def test_the_proxy_answers_as_one_server_does_when_rooms_are_far_away(
    far_pair: Callable[[str], Pair], where: str, name: str
) -> None:
    """The queue is compared in all rooms afterwards."""
    session = Path(__file__).parent / "sessions" / f"{name}.txt"
    pair = far_pair(where)
    pair.reset()
    with ExitStack() as stack:
        found = deviations(steps(session.read_text()), *pair.worlds(stack))
    assert not found, "\n".join(found)
    pair.agree()
