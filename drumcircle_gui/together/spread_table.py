"""The deviations of many strokes at once (see `spread`). Pure."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from drumcircle_gui.protocol.groove_messages import Groove
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import BEAT, Micros

from .spread import BY_CHANCE, MIN_STROKES, PLAIN, Spread

Int64s = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class DeviationTable:
    """For each stroke, how `late` it is (negative: early), and the `step` of its grid, both in micros."""

    late: Floats
    step: Floats

    def spread(self, rows: npt.NDArray[np.intp] | slice) -> Spread | None:
        """The spread of the strokes in `rows`; None for fewer than MIN_STROKES."""
        late, step = self.late[rows], self.step[rows]
        if len(late) < MIN_STROKES:
            return None
        angles = 2 * np.pi * late / step
        x, y, mean_step = float(np.cos(angles).mean()), float(np.sin(angles).mean()), float(step.mean())
        length = min(float(np.hypot(x, y)), 1.0)
        turns = float(np.sqrt(-2 * np.log(length))) / (2 * np.pi) if length > 0 else np.inf
        mean = float(np.arctan2(y, x)) / (2 * np.pi)
        return Spread(len(late), Micros(round(mean * mean_step)), Micros(round(min(turns, BY_CHANCE) * mean_step)))


def deviation_table(beats: Int64s, segment: Segment, groove: Groove | None) -> DeviationTable:
    """The deviations of strokes on these `beats` of `segment` from the steps of `groove`; None: the plain guide."""
    groove = groove or PLAIN
    place = (beats - segment.origin) % segment.meter.cycle % (groove.beats * BEAT)
    nearest = place * groove.division // BEAT
    candidates = [_off(place, nearest + n, groove) for n in (-1, 0, 1)]
    off = candidates[0]
    for other in candidates[1:]:
        off = np.where(np.abs(other) < np.abs(off), other, off)
    step = round(segment.tempo / groove.division)
    return DeviationTable(off * (segment.tempo / BEAT), np.full(len(beats), float(step)))


def _off(place: Int64s, steps: Int64s, groove: Groove) -> Floats:
    late = np.where(steps % 2 == 1, groove.swing, 0)
    return np.asarray(place - (100 * steps + late) * BEAT // (100 * groove.division), np.float64)
