"""Finds the strokes of a drum in a microphone's signal: their start, strength and kind. Pure.

The circle hears a stroke one period after it was played, so the detector may take its time: it decides about 0.15 s
late, when the sound after the stroke is known, and dates the stroke back to the frame on which it began.

microphone -> EchoCanceller -> BandFilter -> EchoGate -> novelty -> peaks -> exact_onset -> StrokeAnalyser -> model

While the canceller still learns, EchoBound limits how much of the machine's own sound may remain.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from drumcircle_gui.sound.messages import LearnedStroke

from . import onset_time, stroke_features
from .bands import BandFilter, Bands
from .echo_bound import EchoBound
from .echo_canceller import BLOCK, EchoCanceller, Signal
from .echo_gate import EchoGate
from .noise_floor import NoiseFloor
from .novelty import MEDIAN_ROWS, PAST_ROWS, novelty, peaks
from .stroke_features import Features, StrokeAnalyser
from .stroke_model import DEFAULT_GATE_DB, classify, velocity
from .tape import Tape

WINDOW, HOP = 512, 128
BANDS = 24

UNLEARNED_PAD = 91
"""The pad of every stroke if no strokes were learned."""

MASK_S = 0.045
"""No stroke is reported this soon after another one: hands are not that fast, but drums bounce."""

LEAST_CONTRAST, CLEAR_CONTRAST = 1.7, 4.0
"""Contrast of an onset (see `onset_time.Onset`). Noise alone mostly has less than the first value, and never the
second. Between them a stroke must also be louder than the noise by ABOVE_NOISE_DB."""

ABOVE_NOISE_DB = 6.0

ECHO_MARGIN_DB = 6.0
"""A stroke must be at least this much louder than the usual remainder of the sound that this machine plays."""

RECENT = 15
"""Number of latest hits whose median level is taken as typical while nothing is learned."""


@dataclass(frozen=True, slots=True)
class DetectedStroke:
    """A stroke that began on `frame`. `pad` None: the sound matches no learned stroke, or is below the gate."""

    frame: int
    level: float
    features: Features
    pad: int | None
    velocity: int


class DrumDetector:
    """Detects strokes at one microphone of `rate` Hz. `gate`: level in decibels of full scale below which a sound is
    not a stroke."""

    def __init__(self, rate: int, strokes: Sequence[LearnedStroke] = (), gate: float = DEFAULT_GATE_DB) -> None:
        self.configure(strokes, gate)
        self._rate = rate
        self._canceller = EchoCanceller()
        self._bands = BandFilter(rate, WINDOW, BANDS)
        self._noise = NoiseFloor(BANDS, rate / HOP)
        self._echo_gate = EchoGate(BANDS, rate / HOP)
        self._echo_bound = EchoBound(BANDS, rate / HOP)
        self._analyser = StrokeAnalyser(rate)
        self._rest, self._echo, self._left, self._right = Tape(), Tape(), Tape(), Tape()
        self._incoming: Signal = np.zeros((0, 3), np.float32)
        self._powers: Bands = np.zeros((0, BANDS), np.float32)
        self._row = 0
        self._latest = -rate
        self._levels: deque[float] = deque(maxlen=RECENT)

    def configure(self, strokes: Sequence[LearnedStroke], gate: float) -> None:
        """Change strokes and gate; from any thread."""
        self._strokes, self._gate = tuple(strokes), gate

    @property
    def _tapes(self) -> tuple[Tape, ...]:
        return self._rest, self._echo, self._left, self._right

    @property
    def remaining_echo_db(self) -> float:
        """The share of this machine's own sound that is left at the microphone, in decibels; 0: all of it."""
        return self._echo_gate.share_db

    def process(self, microphone: Signal, played: Signal) -> list[DetectedStroke]:
        """Process more frames of `microphone`, during which the machine `played` (frames x 2); return the strokes that
        are now certain."""
        self._incoming = np.concatenate([self._incoming, np.column_stack([microphone, played])])
        found: list[DetectedStroke] = []
        while len(self._incoming) >= BLOCK:
            block, self._incoming = self._incoming[:BLOCK], self._incoming[BLOCK:]
            rest, echo = self._canceller.process(block[:, 0], block[:, 1:])
            for tape, part in zip(self._tapes, (rest, echo, *block[:, 1:].T), strict=True):
                tape.append(part)
            self._measure()
            found.extend(self._strokes_found())
        return found

    def _measure(self) -> None:
        """Append the band powers of all windows that are complete."""
        done = self._row + len(self._powers)
        count = (self._rest.end - WINDOW) // HOP + 1 - done
        if count <= 0:
            return
        powers, echo = (self._bands_of(tape, done, count) for tape in (self._rest, self._echo))
        kept = self._echo_gate.apply(powers, echo, self._noise.follow(powers))
        if self._canceller.learning:
            played = self._bands_of(self._left, done, count) + self._bands_of(self._right, done, count)
            kept = np.maximum(kept - self._echo_bound.follow(powers, played), 0)
        self._powers = np.concatenate([self._powers, kept])

    def _bands_of(self, tape: Tape, first: int, count: int) -> Bands:
        return self._bands.powers(tape.windows(first * HOP, count, WINDOW, HOP))

    def _strokes_found(self) -> Iterator[DetectedStroke]:
        """The strokes at rows of `_powers` with enough rows around them. Discards rows that are no longer needed."""
        if len(self._powers) <= 2 * MEDIAN_ROWS + PAST_ROWS:
            return
        curve = novelty(self._powers, self._noise.floor)
        last = len(curve) - MEDIAN_ROWS
        for index in peaks(curve, MEDIAN_ROWS, last):
            if stroke := self._stroke(self._row + index + PAST_ROWS):
                yield stroke
        dropped = last - MEDIAN_ROWS
        self._powers, self._row = self._powers[dropped:], self._row + dropped
        for tape in self._tapes:
            tape.forget(self._row * HOP)

    def _stroke(self, row: int) -> DetectedStroke | None:
        """The stroke in the window of a row; None within the mask of the one before."""
        coarse = row * HOP + WINDOW // 2
        before, after = onset_time.frames_needed(self._rate)
        onset = onset_time.exact_onset(self._rest.part(coarse - before, coarse + after), self._rate)
        frame = coarse - before + onset.frame
        if onset.contrast < LEAST_CONTRAST or frame - self._latest < MASK_S * self._rate:
            return None
        stroke = self._described(frame)
        if onset.contrast < CLEAR_CONTRAST and stroke.level < self._noise.level + ABOVE_NOISE_DB:
            return None
        if stroke.pad is not None:
            self._latest = frame
        return stroke

    def _described(self, frame: int) -> DetectedStroke:
        before, after = stroke_features.frames_needed(self._rate)
        level, features = self._analyser.analyse(self._rest.part(frame - before, frame + after))
        echo, _ = self._analyser.analyse(self._echo.part(frame - before, frame + after))
        pad, strength = None, 1
        if level >= max(self._gate, echo + self.remaining_echo_db + ECHO_MARGIN_DB):
            pad, strength = self._played(level, features)
        return DetectedStroke(frame, level, features, pad, strength)

    def _played(self, level: float, features: Features) -> tuple[int | None, int]:
        """Pad and velocity."""
        if not self._strokes:
            self._levels.append(level)
            return UNLEARNED_PAD, velocity(level, float(np.median(self._levels)))
        stroke = classify(self._strokes, features)
        return (stroke.pad, velocity(level, stroke.level)) if stroke else (None, 1)
