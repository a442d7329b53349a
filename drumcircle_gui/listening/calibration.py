"""Measures the delay between the moment the audio device reports for a sound and the moment it is heard: the player
taps along to clicks. Pure.

The result includes the player's own reaction. That is intended: what counts is that strokes fall on the beat.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from math import atan2, cos, sin, tau
from statistics import median

from drumcircle_gui.sound.messages import MAX_TRIM, PlayedStroke, PlayStroke
from drumcircle_gui.sound.synth.kit import GUIDE_BEAT
from drumcircle_gui.timing.units import Micros

CLICK_CHANNEL = -2
"""The mixer channel of the clicks."""

CLICK_INTERVAL = Micros(800_000)
FIRST_CLICK_DELAY = Micros(1_000_000)
CLICK_VELOCITY = 110
MIN_TAPS, MAX_TAPS = 8, 16
"""Taps needed for a result, and the number of latest taps that count."""

MAX_SPREAD = Micros(45_000)
"""Taps with a larger spread give no result."""


@dataclass(frozen=True, slots=True)
class TapResult:
    """Result of the latest `taps`: their median is `late` after the clicks (negative: before), and half of them are
    within `spread` of it. Both are None while there are fewer than MIN_TAPS."""

    taps: int = 0
    late: Micros | None = None
    spread: Micros | None = None

    @property
    def even(self) -> bool:
        """Whether the taps are close enough together to be used."""
        return self.spread is not None and self.spread <= MAX_SPREAD


def proposed_trim(trim: Micros, tapping: TapResult) -> Micros | None:
    """The trim that would align the taps with the clicks; None without a usable result. `trim`: the one in force."""
    if tapping.late is None or not tapping.even:
        return None
    return Micros(min(max(trim + tapping.late, -MAX_TRIM), MAX_TRIM))


def measure_taps(clicks: Sequence[Micros], taps: Sequence[Micros]) -> TapResult:
    """The result of `taps` along to `clicks`, CLICK_INTERVAL apart: local times, by the audio device's report."""
    if not clicks or len(taps) < MIN_TAPS:
        return TapResult(len(taps))
    phases = [(tap - clicks[-1]) % CLICK_INTERVAL for tap in taps]
    middle = _circular_mean(phases)
    around = median(_wrapped(phase - middle) for phase in phases)
    spread = median(abs(_wrapped(phase - middle) - around) for phase in phases)
    return TapResult(len(taps), Micros(round(_wrapped(middle + around))), Micros(round(spread)))


class Calibration:
    """Schedules clicks, two at a time, and collects the taps. `now`: local time. The clicks' tags are negative."""

    def __init__(self, now: Micros) -> None:
        self._next = Micros(now + FIRST_CLICK_DELAY)
        self._tags = count(-1, -1)
        self._clicks: deque[Micros] = deque(maxlen=MAX_TAPS)
        self._taps: deque[Micros] = deque(maxlen=MAX_TAPS)

    def begin(self) -> list[PlayStroke]:
        """The first two clicks."""
        return [self._click(), self._click()]

    def played(self, played: PlayedStroke) -> list[PlayStroke]:
        """The next click to play; call this when one was `played`."""
        if not played.late:
            self._clicks.append(played.at)
        return [self._click()]

    def tap(self, at: Micros) -> None:
        """Add a tap at local time `at`."""
        self._taps.append(at)

    def forget(self) -> None:
        """Discard the taps, because the trim has changed."""
        self._taps.clear()

    @property
    def tapping(self) -> TapResult:
        return measure_taps(self._clicks, self._taps)

    def _click(self) -> PlayStroke:
        at, self._next = self._next, Micros(self._next + CLICK_INTERVAL)
        return PlayStroke(at, GUIDE_BEAT, CLICK_VELOCITY, CLICK_CHANNEL, next(self._tags))


def _circular_mean(phases: Sequence[int]) -> float:
    angles = [tau * phase / CLICK_INTERVAL for phase in phases]
    return atan2(sum(map(sin, angles)), sum(map(cos, angles))) / tau * CLICK_INTERVAL


def _wrapped(phase: float) -> float:
    """`phase` modulo CLICK_INTERVAL, from -CLICK_INTERVAL/2 to CLICK_INTERVAL/2."""
    return (phase + CLICK_INTERVAL / 2) % CLICK_INTERVAL - CLICK_INTERVAL / 2
