"""How long a command is on its way to a room, and how well the line to it does, from what polls take there and back.

No stamps of the room's are to be had, so one way is taken for half of the round trip; what one way always takes longer
than the other is for the room's offset to make good. Packets that are lost show as round trips that are longer by a
retransmission, some 200 ms and more. They are lost in bursts: a line that has just answered promptly is likely to let
the next command through as well.

Pure; the caller brings the stamps. One room, one line; not for several threads at once.
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
"""For so long polls are remembered, at most MOST of them."""

MAX_POLLS = 2048

RECENT = seconds(2)
"""If even the quickest poll of so long took DETOUR micros, and a fifth, more than the quickest of the window, the way
through the network has changed."""

PATH_CHANGE = 3_000

MAX_RECENT = 256
"""Polls of LATELY that are remembered one by one at most."""

MIN_RECENT = 15
"""Polls that must lie in LATELY for it to be believed."""

EWMA_TIME = seconds(2)
"""An average forgets by a factor of e within this."""

RETRANSMISSION = 150_000
"""Micros beyond the usual that tell a packet that was sent twice from one that waited in a queue."""

PROMPT_MARGIN = 10_000
"""Micros beyond the usual, and a quarter of it, in which a clear line answers."""

SLOW_SHARE = 0.3
"""Of two clusters the slow one is thrown away if it holds less than this share of a batch."""

CLEAR_FOR = Micros(30_000)
"""So long ago the last answer may be for a line to be clear: bursts of losses last some 40 ms."""


@dataclass(frozen=True, slots=True)
class Poll:
    """A question and its answer, at local time."""

    sent: Micros
    received: Micros

    @property
    def round_trip(self) -> Micros:
        return Micros(self.received - self.sent)


class LatencyEstimator(Protocol):
    """What each named estimator can do. Polls come in the order in which they were answered."""

    def add(self, poll: Poll) -> None: ...

    @property
    def one_way(self) -> Micros | None:
        """Micros that a command is likely to take; None before the first poll."""


class MinimumFilter:
    """Half of what the quickest poll took: how long a command takes that waits nowhere.

    The quickest of the last 30 s; of the last 2 s if the way has become longer meanwhile.
    """

    def __init__(self) -> None:
        self._window, self._lately = _WindowMinimum(WINDOW), _WindowMinimum(RECENT)

    def add(self, poll: Poll) -> None:
        self._window.add(poll)
        self._lately.add(poll)

    @property
    def one_way(self) -> Micros | None:
        least, lately = self._window.least, self._lately.least
        if least is None or lately is None:
            return None
        detour = self._lately.count >= MIN_RECENT and lately > least + max(least // 5, PATH_CHANGE)
        return Micros((lately if detour else least) // 2)


class EwmaFilter:
    """Half of the average round trip, in which a poll weighs the less the older it is."""

    def __init__(self) -> None:
        self._average: float | None = None
        self._at = Micros(0)

    def add(self, poll: Poll) -> None:
        if self._average is None:
            self._average = float(poll.round_trip)
        else:
            share = 1 - exp(-max(poll.received - self._at, 1) / EWMA_TIME)
            self._average += share * (poll.round_trip - self._average)
        self._at = poll.received

    @property
    def one_way(self) -> Micros | None:
        return None if self._average is None else Micros(round(self._average / 2))


class TwoMeansFilter:
    """Half of the average round trip of a second's polls, less those that seem to have lost a packet.

    The second's polls are split into a quick and a slow cluster; the slow one is thrown away if it is much the smaller.
    """

    def __init__(self) -> None:
        self._batch: list[Micros] = []
        self._begun = Micros(0)
        self._one_way: Micros | None = None

    def add(self, poll: Poll) -> None:
        if not self._batch:
            self._begun = poll.received
        self._batch.append(poll.round_trip)
        if poll.received - self._begun >= SECOND or len(self._batch) >= MAX_POLLS:
            self._one_way = self._of_batch()
            self._batch.clear()

    @property
    def one_way(self) -> Micros | None:
        return self._one_way if self._one_way is not None or not self._batch else self._of_batch()

    def _of_batch(self) -> Micros:
        quick, slow = two_means(sorted(self._batch))
        kept = quick if len(slow) < SLOW_SHARE * len(self._batch) else self._batch
        return Micros(round(fmean(kept) / 2))


class MedianFilter:
    """Half of the median round trip of the last 2 s: neither lost packets nor spikes move it much."""

    def __init__(self) -> None:
        self._polls: deque[Poll] = deque()
        self._ordered: list[Micros] = []

    def add(self, poll: Poll) -> None:
        self._polls.append(poll)
        insort(self._ordered, poll.round_trip)
        while self._polls[0].received < poll.received - RECENT or len(self._polls) > MAX_RECENT:
            gone = self._polls.popleft()
            del self._ordered[bisect_left(self._ordered, gone.round_trip)]

    @property
    def one_way(self) -> Micros | None:
        return Micros(self._ordered[len(self._ordered) // 2] // 2) if self._ordered else None


ESTIMATORS: Mapping[str, Callable[[], LatencyEstimator]] = {
    "minimum": MinimumFilter,
    "median": MedianFilter,
    "ewma": EwmaFilter,
    "two-means": TwoMeansFilter,
}
"""Each can be asked for by its name."""


def two_means(ordered: list[Micros]) -> tuple[list[Micros], list[Micros]]:
    """The quick and the slow of `ordered` round trips: two means, begun at the extremes. All are quick if all are
    equal."""
    cut, found = -1, len(ordered)
    low, high = float(ordered[0]), float(ordered[-1])
    while low < high and cut != found:
        cut, found = found, next(at for at, trip in enumerate(ordered) if trip - low > high - trip)
        low, high = fmean(ordered[:found]), fmean(ordered[found:])
    return ordered[:found], ordered[found:]


class RoomLatency:
    """All that is to be known of the line to a room. `estimator` names one of ESTIMATORS.

    Tell it of each question that is sent (`ask`), on whichever connection, and of each answer (`add`).
    """

    def __init__(self, estimator: str = "minimum") -> None:
        self._estimator = ESTIMATORS[estimator]()
        self._least = MinimumFilter()
        self._losses = _LossDetector()
        self._asked: deque[Micros] = deque()
        self._latest: Poll | None = None

    def poll_sent(self, at: Micros) -> None:
        """A question was sent at local time `at`."""
        if len(self._asked) < MAX_POLLS:
            self._asked.append(at)

    def poll_answered(self, poll: Poll) -> None:
        """A question was answered. Those asked before it no longer count as open: the room has lived since."""
        while self._asked and self._asked[0] <= poll.sent:
            self._asked.popleft()
        if self._latest is None or poll.sent >= self._latest.sent:
            self._latest = poll
        self._estimator.add(poll)
        self._least.add(poll)
        self._losses.add(poll, self.min_round_trip)

    @property
    def one_way(self) -> Micros | None:
        """What the named estimator says."""
        return self._estimator.one_way

    @property
    def min_round_trip(self) -> Micros:
        """The round trip of a poll that waited nowhere; 0 before the first."""
        return Micros(2 * (self._least.one_way or 0))

    @property
    def smoothed_round_trip(self) -> Micros:
        """The average round trip of polls that lost no packet; 0 before the first."""
        return Micros(round(self._losses.usual))

    @property
    def loss(self) -> float:
        """The share of the last 30 s' polls that seem to have met a lost packet."""
        return self._losses.share

    @property
    def silent_since(self) -> Micros | None:
        """When the first question was sent that nothing has been heard since; None if nothing is open."""
        return self._asked[0] if self._asked else None

    def is_clear(self, now: Micros) -> bool:
        """Whether the line answers promptly right now: the latest question that was answered was answered a moment ago
        and in about the usual time, and none has been open for longer. Ask just before: what is known of a line that
        takes longer than a burst of losses lasts is always too old to help."""
        if (
            self._latest is None
            or now - self._latest.received > CLEAR_FOR
            or self._latest.round_trip > self.answer_timeout
        ):
            return False
        return self.silent_since is None or now - self.silent_since <= self.answer_timeout

    @property
    def answer_timeout(self) -> Micros:
        """For how long an answer is worth waiting for: it takes longer only if something is wrong."""
        return Micros(self.smoothed_round_trip + max(self.smoothed_round_trip // 4, PROMPT_MARGIN))


class _Timed(NamedTuple):
    at: Micros
    round_trip: Micros


class _WindowMinimum:
    """The least round trip within `span`: a queue in which each poll drives out all before it that took longer."""

    def __init__(self, span: Micros) -> None:
        self._span = span
        self._rising: deque[_Timed] = deque(maxlen=MAX_POLLS)
        self._moments: deque[Micros] = deque(maxlen=MIN_RECENT)

    def add(self, poll: Poll) -> None:
        rising, now, trip = self._rising, poll.received, poll.round_trip
        while rising and rising[-1].round_trip >= trip:
            rising.pop()
        rising.append(_Timed(now, trip))
        self._moments.append(now)
        while rising[0].at < now - self._span:
            rising.popleft()

    @property
    def least(self) -> Micros | None:
        return self._rising[0].round_trip if self._rising else None

    @property
    def count(self) -> int:
        """How many polls lie within the span, as far as ENOUGH."""
        oldest = self._moments[-1] - self._span if self._moments else 0
        return sum(at >= oldest for at in self._moments)


class _LossDetector:
    """Which of the polls seem to have met a lost packet, and what the others take."""

    def __init__(self) -> None:
        self.usual = 0.0
        self._spread = 0.0
        self._polls: deque[tuple[Micros, bool]] = deque()
        self._lost = 0

    @property
    def share(self) -> float:
        return self._lost / len(self._polls) if self._polls else 0.0

    def add(self, poll: Poll, least: Micros) -> None:
        """`least`: what a poll takes that waits nowhere, by now."""
        usual = max(self.usual, least)
        lost = poll.round_trip > usual + max(RETRANSMISSION, 4 * self._spread)
        if not lost:
            self._settle(poll.round_trip, usual)
        self._polls.append((poll.received, lost))
        self._lost += lost
        while self._polls[0][0] < poll.received - WINDOW or len(self._polls) > MAX_POLLS:
            self._lost -= self._polls.popleft()[1]

    def _settle(self, trip: Micros, usual: float) -> None:
        """As RFC 6298 smooths round trips."""
        self._spread += (abs(trip - usual) - self._spread) / 4
        self.usual = usual + (trip - usual) / 8
