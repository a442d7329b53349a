import pytest

from drumcircle_gui.sound.device.kit_maps import GENERAL_MIDI, KIT_MAPS, kit_map_for
from drumcircle_gui.sound.synth.kit import PATCHES, patch

from .kits import CASES, KITS

KINDS = {
    "hi-hat": "hat",
    "kick": "kick",
    "snare": "snare",
    "tom": "tom",
    "crash": "crash",
    "ride": "ride",
}
SIDE_STICKS = {"cross stick", "snare closed rim", "snare off closed rim"}


@pytest.mark.parametrize(("port", "struck", "note", "pad"), CASES, ids=lambda value: str(value))
def test_every_factory_note_means_the_pad_that_was_struck(port, struck, note, pad):
    assert kit_map_for(port).pad(note) == pad


@pytest.mark.parametrize(("port", "struck", "note", "pad"), CASES, ids=lambda value: str(value))
def test_every_drum_and_cymbal_sounds_like_one(port, struck, note, pad):
    kind = next((kind for word, kind in KINDS.items() if struck.startswith(word)), None)
    if kind and struck not in SIDE_STICKS:
        assert patch(kit_map_for(port).pad(note)).sound.startswith(kind)


def test_twelve_kits_are_known():
    assert len(KITS) >= 12
    assert {kit_map_for(port).family for port in KITS} >= {kit.family for kit in KIT_MAPS if kit.notes}


@pytest.mark.parametrize(
    "port", ["DTX-MULTI12", "Strike MultiPad", "MPD218", "Midi Fighter", "UM-ONE", "SPD-SX", "Keystation"]
)
def test_other_instruments_keep_general_midi(port):
    assert not kit_map_for(port).notes


@pytest.mark.parametrize("kit", [*KIT_MAPS, GENERAL_MIDI], ids=lambda kit: kit.family)
def test_every_map_leads_from_midi_notes_to_pads_with_a_sound_of_their_own(kit):
    assert all(0 <= note < 128 for note in kit.notes)
    assert set(kit.notes.values()) <= set(PATCHES)
