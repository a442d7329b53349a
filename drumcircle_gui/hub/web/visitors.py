"""Limits for each address on HTTP: requests per time, and pages that wait for events. Pure."""

from collections import Counter

from drumcircle_gui.server.fairness.token_bucket import TokenBucket
from drumcircle_gui.timing.units import Micros

REQUESTS_PER_S = 10
REQUESTS_AT_ONCE = 60
"""Requests of one address in one burst."""

MAX_STREAMS = 512
MAX_STREAMS_BY_ADDRESS = 32
"""Maximum number of pages that wait for events: of all addresses, and of one."""

MAX_ADDRESSES = 4096


class Visitors:
    """Counts requests by address. The number of addresses is limited; beyond it, the one that has been silent longest
    is forgotten."""

    def __init__(self) -> None:
        self._buckets: dict[str, TokenBucket] = {}
        self._streams: Counter[str] = Counter()

    def may_ask(self, address: str, now: Micros) -> bool:
        """Count a request; False if it exceeds the limit."""
        bucket = self._buckets.pop(address, None) or TokenBucket(REQUESTS_PER_S, REQUESTS_AT_ONCE)
        self._buckets[address] = bucket
        if len(self._buckets) > MAX_ADDRESSES:
            del self._buckets[next(iter(self._buckets))]
        return bucket.spend(1, now)

    def open_stream(self, address: str) -> bool:
        """Count a page that waits for events; False if it exceeds the limit."""
        if self._streams.total() >= MAX_STREAMS or self._streams[address] >= MAX_STREAMS_BY_ADDRESS:
            return False
        self._streams[address] += 1
        return True

    def close_stream(self, address: str) -> None:
        self._streams[address] -= 1
        if not self._streams[address]:
            del self._streams[address]
