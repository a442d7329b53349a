"""The numbers of MIDI messages, and strokes as messages for a drum module: General MIDI's percussion on channel 10,
the hi-hat's pedal, chokes. Pure."""

from collections.abc import Iterable

from .midi_messages import GENERAL_MIDI, ModuleDrums

DRUMS, BASS = 9, 1
"""Channels counted from 0: General MIDI's percussion, and the one on which the guide's bass plays."""

NOTE_OFF, NOTE_ON, PRESSURE, CONTROL = 0x80, 0x90, 0xA0, 0xB0
SYSTEM, SONG_POSITION, CLOCK, START, CONTINUE, STOP = 0xF0, 0xF2, 0xF8, 0xFA, 0xFB, 0xFC
PEDAL, ALL_SOUND_OFF, ALL_NOTES_OFF = 4, 120, 123
FIRST_BASS_KEY, LOWEST_BASS_NOTE = 128, 21
"""The key of the lowest note of the guide's bass, and that note: an octave below A1 (33, 55 Hz)."""

_HATS = {21: 46, 22: 42, 23: 46, 26: 46}
_GUIDE = {31: 37, 33: 76, 88: 36, 89: 35}
_HAND_DRUMS = {90: 64, 91: 63, 92: 62, 93: 43, 94: 45}
_NOTES = _HATS | _GUIDE | _HAND_DRUMS
"""General MIDI notes for keys that only this program or some kits have: hi-hats; the guide's sticks, click and drums;
the djembe as congas and the dundun as toms. Other keys are General MIDI's own."""

_ELSEWHERE = ((0, 36), (12, 36), (24, 75), (25, 38), (95, 64), (104, 63), (116, 70))
"""Rows (first, note): the note for keys without a sound, from `first` up to the next row."""

_KNOWN = range(27, 95)
_OPEN, _HALF, _CLOSED = 0, 64, 127
_PEDALS = {21: _OPEN, 22: _CLOSED, 23: _HALF, 26: _OPEN, 42: _CLOSED, 44: _CLOSED, 46: _OPEN}
"""Position of the hi-hat's pedal when a key is struck: 0 open to 127 closed."""

LOUDNESS_POWER = 1.6
"""Exponent of velocity in the loudness of this program's own sounds (see `loudness` in `synth/kit`)."""

_CYMBALS = frozenset((49, 51, 52, 53, 55, 57, 59))


def note_of(key: int) -> int:
    """The General MIDI percussion note for a key below FIRST_BASS_KEY."""
    if key in _NOTES:
        return _NOTES[key]
    return key if key in _KNOWN else max(row for row in _ELSEWHERE if row[0] <= key)[1]


def stroke_messages(key: int, velocity: int, drums: ModuleDrums = GENERAL_MIDI) -> tuple[bytes, ...]:
    """The messages of a stroke. The hi-hat's pedal comes first: many modules choose the sound by it."""
    if key >= FIRST_BASS_KEY:
        return (bytes((NOTE_ON | BASS, LOWEST_BASS_NOTE + key - FIRST_BASS_KEY, velocity)),)
    note_on = bytes((NOTE_ON | drums.channel, drums.notes.get(key, note_of(key)), velocity))
    if key not in _PEDALS:
        return (note_on,)
    return bytes((CONTROL | drums.channel, PEDAL, _PEDALS[key])), note_on


def choke_messages(keys: Iterable[int], drums: ModuleDrums = GENERAL_MIDI) -> tuple[bytes, ...]:
    """The messages that a kit sends when cymbals among `keys` are grabbed and released; a closed pedal for a hi-hat."""
    keys = set(keys)
    notes = [drums.notes.get(key, key) for key in sorted(keys & _CYMBALS)]
    grabs = [(PRESSURE | drums.channel, note, pressure) for note in notes for pressure in (127, 0)]
    pedals = [(CONTROL | drums.channel, PEDAL, _CLOSED)] if keys & _PEDALS.keys() else []
    return tuple(map(bytes, (*grabs, *pedals)))


def scaled(velocity: int, gain: float) -> int:
    """The velocity of a stroke after the linear `gain` of the mix; 0 if it is silent.

    So a module follows the mixer like this program's own sounds.
    """
    return min(max(round(velocity * gain ** (1 / LOUDNESS_POWER)), 1), 127) if gain > 0 else 0
