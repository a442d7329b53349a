from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.kits.soundfont import SoundFont

from .files import generator, key_range, soundfont, tone

SOFT = key_range(36, 36) + key_range(0, 63, 44) + generator(58, 36) + generator(53, 0)
HARD = key_range(36, 36) + key_range(64, 127, 44) + generator(58, 36) + generator(48, 60) + generator(53, 1)
HAT = key_range(42, 44) + generator(58, 42) + generator(57, 1) + generator(53, 1)
DATA = soundfont([SOFT, HARD, HAT], [tone(100, 0.25), tone(200, 0.5)])


def test_the_drum_kit_of_a_font():
    font = SoundFont(DATA)
    plan = font.plan("Font")
    sounds = {sound.keys[0]: sound for sound in plan.sounds}
    assert sorted(sounds) == [36, 42, 43, 44]
    assert [layer.top for layer in sounds[36].layers] == [63, 127]
    assert sounds[36].layers[1].takes[0].gain == pytest.approx(0.5, abs=0.01)
    assert (sounds[42].choke, sounds[44].layers[0].takes[0].ratio) == (1, pytest.approx(2 ** (2 / 12)))
    sound = font.sound(sounds[36].layers[0].takes[0].source)
    assert (sound.rate, len(sound.samples)) == (48_000, 100)
    assert sound.samples == pytest.approx(0.25, abs=0.001)


def test_a_global_zone_and_the_preset_hold_for_all_zones():
    shared = generator(58, 40)
    data = soundfont([shared, key_range(36, 50) + generator(53, 0)], [tone()], outer=key_range(38, 39))
    sounds = SoundFont(data).plan("Font").sounds
    assert [sound.keys for sound in sounds] == [(38,), (39,)]
    assert sounds[0].layers[0].takes[0].ratio == pytest.approx(2 ** (-2 / 12))


@pytest.mark.parametrize("data", [b"", b"RIFF", DATA[:200], b"RIFF\4\0\0\0WAVE"])
def test_what_is_no_font_is_said_so(data):
    with pytest.raises(DrumCircleError):
        SoundFont(data)


@given(st.integers(12, len(DATA)), st.binary(min_size=1, max_size=8))
def test_damage_is_an_error_in_words_or_a_plan(place, junk):
    data = DATA[:place] + junk + DATA[place + len(junk) :]
    with suppress(DrumCircleError):
        font = SoundFont(data)
        for sound in font.plan("Font").sounds:
            font.sound(sound.layers[0].takes[0].source)
