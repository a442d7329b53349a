from collections.abc import Iterator

import pytest

from tests.tools.netlab.internet import Internet
from tests.tools.netlab.namespaces import missing


@pytest.fixture
def net() -> Iterator[Internet]:
    if reason := missing():
        pytest.skip(reason)
    with Internet(seed=1) as made:
        yield made
