import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.kits.wave_data import read_wave

from .files import wave_of


@pytest.mark.parametrize(("form", "bits"), [(1, 8), (1, 16), (1, 24), (1, 32), (3, 32), (3, 64)])
def test_every_usual_width_is_read(form, bits):
    samples = np.array([0.0, 0.5, -0.5, 0.99], np.float32)
    sound = read_wave(wave_of(samples, 44_100, form=form, bits=bits))
    assert sound.rate == 44_100
    assert sound.samples == pytest.approx(samples, abs=0.01)


def test_channels_are_mixed():
    sound = read_wave(wave_of(np.array([0.5, 0.1, 0.3, 0.1], np.float32), channels=2))
    assert sound.samples == pytest.approx([0.3, 0.2], abs=0.001)


@pytest.mark.parametrize("data", [b"", b"RIFF", b"fLaC" * 9, b"RIFF\4\0\0\0WAVE", wave_of(np.zeros(2), bits=16)[:30]])
def test_what_is_no_wave_file_is_said_so(data):
    with pytest.raises(DrumCircleError):
        read_wave(data)


@given(st.integers(0, 60), st.binary(min_size=1, max_size=6))
def test_damage_is_an_error_in_words_or_sound(place, junk):
    data = bytearray(wave_of(np.linspace(-1, 1, 20, dtype=np.float32)))
    data[place : place + len(junk)] = junk
    try:
        sound = read_wave(bytes(data))
    except DrumCircleError:
        return
    assert np.isfinite(sound.samples).all()
