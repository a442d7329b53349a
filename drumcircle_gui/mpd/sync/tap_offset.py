"""Measures how much later one room sounds than another, from a person tapping along to the music in both. Pure.

The taps of both rooms are fitted to one grid of beats, whose period is that of the taps. The person's own lateness is
the same in both rooms and cancels out. The walk from room to room adds uncertainty, since an error of the period grows
with every beat in between; a second round in the first room removes it. The fit is linear regression with a common
slope and one intercept per room; the offset is the difference of the intercepts (analysis of covariance).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt
from statistics import fmean, median

from drumcircle_gui.timing.units import Micros

from .tap_tempo import beat_numbers, beat_period

MIN_TAPS, MAX_TAPS = 8, 32
"""Taps in one round: needed, and kept."""

MAX_SPREAD = Micros(60_000)
"""Standard deviation of the taps from the beats up to which a measurement is usable."""

RELIABLE_ERROR, USABLE_ERROR = Micros(8_000), Micros(25_000)
"""Standard error of the offset up to which a measurement is reliable, and usable."""

_PERIOD_TOLERANCE = 0.15
"""Share by which the period of a round may differ from the median period."""

_OUTLIER_DEVIATIONS = 4.0
"""A tap this many median deviations off its beat is a mistake and is left out."""

_MIN_DEVIATION = 2_000
"""Micros; smallest median deviation assumed."""


@dataclass(frozen=True, slots=True)
class TapRound:
    """Taps in one go: in the room to be measured (`in_room`), or in the room that it is compared with."""

    in_room: bool
    taps: tuple[Micros, ...] = ()


@dataclass(frozen=True, slots=True)
class TapSession:
    """All rounds so far; the last one is in progress."""

    rounds: tuple[TapRound, ...] = (TapRound(in_room=False),)

    @property
    def in_room(self) -> bool:
        return self.rounds[-1].in_room

    def tap(self, at: Micros) -> "TapSession":
        """A copy with one more tap in the present round."""
        last = self.rounds[-1]
        return replace(self, rounds=(*self.rounds[:-1], replace(last, taps=(*last.taps[1 - MAX_TAPS :], at))))

    def change_room(self, in_room: bool) -> "TapSession":
        """A copy with a new round, in the other room; rounds that are too short are dropped."""
        kept = tuple(one for one in self.rounds if len(one.taps) >= MIN_TAPS)
        return TapSession((*kept, TapRound(in_room)))

    @property
    def taps_missing(self) -> int:
        """How many more taps the present round needs."""
        return max(MIN_TAPS - len(self.rounds[-1].taps), 0)


@dataclass(frozen=True, slots=True)
class TapOffset:
    """The room sounds `late_by` after the other room (before it if negative), with the standard `error`. `spread`: the
    standard deviation of the taps from the beats, which are a `period` apart."""

    late_by: Micros
    error: Micros
    spread: Micros
    period: Micros

    @property
    def usable(self) -> bool:
        return self.spread <= MAX_SPREAD and self.error <= USABLE_ERROR

    @property
    def reliable(self) -> bool:
        return self.usable and self.error <= RELIABLE_ERROR


@dataclass(frozen=True, slots=True)
class _Taps:
    """Taps in one room with the number of the beat of each."""

    beats: tuple[int, ...]
    times: tuple[Micros, ...]

    @property
    def mean_beat(self) -> float:
        return fmean(self.beats)

    @property
    def mean_time(self) -> float:
        return fmean(self.times)

    @property
    def beat_squares(self) -> float:
        """Sum of the squared distances of the beats from their mean."""
        return sum((beat - self.mean_beat) ** 2 for beat in self.beats)

    def later_than(self, other: "_Taps", period: float) -> float:
        """How much later these taps are than `other` on a common grid of beats."""
        return self.mean_time - other.mean_time - period * (self.mean_beat - other.mean_beat)

    def shifted(self, beats: int) -> "_Taps":
        return _Taps(tuple(beat + beats for beat in self.beats), self.times)

    def joined(self, other: "_Taps") -> "_Taps":
        return _Taps(self.beats + other.beats, self.times + other.times)


def measure_offset(rounds: Sequence[TapRound]) -> TapOffset | None:
    """The offset from all rounds that are long enough. None if one room has no such round, or the tempo differs."""
    long = [one for one in rounds if len(one.taps) >= MIN_TAPS]
    groups = [_number_beats(one) for one in long]
    if not _have_same_period(groups) or len({one.in_room for one in long}) < 2:
        return None
    period = _common_period(groups)
    elsewhere, in_room = (
        _align_rounds([group for group, one in zip(groups, long, strict=True) if one.in_room == room], period)
        for room in (False, True)
    )
    return _fit(elsewhere, _align(elsewhere, in_room, _common_period([elsewhere, in_room])))


def proposed_offset(offset: Micros, measured: TapOffset) -> Micros:
    """The offset, in whole milliseconds, that brings the room in step if it was measured with `offset` in force."""
    return Micros(round((offset - measured.late_by) / 1000) * 1000)


def _number_beats(one: TapRound) -> _Taps:
    return _Taps(tuple(beat_numbers(one.taps)), one.taps)


def _have_same_period(groups: Sequence[_Taps]) -> bool:
    if not groups or any(group.beat_squares == 0 for group in groups):
        return False
    periods = [beat_period(group.beats, group.times) for group in groups]
    usual = median(periods)
    return all(abs(period / usual - 1) <= _PERIOD_TOLERANCE for period in periods)


def _common_period(groups: Sequence[_Taps]) -> float:
    """The period of all groups, each with its own phase: the mean of their slopes, weighted by the squares."""
    weighted = sum(beat_period(group.beats, group.times) * group.beat_squares for group in groups)
    return weighted / sum(group.beat_squares for group in groups)


def _align_rounds(groups: Sequence[_Taps], period: float) -> _Taps:
    """All rounds of one room on one grid of beats."""
    whole, *others = groups
    for other in others:
        whole = whole.joined(_align(whole, other, period))
        period = _common_period([whole])
    return whole


def _align(fixed: _Taps, moving: _Taps, period: float) -> _Taps:
    """`moving` with its beats renumbered so that it is less than half a beat off the grid of `fixed`."""
    return moving.shifted(round(moving.later_than(fixed, period) / period))


def _fit(elsewhere: _Taps, in_room: _Taps) -> TapOffset:
    """Common slope, two intercepts; the standard error of their difference. Three parameters are estimated."""
    elsewhere, in_room = _without_outliers(elsewhere), _without_outliers(in_room)
    groups = (elsewhere, in_room)
    period = _common_period(groups)
    taps = len(elsewhere.beats) + len(in_room.beats)
    squares = sum(off**2 for group in groups for off in _residuals(group, period))
    spread = sqrt(squares / (taps - 3))
    distance = (in_room.mean_beat - elsewhere.mean_beat) ** 2 / (elsewhere.beat_squares + in_room.beat_squares)
    error = spread * sqrt(1 / len(elsewhere.beats) + 1 / len(in_room.beats) + distance)
    late_by = in_room.later_than(elsewhere, period)
    return TapOffset(*(Micros(round(value)) for value in (late_by, error, spread, period)))


def _residuals(group: _Taps, period: float) -> list[float]:
    """The distance of each tap from its beat."""
    start = group.mean_time - period * group.mean_beat
    return [time - start - period * beat for beat, time in zip(group.beats, group.times, strict=True)]


def _without_outliers(group: _Taps) -> _Taps:
    residuals = _residuals(group, _common_period([group]))
    middle = median(residuals)
    deviation = max(median(abs(off - middle) for off in residuals), _MIN_DEVIATION)
    kept = [n for n, off in enumerate(residuals) if abs(off - middle) <= _OUTLIER_DEVIATIONS * deviation]
    return _Taps(tuple(group.beats[n] for n in kept), tuple(group.times[n] for n in kept))
