"""The drum kit: the sound and the name of each General MIDI percussion key, and the pads on the screen. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np

from .mixer import SampleBank, Samples

GUIDE_BEAT, GUIDE_CYCLE, GUIDE_COUNT = 88, 89, 31
"""The keys of the guide: a beat, the first beat of a cycle, a beat of the count-in."""

GUIDE_CLICK = 33
"""The key of a groove's click."""

GUIDE_VELOCITY = 90
KEYS = 128
BASS_KEYS = range(KEYS, KEYS + 25)
"""Keys beyond those of MIDI: the guide's bass, from an octave below A (55 Hz) to an octave above, in semitones."""

_VOICE_KEYS = (GUIDE_BEAT, BASS_KEYS[len(BASS_KEYS) // 2], GUIDE_CLICK)

MAX_VELOCITY = 127
CHOKE_GROUPS = 8
"""Number of choke groups of a channel; group 0 means none."""

_MAX_DENOMINATOR = 16_000
"""Largest denominator of a tuning ratio: fine enough for hundredths of a semitone between 44.1 and 48 kHz."""

Recording = tuple[str, float, float]
"""The name, tuning and decay with which a patch uses a recording."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A key's sound. `sound` names the recording, `name` the key; `tune` is the ratio of the playback speed.

    A stroke stops the ringing sounds of the same `choke` group (0: none) on its channel, as a foot closes a hi-hat.
    `decay_s`: after this time the sound has faded to a third, on top of the recording's own decay (0: unchanged).
    """

    sound: str
    name: str
    tune: float = 1.0
    choke: int = 0
    decay_s: float = 0.0

    @property
    def recording(self) -> Recording:
        return self.sound, self.tune, self.decay_s


@dataclass(frozen=True, slots=True)
class PadKey:
    """A pad on the screen: its General MIDI key, its short name, and the computer key that strikes it."""

    key: int
    name: str
    letter: str


def guide_key(voice: int, pitch: int = 0) -> int:
    """The key of a note of a groove: `voice` and `pitch` are those of `protocol.groove_messages.GrooveNote`."""
    return _VOICE_KEYS[voice] + pitch


HI_HAT, GUIRO, CUICA, TRIANGLE, SURDO, BASS_STRING = 1, 2, 3, 4, 5, 6

PATCHES: Mapping[int, Patch] = {
    21: Patch("hat_open", "Hi-hat, splash", 1.06, HI_HAT, 0.12),
    22: Patch("hat_closed", "Hi-hat edge, closed", 0.96, HI_HAT),
    23: Patch("hat_open", "Hi-hat, half open", 1.02, HI_HAT, 0.3),
    26: Patch("hat_open", "Hi-hat edge, open", 0.96, HI_HAT),
    27: Patch("woodblock", "High Q", 1.5),
    28: Patch("djembe_slap", "Slap"),
    29: Patch("guiro", "Scratch push", 1.5, GUIRO),
    30: Patch("guiro", "Scratch pull", 1.3, GUIRO),
    31: Patch("sidestick", "Sticks", 1.2),
    32: Patch("claves", "Square click", 1.3),
    33: Patch("woodblock", "Metronome click", 1.2),
    34: Patch("triangle", "Metronome bell", 0.8),
    35: Patch("kick", "Bass drum, soft", 0.9),
    36: Patch("kick", "Bass drum"),
    37: Patch("sidestick", "Side stick"),
    38: Patch("snare", "Snare"),
    39: Patch("clap", "Hand clap"),
    40: Patch("snare", "Snare, rim", 1.12),
    41: Patch("tom_low", "Floor tom, low", 0.86),
    42: Patch("hat_closed", "Hi-hat, closed", 1.0, HI_HAT),
    43: Patch("tom_low", "Floor tom"),
    44: Patch("hat_pedal", "Hi-hat, pedal", 1.0, HI_HAT),
    45: Patch("tom_mid", "Tom, low", 0.88),
    46: Patch("hat_open", "Hi-hat, open", 1.0, HI_HAT),
    47: Patch("tom_mid", "Tom, middle"),
    48: Patch("tom_high", "Tom, high", 0.9),
    49: Patch("crash", "Crash"),
    50: Patch("tom_high", "Tom, highest"),
    51: Patch("ride", "Ride"),
    52: Patch("crash", "China", 0.78),
    53: Patch("ride_bell", "Ride, bell"),
    54: Patch("tambourine", "Tambourine"),
    55: Patch("crash", "Splash", 1.4),
    56: Patch("cowbell", "Cowbell"),
    57: Patch("crash", "Crash, second", 0.9),
    58: Patch("guiro", "Vibraslap", 0.8),
    59: Patch("ride", "Ride, edge", 0.92),
    60: Patch("bongo_high", "Bongo, high"),
    61: Patch("bongo_low", "Bongo, low"),
    62: Patch("conga_slap", "Conga, slap"),
    63: Patch("conga_open", "Conga, high open"),
    64: Patch("conga_low", "Conga, low"),
    65: Patch("timbale", "Timbale, high"),
    66: Patch("timbale", "Timbale, low", 0.74),
    67: Patch("agogo_high", "Agogo, high"),
    68: Patch("agogo_low", "Agogo, low"),
    69: Patch("shaker", "Cabasa", 0.8),
    70: Patch("shaker", "Maracas"),
    71: Patch("agogo_high", "Whistle, short", 1.6, GUIRO),
    72: Patch("triangle", "Whistle, long", 0.6, GUIRO),
    73: Patch("guiro", "Guiro, short", 1.2, GUIRO),
    74: Patch("guiro", "Guiro, long", 1.0, GUIRO),
    75: Patch("claves", "Claves"),
    76: Patch("woodblock", "Wood block, high"),
    77: Patch("woodblock", "Wood block, low", 0.75),
    78: Patch("conga_slap", "Cuica, mute", 1.3, CUICA),
    79: Patch("conga_open", "Cuica, open", 1.4, CUICA),
    80: Patch("triangle_mute", "Triangle, mute", 1.0, TRIANGLE),
    81: Patch("triangle", "Triangle, open", 1.0, TRIANGLE),
    82: Patch("shaker", "Shaker", 0.9),
    83: Patch("tambourine", "Jingle bells", 1.25),
    84: Patch("triangle", "Bell tree", 1.3),
    85: Patch("claves", "Castanets", 0.8),
    86: Patch("djembe_bass", "Surdo, mute", 0.9, SURDO),
    87: Patch("dundun", "Surdo, open", 0.9, SURDO),
    88: Patch("dundun", "Low drum"),
    89: Patch("bass", "Bass note"),
    90: Patch("djembe_bass", "Djembe, bass"),
    91: Patch("djembe_tone", "Djembe, tone"),
    92: Patch("djembe_slap", "Djembe, slap"),
    93: Patch("dundun", "Dundun, middle", 1.3),
    94: Patch("dundun", "Dundun, high", 1.7),
}
"""Keys 35 to 81 of General MIDI level 1, 27 to 34 and 82 to 87 of level 2; 21, 22, 23 and 26 as electronic kits use
them for the hi-hat; 88 to 94 of this program."""

FALLBACKS: Sequence[tuple[int, int]] = ((0, 88), (12, 36), (24, 75), (25, 38), (95, 90), (104, 63), (116, 70))
"""Rows (first, like): keys without a patch, from `first` up to the next row, use the patch of the key `like`."""

PADS: Sequence[PadKey] = (
    PadKey(49, "Crash", "Q"),
    PadKey(56, "Cowbell", "W"),
    PadKey(70, "Shaker", "E"),
    PadKey(75, "Claves", "R"),
    PadKey(90, "Djembe bass", "A"),
    PadKey(91, "Djembe tone", "S"),
    PadKey(92, "Djembe slap", "D"),
    PadKey(63, "Conga", "F"),
    PadKey(36, "Bass drum", "Z"),
    PadKey(38, "Snare", "X"),
    PadKey(42, "Hi-hat closed", "C"),
    PadKey(46, "Hi-hat open", "V"),
)


def patch(key: int) -> Patch:
    """The patch of a key, 0 to 127: its own, or that of its fallback."""
    return PATCHES.get(key) or PATCHES[max(row for row in FALLBACKS if row[0] <= key)[1]]


def loudness(velocity: int) -> float:
    """Linear gain of a stroke of velocity 1 to 127: a power law; velocity 64 is about 9 dB softer than 127."""
    return float((velocity / MAX_VELOCITY) ** 1.6)


@dataclass(frozen=True, slots=True)
class KeySound:
    """A key's sound in a bank: `layers` from soft to hard, each with its highest velocity and the indices of its takes,
    which are played in turn."""

    layers: tuple[tuple[int, tuple[int, ...]], ...]
    gain: float = 1.0
    choke: int = 0

    def takes(self, velocity: int) -> tuple[int, ...]:
        """The takes of the layer for a stroke."""
        for top, takes in self.layers:
            if velocity <= top:
                return takes
        return self.layers[-1][1]


KeyTable = Sequence[KeySound]
"""The sound of each key, including the guide's bass."""


@dataclass(frozen=True, slots=True)
class OwnSound:
    """A sound of the player's own kit: the samples of each layer's takes, see `KeySound`."""

    keys: tuple[int, ...]
    layers: tuple[tuple[int, tuple[Samples, ...]], ...]
    gain: float = 1.0
    choke: int = 0


class Kit:
    """The samples of all keys at one rate. `recordings`: the layers of each built-in recording, from soft to hard.
    `own`: the sounds of the player's own kit, which replace the built-in ones on its keys."""

    def __init__(self, recordings: Mapping[Recording, Sequence[Samples]], own: Sequence[OwnSound] = ()) -> None:
        self._sounds: list[Samples] = []
        self._turn = 0
        placed = {recording: self._add_layers(layers) for recording, layers in recordings.items()}
        keys = [patch(key) for key in range(KEYS)]
        table = [KeySound(placed[each.recording], choke=each.choke) for each in keys]
        for semitone in range(len(BASS_KEYS)):
            bass = [
                transposed(layer, semitone - len(BASS_KEYS) // 2) for layer in recordings[keys[GUIDE_CYCLE].recording]
            ]
            table.append(KeySound(self._add_layers(bass), choke=BASS_STRING))
        self.built_in: KeyTable = tuple(table)
        plainest = sorted(PATCHES.items(), key=lambda item: (item[1].tune == 1.0, not item[1].decay_s))
        self._named = {patch.sound: table[key] for key, patch in plainest}
        self._own: KeyTable = self._with_own(table, own)
        self.bank = SampleBank(self._sounds)
        del self._sounds

    def table(self, *, own: bool, sounds: Mapping[int, str]) -> KeyTable:
        """The sounds of a player: those of the `own` kit, or the built-in ones in which keys of `sounds` use the
        built-in sound of that name. Unknown names are ignored."""
        if own:
            return self._own
        known = {key: self._named[name] for key, name in sounds.items() if name in self._named}
        return [known.get(key, usual) for key, usual in enumerate(self.built_in)] if known else self.built_in

    def sound(self, key: int, velocity: int, table: KeyTable | None = None) -> int:
        """The index in the bank for a stroke: harder strokes use brighter layers."""
        takes = (table or self.built_in)[key].takes(velocity)
        self._turn += 1
        return takes[self._turn % len(takes)]

    def voice(self, key: int, velocity: int, channel: int, table: KeyTable | None = None) -> tuple[int, float, int]:
        """The arguments of `Mixer.start` for a stroke: index in the bank, gain, and choke group (-1: none).

        Channels count from -1. `table`: from `table`; None: the built-in sounds.
        """
        chosen = (table or self.built_in)[key]
        gain = loudness(velocity) * chosen.gain
        group = (channel + 1) * CHOKE_GROUPS + chosen.choke if chosen.choke else -1
        return self.sound(key, velocity, table), gain, group

    def _add_layers(self, layers: Sequence[Samples]) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """Add layers for equal ranges of velocities."""
        count = len(layers)
        tops = (((layer + 1) * (MAX_VELOCITY + 1) - 1) // count for layer in range(count))
        return tuple((top, (self._add(samples),)) for top, samples in zip(tops, layers, strict=True))

    def _add(self, samples: Samples) -> int:
        self._sounds.append(samples)
        return len(self._sounds) - 1

    def _with_own(self, usual: KeyTable, own: Sequence[OwnSound]) -> KeyTable:
        table = list(usual)
        for each in own:
            layers = tuple((top, tuple(map(self._add, takes))) for top, takes in each.layers)
            for key in each.keys:
                table[key] = KeySound(layers, each.gain, each.choke)
        return tuple(table)


def tuned(samples: Samples, ratio: float) -> Samples:
    """`samples` played `ratio` times as fast, band-limited by truncating or padding the spectrum."""
    length = max(round(len(samples) / ratio), 2)
    if length == len(samples):
        return samples
    exact = Fraction(ratio).limit_denominator(_MAX_DENOMINATOR)
    parts = _smooth(ceil(len(samples) / exact.numerator))
    before, after = parts * exact.numerator, parts * exact.denominator
    spectrum = np.fft.rfft(samples.astype(np.float64), before)
    moved: Samples = (np.fft.irfft(spectrum, after)[:length] * (after / before)).astype(np.float32)
    return moved


def transposed(samples: Samples, semitones: int) -> Samples:
    """`samples` transposed up by `semitones`, by linear interpolation, which is good enough for a bass, and fast."""
    step = 2 ** (semitones / 12)
    places = np.arange(0, len(samples) - 1, step)
    moved: Samples = np.interp(places, np.arange(len(samples)), samples).astype(np.float32)
    return moved


def damped(samples: Samples, decay: float) -> Samples:
    """`samples` with an additional exponential decay, to 1/e after `decay` frames; 0: unchanged."""
    if not decay:
        return samples
    faded: Samples = samples * np.exp(-np.arange(len(samples)) / decay).astype(np.float32)
    return faded[: int(8 * decay)]


def _smooth(least: int) -> int:
    """A number slightly above `least` with small prime factors only; with others the FFT takes six times as long."""
    step = 1 << max(least.bit_length() - 5, 0)
    return ceil(least / step) * step
