"""Allowances that outlive their holders, so that leaving and joining again gains nothing."""

from collections.abc import Callable
from heapq import heapify, heappop, heappush
from itertools import count

from drumcircle_gui.timing.units import Micros

from .token_bucket import TokenBucket

_PRUNE_AT = 1024


class AllowancePool:
    """Hands out token buckets that are all alike. A new holder takes over the emptiest one that was given back.

    So however often holders change, they get no more than as many holders that stay: a bucket given back is only as
    full as it would be in its former holder's hands. A full one need not be kept: it is like a new one.
    """

    def __init__(self, new_bucket: Callable[[], TokenBucket]) -> None:
        self._new_bucket = new_bucket
        self._returned: list[tuple[int, int, TokenBucket]] = []
        self._order = count()

    def __len__(self) -> int:
        """Buckets given back and kept."""
        return len(self._returned)

    def is_unused(self, now: Micros) -> bool:
        """Whether a new pool would be the same: all buckets given back are full."""
        return not self._returned or self._returned[0][2].full_at() <= now

    def acquire(self, now: Micros) -> TokenBucket:
        """The emptiest bucket given back, or a new one."""
        while self._returned:
            _, _, bucket = heappop(self._returned)
            if bucket.full_at() > now:
                return bucket
            self._returned.clear()  # the emptiest was full, so all are
        return self._new_bucket()

    def release(self, bucket: TokenBucket, now: Micros) -> None:
        """Give back a bucket of this pool."""
        if bucket.full_at() > now:
            heappush(self._returned, (-bucket.full_at(), next(self._order), bucket))
        if len(self._returned) > _PRUNE_AT:
            self._returned = [each for each in self._returned if -each[0] > now]
            heapify(self._returned)
