"""How long a member waits before it connects again."""

import random
from collections.abc import Iterator

FIRST_DELAY_S = 0.25
GROWTH = 1.25
MAX_DELAY_S = 8.0


def reconnect_delays() -> Iterator[float]:
    """Yield the seconds to wait before each further attempt to connect. Call it again after a success.

    Delays grow slowly, so that they make an outage at most half as long again. Each is drawn at random from the upper
    half of its range, so that the members of a circle whose server restarts do not all return at once.
    """
    longest = FIRST_DELAY_S
    while True:
        yield longest * random.uniform(0.5, 1)
        longest = min(GROWTH * longest, MAX_DELAY_S)
