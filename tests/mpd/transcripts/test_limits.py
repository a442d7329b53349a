"""The proxy has the same limits as MPD."""

from contextlib import ExitStack

import pytest

from .conftest import Pair
from .script import Step
from .world import deviations

pytestmark = [pytest.mark.slow]

FIND = b"find title " + b"x" * 988 + b"\n"
MANY = 2_000
FAR_TOO_MANY = 2_200


def listed(form: bytes, members: bytes) -> bytes:
    return b"command_list_" + form + b"\n" + members + b"command_list_end\n"


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(listed(b"begin", FIND * MANY), id="a list of nearly 2 MiB"),
        pytest.param(listed(b"ok_begin", FIND * MANY), id="a list of nearly 2 MiB with replies"),
        pytest.param(listed(b"begin", FIND * FAR_TOO_MANY), id="a list of more than 2 MiB"),
        pytest.param(listed(b"ok_begin", b"ping\n" * 20_000), id="very many members"),
        pytest.param(listed(b"ok_begin", b"listallinfo\n" * 300), id="very long replies"),
        pytest.param(listed(b"ok_begin", b"ping\n" * 5_000 + b"foo\n"), id="a mistake at the end"),
    ],
)
def test_lists(open_pair: Pair, sent: bytes) -> None:
    with ExitStack() as stack:
        found = deviations([Step("a", sent), Step("b", b"ping\n")], *open_pair.worlds(stack))
    assert not found, "\n".join(found)


def test_many_lines_at_once(open_pair: Pair) -> None:
    with ExitStack() as stack:
        script = [Step("a", b"ping\nstatus\nfind title White\nplay 99\n" * 500, 2_000)]
        found = deviations(script, *open_pair.worlds(stack))
    assert not found, "\n".join(found)
