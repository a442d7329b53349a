"""The shipped drum kit: properties of its recordings, and that the script still makes the same files."""

import wave
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from resources.synthesise_kit import FOLDER, KIT, LOUD, PEAK, RATE, perceived, rendered, write

pytestmark = pytest.mark.slow

MAX_BYTES = 3_000_000
BURSTS = {"guiro", "clap", "tambourine"}


@cache
def shipped(name, layer):
    with wave.open(str(FOLDER / f"{name}_{layer + 1}.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768


EVERY = [(name, layer) for name, voice in KIT.items() for layer in range(voice.layers)]


def brightness(sound):
    power = np.abs(np.fft.rfft(sound)) ** 2
    return np.sum(power * np.fft.rfftfreq(len(sound), 1 / RATE)) / np.sum(power)


def test_the_folder_holds_the_kit_and_nothing_else():
    assert {file.stem for file in FOLDER.iterdir()} == {f"{name}_{layer + 1}" for name, layer in EVERY}
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < MAX_BYTES
    assert len(KIT) >= 16


@pytest.mark.parametrize("name", KIT)
def test_a_sound_begins_at_once_ends_in_silence_and_never_clips(name):
    for sound in (shipped(name, layer) for layer in range(KIT[name].layers)):
        assert np.abs(sound).max() <= PEAK
        assert abs(sound[0]) < 0.005
        assert np.abs(sound[-24:]).max() < 0.003
        if name not in BURSTS:
            assert np.flatnonzero(np.abs(sound) > 0.2 * np.abs(sound).max())[0] < 0.001 * RATE
        assert abs(sound.mean()) < 0.01


@pytest.mark.parametrize("name", KIT)
def test_each_sound_has_its_level_in_the_mix(name):
    for layer in range(KIT[name].layers):
        level = 20 * np.log10(perceived(shipped(name, layer)) / LOUD)
        assert level == pytest.approx(KIT[name].level, abs=1.8), layer


@pytest.mark.parametrize("name", [name for name, voice in KIT.items() if voice.layers > 1])
def test_harder_strokes_are_brighter(name):
    layers = [brightness(shipped(name, layer)) for layer in range(KIT[name].layers)]
    assert all(softer < harder for softer, harder in pairwise(layers))


@pytest.mark.parametrize("name", ["kick", "djembe_bass", "djembe_tone", "tom_low", "tom_mid", "tom_high", "conga_open"])
def test_drums_decay_quickly(name):
    sound = shipped(name, KIT[name].layers - 1)
    late = sound[int(0.3 * RATE) :]
    assert not len(late) or np.abs(late).max() < 0.05 * np.abs(sound).max()


def test_drums_are_in_the_order_of_their_pitch():
    def pitch(name):
        sound = shipped(name, 0)
        return np.argmax(np.abs(np.fft.rfft(sound, 2**17))) * RATE / 2**17

    for row in (("tom_low", "tom_mid", "tom_high"), ("conga_low", "conga_open"), ("bongo_low", "bongo_high")):
        assert all(lower < higher for lower, higher in pairwise(map(pitch, row)))


def test_the_script_makes_the_same_bytes_each_time(tmp_path, monkeypatch):
    chosen = {name: KIT[name] for name in ("claves", "kick", "shaker")}
    monkeypatch.setattr("resources.synthesise_kit.KIT", chosen)
    written = [write(tmp_path / folder) for folder in "ab"]
    assert written == [sum(voice.layers for voice in chosen.values())] * 2
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_the_shipped_files_are_those_that_the_script_makes():
    """Within two steps of 16 bits, because processors round sines differently."""
    for name, layer in (("claves", 1), ("djembe_tone", 2), ("hat_closed", 0)):
        made = np.round(rendered(name, layer) * 32767) / 32768
        np.testing.assert_allclose(made, shipped(name, layer), atol=2 / 32768)
