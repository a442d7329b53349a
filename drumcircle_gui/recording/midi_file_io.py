"""Writes a score as a Standard MIDI File (MIDI 1.0, SMF format 1) that any sequencer reads.

The first track holds the tempo map, time signatures (a bar is a cycle) and markers. Each player has a track with the
player's name, on channel 10, where General MIDI keeps its drums. Strokes stand where they sounded (see `score`). A beat
has 960 ticks: whole beats and tempi are exact, a stroke is at most half a tick off, 0.26 ms at 120 bpm.

Other programs are silent at keys outside General MIDI (27 to 87, levels 1 and 2). Such strokes are written with the key
of the most similar drum (see `general_midi_key`), and a text event "Drum Circle key N" before each keeps the original.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import BinaryIO, NamedTuple

import mido

from drumcircle_gui.sound.synth.kit import FALLBACKS
from drumcircle_gui.timing.units import BEAT, Beats

from .score import Score

TICKS = 960
"""Ticks to a beat."""

NOTE_LENGTH = 60
"""Ticks that a note is held, unless the same key is struck again sooner."""

MAX_DELTA = 2**28 - 1
"""Maximum number of ticks between two events: SMF's variable-length quantities have 28 bits."""

MAX_PLAYERS = 2**15 - 2
"""Maximum number of players: mido stores the number of tracks as a signed 16-bit number, and the tempo map needs one
track."""

FIRST_GENERAL_KEY, LAST_GENERAL_KEY = 27, 87

_GENERAL_KEYS = {21: 46, 22: 42, 23: 46, 26: 46, 88: 41, 89: 35, 90: 64, 91: 63, 92: 62, 93: 43, 94: 45}
"""General MIDI keys for this program's own: hi-hats (splash, half open, edges), low drum, bass note, djembe (three),
dunduns."""

_DRUM_CHANNEL = 9  # counted from 0

Track = Iterable[mido.Message]
_Struck = list[tuple[int, int, int]]  # tick, key, velocity


class MidiFileError(ValueError):
    """The score does not fit into a Standard MIDI File."""


class _TimedEvent(NamedTuple):
    """A message and the tick of its event."""

    tick: int
    message: mido.Message


def general_midi_key(key: int) -> int:
    """The General MIDI key that sounds most like this program's `key` 0 to 127; `key` itself if it is one."""
    if FIRST_GENERAL_KEY <= key <= LAST_GENERAL_KEY:
        return key
    if key not in _GENERAL_KEYS:
        key = max(row for row in FALLBACKS if row[0] <= key)[1]
    return _GENERAL_KEYS.get(key, key)


def write_midi_file(score: Score, file: BinaryIO, progress: Callable[[float], None] = lambda share: None) -> None:
    """Write `score` to `file`; `progress` gets the completed share, 0 to 1, before each track.

    MidiFileError if there are too many players or too long a silence. Exceptions of `file` and `progress` are not
    caught.
    """
    players = score.performance.players
    if len(players) > MAX_PLAYERS:
        raise MidiFileError(f"A MIDI file holds {MAX_PLAYERS:,} players, and this recording has {len(players):,}.")
    struck: dict[int, _Struck] = defaultdict(list)
    for beat, stroke in score.beats():
        struck[stroke.player].append((_tick(beat, score.begin), stroke.pad, stroke.velocity))
    tracks: list[Track] = [_track(score.performance.circle, _conductor_events(score))]
    tracks += [_track(player.name, _note_events(struck[player.id])) for player in players]
    reported = [_reporting(track, number / len(tracks), progress) for number, track in enumerate(tracks)]
    mido.MidiFile(type=1, ticks_per_beat=TICKS, charset="utf-8", tracks=reported).save(file=file)


def _reporting(track: Track, share: float, progress: Callable[[float], None]) -> Track:
    progress(share)
    yield from track


def _conductor_events(score: Score) -> Iterator[_TimedEvent]:
    meter = None
    for segment in score.timeline.segments:
        tick = _tick(segment.beat, score.begin)
        yield _TimedEvent(tick, mido.MetaMessage("set_tempo", tempo=segment.tempo))
        if segment.meter != meter:
            yield _TimedEvent(tick, mido.MetaMessage("time_signature", numerator=segment.meter.beats, denominator=4))
        meter = segment.meter
    for mark in score.marks:
        yield _TimedEvent(_tick(mark.beat, score.begin), mido.MetaMessage("marker", text=mark.text))


def _note_events(struck: _Struck) -> Iterator[_TimedEvent]:
    """Note on and note off for each stroke, the latter before the same key's next note on."""
    next_tick: dict[int, int] = {}
    events: list[tuple[int, bool, int, int]] = []
    for tick, key, velocity in reversed(struck):
        following = next_tick.get(key, tick + NOTE_LENGTH)
        end = min(tick + NOTE_LENGTH, following) if following > tick else tick + NOTE_LENGTH
        events += [(tick, True, key, velocity), (end, False, key, 64)]
        next_tick[key] = tick
    for tick, on, key, velocity in sorted(events, key=itemgetter(0, 1)):
        note = general_midi_key(key)
        if on and note != key:
            yield _TimedEvent(tick, mido.MetaMessage("text", text=f"Drum Circle key {key}"))
        yield _TimedEvent(
            tick, mido.Message("note_on" if on else "note_off", channel=_DRUM_CHANNEL, note=note, velocity=velocity)
        )


def _track(name: str, events: Iterable[_TimedEvent]) -> Track:
    """Messages with the ticks since the message before, the form that mido writes."""
    yield mido.MetaMessage("track_name", name=name)
    now = 0
    for tick, message in sorted(events, key=itemgetter(0)):
        if tick - now > MAX_DELTA:
            raise MidiFileError("A MIDI file cannot hold a silence as long as the one in this recording.")
        message.time, now = tick - now, tick
        yield message


def _tick(beat: Beats, begin: Beats) -> int:
    return max((2 * (beat - begin) * TICKS + BEAT) // (2 * BEAT), 0)
