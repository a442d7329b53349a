"""How often one address may ask on HTTP, and how many of its pages may wait for events. Pure."""

from collections import Counter

from drumcircle_gui.server.fairness.token_bucket import TokenBucket
from drumcircle_gui.timing.units import Micros

REQUESTS_PER_S = 10
REQUESTS_AT_ONCE = 60
"""Requests of one address."""

MAX_STREAMS = 512
MAX_STREAMS_BY_ADDRESS = 32
"""Pages that wait for events: of all addresses, and of one."""

MAX_ADDRESSES = 4096


class Visitors:
    """The addresses that have asked. When there are very many, the one that has been quiet longest is forgotten."""

    def __init__(self) -> None:
        self._buckets: dict[str, TokenBucket] = {}
        self._streams: Counter[str] = Counter()

    def may_ask(self, address: str, now: Micros) -> bool:
        """Count a request; False if it is one too many."""
        bucket = self._buckets.pop(address, None) or TokenBucket(REQUESTS_PER_S, REQUESTS_AT_ONCE)
        self._buckets[address] = bucket
        if len(self._buckets) > MAX_ADDRESSES:
            del self._buckets[next(iter(self._buckets))]
        return bucket.spend(1, now)

    def open_stream(self, address: str) -> bool:
        """Count a page that waits for events; False if it is one too many."""
        if self._streams.total() >= MAX_STREAMS or self._streams[address] >= MAX_STREAMS_BY_ADDRESS:
            return False
        self._streams[address] += 1
        return True

    def close_stream(self, address: str) -> None:
        self._streams[address] -= 1
        if not self._streams[address]:
            del self._streams[address]
