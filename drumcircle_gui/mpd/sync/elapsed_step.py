"""The step in which a room's `elapsed` moves. Pure.

MPD moves sound in chunks and reports the start of the chunk last handed to the outputs, in whole milliseconds. The step
follows from the chunk's size and the format of its samples. `status` shows the decoder's format; a room with
`audio_output_format` in its configuration converts before it fills chunks, so its steps differ from those that
`status` suggests (tried with MPD 0.23.12). Therefore the reported format is checked against the values of `elapsed`:
their differences are multiples of the step.
"""

import re
from collections import deque
from collections.abc import Sequence
from functools import lru_cache

from drumcircle_gui.timing.units import SECOND, Micros

CHUNK_BYTES = 4024
"""Sound in one chunk: 4096 bytes less a header (`src/MusicChunk.hxx`; the same in a running 0.23.12)."""

_FORMAT = re.compile(r"(?:dsd([1-9][0-9]{1,3})|([1-9][0-9]{3,6}):(8|16|24|32|f|\*)):([1-9][0-9]?)", re.ASCII)
"""MPD's spelling of an audio format: 44100:16:2, 48000:f:6, dsd64:2."""

_BYTES_PER_SAMPLE = {"8": 1, "16": 2, "24": 4, "32": 4, "f": 4, "*": 2}
"""Size of a sample in memory, where 24 bits take four bytes. DSD takes one."""

_DSD_BYTES_PER_S = 44_100 // 8
"""Bytes per second and channel of DSD, for each unit in its name: dsd64 has 64 times as many."""

DEFAULT_STEP = Micros(22_811)
"""44.1 kHz, 16 bit, stereo."""

_RATES = (8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000)
_FRAME_BYTES = (1, 2, 4, 6, 8, 12, 16, 24, 32)

MIN_DETECTED = 5_000.0
"""Micros. Values in whole milliseconds cannot distinguish shorter steps, and an error there matters little."""

_USUAL_STEPS = sorted(
    {CHUNK_BYTES // size * SECOND / rate for rate in _RATES for size in _FRAME_BYTES}, reverse=True
)  # fmt: skip
_CANDIDATES = tuple(step for step in _USUAL_STEPS if step >= MIN_DETECTED)

TOLERANCE = 1_050.0
"""Micros. Two values rounded down to milliseconds differ by less than a millisecond more or less than in truth."""

MIN_VALUES, MAX_VALUES = 24, 32
"""Different values that are compared. With 24 of them, all being multiples of twice the step by chance is unlikely even
though polls prefer certain moments."""

DETECT_EVERY = 8
"""While the values fit the present step, a longer one is searched for only after this many values."""

SHIFTED_VALUES = 10
"""That many values at the end that fit among themselves, but not with those before, follow a shift of the steps: one
chunk was shorter, which happens shortly after a seek in some formats."""


def elapsed_step(audio: str) -> Micros:
    """The step for the `audio` field of `status` ("44100:16:2"), DEFAULT_STEP if it is missing or unknown."""
    return Micros(round(_exact_step(audio)))


class StepDetector:
    """The step of one room, from the format that it reports and the values of `elapsed` that it reports."""

    def __init__(self) -> None:
        self._stated = float(DEFAULT_STEP)
        self._detected: float | None = None
        self._values: deque[Micros] = deque(maxlen=MAX_VALUES)
        self._agrees = True
        self._since_detection = 0

    @property
    def step(self) -> Micros:
        """The best estimate: the detected step, or the one of the reported format."""
        return Micros(round(self._step))

    @property
    def doubt(self) -> Micros:
        """How far the middle of a step may be off: 0 while the values agree with `step`."""
        return Micros(0 if self._agrees else round(self._step / 2))

    def restart(self, audio: str | None = None) -> None:
        """The song jumps, or another one begins in the format `audio`. A step that was detected is kept: it comes from
        the room's configuration."""
        self._stated = self._stated if audio is None else _exact_step(audio)
        self._values.clear()
        self._agrees, self._since_detection = True, 0

    def add(self, audio: str, elapsed: Micros) -> None:
        """Use a report's format and `elapsed`."""
        self._stated, new = _exact_step(audio), elapsed not in self._values
        if new:
            self._values.append(elapsed)
            self._since_detection += 1
        self._agrees = _fits(self._step, self._values)
        if new:
            self._check()

    @property
    def _step(self) -> float:
        return self._detected or self._stated

    def _check(self) -> None:
        """Detect the step if that may find another one, and discard values before a shift."""
        if len(self._values) >= MIN_VALUES and (not self._agrees or self._since_detection >= DETECT_EVERY):
            self._detect()
        if self._step >= MIN_DETECTED and not self._agrees:
            self._discard_before_shift()

    def _discard_before_shift(self) -> None:
        newest = list(self._values)[-SHIFTED_VALUES:]
        if len(newest) == SHIFTED_VALUES and _fits(self._step, newest):
            self._values, self._agrees = deque(newest, maxlen=MAX_VALUES), True

    def _detect(self) -> None:
        """The longest usual step that all values fit; the reported one if none does."""
        found = next((step for step in _CANDIDATES if _fits(step, self._values)), None)
        if found is not None:
            self._detected = found if abs(found - self._stated) > 1 else None
        elif _fits(self._stated, self._values):
            self._detected = None
        self._agrees, self._since_detection = _fits(self._step, self._values), 0


@lru_cache(maxsize=64)
def _exact_step(audio: str) -> float:
    found = _FORMAT.fullmatch(audio)
    if found is None:
        return float(DEFAULT_STEP)
    dsd, rate, kind, channels = found.groups()
    frames = CHUNK_BYTES // (_BYTES_PER_SAMPLE.get(kind, 1) * int(channels))
    return max(frames * SECOND / (int(rate) if rate else int(dsd) * _DSD_BYTES_PER_S), 1.0)


def _fits(step: float, values: Sequence[Micros]) -> bool:
    """Whether all values are whole steps apart."""
    half = step / 2
    begin = values[0] - half if values else 0.0
    for value in values:  # noqa: SIM110  # this runs often, and `all` takes twice as long
        if abs((value - begin) % step - half) > TOLERANCE:
            return False
    return True
