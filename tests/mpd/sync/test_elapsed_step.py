"""Steps of `elapsed`: from the reported format, and detected from the reported values."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.mpd.sync.elapsed_step import (
    CHUNK_BYTES,
    DEFAULT_STEP,
    MAX_VALUES,
    MIN_VALUES,
    StepDetector,
    elapsed_step,
)
from drumcircle_gui.timing.units import SECOND, Micros


@pytest.mark.parametrize(
    ("audio", "step"),
    [
        ("44100:16:2", 22_811),
        ("48000:16:2", 20_958),
        ("48000:16:1", 41_916),
        ("96000:24:2", 5_239),
        ("44100:f:2", 11_405),
        ("192000:32:6", 869),
        ("48000:*:2", 20_958),
        ("44100:8:2", 45_623),
        ("dsd64:2", 5_702),
        ("22050:16:1", 91_247),
        ("8000:16:1", 251_500),
        ("192000:24:2", 2_620),
    ],
)
def test_the_step_is_the_duration_of_a_chunk(audio: str, step: int) -> None:
    assert elapsed_step(audio) == pytest.approx(step, abs=1)


@pytest.mark.parametrize(
    "audio",
    [
        "",
        "?",
        "44100",
        "0:16:2",
        "44100:16:0",
        "x:16:2",
        "44100:16:two",
        "dsd:2",
        "dsd0:2",
        "44100:16:²",
        "44100:12:2",
        "1:2:3:4",
    ],
)
def test_an_unknown_format_has_the_default_step(audio: str) -> None:
    assert elapsed_step(audio) == DEFAULT_STEP


@given(
    some.text("0123456789:*fds.-x", max_size=24)
    | some.from_regex(r"(dsd[0-9]{1,4}|[0-9]{1,8}:(8|16|24|32|f|\\*)):[0-9]{1,2}", fullmatch=True)
)
def test_the_step_is_positive_for_any_text(audio: str) -> None:
    assert elapsed_step(audio) > 0


# --- detection -------------------------------------------------------------------------------------------------------


def exact_step(rate: int, frame_bytes: int) -> float:
    return CHUNK_BYTES // frame_bytes * SECOND / rate


def poll(detector: StepDetector, audio: str, step: float, count: int, seed: int = 0, begin: float = 0) -> None:
    """Values of `elapsed` of a room with that step, about 14 a second."""
    chance, now = Random(seed), 100_000.0
    for _ in range(count):
        now += chance.uniform(40_000, 100_000)
        detector.add(audio, Micros(int((begin + now // step * step) / 1000) * 1000))


FORMATS = [
    ("8000:16:1", exact_step(8_000, 2)),
    ("22050:16:1", exact_step(22_050, 2)),
    ("44100:16:2", exact_step(44_100, 4)),
    ("44100:f:2", exact_step(44_100, 8)),
    ("96000:24:1", exact_step(96_000, 4)),
    ("192000:24:2", exact_step(192_000, 8)),
    ("dsd64:2", CHUNK_BYTES // 2 * SECOND / (64 * 5512)),
]


@pytest.mark.parametrize("seed", range(5))
def test_a_room_that_plays_the_reported_format_has_its_step(seed: int) -> None:
    for audio, step in FORMATS:
        plays_as_reported(audio, step, seed)


def plays_as_reported(audio: str, step: float, seed: int) -> None:
    detector = StepDetector()
    for count in range(200):
        poll(detector, audio, step, 1, seed + 100 * count, begin=count * 70_000 // step * step)
        assert detector.step == elapsed_step(audio)
        assert detector.doubt == 0


@pytest.mark.parametrize("output", [exact_step(44_100, 4), exact_step(48_000, 4), exact_step(96_000, 8)])
@pytest.mark.parametrize("seed", range(5))
def test_a_room_that_converts_has_the_step_of_its_output_format(output: float, seed: int) -> None:
    """As with `audio_output_format` in MPD's configuration."""
    for audio, _ in FORMATS:
        detector = StepDetector()
        poll(detector, audio, output, MAX_VALUES + 4, seed)
        assert detector.step == round(output), audio
        assert detector.doubt == 0, audio


def test_a_detected_step_is_kept_for_the_next_song() -> None:
    detector = StepDetector()
    output = exact_step(48_000, 4)
    poll(detector, "22050:16:1", output, MAX_VALUES)
    detector.restart("11025:16:1")
    poll(detector, "11025:16:1", output, 1)
    assert detector.step == round(output)


def test_values_that_contradict_the_reported_format_are_doubted_until_the_step_is_detected() -> None:
    detector = StepDetector()
    poll(detector, "22050:16:1", exact_step(44_100, 4), MIN_VALUES // 2)
    assert detector.step == 91_247
    assert detector.doubt == 45_624


def test_a_shift_of_the_steps_is_doubted_for_a_few_values_only() -> None:
    detector = StepDetector()
    step = exact_step(48_000, 4)
    poll(detector, "48000:16:2", step, 10)
    poll(detector, "48000:16:2", step, 3, begin=2_007_000)
    assert detector.doubt > 0
    poll(detector, "48000:16:2", step, 10, seed=1, begin=3_007_000)
    assert detector.doubt == 0
    assert detector.step == 20_958


def test_a_room_that_no_longer_converts_has_the_step_of_the_reported_format_again() -> None:
    detector = StepDetector()
    poll(detector, "22050:16:1", exact_step(44_100, 4), MAX_VALUES)
    detector.restart("22050:16:1")
    poll(detector, "22050:16:1", exact_step(22_050, 2), 2 * MAX_VALUES)
    assert detector.step == elapsed_step("22050:16:1")


def test_without_any_step_that_fits_the_reported_format_counts() -> None:
    detector, chance = StepDetector(), Random(2)
    for _ in range(2 * MAX_VALUES):
        detector.add("44100:16:2", Micros(chance.randrange(10_000) * 1000))
    assert detector.step == DEFAULT_STEP + 1
    assert detector.doubt > 0
