"""How much later one room sounds than another, measured by somebody who taps along to the music in both. Pure.

The taps of both rooms are laid on one grid of beats, whose period is that of the taps themselves. How late somebody
taps is the same in both rooms and cancels out. What the walk from room to room costs in certainty (an error of the
period adds up with every beat of it) is part of the figure; a second round in the first room takes it away.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt
from statistics import fmean, median

from drumcircle_gui.timing.units import Micros

from .tap_tempo import beat_numbers, beat_period

MIN_TAPS, MAX_TAPS = 8, 32  # taps of a round
MAX_SPREAD = Micros(60_000)
RELIABLE_ERROR, USABLE_ERROR = Micros(8_000), Micros(25_000)
_PERIOD_TOLERANCE = 0.15  # by so much the pace of a round may differ
_OUTLIER_DEVIATIONS = 4.0  # usual deviations: what lies further off was a slip


@dataclass(frozen=True, slots=True)
class TapRound:
    """Taps in one go: in the room in question if `there`, otherwise in the one it is compared with."""

    in_room: bool
    taps: tuple[Micros, ...] = ()


@dataclass(frozen=True, slots=True)
class TapSession:
    """Everything tapped so far; the last round is the one under way."""

    rounds: tuple[TapRound, ...] = (TapRound(in_room=False),)

    @property
    def in_room(self) -> bool:
        return self.rounds[-1].in_room

    def tap(self, at: Micros) -> "TapSession":
        last = self.rounds[-1]
        return replace(self, rounds=(*self.rounds[:-1], replace(last, taps=(*last.taps[1 - MAX_TAPS :], at))))

    def change_room(self, there: bool) -> "TapSession":
        """Into the other room: a new round. One that was too short to count is forgotten."""
        kept = tuple(one for one in self.rounds if len(one.taps) >= MIN_TAPS)
        return TapSession((*kept, TapRound(there)))

    @property
    def taps_missing(self) -> int:
        """How many taps are wanting in the round under way."""
        return max(MIN_TAPS - len(self.rounds[-1].taps), 0)


@dataclass(frozen=True, slots=True)
class TapOffset:
    """The room sounds `late` after the other (before, if negative), give or take `error`; beats are `period` apart, and
    taps lie `spread` off them. All in micros; `error` and `spread` are standard deviations."""

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
    """Taps of one room, each with its beat."""

    beats: tuple[int, ...]
    times: tuple[Micros, ...]

    @property
    def middle(self) -> float:
        return fmean(self.beats)

    @property
    def centre(self) -> float:
        return fmean(self.times)

    @property
    def width(self) -> float:
        return sum((beat - self.middle) ** 2 for beat in self.beats)

    def ahead(self, other: "_Taps", period: float) -> float:
        """How much later they are than `other`, laid on the same grid."""
        return self.centre - other.centre - period * (self.middle - other.middle)

    def moved(self, beats: int) -> "_Taps":
        return _Taps(tuple(beat + beats for beat in self.beats), self.times)

    def joined(self, other: "_Taps") -> "_Taps":
        return _Taps(self.beats + other.beats, self.times + other.times)


def measure_offset(rounds: Sequence[TapRound]) -> TapOffset | None:
    """What the rounds that are long enough show; None as long as they show nothing: one room is wanting, or the pace
    was not the same."""
    long = [one for one in rounds if len(one.taps) >= MIN_TAPS]
    groups = [_number_beats(one) for one in long]
    if not _have_same_period(groups) or len({one.in_room for one in long}) < 2:
        return None
    period = _common_period(groups)
    here, there = (
        _align_rounds([g for g, one in zip(groups, long, strict=True) if one.in_room == w], period) for w in (0, 1)
    )
    return _fit(here, _align(here, there, _common_period([here, there])))


def proposed_offset(offset: Micros, finding: TapOffset) -> Micros:
    """The offset that brings the room to the other, where `offset` was in force: in whole milliseconds."""
    return Micros(round((offset - finding.late_by) / 1000) * 1000)


def _number_beats(one: TapRound) -> _Taps:
    return _Taps(tuple(beat_numbers(one.taps)), one.taps)


def _have_same_period(groups: Sequence[_Taps]) -> bool:
    if not groups or any(group.width == 0 for group in groups):
        return False
    paces = [beat_period(group.beats, group.times) for group in groups]
    usual = median(paces)
    return all(abs(pace / usual - 1) <= _PERIOD_TOLERANCE for pace in paces)


def _common_period(groups: Sequence[_Taps]) -> float:
    """One period for all, each group with a phase of its own."""
    return sum(beat_period(group.beats, group.times) * group.width for group in groups) / sum(g.width for g in groups)


def _align_rounds(groups: Sequence[_Taps], period: float) -> _Taps:
    """Rounds in the same room on one grid."""
    whole, *others = groups
    for other in others:
        whole = whole.joined(_align(whole, other, period))
        period = _common_period([whole])
    return whole


def _align(fixed: _Taps, moving: _Taps, period: float) -> _Taps:
    """`moving` with its beats renumbered so that it lies less than half a beat off the grid of `fixed`."""
    return moving.moved(round(moving.ahead(fixed, period) / period))


def _fit(here: _Taps, there: _Taps) -> TapOffset:
    here, there = _without_outliers(here), _without_outliers(there)
    period = _common_period([here, there])
    late = there.ahead(here, period)
    number = len(here.beats) + len(there.beats)
    wrong = sum(off**2 for group in (here, there) for off in _residuals(group, period))
    spread = sqrt(wrong / (number - 3))
    apart = (there.middle - here.middle) ** 2 / (here.width + there.width)
    error = spread * sqrt(1 / len(here.beats) + 1 / len(there.beats) + apart)
    return TapOffset(Micros(round(late)), Micros(round(error)), Micros(round(spread)), Micros(round(period)))


def _residuals(group: _Taps, period: float) -> list[float]:
    """How far each tap lies off its beat."""
    start = group.centre - period * group.middle
    return [time - start - period * beat for beat, time in zip(group.beats, group.times, strict=True)]


def _without_outliers(group: _Taps) -> _Taps:
    offsets = _residuals(group, _common_period([group]))
    around = median(offsets)
    usual = max(median(abs(off - around) for off in offsets), 2_000)
    kept = [n for n, off in enumerate(offsets) if abs(off - around) <= _OUTLIER_DEVIATIONS * usual]
    return _Taps(tuple(group.beats[n] for n in kept), tuple(group.times[n] for n in kept))
