"""Reconstructs what happened to every stroke, from the players' reports and the recording of their speakers.

It also computes when a stroke would have sounded with another clock: each player's exchanges are in the report and can
be given to any estimator. The sound moves by the difference between that clock and the one in use when the stroke was
scheduled.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from drumcircle_gui.listening.listener_io import PASS_ON_INTERVAL_S
from drumcircle_gui.listening.playback_schedule import HORIZON
from drumcircle_gui.timing.estimator import Clock, ClockExchange
from drumcircle_gui.timing.units import SECOND, Micros
from tests.e2e.listening import Channel, Ear
from tests.tools.baselines.clocks import BestOfTen
from tests.tools.rigs.jack import Recorder

Line = dict[str, Any]
Stroke = tuple[int, int]
"""The player who struck, and the beat."""

BEFORE, AFTER, DECAY_S = Micros(70_000), Micros(40_000), 0.15
"""A stroke is searched in the recording from BEFORE to AFTER its due time; its sound lasts DECAY_S."""

STALL, SETTLING = Micros(20_000), Micros(250_000)
"""The machine stalled if the recorder was not called for STALL; players need SETTLING to recover."""

HANDED_OUT = HORIZON - round(PASS_ON_INTERVAL_S * SECOND / 2)


class Course:
    """A clock over time: each of `clocks` is current from its `reference` on."""

    def __init__(self, clocks: Sequence[Clock]) -> None:
        self._clocks = clocks
        self._since = [clock.reference for clock in clocks]

    def at(self, local: Micros) -> Clock:
        return self._clocks[max(bisect_right(self._since, local) - 1, 0)]


@dataclass(frozen=True)
class Player:
    """One player's report: the strokes `heard` and the `clocks` used; and the recording of the speaker."""

    heard: Sequence[Line]
    clocks: Sequence[Line]
    sound: Channel

    @cached_property
    def told(self) -> dict[Stroke, Line]:
        return {(line["player"], line["beat"]): line for line in self.heard}

    @property
    def twice(self) -> int:
        return len(self.heard) - len(self.told)

    @cached_property
    def ours(self) -> Course:
        return Course([_clock(line) for line in self.clocks])

    @cached_property
    def best_of_ten(self) -> Course:
        estimator = BestOfTen()
        return Course([estimator.add(ClockExchange(*line["stamps"])) for line in self.clocks])


Clocks = Callable[[Player, Clock], Course]
CLOCKS: dict[str, Clocks] = {
    "ours": lambda player, truth: player.ours,
    "best of ten": lambda player, truth: player.best_of_ten,
    "perfect": lambda player, truth: Course([truth]),
}


class Hindsight:
    """Everything about one session. `truth`: circle time minus this machine's clock, which all players share."""

    def __init__(self, recorder: Recorder, rate: int, truth: int, players: dict[str, Player]) -> None:
        self.players = players
        self.truth = _constant(truth)
        self._recorder, self._rate = recorder, rate
        self._ear = Ear(rate)
        self._onsets: dict[tuple[str, Stroke], int | None] = {}

    @cached_property
    def due(self) -> dict[Stroke, Micros]:
        """The circle time at which each stroke was due, for all strokes in any report."""
        return {stroke: line["due"] for player in self.players.values() for stroke, line in player.told.items()}

    @cached_property
    def stalls(self) -> list[tuple[Micros, Micros]]:
        return self._recorder.stalls(STALL)

    def stalled(self, stroke: Stroke) -> bool:
        """Whether the machine stalled around the due time, so that the stroke says nothing about the program."""
        local = self.truth.local(self.due[stroke])
        return any(begin - BEFORE < local < end + SETTLING for begin, end in self.stalls)

    @cached_property
    def _disturbances(self) -> list[tuple[Micros, Micros]]:
        return self._recorder.disturbances(STALL)

    def disturbed(self, stroke: Stroke) -> bool:
        """Whether the sound server lost a block while the stroke was to be heard. A player's sound may then be missing
        in the recording although its program rendered it."""
        local = self.truth.local(self.due[stroke])
        until = local + AFTER + DECAY_S * SECOND
        return any(begin <= until and end >= local - BEFORE for begin, end in self._disturbances)

    def between(self, begin: Micros, end: Micros) -> list[Stroke]:
        """The strokes due between two moments of local time."""
        return [stroke for stroke, due in self.due.items() if begin <= self.truth.local(due) < end]

    def missed(self, name: str, strokes: Sequence[Stroke]) -> tuple[int, int]:
        """How many of these strokes reached that player too late, and how many arrived in time but were not played."""
        told = [stroke for stroke in strokes if stroke in self.players[name].told]
        late = sum(self.players[name].told[stroke]["left"] is None for stroke in told)
        return late, sum(self.onset(name, stroke) is None for stroke in told) - late

    def onset(self, name: str, stroke: Stroke) -> int | None:
        """The frame at which it started in that player's speaker; None if it was not found."""
        if (name, stroke) not in self._onsets:
            self._onsets[name, stroke] = self._found(self.players[name], stroke)
        return self._onsets[name, stroke]

    def moments(self, stroke: Stroke, names: Sequence[str], clocks: str) -> list[float] | None:
        """When the stroke would have left those players' speakers with such clocks, in ms since an arbitrary time. None
        if it was not found in all of them."""
        onsets = [self.onset(name, stroke) for name in names]
        if None in onsets:
            return None
        later = [self._later(self.players[name], stroke, clocks) for name in names]
        return [1000 * frame / self._rate + micros / 1000 for frame, micros in zip(onsets, later, strict=True) if frame]

    def wrong(self, name: str, stroke: Stroke) -> float:
        """By how many ms the player's clock was ahead of the truth when the stroke was passed to the sound engine."""
        return self._later(self.players[name], stroke, "perfect") / 1000

    def _later(self, player: Player, stroke: Stroke, clocks: str) -> int:
        """By how many micros such a clock would have let it sound later than ours did."""
        due = self.due[stroke]
        handed_out = Micros(self.truth.local(due) - HANDED_OUT)
        other = CLOCKS[clocks](player, self.truth).at(handed_out)
        return other.local(due) - player.ours.at(handed_out).local(due)

    def _found(self, player: Player, stroke: Stroke) -> int | None:
        line = player.told.get(stroke)
        if line is None or line["left"] is None:
            return None
        local = self.truth.local(line["due"])
        begin, end = self._frame(Micros(local - BEFORE)), self._frame(Micros(local + AFTER))
        sound = player.sound[begin : end + round(DECAY_S * self._rate)]
        onset = self._ear.onset(sound, line["pad"], line["velocity"], end - begin) if end > begin else None
        return None if onset is None else begin + onset

    def _frame(self, local: Micros) -> int:
        return bisect_left(range(self._recorder.frames), local, key=self._recorder.heard_at)


def quantiles(values: Sequence[float]) -> tuple[float, float, float, float]:
    """The median, p95, p99 and maximum; NaN without values."""
    if not values:
        return (float("nan"),) * 4
    middle, most, nearly_all = (float(each) for each in np.percentile(values, (50, 95, 99)))
    return middle, most, nearly_all, max(values)


def _clock(line: Line) -> Clock:
    returned = ClockExchange(*line["stamps"]).returned
    return Clock(returned, line["offset"], line["drift"], line["bound"], Micros(0), line["slew"])


def _constant(offset: int) -> Clock:
    return Clock(Micros(0), offset, 0.0, Micros(0), Micros(0))
