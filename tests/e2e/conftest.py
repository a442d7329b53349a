from collections.abc import Iterator

import pytest

from tests.tools.rigs import jack


@pytest.fixture(scope="module")
def server() -> Iterator[jack.Server]:
    if reason := jack.missing():
        pytest.skip(reason)
    with jack.jack_server() as made:
        yield made
