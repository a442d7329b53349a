"""The loop to play to in a score: which part of which file sounds when, and how loud. Pure."""

from bisect import bisect_right
from collections.abc import Mapping

from drumcircle_gui.loops.loop_plan import LoopPlan, stretches
from drumcircle_gui.protocol.loop_messages import Loop
from drumcircle_gui.sound.messages import LoopPart
from drumcircle_gui.sound.synth.interpolator import SampledSound
from drumcircle_gui.sound.synth.loop_voice import LoopVoice
from drumcircle_gui.sound.synth.mixer import Samples
from drumcircle_gui.timing.units import SECOND, Micros

from .performance import Performance
from .score import Score

FULL = 100
"""Per cent."""


def loops_of(performance: Performance) -> dict[str, Loop]:
    """The loops of a performance by their files, in the order in which they were chosen."""
    return dict(reversed(LoopPlan(performance.loops).files.items()))


class ScoredLoop:
    """The loops of `score` by its time."""

    def __init__(self, score: Score) -> None:
        self._score = score
        self._plan = LoopPlan(score.performance.loops)
        self._levels = _levels(score)

    def parts(self, begin: Micros, end: Micros) -> tuple[LoopPart, ...]:
        """The parts of loops that sound between two times of the score, until its last stroke."""
        last = self._score.length
        found = stretches(self._score.timeline, self._plan, begin, Micros(min(end, last))) if begin < last else ()
        return tuple(LoopPart(each.at, Micros(min(each.until, last)), each.position, each.loop.file) for each in found)

    def files(self, at: Micros, count: int) -> list[str]:
        """The files of the first `count` loops that are chosen at time `at` of the score or later."""
        beat = self._score.timeline.beat_at(at)
        over = [after.beat <= beat for after in self._plan.spans[1:]] + [False]
        chosen = [span.loop.file for span, past in zip(self._plan.spans, over, strict=False) if span.loop and not past]
        return list(dict.fromkeys(chosen))[:count]

    def gain(self, at: float) -> float:
        """How loud it was for everybody at time `at` of the score; 1 for its own level."""
        number = bisect_right(self._levels, (at, float("inf")))
        return self._levels[number - 1][1] if number else self._levels[0][1] if self._levels else 1.0


class LoopTrack:
    """Renders the loops of `score` at `rate` Hz. `sounds`: the loops whose files are present."""

    def __init__(self, score: Score, sounds: Mapping[str, SampledSound], rate: int) -> None:
        self._loop, self._rate = ScoredLoop(score), rate
        self._voice = LoopVoice(rate)
        self._voice.load(sounds)

    def render(self, frame: int, frames: int) -> Samples | None:
        """The next `frames` frames (2 x frames), the first of which is `frame`; None for silence."""
        begin, end = self._at(frame), self._at(frame + frames)
        self._voice.follow(self._loop.parts(Micros(int(begin)), Micros(int(end) + 1)))
        self._voice.set_level(self._loop.gain(begin), 0.0)
        return self._voice.render(frame, frames, self._at)

    def _at(self, frame: int) -> float:
        return frame * SECOND / self._rate


def _levels(score: Score) -> list[tuple[float, float]]:
    """The gains of loops, each with the time in the score from which it applies."""
    performance = score.performance
    timed = ((score.timeline.micros_at(performance.timeline.beat_at(at)), level) for at, level in performance.levels)
    return [(float(at), level / FULL) for at, level in timed if at is not None]
