"""How much later one hears than the sound device says: measured by tapping along to clicks. Pure.

The time from hearing to striking cannot be told from that of the sound: both are in the figure, and that is well, since
what matters to the others is that the strokes meet the beat.
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
"""The channel of the clicks."""

CLICK_INTERVAL = Micros(800_000)
FIRST_CLICK_DELAY = Micros(1_000_000)
CLICK_VELOCITY = 110
MIN_TAPS, MAX_TAPS = 8, 16
MAX_SPREAD = Micros(45_000)


@dataclass(frozen=True, slots=True)
class TapResult:
    """What the latest `taps` show: they fell `late` after the clicks (before, if negative), half of them within
    `spread` of that. None: too few taps. With `even` False the taps lie too far apart to say anything."""

    taps: int = 0
    late: Micros | None = None
    spread: Micros | None = None

    @property
    def even(self) -> bool:
        return self.spread is not None and self.spread <= MAX_SPREAD


def proposed_trim(trim: Micros, tapping: TapResult) -> Micros | None:
    """The trim that would bring taps and clicks together where `trim` was in force; None if the taps do not say."""
    if tapping.late is None or not tapping.even:
        return None
    return Micros(min(max(trim + tapping.late, -MAX_TRIM), MAX_TRIM))


def measure_taps(clicks: Sequence[Micros], taps: Sequence[Micros]) -> TapResult:
    """From when clicks, EVERY apart, were heard, as far as the device knows, and when taps fell."""
    if not clicks or len(taps) < MIN_TAPS:
        return TapResult(len(taps))
    phases = [(tap - clicks[-1]) % CLICK_INTERVAL for tap in taps]
    middle = _circular_mean(phases)
    around = median(_wrapped(phase - middle) for phase in phases)
    spread = median(abs(_wrapped(phase - middle) - around) for phase in phases)
    return TapResult(len(taps), Micros(round(_wrapped(middle + around))), Micros(round(spread)))


class Calibration:
    """Clicks that go on as long as each is answered by what became of it, and the taps along to them.

    The clicks' tags are below zero.
    """

    def __init__(self, now: Micros) -> None:
        self._next = Micros(now + FIRST_CLICK_DELAY)
        self._tags = count(-1, -1)
        self._clicks: deque[Micros] = deque(maxlen=MAX_TAPS)
        self._taps: deque[Micros] = deque(maxlen=MAX_TAPS)

    def begin(self) -> list[PlayStroke]:
        """The first clicks. From then on two are always on their way."""
        return [self._click(), self._click()]

    def played(self, played: PlayedStroke) -> list[PlayStroke]:
        """The next click, now that one was `played`."""
        if not played.late:
            self._clicks.append(played.at)
        return [self._click()]

    def tap(self, at: Micros) -> None:
        self._taps.append(at)

    def forget(self) -> None:
        """Begin again with the taps, since the trim has changed."""
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
    """Into -EVERY/2 to EVERY/2."""
    return (phase + CLICK_INTERVAL / 2) % CLICK_INTERVAL - CLICK_INTERVAL / 2
