"""Computes the recap of a session: its cycles, the tightness of each, and each player's figures. Pure.

A cycle contains the strokes that were struck in it. Everybody heard them one period later, at the time `at` of the
score.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import numpy as np

from drumcircle_gui.grooves.groove_plan import GroovePlan
from drumcircle_gui.protocol.groove_messages import Groove
from drumcircle_gui.recording.performance import Performance, PerformancePlayer
from drumcircle_gui.recording.score import Score, ScoreMarker, mode_title
from drumcircle_gui.recording.stroke_table import Int64s
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import Beats, Micros
from drumcircle_gui.together.spread import Spread
from drumcircle_gui.together.spread_table import DeviationTable, deviation_table

LEAST_SHARE = 0.5
"""The tightest cycle has at least this share of the usual number of strokes, because two strokes may coincide by
chance."""


@dataclass(frozen=True, slots=True)
class RecapCycle:
    """The cycle `number`, counted from 1, with the strokes from `first` until just before `last`. `segment`: of its
    first beat.

    `spread` is None if there were too few strokes. `mode`: its name, "" for free play.
    """

    number: int
    begin: Beats
    segment: Segment
    first: int
    last: int
    at: Micros
    spread: Spread | None
    mode: str = ""


@dataclass(frozen=True, slots=True)
class RecapPlayer:
    """A player. `spread` is None if the reader may not see it (`private`), or if there were too few strokes."""

    player: PerformancePlayer
    strokes: int
    spread: Spread | None
    private: bool = False


@dataclass(frozen=True, slots=True)
class RecapDot:
    """A stroke in the picture of a cycle: `turn` from 0 to 1, on the lane of a player."""

    turn: float
    lane: int
    velocity: int


@dataclass(frozen=True)
class Recap:
    """The recap. `tightest`: index of a cycle. `spread`: of all strokes."""

    score: Score
    cycles: tuple[RecapCycle, ...]
    players: tuple[RecapPlayer, ...]
    spread: Spread | None
    tightest: int | None

    def dots(self, cycle: RecapCycle) -> list[RecapDot]:
        """The strokes of `cycle`, to be drawn."""
        lanes = {row.player.id: lane for lane, row in enumerate(self.players)}
        rows = np.arange(cycle.first, cycle.last)
        length = cycle.segment.meter.cycle
        strokes = self.score.performance.strokes.select(rows)
        return [RecapDot((s.beat - cycle.begin) / length, lanes[s.player], s.velocity) for s in strokes]


def build_recap(score: Score) -> Recap:
    """The recap of what `score` performs. Each player's figures are for conductors, for that player, and for those to
    whom the player agreed to show them."""
    performance = score.performance
    deviations, cycles = _cycles(score)
    ids = performance.strokes.players
    players = tuple(_player(each, performance, deviations, ids) for each in performance.players)
    whole = deviations.spread(slice(None)) if len(ids) else None
    return Recap(score, tuple(cycles), players, whole, _tightest(cycles))


def _player(
    player: PerformancePlayer, performance: Performance, deviations: DeviationTable, ids: Int64s
) -> RecapPlayer:
    rows = np.flatnonzero(ids == player.id)
    visible = performance.me in (0, player.id) or player.shows_timing
    return RecapPlayer(player, len(rows), deviations.spread(rows) if visible else None, private=not visible)


def _tightest(cycles: list[RecapCycle]) -> int | None:
    measured = [(cycle.spread, place) for place, cycle in enumerate(cycles) if cycle.spread is not None]
    if not measured:
        return None
    usual = median(spread.strokes for spread, _ in measured)
    full = [(spread.deviation, place) for spread, place in measured if spread.strokes >= LEAST_SHARE * usual]
    return min(full)[1]


def _cycles(score: Score) -> tuple[DeviationTable, list[RecapCycle]]:
    """The deviations of all strokes, and the cycles that have strokes."""
    performance, timeline = score.performance, score.performance.timeline
    struck, plan = performance.strokes.beats, GroovePlan(performance.grooves)
    late, step = np.zeros(len(struck)), np.ones(len(struck))
    pieces = list(_pieces(struck, timeline, plan))
    for first, last, segment, groove in pieces:
        table = deviation_table(struck[first:last], segment, groove)
        late[first:last], step[first:last] = table.late, table.step
    deviations = DeviationTable(late, step)
    modes = [(span.beat, mode_title(span) if span.mode.steps else "") for span in performance.modes]
    beginning = [beat for beat, _ in modes]
    cycles: list[RecapCycle] = []
    for first, last, segment, _ in pieces:
        begins = struck[first:last] - (struck[first:last] - segment.origin) % segment.meter.cycle
        edges = [first, *(first + 1 + np.flatnonzero(np.diff(begins))).tolist(), last]
        for low, high in pairwise(edges):
            begin = Beats(int(begins[low - first]))
            place = bisect_right(beginning, begin)
            at = score.timeline.micros_at(Beats(max(timeline.replay_beat(begin), score.begin))) or Micros(0)
            figures = deviations.spread(slice(low, high))
            mode = modes[place - 1][1] if place else ""
            cycles.append(RecapCycle(len(cycles) + 1, begin, segment, low, high, at, figures, mode))
    return deviations, cycles


def _pieces(struck: Int64s, timeline: Timeline, plan: GroovePlan) -> Iterator[tuple[int, int, Segment, Groove | None]]:
    """Runs of strokes, first and last row, in one segment and to one groove."""
    edges = sorted({*(s.beat for s in timeline.segments), *(span.beat for span in plan.spans)})
    rows = [0, *np.searchsorted(struck, edges).tolist(), len(struck)]
    for first, last in pairwise(sorted(rows)):
        if first < last:
            beat = Beats(int(struck[first]))
            segment = timeline.holding(beat)
            yield first, last, segment, plan.at(Beats(beat - (beat - segment.origin) % segment.meter.cycle))


# --- a loop ----------------------------------------------------------------------------------------------------------


def loop_score(recap: Recap, cycle: RecapCycle, times: int = 1) -> Score:
    """A score that contains only `cycle`, played `times` times at one tempo, with a marker at its end."""
    performance = recap.score.performance
    rows = np.arange(cycle.first, cycle.last)
    length = cycle.segment.meter.cycle
    sounding = np.concatenate([performance.strokes.beats[rows] + turn * length for turn in range(times)])
    present = set(performance.strokes.players[rows].tolist())
    segment = Segment(
        0, Micros(0), cycle.begin, cycle.segment.tempo, running=True, meter=cycle.segment.meter, origin=cycle.begin
    )
    players = tuple(player for player in performance.players if player.id in present)
    alone = Performance(performance.circle, Timeline((segment,)), players, performance.strokes)
    end = ScoreMarker(Beats(cycle.begin + times * length), "End of the loop")
    return Score(alone, alone.timeline, np.tile(rows, times), sounding, (end,))


def loop_length(cycle: RecapCycle) -> Micros:
    """The duration of `cycle` as a loop."""
    segment = cycle.segment
    return Micros(segment.meter.beats * segment.tempo)
