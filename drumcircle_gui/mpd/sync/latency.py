"""Estimates a room's one-way delay and the quality of its connection from the round trips of polls.

The room's own time stamps are not available, so the one-way delay is taken as half of the round trip; the room's offset
corrects a path that is asymmetric. A lost packet shows as a round trip that is longer by a retransmission, 200 ms and
more (RFC 6298 and Linux's minimum). Losses come in bursts: a connection that has just answered promptly is likely to
carry the next command as well.

Pure; the caller supplies the time stamps. One object per room, for one thread.
"""

from bisect import bisect_left, insort
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import exp
from statistics import fmean
from typing import NamedTuple, Protocol

from drumcircle_gui.timing.units import SECOND, Micros, seconds

WINDOW = seconds(30)
"""Polls older than this are dropped; at most MAX_POLLS are kept."""

MAX_POLLS = 2048

RECENT = seconds(2)
"""If even the shortest round trip of this time exceeds that of the window by PATH_CHANGE and a fifth, the network path
has changed."""

PATH_CHANGE = 3_000
"""Micros; see RECENT."""

MAX_RECENT = 256
"""Largest number of polls that the median looks at."""

MIN_RECENT = 15
"""Polls within RECENT that are needed to conclude that the path has changed."""

EWMA_TIME = seconds(2)
"""Time constant of the exponential average: an older round trip weighs 1/e less."""

RETRANSMISSION = 150_000
"""Micros beyond the usual round trip that distinguish a retransmitted packet from one delayed in a queue."""

SLOW_SHARE = 0.3
"""The slow one of two clusters is discarded if it holds less than this share of a batch."""


@dataclass(frozen=True, slots=True)
class Poll:
    """A request and its answer, in local time."""

    sent: Micros
    received: Micros

    @property
    def round_trip(self) -> Micros:
        return Micros(self.received - self.sent)


class LatencyEstimator(Protocol):
    """An estimator of the one-way delay. Polls are added in the order in which they were answered."""

    def add(self, poll: Poll) -> None: ...

    @property
    def one_way(self) -> Micros | None:
        """The one-way delay that a command will probably have; None before the first poll."""


