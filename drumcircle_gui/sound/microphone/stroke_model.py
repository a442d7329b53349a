"""Learns the strokes of one drum from a few hits of each, and classifies further hits. Pure.

A stroke is the mean of its hits' features. The deviations of all hits from these means give one spread for each
feature, shrunk towards USUAL_DB because a few hits say little. A hit belongs to the stroke at the smallest distance in
units of the spread.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from drumcircle_gui.sound.messages import LearnedStroke
from drumcircle_gui.sound.synth.kit import MAX_VELOCITY

from .stroke_features import Features

USUAL_DB, USUAL_HITS = 5.0, 6
"""The usual standard deviation of a feature among hits of one stroke, which weighs as much as so many learned hits."""

MAX_DISTANCE = 4.0
"""Root mean square distance, in units of the spread, beyond which a sound is not one of the learned strokes."""

TYPICAL_VELOCITY = 90
"""Velocity of a stroke as loud as the learned ones."""

SOFTEST_DB = 22.0
"""Level of the softest stroke below the usual one."""

LOWEST_GATE_DB = -100.0
DEFAULT_GATE_DB = -60.0

DECIBELS_PER_DECADE = 32.0
"""Level per decade of velocity: the inverse of `kit.loudness`, so that others hear the dynamics that were played."""


def learn(hits: Mapping[int, Sequence[tuple[float, Features]]]) -> tuple[LearnedStroke, ...]:
    """The strokes from the (level, features) of their hits, by pad. Pads without hits are left out."""
    known = {pad: np.array([features for _, features in each]) for pad, each in hits.items() if each}
    if not known:
        return ()
    means = {pad: each.mean(axis=0) for pad, each in known.items()}
    squares = sum(((each - means[pad]) ** 2).sum(axis=0) for pad, each in known.items())
    count = sum(map(len, known.values())) - len(known)
    spread = np.sqrt((squares + USUAL_HITS * USUAL_DB**2) / (count + USUAL_HITS))
    return tuple(
        LearnedStroke(pad, _floats(mean), _floats(spread), float(np.median([level for level, _ in hits[pad]])))
        for pad, mean in means.items()
    )


def usual_gate(strokes: Sequence[LearnedStroke]) -> float:
    """A gate below all intended strokes."""
    return max(min(stroke.level for stroke in strokes) - SOFTEST_DB, LOWEST_GATE_DB) if strokes else DEFAULT_GATE_DB


def classify(strokes: Sequence[LearnedStroke], features: Features) -> LearnedStroke | None:
    """The stroke that matches `features` best; None if none matches."""
    distances = [distance(stroke, features) for stroke in strokes]
    nearest = int(np.argmin(distances))
    return strokes[nearest] if distances[nearest] <= MAX_DISTANCE else None


def distance(stroke: LearnedStroke, features: Features) -> float:
    """The distance of a hit from `stroke`, in units of the usual deviation."""
    return float(np.sqrt(np.mean(((features - np.array(stroke.mean)) / np.array(stroke.spread)) ** 2)))


def velocity(level: float, typical: float) -> int:
    """MIDI velocity of a hit of `level` where `typical` is the level of TYPICAL_VELOCITY, both in decibels."""
    exact = TYPICAL_VELOCITY * 10 ** ((level - typical) / DECIBELS_PER_DECADE)
    return int(min(max(round(exact), 1), MAX_VELOCITY))


def _floats(values: Features) -> tuple[float, ...]:
    return tuple(round(float(value), 2) for value in values)
