"""A queue of MIDI messages until they are due: sorted, each note ended in time, controllers sent once. Pure."""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from drumcircle_gui.timing.units import Micros

from .midi_messages import TimedMidi
from .midi_notes import (
    ALL_NOTES_OFF,
    ALL_SOUND_OFF,
    CONTINUE,
    CONTROL,
    DRUMS,
    NOTE_OFF,
    NOTE_ON,
    START,
    STOP,
    SYSTEM,
)

NOTE_LENGTH = Micros(100_000)
"""Duration of a note. Drum modules ignore it; other instruments would continue to sound."""

MAX_WAITING = 50_000
"""Maximum number of waiting messages; further ones are dropped."""

Key = tuple[int, int]
"""Channel and number of a note or a controller."""


class MidiQueue:
    """The waiting messages. `lead`: how much earlier than their times they are sent."""

    def __init__(self) -> None:
        self.lead = Micros(0)
        self._order = 0
        self._waiting: list[tuple[Micros, int, bytes]] = []
        self._ends: dict[Key, Micros] = {}
        self._controls: dict[Key, int] = {}
        self._running = False

    def add(self, messages: Iterable[TimedMidi]) -> None:
        """Queue these messages; those with the same time are sent in this order."""
        for each in messages:
            self._push(Micros(each.at - self.lead), each.data)

    @property
    def next_at(self) -> Micros | None:
        """The time at which the next message is sent; None if none waits. Any thread may read it."""
        waiting = self._waiting
        return waiting[0][0] if waiting else None

    def due(self, now: Micros) -> list[bytes]:
        """Remove and return the messages to send at `now`."""
        leaving: list[bytes] = []
        while self._waiting and self._waiting[0][0] <= now:
            at, _, data = heappop(self._waiting)
            leaving += self._leave(at, now, data)
        return leaving

    def panic(self) -> list[bytes]:
        """Drop the waiting notes, but not the clock. Returns the messages that end all notes."""
        self._waiting = [each for each in self._waiting if each[2][0] >= SYSTEM]
        heapify(self._waiting)
        ends = [_end(key) for key in self._ends]
        channels = sorted({DRUMS, *(channel for channel, _ in self._ends)})
        self._ends.clear()
        return ends + [bytes((CONTROL | each, how, 0)) for each in channels for how in (ALL_NOTES_OFF, ALL_SOUND_OFF)]

    def end(self) -> list[bytes]:
        """Drop all waiting messages and reset. Returns the messages that end all notes and stop what the
        clock drives."""
        ends = self.panic() + [bytes((STOP,))] * self._running
        self._waiting = []
        self._controls.clear()
        self._running = False
        return ends

    def _push(self, at: Micros, data: bytes) -> None:
        if len(self._waiting) < MAX_WAITING:
            self._order += 1
            heappush(self._waiting, (at, self._order, data))

    def _leave(self, at: Micros, now: Micros, data: bytes) -> list[bytes]:
        kind, key = data[0] & 0xF0, (data[0] & 0x0F, data[1] if len(data) > 1 else 0)
        if kind == NOTE_ON:
            return self._begin(key, now, data)
        if kind == NOTE_OFF:
            return self._finish(key, at, data)
        if kind == SYSTEM:
            self._running = data[0] in (START, CONTINUE) or (self._running and data[0] != STOP)
        if kind == CONTROL:
            known, self._controls[key] = self._controls.get(key), data[2]
            return [] if known == data[2] else [data]
        return [data]

    def _begin(self, key: Key, now: Micros, data: bytes) -> list[bytes]:
        before = [_end(key)] if key in self._ends else []
        self._ends[key] = end = Micros(now + NOTE_LENGTH)
        self._push(end, _end(key))
        return [*before, data]

    def _finish(self, key: Key, at: Micros, data: bytes) -> list[bytes]:
        """End a note; later if it was struck again meanwhile."""
        if self._ends.get(key) != at:
            return []
        del self._ends[key]
        return [data]


def _end(key: Key) -> bytes:
    channel, note = key
    return bytes((NOTE_OFF | channel, note, 0))