class MinimumFilter:
    """Half of the shortest round trip: the delay of a command that waits in no queue.

    The minimum filter of NTP's clock filter (RFC 5905, section 10): the shortest round trip has the least error. It
    covers the last 30 s, or the last 2 s if the path has become longer.
    """

    def __init__(self) -> None:
        self._window, self._recent = _WindowMinimum(WINDOW), _WindowMinimum(RECENT)

    def add(self, poll: Poll) -> None:
        self._window.add(poll)
        self._recent.add(poll)

    @property
    def one_way(self) -> Micros | None:
        window, recent = self._window.minimum, self._recent.minimum
        if window is None or recent is None:
            return None
        longer = recent > window + max(window // 5, PATH_CHANGE) and self._recent.count >= MIN_RECENT
        return Micros((recent if longer else window) // 2)


class EwmaFilter:
    """Half of the exponentially weighted moving average (EWMA) of the round trips.

    For uneven intervals: a_n = a_(n-1) + (1 - exp(-dt / EWMA_TIME)) (x_n - a_(n-1)).
    """

    def __init__(self) -> None:
        self._average: float | None = None
        self._at = Micros(0)

    def add(self, poll: Poll) -> None:
        if self._average is None:
            self._average = float(poll.round_trip)
        else:
            gain = 1 - exp(-max(poll.received - self._at, 1) / EWMA_TIME)
            self._average += gain * (poll.round_trip - self._average)
        self._at = poll.received

    @property
    def one_way(self) -> Micros | None:
        return None if self._average is None else Micros(round(self._average / 2))


class TwoMeansFilter:
    """Half of the mean round trip of one second's polls, without those that seem to have lost a packet.

    The round trips are split into a fast and a slow cluster by two-means (Lloyd's algorithm in one dimension); the slow
    cluster is discarded if it is much the smaller.
    """

    def __init__(self) -> None:
        self._batch: list[Micros] = []
        self._batch_began = Micros(0)
        self._one_way: Micros | None = None

    def add(self, poll: Poll) -> None:
        if not self._batch:
            self._batch_began = poll.received
        self._batch.append(poll.round_trip)
        if poll.received - self._batch_began >= SECOND or len(self._batch) >= MAX_POLLS:
            self._one_way = self._of_batch()
            self._batch.clear()

    @property
    def one_way(self) -> Micros | None:
        return self._one_way if self._one_way is not None or not self._batch else self._of_batch()

    def _of_batch(self) -> Micros:
        fast, slow = two_means(sorted(self._batch))
        kept = fast if len(slow) < SLOW_SHARE * len(self._batch) else self._batch
        return Micros(round(fmean(kept) / 2))


class MedianFilter:
    """Half of the median round trip of the last 2 s, which lost packets and spikes hardly change."""

    def __init__(self) -> None:
        self._polls: deque[Poll] = deque()
        self._ordered: list[Micros] = []

    def add(self, poll: Poll) -> None:
        self._polls.append(poll)
        insort(self._ordered, poll.round_trip)
        while self._polls[0].received < poll.received - RECENT or len(self._polls) > MAX_RECENT:
            dropped = self._polls.popleft()
            del self._ordered[bisect_left(self._ordered, dropped.round_trip)]

    @property
    def one_way(self) -> Micros | None:
        return Micros(self._ordered[len(self._ordered) // 2] // 2) if self._ordered else None


ESTIMATORS: Mapping[str, Callable[[], LatencyEstimator]] = {
    "minimum": MinimumFilter,
    "median": MedianFilter,
    "ewma": EwmaFilter,
    "two-means": TwoMeansFilter,
}
"""The estimators by the names that the configuration uses."""


def two_means(ordered: list[Micros]) -> tuple[list[Micros], list[Micros]]:
    """The fast and the slow cluster of `ordered` round trips, by two-means from the extremes. If all are
    equal, all are fast."""
    previous, cut = -1, len(ordered)
    low, high = float(ordered[0]), float(ordered[-1])
    while low < high and previous != cut:
        previous, cut = cut, next(at for at, trip in enumerate(ordered) if trip - low > high - trip)
        low, high = fmean(ordered[:cut]), fmean(ordered[cut:])
    return ordered[:cut], ordered[cut:]


class RoomLatency:
    """The state of the network path to one room, from polls over any of its connections. `estimator`: a key of
    ESTIMATORS."""

    def __init__(self, estimator: str = "minimum") -> None:
        self._estimator = ESTIMATORS[estimator]()
        self._minimum = self._estimator if isinstance(self._estimator, MinimumFilter) else MinimumFilter()
        self._losses = _LossDetector()
        self._unanswered: deque[Micros] = deque()
        self.one_way: Micros | None = None
        """The one-way delay by the chosen estimator; None before the first poll."""

        self.min_round_trip = Micros(0)
        """The round trip of a poll that waits in no queue; 0 before the first poll."""

    def poll_sent(self, at: Micros) -> None:
        """A poll was sent at local time `at`."""
        if len(self._unanswered) < MAX_POLLS:
            self._unanswered.append(at)

    def poll_answered(self, poll: Poll) -> None:
        """A poll was answered. Polls sent before it no longer count as unanswered: the room has been alive since."""
        while self._unanswered and self._unanswered[0] <= poll.sent:
            self._unanswered.popleft()
        self._estimator.add(poll)
        if self._minimum is not self._estimator:
            self._minimum.add(poll)
        self.one_way = self._estimator.one_way
        self.min_round_trip = Micros(2 * (self._minimum.one_way or 0))
        self._losses.add(poll, self.min_round_trip)

    @property
    def smoothed_round_trip(self) -> Micros:
        """The average round trip of polls that lost no packet; 0 before the first poll."""
        return Micros(round(self._losses.smoothed))

    @property
    def loss(self) -> float:
        """The share of polls in the last 30 s that seem to have lost a packet."""
        return self._losses.share

    @property
    def silent_since(self) -> Micros | None:
        """When the first poll was sent that nothing has been received since; None if no poll is unanswered."""
        return self._unanswered[0] if self._unanswered else None


class _Timed(NamedTuple):
    at: Micros
    round_trip: Micros


class _WindowMinimum:
    """The shortest round trip within `span`: a monotonic queue, in which each poll drops all earlier longer ones."""

    def __init__(self, span: Micros) -> None:
        self._span = span
        self._rising: deque[_Timed] = deque(maxlen=MAX_POLLS)
        self._latest: deque[Micros] = deque(maxlen=MIN_RECENT)

    def add(self, poll: Poll) -> None:
        rising, now, trip = self._rising, poll.received, poll.round_trip
        while rising and rising[-1].round_trip >= trip:
            rising.pop()
        rising.append(_Timed(now, trip))
        self._latest.append(now)
        while rising[0].at < now - self._span:
            rising.popleft()

    @property
    def minimum(self) -> Micros | None:
        return self._rising[0].round_trip if self._rising else None

    @property
    def count(self) -> int:
        """The number of polls within the span, at most MIN_RECENT."""
        oldest = self._latest[-1] - self._span if self._latest else 0
        return sum(at >= oldest for at in self._latest)


class _LossDetector:
    """Finds the polls that seem to have lost a packet, and smooths the round trips of the others."""

    def __init__(self) -> None:
        self.smoothed = 0.0
        self._deviation = 0.0
        self._polls: deque[tuple[Micros, bool]] = deque()
        self._lost = 0

    @property
    def share(self) -> float:
        return self._lost / len(self._polls) if self._polls else 0.0

    def add(self, poll: Poll, minimum: Micros) -> None:
        """`minimum`: the round trip of a poll that waits in no queue."""
        smoothed = max(self.smoothed, minimum)
        lost = poll.round_trip > smoothed + max(RETRANSMISSION, 4 * self._deviation)
        if not lost:
            self._smooth(poll.round_trip, smoothed)
        self._polls.append((poll.received, lost))
        self._lost += lost
        while self._polls[0][0] < poll.received - WINDOW or len(self._polls) > MAX_POLLS:
            self._lost -= self._polls.popleft()[1]

    def _smooth(self, trip: Micros, smoothed: float) -> None:
        """Smoothed round trip and its deviation as TCP computes them (RFC 6298, section 2: gains 1/8 and 1/4)."""
        self._deviation += (abs(trip - smoothed) - self._deviation) / 4
        self.smoothed = smoothed + (trip - smoothed) / 8
