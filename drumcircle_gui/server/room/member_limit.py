"""Limits how often each member may do something. Pure."""

from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.server.fairness.allowance_pool import AllowancePool
from drumcircle_gui.server.fairness.token_bucket import TokenBucket
from drumcircle_gui.timing.units import Micros


class MemberLimit:
    """Grants each member `rate` units a second on average, and up to `burst` at once. The remaining balance of a member
    who leaves or loses the connection passes to the next one, so that joining again gains nothing."""

    def __init__(self, rate: int, burst: int) -> None:
        self._pool = AllowancePool(lambda: TokenBucket(rate, burst))
        self._buckets: dict[PlayerId, TokenBucket] = {}

    def take(self, member: PlayerId, requested: int, now: Micros) -> int:
        """The number of units granted at circle time `now`, at most `requested`."""
        bucket = self._buckets.get(member)
        if bucket is None:
            bucket = self._buckets[member] = self._pool.acquire(now)
        return bucket.take(requested, now)

    def release(self, member: PlayerId, now: Micros) -> None:
        """The member has left, or lost its connection."""
        if (bucket := self._buckets.pop(member, None)) is not None:
            self._pool.release(bucket, now)
