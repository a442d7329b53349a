"""A drum through a microphone: strokes found, false ones, errors of their dates, and strokes told apart.

Aims: with the noise 20 dB below the drum, in rooms of 0.2 and 0.6 s of reverberation: p95 of the date error at most 1
ms, at least 98 % of the hits found, at most 1 % false, at least 95 % told apart; loudspeakers as loud as the drum: at
most 2 % of the sounds they play found as strokes.

Baseline: a detector that takes every rise of the short-time energy above a threshold for a stroke. It does not tell
strokes apart, and knows nothing of the loudspeakers.

Needs: nothing.

Drums, hands, rooms and noise are synthesised with variation (see `tests/tools/drummer`): five drums with three strokes
each, hits over 15 dB, 90 to 600 ms apart. Each drum is learned from six hits of each stroke in the same room. The level
of the drum is the median over its hits of the root mean square of 50 ms. A hit is found if a stroke is reported within
20 ms of it. Loudspeakers: five other drums play on two loudspeakers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from drumcircle_gui.sound.messages import LearnedStroke
from drumcircle_gui.sound.microphone.drum_detector import DetectedStroke, DrumDetector
from drumcircle_gui.sound.microphone.stroke_model import learn, usual_gate
from tests.tools.baselines.energy_onsets import energy_onsets
from tests.tools.drummer import (
    BASS,
    DRUMS,
    RATE,
    SLAP,
    TONE,
    Drum,
    Performance,
    Sound,
    Struck,
    from_loudspeaker,
    in_room,
    level_of,
    noise,
    perform,
)

from .form import Aim, Result, Row, at_least, at_most

ROOMS_S = (0.2, 0.6)
NOISES_DB = (40, 30, 20, 15, 10)
AIMED_DB = 20
HITS, QUICK_HITS = 150, 40
LESSON_HITS = 6
BLOCK = 480
TOLERANCE_S = 0.02
NAMES = {BASS: "bass", TONE: "tone", SLAP: "slap"}


@dataclass
class Score:
    """The results of several performances."""

    struck: int = 0
    found: int = 0
    false: int = 0
    errors_ms: list[float] = field(default_factory=list)
    told: Counter[tuple[int, int]] = field(default_factory=Counter)

    def add(self, strokes: Sequence[Struck], frames: Sequence[int], pads: Sequence[int]) -> None:
        free = dict(enumerate(frames))
        for stroke in strokes:
            nearest = min(free, key=lambda index: abs(free[index] - stroke.frame), default=None)
            if nearest is not None and abs(free[nearest] - stroke.frame) <= TOLERANCE_S * RATE:
                self.errors_ms.append(abs(free.pop(nearest) - stroke.frame) / RATE * 1000)
                self.told[stroke.pad, pads[nearest]] += 1
        self.struck += len(strokes)
        self.false += len(free)
        self.found = len(self.errors_ms)

    @property
    def p95_ms(self) -> float:
        return float(np.quantile(self.errors_ms, 0.95)) if self.errors_ms else float("nan")

    @property
    def right(self) -> float:
        return sum(count for (played, taken), count in self.told.items() if played == taken) / max(self.found, 1)


def run(quick: bool) -> Result:
    hits = QUICK_HITS if quick else HITS
    drums = DRUMS[:2] if quick else DRUMS
    rows: list[Row] = []
    aims: list[Aim] = []
    confusion: Counter[tuple[int, int]] = Counter()
    for room in ROOMS_S:
        for level in NOISES_DB:
            ours, plain = heard(drums, room, level, hits)
            rows += [row(f"{room} s, noise -{level} dB", "ours", ours), row("", "energy", plain)]
            confusion += ours.told
            if level == AIMED_DB:
                aims += judged(f"{room} s", ours)
        beside, alone, plain = loudspeakers(drums, room, hits)
        rows.append(row(f"{room} s, loudspeakers", "ours", beside))
        rows.append(row("", "energy", plain))
        rows.append(row(f"{room} s, only loudspeakers", "ours", alone))
        aims.append(at_most(f"{room} s: false, loudspeakers", share(beside.false, beside.struck), "%", 2))
        aims.append(at_most(f"{room} s: false, only loudspeakers", share(alone.false, alone.struck), "%", 2))
    return Result(rows, aims, [f"{hits} hits on each of {len(drums)} drums.", *confused(confusion)])


# --- one case --------------------------------------------------------------------------------------------------------


def heard(drums: Sequence[Drum], room: float, level: float, hits: int) -> tuple[Score, Score]:
    """The scores of our detector and of the baseline, without loudspeakers."""
    ours, plain = Score(), Score()
    for seed, drum in enumerate(drums):
        lesson = taught(drum, room, level)
        played = perform(drum, hits, 100 + seed)
        sound = at_microphone(played, room, level, seed)
        strokes = detected(sound, np.zeros((len(sound), 2), np.float32), lesson)
        ours.add(played.strokes, [each.frame for each in strokes], [each.pad or 0 for each in strokes])
        frames = energy_onsets(sound, RATE)
        plain.add(played.strokes, frames, [0] * len(frames))
    return ours, plain


def loudspeakers(drums: Sequence[Drum], room: float, hits: int) -> tuple[Score, Score, Score]:
    """The scores beside loudspeakers as loud as the drum: ours, ours without a drum, the baseline's. The share of false
    strokes is that of the strokes that the loudspeakers play."""
    beside, alone, plain = Score(), Score(), Score()
    for seed, drum in enumerate(drums):
        lesson = taught(drum, room, 40)
        played = perform(drum, hits, 200 + seed)
        sound = at_microphone(played, room, 40, seed)
        others, count = band_of(len(sound))
        echo = sum(from_loudspeaker(others[:, side], room, 10 + side) for side in range(2))
        echo *= np.sqrt(np.mean(sound**2) / np.mean(echo**2))
        hum = noise(len(sound), level_of(played) / 100, 5)
        for score, mixed, strokes in ((beside, sound + echo, played.strokes), (alone, echo + hum, ())):
            found = detected(mixed, others, lesson)
            score.add(strokes, [each.frame for each in found], [each.pad or 0 for each in found])
            score.struck += count - len(strokes)
        frames = energy_onsets(sound + echo, RATE)
        plain.add(played.strokes, frames, [0] * len(frames))
        plain.struck += count - len(played.strokes)
    return beside, alone, plain


def taught(drum: Drum, room: float, level: float) -> tuple[LearnedStroke, ...]:
    """The model learned from a few hits of each stroke, in the same room."""
    hits = {}
    for pad in NAMES:
        played = perform(drum, LESSON_HITS, 1000 + pad, (pad,), (0.5, 0.8))
        sound = at_microphone(played, room, level, pad)
        found = detected(sound, np.zeros((len(sound), 2), np.float32), ())
        hits[pad] = [(each.level, each.features) for each in nearest(found, played.strokes)]
    return learn(hits)


def nearest(found: Sequence[DetectedStroke], strokes: Sequence[Struck]) -> Iterator[DetectedStroke]:
    for stroke in strokes:
        yield min(found, key=lambda each: abs(each.frame - stroke.frame))


def at_microphone(played: Performance, room: float, level: float, seed: int) -> Sound:
    """A drum near a microphone: its direct sound is twice as strong as the reverberation."""
    wet = in_room(played.sound, room, seed, direct=2.0)
    return wet + noise(len(wet), level_of(played) * 10 ** (-level / 20), seed + 1)


def band_of(length: int) -> tuple[Sound, int]:
    """The sound of the other players on two loudspeakers, and the number of their strokes."""
    sound, count = np.zeros((length, 2), np.float32), 0
    for seat, drum in enumerate(DRUMS):
        played = perform(drum, 200, 300 + seat)
        frames = min(length, len(played.sound))
        right = seat / (len(DRUMS) - 1)
        sound[:frames] += 0.4 * played.sound[:frames, None] * np.array([1 - right, right], np.float32)
        count += sum(stroke.frame < length for stroke in played.strokes)
    return sound, count


def detected(sound: Sound, others: Sound, lesson: Sequence[LearnedStroke]) -> list[DetectedStroke]:
    detector = DrumDetector(RATE, lesson, usual_gate(lesson))
    found: list[DetectedStroke] = []
    for first in range(0, len(sound), BLOCK):
        found += detector.process(sound[first : first + BLOCK], others[first : first + BLOCK])
    return [each for each in found if each.pad is not None]


# --- the result ------------------------------------------------------------------------------------------------------


def row(what: str, detector: str, score: Score) -> Row:
    played = sum(score.told.values()) > 0
    return {
        "room and noise": what,
        "detector": detector,
        "struck": score.struck,
        "found %": share(score.found, score.struck) if "loud" not in what and played else None,
        "false": score.false,
        "date error p50 ms": float(np.median(score.errors_ms)) if played else None,
        "p95": score.p95_ms if played else None,
        "told apart %": 100 * score.right if played and detector == "ours" else None,
    }


def judged(room: str, score: Score) -> list[Aim]:
    return [
        at_most(f"{room}: date error p95", score.p95_ms, "ms", 1),
        at_least(f"{room}: found", share(score.found, score.struck), "%", 98),
        at_most(f"{room}: false", share(score.false, score.struck), "%", 1),
        at_least(f"{room}: told apart", 100 * score.right, "%", 95),
    ]


def confused(told: Counter[tuple[int, int]]) -> Iterator[str]:
    """The confusion table, a line for each stroke that was played."""
    for played, name in NAMES.items():
        taken = ", ".join(f"{other}: {told[played, pad]}" for pad, other in NAMES.items())
        yield f"{name} taken for {taken}"


def share(part: int, whole: int) -> float:
    return 100 * part / max(whole, 1)
