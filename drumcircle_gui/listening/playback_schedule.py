"""Schedules the sounds of this machine: strokes one period after they were struck, the guide and the count-in. Pure.

Strokes stay in the schedule until shortly before they are due, so that tempo changes apply to them. Each is returned
once, with the local time at which it must leave the loudspeakers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.grooves.groove_plan import notes_between, pickups_between
from drumcircle_gui.modes.mode_plan import FREE_PLAY
from drumcircle_gui.protocol.groove_messages import GrooveNote
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, PlayedStroke, PlayStroke
from drumcircle_gui.sound.synth.kit import GUIDE_BEAT, GUIDE_COUNT, GUIDE_CYCLE, GUIDE_VELOCITY, guide_key
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.guide import GuideBeat, count_in, guide_beats
from drumcircle_gui.timing.schedule import DueStroke, StrokeSchedule
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import SECOND, Micros, seconds

HORIZON = SECOND
"""A stroke is returned this long before it is due. The server places changes at least twice as far ahead."""

SETTLED_ERROR = Micros(500)
"""A new member plays nothing until its clock's error is at most this. Its first exchange alone may be wrong by 15 ms
over a line of 352 ms, and by more while the program starts. With this limit 99 % of clocks are right within 1.2 ms when
playing begins, over any of the lines of `tests.tools.simulation`: after 0.05 s over 22 ms, after 2 s over 352 ms."""

MAX_SETTLING = seconds(2)
"""A new member waits no longer than this, however uneven its line is."""

MAX_SOUNDING = 50_000
"""Maximum number of strokes whose outcome the engine has not reported yet; beyond it, the oldest are dropped."""


@dataclass(frozen=True, slots=True)
class SoundedStroke:
    """The outcome of a stroke that was `due` at circle time and left the sound device at circle time `left`.

    `early`: how many micros before it was due it had arrived here.
    """

    stroke: HeardStroke
    due: Micros
    left: Micros
    early: Micros


def audible(circle: CircleSnapshot, strokes: Iterable[DueStroke[HeardStroke]]) -> Iterator[DueStroke[HeardStroke]]:
    """Leave out the strokes of muted members, and those that this member does not hear in the mode in which they were
    struck."""
    members = {member.id: member for member in circle.members}
    me = members.get(circle.me)
    for due in strokes:
        player = members.get(due.stroke.player) or _former_member(due.stroke.player)
        if not player.muted and circle.modes.hears(me, player, due.stroke.beat):
            yield due


def _former_member(id: int) -> Member:
    """A stand-in for a member that has left, for its last strokes, which are still due."""
    return Member(id, "?", "player", colour=0)


class PlaybackSchedule:
    """The strokes of one listener, from their arrival until the engine has reported their outcome."""

    def __init__(self) -> None:
        self._tags = count(1)
        self._clock_since: Micros | None = None
        self._settled = False
        self._start_entry(0)

    def add(self, circle: CircleSnapshot, strokes: Iterable[HeardStroke]) -> None:
        """Schedule strokes that arrived from `circle`."""
        self._follow(circle)
        for stroke in strokes:
            self._pending.add(stroke.beat, stroke)

    def is_settled(self, circle: CircleSnapshot, now: Micros) -> bool:
        """Whether the clock of this entry is, at local time `now`, exact enough to play by. It remains so."""
        self._follow(circle)
        if circle.clock is not None and not self._settled:
            if self._clock_since is None:
                self._clock_since = now
            self._settled = circle.clock.error <= SETTLED_ERROR or now - self._clock_since >= MAX_SETTLING
        return self._settled

    def holds_due(self, circle: CircleSnapshot, now: Micros) -> bool:
        """Whether a stroke is due within HORIZON of local time `now`, or was due before."""
        self._follow(circle)
        if circle.clock is None:
            return False
        return self._pending.holds_due(circle.timeline, Micros(circle.clock.circle(now) + HORIZON))

    def due(self, circle: CircleSnapshot, now: Micros) -> tuple[list[PlayStroke], int]:
        """Return the commands for the engine at local time `now`, and the number of strokes that arrived after they
        were due.

        Strokes of muted members, and strokes that the mode hides from this member, are left out. Strokes from before
        this member joined do not count as late.
        """
        self._follow(circle)
        if circle.clock is None:
            return [], 0
        moment = circle.clock.circle(now)
        ready, late = self._pending.due(circle.timeline, moment, HORIZON)
        plays = [self._play(circle.clock, due) for due in audible(circle, ready)] if ready else []
        missed = sum(due.stroke.beat >= circle.since for due in late)
        guide = self._guide(circle, circle.clock, moment)
        return plays + self._count_in(circle.timeline, circle.clock, moment) + guide, missed

    def outcome(self, played: PlayedStroke, clock: Clock) -> SoundedStroke | None:
        """The outcome of a stroke that the engine played; None for the guide and for strokes of an earlier entry."""
        if (sounding := self._sounding.pop(played.tag, None)) is None:
            return None
        stroke, due = sounding
        return SoundedStroke(stroke, due, clock.circle(played.at), Micros(clock.local(due) - stroke.arrived))

    def _start_entry(self, entry: int) -> None:
        self._entry = entry
        self._modes = FREE_PLAY
        self._clock_since = None
        self._settled = False
        self._pending: StrokeSchedule[HeardStroke] = StrokeSchedule()
        self._guided_until = self._counted_until = Micros(0)
        self._sounding: dict[int, tuple[HeardStroke, Micros]] = {}

    def _follow(self, circle: CircleSnapshot) -> None:
        """Drop all strokes if `circle` is a new entry, since its beats and times differ. Apply changes of the mode."""
        if circle.entry != self._entry:
            self._start_entry(circle.entry)
        if circle.modes is not self._modes:
            self._modes = circle.modes
            self._pending.move(circle.modes.sounding_beat)

    def _play(self, clock: Clock, due: DueStroke[HeardStroke]) -> PlayStroke:
        stroke, tag = due.stroke, next(self._tags)
        self._sounding[tag] = stroke, due.at
        if len(self._sounding) > MAX_SOUNDING:
            del self._sounding[next(iter(self._sounding))]
        return PlayStroke(clock.local(due.at), stroke.pad, stroke.velocity, stroke.player, tag)

    def _guide(self, circle: CircleSnapshot, clock: Clock, moment: Micros) -> list[PlayStroke]:
        begin, end = Micros(max(self._guided_until, moment)), Micros(moment + HORIZON)
        self._guided_until = Micros(max(end, begin))
        timeline, grooves = circle.timeline, circle.grooves
        if not grooves.spans:  # it has the plain guide all along
            return [self._play_guide(clock, beat) for beat in guide_beats(timeline, begin, end)]
        beats = [beat for beat in guide_beats(timeline, begin, end) if grooves.at(beat.beat) is None]
        notes = (*notes_between(timeline, grooves, begin, end), *pickups_between(timeline, grooves, begin, end))
        return [self._play_guide(clock, beat) for beat in beats] + [self._play_note(clock, *note) for note in notes]

    def _count_in(self, timeline: Timeline, clock: Clock, moment: Micros) -> list[PlayStroke]:
        """Return the count-in as soon as the start is decided, because the start may be nearer than HORIZON."""
        begin, end = Micros(max(self._counted_until, moment)), Micros(moment + HORIZON)
        counts = list(count_in(timeline, begin, end))
        self._counted_until = Micros(counts[-1] + 1 if counts else begin)
        return [
            PlayStroke(clock.local(at), GUIDE_COUNT, GUIDE_VELOCITY, GUIDE_CHANNEL, next(self._tags)) for at in counts
        ]

    def _play_note(self, clock: Clock, at: Micros, note: GrooveNote) -> PlayStroke:
        key = guide_key(note.voice, note.pitch)
        return PlayStroke(clock.local(at), key, note.velocity, GUIDE_CHANNEL, next(self._tags))

    def _play_guide(self, clock: Clock, beat: GuideBeat) -> PlayStroke:
        pad = GUIDE_CYCLE if beat.first else GUIDE_BEAT
        return PlayStroke(clock.local(beat.at), pad, GUIDE_VELOCITY, GUIDE_CHANNEL, next(self._tags))
