"""Keeps allowances after their holders have left, so that leaving and joining again gains nothing. Pure."""

from collections.abc import Callable
from heapq import heapify, heappop, heappush
from itertools import count

from drumcircle_gui.timing.units import Micros

from .token_bucket import TokenBucket

_PRUNE_AT = 1024


class AllowancePool:
    """Lends token buckets of one kind. A new holder gets the emptiest bucket that was returned.

    So however often holders change, they get no more than as many holders that stay. A full bucket is not kept, because
    it equals a new one.
    """

    def __init__(self, new_bucket: Callable[[], TokenBucket]) -> None:
        self._new_bucket = new_bucket
        self._returned: list[tuple[int, int, TokenBucket]] = []
        self._order = count()

    def __len__(self) -> int:
        """The number of returned buckets that are kept."""
        return len(self._returned)

    def is_unused(self, now: Micros) -> bool:
        """Whether the pool equals a new one, because all returned buckets are full."""
        return not self._returned or self._returned[0][2].full_at() <= now

    def acquire(self, now: Micros) -> TokenBucket:
        """The emptiest returned bucket, or a new one."""
        while self._returned:
            _, _, bucket = heappop(self._returned)
            if bucket.full_at() > now:
                return bucket
            self._returned.clear()  # the emptiest was full, so all are
        return self._new_bucket()

    def release(self, bucket: TokenBucket, now: Micros) -> None:
        """Return a bucket of this pool."""
        if bucket.full_at() > now:
            heappush(self._returned, (-bucket.full_at(), next(self._order), bucket))
        if len(self._returned) > _PRUNE_AT:
            self._returned = [each for each in self._returned if -each[0] > now]
            heapify(self._returned)
