"""The vertical axis of a plot: round ends and a handful of round ticks. Pure."""

from dataclasses import dataclass
from math import ceil, floor, log10

LEAST = 0.5  # what an axis spans, at least
LEAST_LOG = 0.1  # the smallest value a logarithmic axis shows
_ROOMY = 0.45  # an axis shrinks when less than this share of it is in use
_STEPS = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high`, in axis coordinates: the value itself, or its decimal logarithm."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    logarithmic: bool = False

    def covers(self, least: float, most: float) -> bool:
        """Whether values of this range fill enough of the axis without leaving it."""
        low, high = (log10(max(value, LEAST_LOG)) if self.logarithmic else value for value in (least, most))
        used = max(high, 0.0) - min(low, 0.0) if not self.logarithmic else high - self.low
        return self.low <= low and high <= self.high and used >= _ROOMY * (self.high - self.low)


def scale_for(least: float, most: float, logarithmic: bool, before: Scale | None = None) -> Scale:
    """A scale for values from `least` to `most`; keeps `before` while it fits."""
    if before is not None and before.logarithmic == logarithmic and before.covers(least, most):
        return before
    return _logarithmic(least, most) if logarithmic else _linear(min(least, 0.0), max(most, 0.0))


def with_bands(least: float, most: float, low: float, high: float) -> tuple[float, float]:
    """What an axis shows of lines from `least` to `most` with bands from `low` to `high` (infinite: none): however wide
    those are, a third of it is left to the lines, which they would else press flat."""
    reach = max(max(most, 0.0) - min(least, 0.0), LEAST)
    return min(least, max(low, least - reach)), max(most, min(high, most + reach))


def _linear(least: float, most: float) -> Scale:
    step = _round_up(max(most - least, LEAST) / 5)
    first = floor(least / step + 1e-9)
    last = max(ceil(most / step - 1e-9), first + 1)
    ticks = tuple((n * step, _text(n * step, step)) for n in range(first, last + 1))
    return Scale(first * step, last * step, ticks)


def _logarithmic(least: float, most: float) -> Scale:
    low = floor(log10(max(least, LEAST_LOG)))
    high = max(ceil(log10(max(most, LEAST_LOG)) + 1e-9), low + 1)
    ticks = tuple((float(n), f"{10.0**n:g}") for n in range(low, high + 1))
    return Scale(low, high, ticks, True)


def _round_up(value: float) -> float:
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in _STEPS if step * power >= value * (1 - 1e-9))


def _text(value: float, step: float) -> str:
    return f"{value:.{max(-floor(log10(step) + 1e-9), 0)}f}".replace("-", "\u2212")
