"""The timeline maps circle time to beats and back. It is a tuple of segments that only the server extends.

Pure and immutable; every method may be called from any thread.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from .units import BEAT, FASTEST_TEMPO, Beats, Micros, Tempo, checked_tempo

MAX_CYCLE_BEATS = 64
MAX_PERIOD_CYCLES = 16

ROUNDING_BEATS = -(-BEAT // FASTEST_TEMPO)
"""Micro-beats in one microsecond at the fastest tempo, rounded up: the largest error of rounding to whole micros."""


@dataclass(frozen=True, slots=True)
class Meter:
    """How beats are grouped: `beats` in a cycle, `cycles` in a period. Every stroke sounds one period later."""

    beats: int = 16
    cycles: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.beats <= MAX_CYCLE_BEATS:
            raise ValueError(f"a cycle has 1 to {MAX_CYCLE_BEATS} beats, not {self.beats}")
        if not 1 <= self.cycles <= MAX_PERIOD_CYCLES:
            raise ValueError(f"a period has 1 to {MAX_PERIOD_CYCLES} cycles, not {self.cycles}")

    @property
    def cycle(self) -> Beats:
        """The length of a cycle."""
        return Beats(self.beats * BEAT)

    @property
    def period(self) -> Beats:
        """The length of a period."""
        return Beats(self.beats * self.cycles * BEAT)


@dataclass(frozen=True, slots=True)
class Segment:
    """A span of constant tempo, or of being stopped, from circle time `at` until the next segment's.

    `beat` is the beat at the time `at`; cycles are counted from `origin`. `epoch` numbers the server's changes: a
    request that refers to an older one is declined. While not `running`, the beat stays at `beat`.
    """

    epoch: int
    at: Micros
    beat: Beats
    tempo: Tempo
    running: bool
    meter: Meter
    origin: Beats

    def __post_init__(self) -> None:
        checked_tempo(self.tempo)
        if self.epoch < 0 or self.at < 0 or not 0 <= self.origin <= self.beat:
            raise ValueError(
                "a segment's epoch, time, beat and origin are not negative, and its origin is not after its beat"
            )

    def beat_at(self, at: Micros) -> Beats:
        """The beat at circle time `at`, as if this segment lasted for ever."""
        if not self.running:
            return self.beat
        tempo = self.tempo
        return Beats(self.beat + (2 * (at - self.at) * BEAT + tempo) // (2 * tempo))  # rounded to nearest

    def micros_at(self, beat: Beats) -> Micros:
        """The circle time of `beat`, as if this segment ran for ever."""
        return Micros(self.at + _divided((beat - self.beat) * self.tempo, BEAT))

    def next_cycle(self, after: Beats) -> Beats:
        """The first beat of a cycle at or after the beat `after`."""
        return Beats(self.origin - (self.origin - after) // self.meter.cycle * self.meter.cycle)


@dataclass(frozen=True)
class Timeline:
    """A piecewise linear map between circle time and beats. Segments are in order and join without a gap; ValueError
    otherwise."""

    segments: tuple[Segment, ...]

    def __post_init__(self) -> None:
        if not self.segments:
            raise ValueError("a timeline has at least one segment")
        for before, after in pairwise(self.segments):
            if after.at < before.at or after.epoch <= before.epoch or after.beat < before.beat:
                raise ValueError("a timeline's segments go forward in time, beat and epoch")
            if abs(before.beat_at(after.at) - after.beat) > ROUNDING_BEATS:
                raise ValueError("a timeline's segments join without a gap")

    @classmethod
    def stopped(cls, tempo: Tempo, meter: Meter) -> "Timeline":
        """The timeline of a new circle: stopped at beat 0."""
        return cls((Segment(0, Micros(0), Beats(0), tempo, False, meter, Beats(0)),))

    @property
    def latest(self) -> Segment:
        """The last segment, which may lie in the future: further changes follow it."""
        return self.segments[-1]

    def at(self, at: Micros) -> Segment:
        """The segment in force at circle time `at`; the first one for earlier times."""
        latest = self.segments[-1]
        return latest if at >= latest.at else self.segments[max(bisect_right(self._times, at) - 1, 0)]

    def holding(self, beat: Beats) -> Segment:
        """The segment in which `beat` passes; for a beat at which the circle stopped, the one that continues from
        it."""
        latest = self.segments[-1]
        return latest if beat >= latest.beat else self.segments[max(bisect_right(self._beats, beat) - 1, 0)]

    def beat_at(self, at: Micros) -> Beats:
        """The beat at circle time `at`."""
        latest = self.segments[-1]
        return (latest if at >= latest.at else self.at(at)).beat_at(at)

    def micros_at(self, beat: Beats) -> Micros | None:
        """The circle time of `beat`; None if the circle stops at or before it and no later start is decided."""
        segment = self.holding(beat)
        if not segment.running and beat >= segment.beat:
            return None
        return segment.micros_at(beat)

    def replay_beat(self, beat: Beats) -> Beats:
        """The beat on which a stroke struck on `beat` sounds: one period later."""
        return Beats(beat + self.holding(beat).meter.period)

    def due(self, beat: Beats) -> Micros | None:
        """The circle time at which a stroke struck on `beat` sounds; None while that is not decided."""
        return self.micros_at(self.replay_beat(beat))

    def changed(
        self,
        earliest: Micros,
        *,
        tempo: Tempo | None = None,
        running: bool | None = None,
        meter: Meter | None = None,
        epoch: int | None = None,
    ) -> "Timeline":
        """This timeline with one more segment, in which None leaves a value as it is (`epoch`: the next number).

        It starts at or after circle time `earliest`, and after the latest segment's start: with the next cycle, or at
        once if the circle is stopped then.
        """
        last = self.latest
        at, beat = self._boundary(earliest)
        following = replace(
            last,
            epoch=last.epoch + 1 if epoch is None else epoch,
            at=at,
            beat=beat,
            tempo=last.tempo if tempo is None else tempo,
            running=last.running if running is None else running,
            meter=meter or last.meter,
            origin=beat if meter not in (None, last.meter) else last.origin,
        )
        return Timeline((*self.segments, following))

    def since(self, at: Micros) -> "Timeline":
        """This timeline without the segments that ended before circle time `at`."""
        return Timeline(self.segments[max(bisect_right(self._times, at) - 1, 0) :])

    def _boundary(self, earliest: Micros) -> tuple[Micros, Beats]:
        """The time and the beat at which `changed` starts a segment. Both are needed, because each is rounded."""
        last = self.latest
        earliest = Micros(max(earliest, last.at + 1))
        if not last.running:
            return earliest, last.beat
        beat = last.next_cycle(Beats(last.beat_at(earliest) - ROUNDING_BEATS))
        if last.micros_at(beat) < earliest:
            beat = Beats(beat + last.meter.cycle)
        return last.micros_at(beat), beat

    @cached_property
    def _times(self) -> list[Micros]:
        return [segment.at for segment in self.segments]

    @cached_property
    def _beats(self) -> list[Beats]:
        return [segment.beat for segment in self.segments]


def _divided(numerator: int, denominator: int) -> int:
    """Integer division rounded to nearest."""
    return (2 * numerator + denominator) // (2 * denominator)
