"""Strokes as messages: every key has a note that a General MIDI module knows, at the loudness of the mix."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.sound.midi_messages import ModuleDrums
from drumcircle_gui.sound.midi_notes import (
    CONTROL,
    DRUMS,
    LOUDNESS_POWER,
    NOTE_ON,
    choke_messages,
    note_of,
    scaled,
    stroke_messages,
)
from drumcircle_gui.sound.synth.kit import BASS_KEYS, PATCHES, loudness, patch

KNOWN_TO_MODULES = range(27, 88)


def test_every_key_has_a_percussion_note_and_those_of_general_midi_are_their_own():
    assert {note_of(key) for key in range(128)} <= set(KNOWN_TO_MODULES)
    assert [key for key in range(35, 82) if note_of(key) != key] == []


def test_a_key_without_a_sound_of_its_own_is_like_the_one_it_sounds_like_here():
    unlike = [key for key in range(128) if key not in PATCHES and patch(note_of(key)).sound not in similar(key)]
    assert unlike == []


def similar(key):
    """The sounds that replace that of the key on a module."""
    sound = patch(key).sound
    return {sound, *{"dundun": ("kick",), "djembe_bass": ("conga_low",)}.get(sound, ())}


def test_the_guides_bass_is_a_melody_on_a_channel_of_its_own():
    notes = [stroke_messages(key, 90) for key in BASS_KEYS]
    assert notes == [(bytes((0x91, note, 90)),) for note in range(21, 46)]


@pytest.mark.parametrize(
    ("key", "messages"),
    [
        (38, ["99 26 64"]),
        (90, ["99 40 64"]),
        (42, ["b9 04 7f", "99 2a 64"]),
        (46, ["b9 04 00", "99 2e 64"]),
        (23, ["b9 04 40", "99 2e 64"]),
    ],
)
def test_a_hi_hats_pedal_comes_before_its_stroke(key, messages):
    assert stroke_messages(key, 100) == tuple(map(bytes.fromhex, messages))


def test_a_grabbed_cymbal_is_held_and_released_and_a_closed_hi_hat_closes_its_pedal():
    assert choke_messages((49, 38)) == (bytes((0xA9, 49, 127)), bytes((0xA9, 49, 0)))
    assert choke_messages((46, 26)) == (bytes((CONTROL | DRUMS, 4, 127)),)
    assert choke_messages((38,)) == ()


def test_a_module_has_its_own_channel_and_notes():
    module = ModuleDrums(1, {38: 40, 49: 16, 42: 5})
    assert stroke_messages(38, 100, module) == (bytes.fromhex("91 28 64"),)
    assert stroke_messages(36, 100, module) == (bytes.fromhex("91 24 64"),)
    assert stroke_messages(42, 100, module) == (bytes.fromhex("b1 04 7f"), bytes.fromhex("91 05 64"))
    assert choke_messages((49, 46), module) == tuple(map(bytes.fromhex, ("a1 10 7f", "a1 10 00", "b1 04 7f")))


@given(some.integers(1, 127), some.floats(0, 8))
def test_a_level_changes_the_velocity_as_it_changes_this_programs_own_sounds(velocity, gain):
    played = scaled(velocity, gain)
    assert 0 <= played <= 127
    assert (played == 0) == (gain == 0)
    if 1 < played < 127:
        assert loudness(played - 0.5) <= loudness(velocity) * gain * (1 + 1e-9)
        assert loudness(played + 0.5) >= loudness(velocity) * gain * (1 - 1e-9)
    assert scaled(velocity, 1.0) == velocity
    assert loudness(64) == pytest.approx((64 / 127) ** LOUDNESS_POWER)
    assert stroke_messages(38, velocity)[0][0] == NOTE_ON | DRUMS
