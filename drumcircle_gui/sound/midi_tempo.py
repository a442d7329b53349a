"""Measures the tempo of MIDI clock at an input, in spite of jitter, lost ticks, starts and stops. Pure.

The slope of the ticks' times is estimated as Theil and Sen do (H. Theil, "A rank-invariant method of linear and
polynomial regression analysis", 1950; P. K. Sen, J. Am. Stat. Assoc. 63, 1968): the median of the slopes of pairs, here
of pairs half a window apart. Single late ticks do not change it.
"""

from collections import deque
from statistics import median

from drumcircle_gui.timing.units import SECOND, Micros

from .midi_notes import CLOCK, CONTINUE, START, STOP

TICKS = 24
"""Ticks in a beat."""

WINDOW, FEWEST = 4 * TICKS + 1, TICKS + 1
"""Number of ticks from which the tempo is estimated, at most and at least: four beats, and one."""

RECENT = TICKS
"""Number of latest intervals from which the usual interval is taken when ticks are missing."""

MAX_LOST = TICKS
"""If more ticks in a row are lost, the estimate begins anew."""

MAX_GAPS = 5
"""If ticks seem to be lost in more intervals in a row, the tempo has become slower."""

SILENCE = Micros(SECOND)
"""If no tick arrives for this long, the clock has ended. At 30 bpm, ticks come every 83 ms."""

CHANGED = 0.03
"""A beat that differs by this share from the estimate has another tempo; older ticks are dropped."""

SLOWEST_BPM, FASTEST_BPM = 20.0, 450.0
FINEST_BPM, ENOUGH_BPM = 0.1, 0.075
"""The tempo is reported in steps of the first, and only if it differs from the last report by more than the second."""


class ClockTempo:
    """The tempo at one input. `take` and `bpm` may be called on different threads."""

    def __init__(self) -> None:
        self._ticks: deque[tuple[int, Micros]] = deque(maxlen=WINDOW)
        self._gaps = 0
        self._reported = 0.0
        self.running = False
        """Whether the sender has started and not stopped."""

    def take(self, status: int, at: Micros) -> None:
        """Handle a message with this first byte that arrived at the local time `at`."""
        if status == CLOCK:
            self._tick(at)
        elif status in (START, CONTINUE, STOP):
            self.running = status != STOP

    def bpm(self, now: Micros) -> float:
        """The tempo at the local time `now`; 0 if there is no clock, or its tempo is not known yet."""
        ticks = list(self._ticks)
        if not ticks or now - ticks[-1][1] > SILENCE:
            self._reported = 0.0
        elif len(ticks) >= FEWEST:
            bpm = 60 * SECOND / (TICKS * _slope(ticks))
            if not SLOWEST_BPM <= bpm <= FASTEST_BPM:
                self._reported = 0.0
            elif abs(bpm - self._reported) > ENOUGH_BPM:
                self._reported = round(bpm / FINEST_BPM) * FINEST_BPM
        return round(self._reported, 1)

    def _tick(self, at: Micros) -> None:
        if not self._ticks:
            self._ticks.append((0, at))
            return
        number, before = self._ticks[-1]
        if at - before > SILENCE:
            self.running = False
        steps = self._steps(Micros(at - before))
        self._gaps = self._gaps + 1 if steps > 1 else 0
        if at - before > SILENCE or steps > MAX_LOST or self._gaps > MAX_GAPS:
            self._ticks.clear()
            self._gaps = 0
        self._ticks.append((number + steps, at))
        self._forget_other_tempo()

    def _steps(self, since: Micros) -> int:
        """How many ticks ago the last received one was, if some were lost."""
        ticks = list(self._ticks)[-RECENT:]
        if len(ticks) < RECENT:
            return 1
        return max(round(since / _slope(ticks)), 1)

    def _forget_other_tempo(self) -> None:
        """If the latest beat has another tempo than the ones before, keep only that beat."""
        ticks = list(self._ticks)
        if len(ticks) < 2 * FEWEST:
            return
        latest, earlier = _slope(ticks[-FEWEST:]), _slope(ticks[:-FEWEST])
        if abs(latest / earlier - 1) > CHANGED:
            self._ticks = deque(ticks[-FEWEST:], maxlen=WINDOW)


def _slope(ticks: list[tuple[int, Micros]]) -> float:
    """The estimated micros per tick."""
    half = len(ticks) // 2
    return median(
        (later - sooner) / (last - first)
        for (first, sooner), (last, later) in zip(ticks, ticks[half:], strict=False)
        if last > first
    )
