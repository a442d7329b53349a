"""Simple clock estimators: the best of ten exchanges (the Drum Circle of 2016) and the plain mean.

Both have the interface of `ClockEstimator`. Their clocks step, and estimate neither drift nor error.
"""

from collections import deque
from statistics import fmean

from drumcircle_gui.timing.estimator import Clock, ClockExchange
from drumcircle_gui.timing.units import Micros, seconds


def polling_of_2016(elapsed: Micros) -> Micros:
    """The interval between exchanges in 2016: 1 s for 20 s, then 10 s."""
    return seconds(1 if elapsed < seconds(20) else 10)


class BestOfTen:
    """The offset of the quickest among the last ten exchanges."""

    def __init__(self) -> None:
        self._exchanges: deque[ClockExchange] = deque(maxlen=10)

    def add(self, exchange: ClockExchange) -> Clock:
        self._exchanges.append(exchange)
        best = min(self._exchanges, key=lambda each: each.round_trip)
        return Clock(exchange.returned, best.offset, 0.0, Micros(best.round_trip // 2), Micros(0))


class PlainMean:
    """The mean offset of the last ten exchanges."""

    def __init__(self) -> None:
        self._exchanges: deque[ClockExchange] = deque(maxlen=10)

    def add(self, exchange: ClockExchange) -> Clock:
        self._exchanges.append(exchange)
        trips, offsets = zip(*((each.round_trip, each.offset) for each in self._exchanges), strict=True)
        return Clock(exchange.returned, round(fmean(offsets)), 0.0, Micros(max(trips) // 2), Micros(0))
