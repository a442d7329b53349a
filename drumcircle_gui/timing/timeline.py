"""The circle's one map between beats and circle time: a tuple of segments, changed only by the server.

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
"""Micro-beats to one microsecond at the fastest tempo: what rounding to whole micros may cost."""


@dataclass(frozen=True, slots=True)
class Meter:
    """How beats are grouped: `beats` to a cycle, `cycles` to a period (what you play sounds one period later)."""

    beats: int = 16
    cycles: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.beats <= MAX_CYCLE_BEATS:
            raise ValueError(f"a cycle has 1 to {MAX_CYCLE_BEATS} beats, not {self.beats}")
        if not 1 <= self.cycles <= MAX_PERIOD_CYCLES:
            raise ValueError(f"a period has 1 to {MAX_PERIOD_CYCLES} cycles, not {self.cycles}")

    @property
    def cycle(self) -> Beats:
        return Beats(self.beats * BEAT)

    @property
    def period(self) -> Beats:
        return Beats(self.beats * self.cycles * BEAT)


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of even tempo (or of standing still) from `at` until the next segment begins.

    `beat` is the beat at the instant `at`; cycles are counted from `origin`. `epoch` numbers the decisions of the
    server: a request that names an older one is refused. While not `running`, musical time stands still at `beat`.
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
                "a segment's epoch, time, beat and origin are not negative, and it starts after its origin"
            )

    def beat_at(self, at: Micros) -> Beats:
        if not self.running:
            return self.beat
        return Beats(self.beat + _divided((at - self.at) * BEAT, self.tempo))

    def micros_at(self, beat: Beats) -> Micros:
        return Micros(self.at + _divided((beat - self.beat) * self.tempo, BEAT))

    def next_cycle(self, after: Beats) -> Beats:
        """The first cycle boundary at or after the beat `after`."""
        return Beats(self.origin - (self.origin - after) // self.meter.cycle * self.meter.cycle)


@dataclass(frozen=True)
class Timeline:
    """Piecewise-linear map beats <-> circle time. Segments are in order and join without a gap."""

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
        """A new circle: at beat 0, not yet started."""
        return cls((Segment(0, Micros(0), Beats(0), tempo, False, meter, Beats(0)),))

    @property
    def latest(self) -> Segment:
        """The last decision taken, perhaps not yet in force: what further requests stack on."""
        return self.segments[-1]

    def at(self, at: Micros) -> Segment:
        """The segment in force at circle time `at` (the first one for times before it)."""
        return self.segments[max(bisect_right(self._times, at) - 1, 0)]

    def holding(self, beat: Beats) -> Segment:
        """The segment during which `beat` passes; where time stood still on it, the one that leaves it."""
        return self.segments[max(bisect_right(self._beats, beat) - 1, 0)]

    def beat_at(self, at: Micros) -> Beats:
        """The beat at circle time `at`."""
        return self.at(at).beat_at(at)

    def micros_at(self, beat: Beats) -> Micros | None:
        """When `beat` passes; None if, as far as is decided, the circle stands still on it or before it."""
        segment = self.holding(beat)
        if not segment.running and beat >= segment.beat:
            return None
        return segment.micros_at(beat)

    def replay_beat(self, beat: Beats) -> Beats:
        """The beat on which a stroke struck at `beat` sounds everywhere: one period later."""
        return Beats(beat + self.holding(beat).meter.period)

    def due(self, beat: Beats) -> Micros | None:
        """When a stroke struck at `beat` sounds everywhere; None while nothing says when that beat will come."""
        return self.micros_at(self.replay_beat(beat))

    def changed(
        self,
        earliest: Micros,
        *,
        tempo: Tempo | None = None,
        running: bool | None = None,
        meter: Meter | None = None,
    ) -> "Timeline":
        """With one more segment, placed at the first moment at or after `earliest`, and after every decision taken, at
        which a change may be placed: a cycle boundary, or any moment while the circle stands still."""
        last = self.latest
        at, beat = self._boundary(earliest)
        following = replace(
            last,
            epoch=last.epoch + 1,
            at=at,
            beat=beat,
            tempo=last.tempo if tempo is None else tempo,
            running=last.running if running is None else running,
            meter=meter or last.meter,
            origin=beat if meter not in (None, last.meter) else last.origin,
        )
        return Timeline((*self.segments, following))

    def since(self, at: Micros) -> "Timeline":
        """Without the segments that ended before circle time `at`."""
        return Timeline(self.segments[max(bisect_right(self._times, at) - 1, 0) :])

    def _boundary(self, earliest: Micros) -> tuple[Micros, Beats]:
        """The time and the beat at which `changed` places a segment. Each is rounded; only the pair is exact."""
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
