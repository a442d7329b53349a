"""A performance as a Standard MIDI File (MIDI 1.0, SMF format 1), for any sequencer. Pure.

The first track holds tempo map, time signatures (a bar is a cycle) and markers; each player has a track named after
them, on channel 10, where General MIDI keeps its drums. Strokes stand where they sounded (see `score`). A beat has 960
ticks: whole beats and tempi are exact, a stroke is at most half a tick off, 0.26 ms at 120 bpm.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter

from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import BEAT, Beats

from .score import Score

TICKS = 960  # to a beat
LENGTH = 60  # ticks that a note is held, if it does not come again sooner

_NOTE_ON, _NOTE_OFF = 0x99, 0x89  # on channel 10
_NAME, _MARKER, _END, _TEMPO, _SIGNATURE = 0x03, 0x06, 0x2F, 0x51, 0x58
_QUARTER = bytes((2, 24, 8))  # denominator 2**2, 24 MIDI clocks to a click, 8 thirty-seconds to a quarter

Event = tuple[int, bytes]
"""A tick, and what happens on it."""


def midi_file(score: Score) -> Iterator[bytes]:
    """The file, piece by piece."""
    players = score.performance.players
    yield _chunk(b"MThd", b"".join(number.to_bytes(2, "big") for number in (1, len(players) + 1, TICKS)))
    yield _track(score.performance.circle, _conductor(score))
    struck: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for beat, stroke in score.beats():
        struck[stroke.player].append((_tick(beat, score.begin), stroke.pad, stroke.velocity))
    for player in players:
        yield _track(player.name, _notes(struck.pop(player.id)))


def _conductor(score: Score) -> Iterator[Event]:
    meter = None
    for segment in score.timeline.segments:
        tick = _tick(segment.beat, score.begin)
        yield tick, _meta(_TEMPO, segment.tempo.to_bytes(3, "big"))
        if segment.meter != meter:
            yield tick, _signature(segment)
        meter = segment.meter
    for mark in score.marks:
        yield _tick(mark.beat, score.begin), _meta(_MARKER, mark.text.encode())


def _signature(segment: Segment) -> bytes:
    return _meta(_SIGNATURE, bytes((segment.meter.beats,)) + _QUARTER)


def _notes(struck: list[tuple[int, int, int]]) -> Iterator[Event]:
    """Notes on and off, the latter before a new beginning of the same."""
    again: dict[int, int] = {}
    events: list[Event] = []
    for tick, pad, velocity in reversed(struck):
        following = again.get(pad, tick + LENGTH)
        end = min(tick + LENGTH, following) if following > tick else tick + LENGTH
        events += [(tick, bytes((_NOTE_ON, pad, velocity))), (end, bytes((_NOTE_OFF, pad, 64)))]
        again[pad] = tick
    return iter(sorted(events, key=lambda event: (event[0], event[1][0] == _NOTE_ON)))


def _track(name: str, events: Iterable[Event]) -> bytes:
    """A chunk of `events`, in the order of their ticks."""
    data, now = bytearray(b"\0" + _meta(_NAME, name.encode())), 0
    for tick, event in sorted(events, key=itemgetter(0)):
        data += _variable(tick - now) + event
        now = tick
    return _chunk(b"MTrk", bytes(data) + b"\0" + _meta(_END, b""))


def _tick(beat: Beats, begin: Beats) -> int:
    return max((2 * (beat - begin) * TICKS + BEAT) // (2 * BEAT), 0)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return kind + len(data).to_bytes(4, "big") + data


def _meta(kind: int, data: bytes) -> bytes:
    return bytes((0xFF, kind)) + _variable(len(data)) + data


def _variable(number: int) -> bytes:
    """A variable-length quantity: 7 bits a byte, the first ones marked by their eighth."""
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F | 0x80)
    return bytes(reversed(groups))
