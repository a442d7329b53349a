"""MIDI clock from the circle's timeline: 24 ticks a beat, start, stop, continue and song position. Pure.

A sequencer starts on the first beat of a cycle. The tick that follows a start or a continue is that beat; it comes
START_LEAD later (MIDI 1.0 asks for 1 ms at least). Ticks go on while the circle is stopped, so that sequencers know the
tempo beforehand.
"""

from collections.abc import Iterator
from itertools import pairwise

from drumcircle_gui.sound.midi_messages import TimedMidi
from drumcircle_gui.sound.midi_notes import CLOCK, CONTINUE, SONG_POSITION, START, STOP
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import BEAT, Beats, Micros

from .upcoming import Upcoming

TICKS = 24
"""Clock ticks per beat (MIDI 1.0)."""

START_LEAD = Micros(3_000)
"""The time between a start and its first tick; less than a tick at the fastest tempo, 6.25 ms."""

SIXTEENTHS = 4
MAX_POSITION = 2**14
"""Song positions, in sixteenths, are below this. In a longer song they begin at 0 again, on the first beat
of a cycle."""

Message = tuple[Micros, bytes]
"""A MIDI message, and the circle time at which to send it."""


class MidiClock:
    """Makes the messages of MIDI clock; keeps what the sequencers have been sent."""

    def __init__(self) -> None:
        self._entry = 0
        self._until = self._latest = Micros(0)
        self._playing = False
        self._sent_until = Micros(0)

    def messages(self, upcoming: Upcoming) -> list[TimedMidi]:
        """The messages of the stretch, in order of time."""
        if (upcoming.entry, upcoming.begin) != (self._entry, self._until):
            self._latest = upcoming.begin
            found = [self._stop(upcoming.begin)] if self._playing else []
        else:
            found = []
        self._entry, self._until = upcoming.entry, upcoming.end
        found += self._all(upcoming)
        messages = [TimedMidi(upcoming.local(self._in_order(at)), data) for at, data in found]
        self._sent_until = upcoming.local(self._latest)
        return messages

    def end(self) -> list[TimedMidi]:
        """The messages that stop the sequencers in their present state."""
        ends = [TimedMidi(self._sent_until, bytes((STOP,)))] if self._playing else []
        self._playing = False
        return ends

    def _in_order(self, at: Micros) -> Micros:
        """The messages, moved so that a start is never sent before earlier messages, even if the circle stops for a
        moment only."""
        self._latest = max(self._latest, at)
        return self._latest

    def _all(self, upcoming: Upcoming) -> Iterator[Message]:
        segments = upcoming.timeline.segments
        for segment, following in (*pairwise(segments), (segments[-1], None)):
            begin = max(upcoming.begin, segment.at)
            end = upcoming.end if following is None else min(upcoming.end, following.at)
            if begin >= end:
                continue
            if segment.running:
                yield from self._run(segment, following, begin, end)
            else:
                yield from self._pause(segment, following, begin, end)

    def _run(self, segment: Segment, following: Segment | None, begin: Micros, end: Micros) -> Iterator[Message]:
        for number in self._numbers(segment, begin):
            beat = Beats(segment.origin + _beats(number))
            at = segment.micros_at(beat)
            if at >= end or (following is not None and beat >= following.beat):
                return
            if at < begin or beat < segment.beat:
                continue
            if not self._playing and number % (TICKS * segment.meter.beats) == 0:
                yield from self._start(segment, beat, at)
            yield at, bytes((CLOCK,))

    def _pause(self, segment: Segment, following: Segment | None, begin: Micros, end: Micros) -> Iterator[Message]:
        if self._playing:
            yield self._stop(begin)
        if following is not None and following.running:
            end = min(end, Micros(following.at - 2 * START_LEAD))
        number = (begin - segment.at) * TICKS // segment.tempo
        while (at := Micros(segment.at + number * segment.tempo // TICKS)) < end:
            if at >= begin:
                yield at, bytes((CLOCK,))
            number += 1

    def _start(self, segment: Segment, beat: Beats, at: Micros) -> Iterator[Message]:
        self._playing = True
        cycle = segment.meter.beats * SIXTEENTHS
        position = (beat - segment.origin) // BEAT * SIXTEENTHS % (MAX_POSITION // cycle * cycle)
        before = Micros(at - START_LEAD)
        if position:
            yield before, bytes((SONG_POSITION, position & 0x7F, position >> 7))
        yield before, bytes((CONTINUE if position else START,))

    def _stop(self, at: Micros) -> Message:
        self._playing = False
        return at, bytes((STOP,))

    @staticmethod
    def _numbers(segment: Segment, begin: Micros) -> Iterator[int]:
        """The numbers of ticks, counted from the segment's origin, beginning with one at or before circle
        time `begin`."""
        number = (segment.beat_at(begin) - segment.origin) * TICKS // BEAT - 1
        while True:
            yield number
            number += 1


def _beats(ticks: int) -> Beats:
    """The length of `ticks` clock ticks in beats, rounded."""
    return Beats((2 * ticks * BEAT + TICKS) // (2 * TICKS))
