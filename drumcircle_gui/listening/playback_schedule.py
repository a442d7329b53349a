"""What is to be sounded, and when: the circle's strokes one period after they were struck, and the guide.

Pure. Strokes wait here until shortly before their moment, so that changes of tempo bend them along; then each is handed
out once, with the local time at which it must leave the speakers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, PlayedStroke, PlayStroke
from drumcircle_gui.sound.synth.kit import GUIDE_BEAT, GUIDE_COUNT, GUIDE_CYCLE, GUIDE_VELOCITY
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.guide import GuideBeat, count_in, guide_beats
from drumcircle_gui.timing.schedule import DueStroke, StrokeSchedule
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import SECOND, Micros

HORIZON = SECOND
"""How long before its moment a stroke is handed out. The server places changes at least twice as far ahead."""

MOST_OUT = 50_000


@dataclass(frozen=True, slots=True)
class SoundedStroke:
    """A stroke that was sounded: due at circle time `due`, `left` for the device at circle time `left`, and here
    `early` micros before it was due."""

    stroke: HeardStroke
    due: Micros
    left: Micros
    early: Micros


class PlaybackSchedule:
    """One listener's strokes, from their arrival until they have sounded."""

    def __init__(self) -> None:
        self._tags = count(1)
        self._begin(0)

    def add(self, circle: CircleSnapshot, strokes: Iterable[HeardStroke]) -> None:
        """Strokes that arrived from `circle`."""
        self._follow(circle)
        for stroke in strokes:
            self._waiting.add(stroke.beat, stroke)

    def due(self, circle: CircleSnapshot, now: Micros) -> tuple[list[PlayStroke], int]:
        """What to hand to the engine at local time `now`, and how many strokes came after their moment.

        Members muted for all are not sounded; the guide is.
        """
        self._follow(circle)
        if circle.clock is None:
            return [], 0
        moment = circle.clock.circle(now)
        ready, late = self._waiting.due(circle.timeline, moment, HORIZON)
        silent = {member.id for member in circle.members if member.muted}
        plays = [self._play(circle.clock, due) for due in ready if due.stroke.player not in silent]
        missed = sum(due.stroke.beat >= circle.since for due in late)
        guide = self._guide(circle.timeline, circle.clock, moment)
        return plays + self._count_in(circle.timeline, circle.clock, moment) + guide, missed

    def sounded(self, played: PlayedStroke, clock: Clock) -> SoundedStroke | None:
        """What the engine tells of a stroke it played; None for the guide's, and for those of an earlier entry."""
        if (out := self._out.pop(played.tag, None)) is None:
            return None
        stroke, due = out
        return SoundedStroke(stroke, due, clock.circle(played.at), Micros(clock.local(due) - stroke.arrived))

    def _begin(self, entry: int) -> None:
        self._entry = entry
        self._waiting: StrokeSchedule[HeardStroke] = StrokeSchedule()
        self._guided_until = self._counted_until = Micros(0)
        self._out: dict[int, tuple[HeardStroke, Micros]] = {}

    def _follow(self, circle: CircleSnapshot) -> None:
        """Into another circle nothing is taken along: neither beats nor time."""
        if circle.entry != self._entry:
            self._begin(circle.entry)

    def _play(self, clock: Clock, due: DueStroke[HeardStroke]) -> PlayStroke:
        stroke, tag = due.stroke, next(self._tags)
        self._out[tag] = stroke, due.at
        if len(self._out) > MOST_OUT:
            del self._out[next(iter(self._out))]
        return PlayStroke(clock.local(due.at), stroke.pad, stroke.velocity, stroke.player, tag)

    def _guide(self, timeline: Timeline, clock: Clock, moment: Micros) -> list[PlayStroke]:
        begin, end = Micros(max(self._guided_until, moment)), Micros(moment + HORIZON)
        self._guided_until = Micros(max(end, begin))
        return [self._play_guide(clock, beat) for beat in guide_beats(timeline, begin, end)]

    def _count_in(self, timeline: Timeline, clock: Clock, moment: Micros) -> list[PlayStroke]:
        """It may begin as soon as the beginning is decided, nearer than the horizon."""
        begin, end = Micros(max(self._counted_until, moment)), Micros(moment + HORIZON)
        counts = list(count_in(timeline, begin, end))
        self._counted_until = Micros(counts[-1] + 1 if counts else begin)
        return [
            PlayStroke(clock.local(at), GUIDE_COUNT, GUIDE_VELOCITY, GUIDE_CHANNEL, next(self._tags)) for at in counts
        ]

    def _play_guide(self, clock: Clock, beat: GuideBeat) -> PlayStroke:
        pad = GUIDE_CYCLE if beat.first else GUIDE_BEAT
        return PlayStroke(clock.local(beat.at), pad, GUIDE_VELOCITY, GUIDE_CHANNEL, next(self._tags))
