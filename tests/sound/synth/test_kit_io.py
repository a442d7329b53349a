import wave

import numpy as np
import pytest

from drumcircle_gui.sound.synth import kit_io
from drumcircle_gui.sound.synth.kit import BASS_KEYS, KEYS, PADS, patch
from drumcircle_gui.sound.synth.limiter import CEILING
from drumcircle_gui.sound.synth.mixer import Mixer
from tests.sound.material import RATE, block

SOUNDS = sorted({patch(key).sound for key in range(KEYS)})


def record(folder, name, samples, rate=48_000, channels=1):
    with wave.open(str(folder / f"{name}.wav"), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.array(samples, "<i2").tobytes())


@pytest.fixture
def folder(tmp_path):
    for sound in SOUNDS:
        record(tmp_path, f"{sound}_1", [0, 8192, 0, 0])
        record(tmp_path, f"{sound}_2", [0, 16384, 0, 0])
    (tmp_path / "README.md").write_text("not a recording")
    return tmp_path


def test_layers_are_read_from_soft_to_hard(folder):
    kit = kit_io.load(48_000, folder)
    peaks = [kit.bank.samples[kit.bank.firsts[sound] + 1] for sound in (kit.sound(36, 1), kit.sound(36, 127))]
    assert peaks == [0.25, 0.5]


def test_another_rate_changes_the_length_and_not_the_pitch(folder):
    assert kit_io.load(96_000, folder).bank.lengths[kit_io.load(96_000, folder).sound(36, 1)] == 8


def test_a_missing_recording_is_named(folder):
    (folder / "snare_1.wav").unlink()
    (folder / "snare_2.wav").unlink()
    with pytest.raises(ValueError, match="snare"):
        kit_io.load(48_000, folder)


def test_a_stereo_recording_is_refused_and_named(folder):
    record(folder, "snare_1", [0, 0, 1, 1], channels=2)
    with pytest.raises(ValueError, match="snare_1"):
        kit_io.load(48_000, folder)


@pytest.fixture(scope="module")
def own():
    return kit_io.load(RATE)


def test_the_programs_kit_is_complete(own):
    assert len(own.built_in) == KEYS + len(BASS_KEYS)
    assert np.abs(own.bank.samples).max() <= 1


def test_the_guides_bass_has_two_octaves_of_semitones(own):
    """Its spectrum moves by the interval."""

    def pitch(key):
        sound, _, _ = own.voice(key, 127, 0)
        mixer, out = Mixer(own.bank, RATE), block(RATE)
        mixer.start(sound, 0, 1.0)
        mixer.render(out)
        spectrum = np.abs(np.fft.rfft(out[:, 0], 8 * RATE))
        return np.argmax(spectrum) / 8

    middle = pitch(BASS_KEYS[12])
    for semitones in (-12, 7, 12):
        assert pitch(BASS_KEYS[12 + semitones]) == pytest.approx(middle * 2 ** (semitones / 12), rel=0.02)


def test_two_hundred_strokes_at_once_render_in_time_and_do_not_clip(own):
    mixer, out = Mixer(own.bank, RATE), block(RATE)
    for player in range(200):
        sound, gain, group = own.voice(PADS[player % len(PADS)].key, 127, player)
        mixer.start(sound, 1000, gain, group=group, channel=player)
    assert mixer.sounding == 200
    mixer.render(out)
    assert not out[:1000].any()
    assert np.abs(out[1000 : 1000 + RATE // 1000]).max() > 0.5
    assert np.abs(out).max() <= CEILING


def test_a_recording_has_the_same_samples_as_flac(tmp_path):
    soundfile = pytest.importorskip("soundfile")
    (tmp_path / "flac").mkdir()
    every = np.arange(-32768, 32768)
    for layer, samples in ((1, every), (2, every[::-7])):
        record(tmp_path, f"snare_{layer}", samples, rate=44_100)
        samples, rate = soundfile.read(tmp_path / f"snare_{layer}.wav", dtype="int16")
        soundfile.write(tmp_path / "flac" / f"snare_{layer}.flac", samples, rate)
    found, wanted = kit_io.recordings(tmp_path / "flac")["snare"], kit_io.recordings(tmp_path)["snare"]
    assert [rate for rate, _ in found] == [44_100, 44_100]
    for (_, got), (_, expected) in zip(found, wanted, strict=True):
        np.testing.assert_array_equal(got, expected)


def test_a_damaged_or_stereo_flac_file_is_refused(tmp_path):
    soundfile = pytest.importorskip("soundfile")
    file = tmp_path / "snare_1.flac"
    file.write_bytes(b"fLaC and then nothing")
    with pytest.raises(OSError, match="snare_1"):
        kit_io.recordings(tmp_path)
    soundfile.write(file, np.zeros((8, 2), "int16"), 48_000)
    with pytest.raises(ValueError, match="snare_1"):
        kit_io.recordings(tmp_path)
