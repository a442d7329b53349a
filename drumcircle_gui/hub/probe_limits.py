"""Limits how often a hub connects to others: a few attempts at a time, and a few for each address. Pure."""

from collections.abc import Iterable

from drumcircle_gui.server.fairness.token_bucket import TokenBucket
from drumcircle_gui.timing.units import Micros

TRIES_PER_MINUTE, TRIES_AT_ONCE = 6, 4
"""Attempts for one address, per minute and in one burst."""

MAX_TRYING = 16
"""Maximum number of simultaneous attempts, for all addresses."""

MAX_ADDRESSES = 4096
"""Maximum number of addresses whose attempts are remembered."""


class ProbeLimits:
    """Counts attempts by address. Beyond MAX_ADDRESSES, the address that was tried longest ago is forgotten."""

    def __init__(self) -> None:
        self._buckets: dict[str, TokenBucket] = {}
        self._trying = 0

    def begin(self, addresses: Iterable[str], now: Micros) -> bool:
        """Count an attempt against each of `addresses`; False if it exceeds the limit of any. After True,
        call `end`."""
        if self._trying >= MAX_TRYING or not all(self._may_try(address, now) for address in addresses):
            return False
        self._trying += 1
        return True

    def end(self) -> None:
        """The attempt has ended."""
        self._trying -= 1

    def _may_try(self, address: str, now: Micros) -> bool:
        bucket = self._buckets.pop(address, None) or TokenBucket(TRIES_PER_MINUTE, TRIES_AT_ONCE * 60)
        self._buckets[address] = bucket
        if len(self._buckets) > MAX_ADDRESSES:
            del self._buckets[next(iter(self._buckets))]
        return bucket.take(60, now) == 60
