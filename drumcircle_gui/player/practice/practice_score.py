"""Scores how well strokes meet the beat: each stroke against the grid, and each cycle with points. Pure."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean

from drumcircle_gui.listening.timing_feel import deviation
from drumcircle_gui.timing.units import Beats, Micros, Tempo

ON_TIME = Micros(15_000)
"""A smaller deviation counts as on time: it is hardly audible."""

WORST = Micros(60_000)
"""Mean deviation from which a cycle gets no points."""

PERFECT = 100


class Judgement(enum.Enum):
    """The position of a stroke relative to the beat."""

    AHEAD = "ahead"
    ON_TIME = "on time"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class JudgedStroke:
    """A stroke that was played `off` micros after the nearest quarter of a beat (negative: before)."""

    beat: Beats
    velocity: int
    off: Micros

    @property
    def judgement(self) -> Judgement:
        if abs(self.off) <= ON_TIME:
            return Judgement.ON_TIME
        return Judgement.BEHIND if self.off > 0 else Judgement.AHEAD


@dataclass(frozen=True, slots=True)
class CycleScore:
    """The result of one cycle: its number from 1, the number of strokes, their mean deviation, the side to which they
    deviate, 0 to 100 points, and the tempo at which it began."""

    cycle: int
    strokes: int
    spread: Micros
    bias: Micros
    points: int
    tempo: Tempo


def judged(beat: Beats, velocity: int, tempo: Tempo) -> JudgedStroke:
    """The judgement of a stroke."""
    return JudgedStroke(beat, velocity, deviation(beat, tempo))


def scored(cycle: int, strokes: Iterable[JudgedStroke], tempo: Tempo) -> CycleScore | None:
    """The score of a cycle at `tempo`; None without strokes."""
    off = [stroke.off for stroke in strokes]
    if not off:
        return None
    spread = mean(map(abs, off))
    points = round(PERFECT * (1 - min(max(spread - ON_TIME / 3, 0) / (WORST - ON_TIME / 3), 1)))
    return CycleScore(cycle, len(off), Micros(round(spread)), Micros(round(mean(off))), points, tempo)
