"""Decides which notes of a kit are strokes, and their velocity: threshold, velocity curve, masks. Pure.

Pads send a second note when the stick bounces (retrigger), and neighbours vibrate when a pad is struck hard
(crosstalk).
"""

from drumcircle_gui.sound.messages import PadSetup
from drumcircle_gui.timing.units import Micros

HARDEST = 127
CROSSTALK_S = 0.03
"""A weak note on another pad this soon after a hard one may be crosstalk."""

STEEPEST = 1.5
"""Powers of two by which the exponent of the curve changes between the middle of its range and an end."""

_MS = 1000
_LONG_AGO = Micros(-(2**62))


def curved(velocity: int, setup: PadSetup) -> int:
    """The resulting velocity: 1 at the threshold to 127 at 127, by the power law of the curve."""
    if setup.curve == 0 and setup.threshold == 1:
        return velocity
    least = min(setup.threshold, HARDEST - 1)
    share = max(velocity - least, 0) / (HARDEST - least)
    return max(round(HARDEST * float(share ** (2 ** (-STEEPEST * setup.curve)))), 1) if velocity else 0


class PadFilter:
    """Remembers the latest notes of one kit."""

    def __init__(self, setup: PadSetup) -> None:
        self._setup = setup
        self._struck: dict[int, Micros] = {}
        self._hardest = (0, 0, _LONG_AGO)

    def velocity(self, note: int, velocity: int, at: Micros) -> int:
        """The velocity to play for a note at the time `at`; 0 if the note is not a stroke."""
        if velocity < self._setup.threshold or self._bounces(note, at) or self._shakes(note, velocity, at):
            return 0
        self._struck[note] = at
        if velocity >= self._hardest[1] or at - self._hardest[2] > CROSSTALK_S * 1e6:
            self._hardest = (note, velocity, at)
        return curved(velocity, self._setup)

    def _bounces(self, note: int, at: Micros) -> bool:
        return at - self._struck.get(note, _LONG_AGO) < self._setup.retrigger_ms * _MS

    def _shakes(self, note: int, velocity: int, at: Micros) -> bool:
        other, hardest, when = self._hardest
        near = other != note and at - when < CROSSTALK_S * 1e6
        return near and velocity * 100 < hardest * self._setup.crosstalk
