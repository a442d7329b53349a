"""Every command with every number of arguments; the test fails if a command is missing."""

from contextlib import ExitStack

import pytest

from .conftest import Pair
from .line import Line
from .script import Step, steps
from .test_sessions import SESSIONS
from .world import deviations

pytestmark = [pytest.mark.slow]

MOST = 8
REFUSED = {b"kill", b"newpartition", b"delpartition", b"moveoutput"}
OWN_WAYS = {b"close", b"idle", b"getfingerprint", b"update", b"rescan", *REFUSED}
"""Commands for which x has a special meaning; the sessions test them, or they cannot be tried."""


def commands(pair: Pair) -> list[bytes]:
    line = Line(pair.bare)
    line.reply()
    line.send(b"commands\n")
    found = [each.partition(b": ")[2] for each in line.reply().splitlines()[:-1]]
    line.close()
    return found


def test_counts_are_refused_as_one_server_refuses_them(open_pair: Pair) -> None:
    open_pair.reset()
    tries = [name + b" x" * count for name in commands(open_pair) if name not in OWN_WAYS for count in range(MOST)]
    script = [
        Step("a", line + b"\n", mark="?" if line.startswith((b"outputs", b"partition")) else ":") for line in tries
    ]
    with ExitStack() as stack:
        found = deviations(script, *open_pair.worlds(stack))
    assert not found, "\n".join(found)


def test_every_command_is_in_a_session(open_pair: Pair) -> None:
    said = {word for file in SESSIONS for step in steps(file.read_text()) for word in step.sent.split()}
    assert set(commands(open_pair)) - said == REFUSED
