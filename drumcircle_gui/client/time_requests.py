"""A member's clock requests: numbers them, matches replies, and estimates circle time from both. Pure."""

import secrets
from itertools import count

from drumcircle_gui.protocol.messages import ClockReply
from drumcircle_gui.timing.estimator import Clock, ClockEstimator, ClockExchange, polling_delay
from drumcircle_gui.timing.units import Micros

MAX_PENDING_REQUESTS = 128
"""Maximum number of requests whose replies are awaited; the oldest are given up."""


class TimeRequests:
    """The clock requests of one member. Numbers are unique over all its connections, and begin at random."""

    def __init__(self) -> None:
        self._numbers = count(secrets.randbelow(2**31))
        self._pending: dict[int, Micros] = {}
        self._estimator = ClockEstimator()

    def new(self, now: Micros) -> int:
        """The number of a request that is sent at local time `now`."""
        number = next(self._numbers)
        self._pending[number] = now
        while len(self._pending) > MAX_PENDING_REQUESTS:
            del self._pending[next(iter(self._pending))]
        return number

    def delay(self, now: Micros) -> Micros:
        """The time until the next request, after one at local time `now`."""
        begun = self._estimator.begun or next(iter(self._pending.values()))
        return polling_delay(Micros(now - begun))

    def replied(self, reply: ClockReply, now: Micros, *, playing: bool) -> tuple[ClockExchange, Clock] | None:
        """The exchange that `reply` completes at local time `now`, and the new estimate; None if the reply is
        not awaited. `playing`: see `ClockEstimator`."""
        sent = self._pending.pop(reply.id, None)
        if sent is None:
            return None
        exchange = ClockExchange(sent, reply.received, reply.replied, now)
        self._estimator.playing = playing
        return exchange, self._estimator.add(exchange)

    def reconnected(self) -> None:
        """A new connection is open: requests of the earlier one will not be answered."""
        self._pending.clear()

    def restart(self) -> None:
        """The server is another one, or does not know this member: discard the estimate."""
        self._estimator = ClockEstimator()
