"""The patterns that bots play: each is a set of parts for several bots. Pure.

A part is a string of steps, four to a beat: ``X`` accented, ``x`` plain, ``.`` silent. The rhythms are traditional.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from drumcircle_gui.timing.units import BEAT, Beats

STEP = Beats(BEAT // 4)
_VELOCITY = {"X": 112, "x": 78}

# General MIDI percussion keys; the djembe's are this program's own (see `sound/synth/kit`)
_CONGA_MUTE, _CONGA_HIGH, _CONGA_LOW = 62, 63, 64
_BONGO_HIGH, _BONGO_LOW = 60, 61
_KICK, _SIDE_STICK, _SNARE, _CLAVES, _COWBELL, _SHAKER, _TAMBOURINE = 36, 37, 38, 75, 56, 70, 54
_AGOGO_HIGH, _AGOGO_LOW, _WOOD_HIGH, _WOOD_LOW, _TOM_LOW, _TOM_HIGH = 67, 68, 76, 77, 45, 48

_DJEMBE_BASS, _DJEMBE_TONE, _DJEMBE_SLAP = 90, 91, 92

PATTERNS: dict[str, tuple[tuple[int, str], ...]] = {
    "circle": (
        (_DJEMBE_BASS, "X.......x...X.......X.....x.X..."),
        (_DJEMBE_TONE, "....X..x....X.x.....X..x..x....."),
        (_DJEMBE_SLAP, "..x.......X...X...x.......X...x."),
        (_CONGA_HIGH, "......XX......Xx......XX....x.X."),
        (_SHAKER, "x...X...x...X...x...X...x...X.x."),
        (_AGOGO_HIGH, "X..X..X...X.X...X..X..X...X.X..."),
    ),
    "samba": (
        (_TOM_LOW, "....X.......X..."),
        (_SHAKER, "XxxXXxxXXxxXXxxX"),
        (_AGOGO_HIGH, "X.X..X.X........"),
        (_AGOGO_LOW, ".........X.X..X."),
        (_TAMBOURINE, "x.xXx.xXx.xXx.xX"),
        (_SNARE, "Xx.xx.Xx.xx.Xx.x"),
    ),
    "son": (
        (_CLAVES, "X..X..X...X.X..."),
        (_CONGA_HIGH, "x...X..xx...X.XX"),
        (_CONGA_LOW, "......XX......XX"),
        (_COWBELL, "X.x.X.x.X.x.X.x."),
        (_BONGO_HIGH, "X.xxx.xxX.xxx.xx"),
        (_SHAKER, "X.xxX.xxX.xxX.xx"),
    ),
    "afoxe": (
        (_CONGA_LOW, "X.....x.X..x...."),
        (_CONGA_HIGH, "..x.X...x.x.X..."),
        (_AGOGO_HIGH, "X..X..X...x..x.."),
        (_SHAKER, "x.Xxx.Xxx.Xxx.Xx"),
        (_KICK, "X.......X......."),
        (_CONGA_MUTE, "..X...X...X...X."),
    ),
    "march": (
        (_KICK, "X...x...X...x..."),
        (_SNARE, "....X..x....X.xx"),
        (_TOM_LOW, "X.......X..x...."),
        (_TOM_HIGH, "......x.......xx"),
        (_WOOD_HIGH, "x.x.x.x.x.x.x.x."),
        (_WOOD_LOW, "..x...x...x...x."),
    ),
    "turns": (
        (_CONGA_MUTE, ".X......"),
        (_BONGO_HIGH, "..X....."),
        (_SIDE_STICK, "...X...."),
        (_BONGO_LOW, ".....X.."),
        (_WOOD_HIGH, "......X."),
        (_CONGA_HIGH, ".......X"),
    ),
    "even": ((_BONGO_LOW, "Xxxx"),),
}


@dataclass(frozen=True, slots=True)
class PlannedStroke:
    """A stroke of a part, on `beat` from the part's start."""

    beat: Beats
    pad: int
    velocity: int


@dataclass(frozen=True, slots=True)
class BotPart:
    """One bot's part, which repeats every `length` from the circle's beat 0."""

    strokes: tuple[PlannedStroke, ...]
    length: Beats

    def between(self, begin: Beats, end: Beats) -> Iterator[PlannedStroke]:
        """Its strokes with `begin` <= beat < `end`."""
        for round_ in range(begin // self.length, end // self.length + 1):
            for stroke in self.strokes:
                beat = Beats(round_ * self.length + stroke.beat)
                if begin <= beat < end:
                    yield PlannedStroke(beat, stroke.pad, stroke.velocity)


def part_of(pattern: str, number: int) -> BotPart:
    """The part of bot `number` in `pattern`. Bots beyond the number of parts repeat them, more softly.

    KeyError if there is no such pattern.
    """
    parts = PATTERNS[pattern]
    pad, steps = parts[number % len(parts)]
    softer = 1 / (1 + number // len(parts) * 0.25)
    strokes = tuple(
        PlannedStroke(Beats(index * STEP), pad, max(1, round(_VELOCITY[step] * softer)))
        for index, step in enumerate(steps)
        if step != "."
    )
    return BotPart(strokes, Beats(len(steps) * STEP))


def even_strokes(part: BotPart, per_beat: float) -> BotPart:
    """A part with `per_beat` evenly spread strokes a beat, each with pad and velocity of the latest one in `part`."""
    count = max(1, round(part.length / BEAT * per_beat))
    onsets = [stroke.beat for stroke in part.strokes]
    beats = [Beats(index * part.length // count) for index in range(count)]
    likes = [part.strokes[bisect_right(onsets, beat) - 1] for beat in beats]
    return BotPart(
        tuple(PlannedStroke(beat, like.pad, like.velocity) for beat, like in zip(beats, likes, strict=True)),
        part.length,
    )
