"""The next events of a circle on this machine, for outputs besides the loudspeakers, such as MIDI. Pure.

An output gets consecutive stretches of circle time, each at least about a second before it begins. Within a stretch the
timeline is final, because the server places changes at least two seconds ahead.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, PlayStroke
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.guide import guide_beats
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros, Tempo

Gains = Mapping[int, tuple[float, float]]
"""Linear gain and pan by channel; a missing channel has gain 1."""


@dataclass(frozen=True, slots=True)
class OutputStroke:
    """A stroke with the local time `at` (see `local_micros`) and the `beat` of its sound at this machine.

    `channel` is a player's id or GUIDE_CHANNEL, with the count-in; `player` the player's name, "" for the guide. `pad`:
    see `SoundKey`. `gain`: linear, of the listener's mix without the volume of everything; 0 for a muted player.
    """

    at: Micros
    beat: Beats
    pad: int
    velocity: int
    channel: int
    player: str
    gain: float


@dataclass(frozen=True, slots=True)
class OutputBeat:
    """A whole beat at the local time `at`: the `number`th of its cycle of `cycle` beats, counted from 0."""

    at: Micros
    beat: Beats
    number: int
    cycle: int
    tempo: Tempo


@dataclass(frozen=True, slots=True)
class Upcoming:
    """The circle from circle time `begin` until just before `end`; `entry` as in `CircleSnapshot`: times and beats of
    one entry mean nothing in the next.

    `strokes` are those that have become known, in any order; most are due in the stretch, but one that arrives at the
    last moment is due earlier. `beats` are those of the stretch. Everything else, such as tempo, start and stop, is
    read from `timeline`; `local` converts its times. `me`: this member's own channel.
    """

    entry: int
    begin: Micros
    end: Micros
    timeline: Timeline
    clock: Clock
    strokes: tuple[OutputStroke, ...]
    beats: tuple[OutputBeat, ...]
    me: int = 0

    def local(self, circle: Micros) -> Micros:
        """The local time at circle time `circle`."""
        return self.clock.local(circle)


class CircleOutput(Protocol):
    """Receives strokes and beats besides the loudspeakers. Everything here runs on the listener's loop and must
    not block."""

    @property
    def is_open(self) -> bool:
        """Whether the output works at present. One that does not gets no stretches; the first one afterwards begins at
        once."""

    def follow(self, upcoming: Upcoming) -> None:
        """Handle the next stretch. Each stroke and each beat is passed once."""

    def strike(self, pad: int, velocity: int, at: Micros) -> None:
        """Handle a stroke on this machine's own pads at the local time `at`, which is past. `follow` gets it again, one
        period later."""


class OutputSource:
    """Divides the circle into consecutive stretches for outputs."""

    def __init__(self) -> None:
        self._entry = 0
        self._until = Micros(0)

    def next(
        self, circle: CircleSnapshot, now: Micros, horizon: Micros, plays: Iterable[PlayStroke], gains: Gains
    ) -> Upcoming | None:
        """The stretch from the end of the last one until `horizon` after the local time `now`. `plays`: the strokes
        that the sound engine gets meanwhile. None while the clock is not known."""
        clock, timeline = circle.clock, circle.timeline
        if clock is None:
            return None
        if circle.entry != self._entry:
            self._entry, self._until = circle.entry, Micros(0)
        moment = clock.circle(now)
        begin = max(self._until, moment)
        self._until = end = Micros(max(begin, moment + horizon))
        names = {member.id: member.name for member in circle.members}
        strokes = tuple(_stroke(play, timeline, clock, names, gains) for play in plays)
        beats = tuple(_beats(timeline, clock, begin, end))
        return Upcoming(circle.entry, begin, end, timeline, clock, strokes, beats, circle.me)


def _stroke(play: PlayStroke, timeline: Timeline, clock: Clock, names: Mapping[int, str], gains: Gains) -> OutputStroke:
    player = "" if play.channel == GUIDE_CHANNEL else names.get(play.channel, "?")
    gain, _ = gains.get(play.channel, (1.0, 0.0))
    beat = timeline.beat_at(clock.circle(play.at))
    return OutputStroke(play.at, beat, play.pad, play.velocity, play.channel, player, gain)


def _beats(timeline: Timeline, clock: Clock, begin: Micros, end: Micros) -> Iterator[OutputBeat]:
    for each in guide_beats(timeline, begin, end):
        segment = timeline.holding(each.beat)
        cycle = segment.meter.beats
        number = (each.beat - segment.origin) // BEAT % cycle
        yield OutputBeat(clock.local(each.at), each.beat, number, cycle, segment.tempo)
