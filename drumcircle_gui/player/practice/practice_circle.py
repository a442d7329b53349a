"""A circle of one player and some bots, on this machine and without a server. Pure: the caller gives the time.

The circle's clock is this machine's. Strokes come round one period later, as in every circle; with `loop` they keep
coming round.
"""

from dataclasses import dataclass, replace

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke, LinkState
from drumcircle_gui.player.bot_patterns import part_of
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.guide import COUNT_IN_BEATS
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Beats, Micros, Tempo, seconds

from .practice_score import CycleScore, JudgedStroke, judged, scored

ME = 1
LEAD = seconds(0.5)
"""Time before the first beat of the count-in that the sound engine needs."""

AHEAD = seconds(2)
"""Strokes of bots are returned this long before they sound: longer than the player's listener looks ahead."""

MAX_SCORES = 64
MAX_LOOPED = 512
"""Maximum number of strokes that are repeated; further ones replace the oldest."""

EIGHT_BEATS = Meter(8)
FIRST_BOT_COLOUR = 3
"""The colour of the first bot; the first three colours show the player's timing."""

SETTLED = Micros(SECOND // 2)
"""A cycle is scored this long after its end: strokes at a microphone are reported a fifth of a second after they were
played."""

BOT_NAMES = ("Ash", "Birch", "Cedar", "Elm", "Hazel", "Maple")


@dataclass(frozen=True, slots=True)
class PracticeSetup:
    """Settings of a practice: tempo, meter, the bots' pattern and their number, and whether strokes are repeated."""

    tempo: Tempo
    meter: Meter = EIGHT_BEATS
    bots: int = 0
    pattern: str = "circle"
    loop: bool = False


class PracticeCircle:
    """The state of the circle. `now` is local time."""

    def __init__(self, setup: PracticeSetup, name: str, title: str, now: Micros) -> None:
        self.setup = setup
        self.scores: list[CycleScore] = []
        self.judged: list[JudgedStroke] = []
        self._begun = now
        self._bots_until = self._looped_until = Beats(0)
        self._mine: list[HeardStroke] = []
        self._name = name
        clock = Clock(now, -now + SECOND, 0.0, Micros(0), Micros(0))
        timeline = Timeline.stopped(setup.tempo, setup.meter)
        self.circle = CircleSnapshot(LinkState.JOINED, name=title, me=ME, clock=clock, timeline=timeline, entry=1)
        self._seat_members()

    @property
    def running(self) -> bool:
        """Whether the circle plays, or is about to."""
        return self.circle.timeline.latest.running

    def start(self, now: Micros) -> None:
        """Start after a count-in."""
        if not self.running:
            earliest = Micros(self._moment(now) + LEAD + COUNT_IN_BEATS * self.setup.tempo)
            self._change(self.circle.timeline.changed(earliest, running=True))
            self._bots_until = self._looped_until = self.circle.timeline.latest.beat
            self.scores, self.judged = [], []

    def stop(self, now: Micros) -> None:
        """Stop at the end of the cycle."""
        if self.running:
            self._change(self.circle.timeline.changed(self._moment(now), running=False))

    def configure(self, setup: PracticeSetup, now: Micros) -> None:
        """Change the settings: tempo and meter from the next cycle on, all others at once."""
        before, self.setup = self.setup, setup
        if (setup.tempo, setup.meter) != (before.tempo, before.meter):
            earliest = Micros(self._moment(now) + 2 * SECOND if self.running else self._moment(now))
            self._change(self._decided(earliest).changed(earliest, tempo=setup.tempo, meter=setup.meter))
        self._seat_members()

    def strike(self, at: Micros, pad: int, velocity: int) -> HeardStroke | None:
        """Add a stroke of the player at local time `at`; None while the circle is stopped."""
        moment = self._moment(at)
        segment = self.circle.timeline.at(moment)
        if not segment.running:
            return None
        stroke = HeardStroke(ME, segment.beat_at(moment), pad, velocity, at)
        self._mine.append(stroke)
        self.judged.append(judged(stroke.beat, velocity, segment.tempo))
        return stroke

    def coming(self, now: Micros) -> list[HeardStroke]:
        """The strokes of the bots, and of the loop, to pass to the listener now. Also scores the cycles that have
        ended."""
        moment = self._moment(now)
        self._score(self.circle.timeline.beat_at(Micros(moment - SETTLED)))
        ahead = Micros(moment + AHEAD)
        segment = self.circle.timeline.at(ahead)
        if not segment.running:
            return []
        horizon = segment.beat_at(ahead)
        return [*self._bots(horizon, segment.meter.period, now), *self._loop(horizon, segment.meter.period, now)]

    # --- parts --------------------------------------------------------------------------------------------------------

    def _bots(self, horizon: Beats, period: Beats, now: Micros) -> list[HeardStroke]:
        """The bots' strokes that sound until the beat `horizon`. They count as struck one period before."""
        begin, self._bots_until = self._bots_until, max(horizon, self._bots_until)
        parts = ((ME + 1 + number, part_of(self.setup.pattern, number)) for number in range(self.setup.bots))
        return [
            HeardStroke(player, Beats(stroke.beat - period), stroke.pad, stroke.velocity, now)
            for player, part in parts
            for stroke in part.between(begin, self._bots_until)
        ]

    def _loop(self, horizon: Beats, period: Beats, now: Micros) -> list[HeardStroke]:
        """The player's strokes that are repeated until the beat `horizon`, as if struck again there."""
        begin, self._looped_until = self._looped_until, max(horizon, self._looped_until)
        sounding = [stroke for stroke in self._mine if begin <= stroke.beat + period < self._looped_until]
        self._mine = [stroke for stroke in self._mine if stroke.beat + period >= begin]
        if not self.setup.loop:
            return []
        again = [replace(stroke, beat=Beats(stroke.beat + period), arrived=now) for stroke in sounding]
        self._mine = [*self._mine, *again][-MAX_LOOPED:]
        return again

    def _score(self, beat: Beats) -> None:
        """Add the scores of the cycles that ended before `beat`."""
        cycle = self.setup.meter.cycle
        ended = [stroke for stroke in self.judged if stroke.beat // cycle < beat // cycle]
        if not ended:
            return
        self.judged = [stroke for stroke in self.judged if stroke.beat // cycle >= beat // cycle]
        for number in sorted({stroke.beat // cycle for stroke in ended}):
            tempo = self.circle.timeline.holding(Beats(number * cycle)).tempo
            if score := scored(number + 1, [stroke for stroke in ended if stroke.beat // cycle == number], tempo):
                self.scores = [*self.scores, score][-MAX_SCORES:]

    def _seat_members(self) -> None:
        names = (BOT_NAMES[number % len(BOT_NAMES)] for number in range(self.setup.bots))
        bots = (Member(ME + 1 + number, name, "player", FIRST_BOT_COLOUR + number) for number, name in enumerate(names))
        self.circle = replace(self.circle, members=(Member(ME, self._name, "player", 0), *bots))

    def _decided(self, earliest: Micros) -> Timeline:
        """The timeline without the changes of tempo and meter after `earliest`, which a new one replaces."""
        segments = self.circle.timeline.segments
        while segments[-1].at > earliest and len(segments) > 1 and segments[-1].running and segments[-2].running:
            segments = segments[:-1]
        return Timeline(segments)

    def _moment(self, now: Micros) -> Micros:
        assert self.circle.clock is not None
        return self.circle.clock.circle(now)

    def _change(self, timeline: Timeline) -> None:
        self.circle = replace(self.circle, timeline=timeline)
