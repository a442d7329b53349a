import pytest

from drumcircle_gui.sound.device.kit_maps import GENERAL_MIDI, kit_of_family
from drumcircle_gui.sound.device.kit_maps_io import kit_map_for, kit_maps, read_kit_maps
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


def test_every_factory_note_means_the_pad_that_was_struck():
    assert [case for case in CASES if kit_map_for(case[0]).pad(case[2]) != case[3]] == []


def test_every_drum_and_cymbal_sounds_like_one():
    for port, struck, note, _ in CASES:
        kind = next((kind for word, kind in KINDS.items() if struck.startswith(word)), None)
        if kind and struck not in SIDE_STICKS:
            assert patch(kit_map_for(port).pad(note)).sound.startswith(kind), (port, struck)


def test_twelve_kits_are_known():
    assert len(KITS) >= 12
    assert {kit_map_for(port).family for port in KITS} >= {kit.family for kit in kit_maps() if kit.notes}


@pytest.mark.parametrize(
    "port",
    [
        "DTX-MULTI12",
        "Strike MultiPad",
        "MPD218",
        "Midi Fighter",
        "Launchpad Mini",
        "ATV aD5",
        "UM-ONE",
        "SPD-SX",
        "Keystation",
    ],
)
def test_other_instruments_keep_general_midi(port):
    assert not kit_map_for(port).notes


@pytest.mark.parametrize("kit", [*kit_maps(), GENERAL_MIDI], ids=lambda kit: kit.family)
def test_every_map_leads_from_midi_notes_to_pads_with_a_sound_of_their_own(kit):
    assert all(0 <= note < 128 for note in kit.notes)
    assert set(kit.notes.values()) <= set(PATCHES)


@pytest.mark.parametrize(
    ("port", "family"), [("MPD218 MIDI 1", "Akai MPD and MPC"), ("LPMiniMK3 Launchpad", "Novation Launchpad")]
)
def test_controllers_are_known_by_name(port, family):
    assert kit_map_for(port).family == family
    assert kit_of_family(kit_maps(), family).family == family


def test_an_unknown_family_is_general_midi():
    assert kit_of_family(kit_maps(), "no such kit") == GENERAL_MIDI


def test_damaged_files_are_left_out(tmp_path, caplog):
    (tmp_path / "1.toml").write_text("family = ")
    (tmp_path / "2.toml").write_text('family = "X"\nports = ["x"]\n[notes]\n1 = "gong"')
    (tmp_path / "3.toml").write_text('family = "Y"\nports = ["y"]\n[notes]\n1 = "kick"')
    assert [kit.notes for kit in read_kit_maps(tmp_path)] == [{1: 36}]
    assert len(caplog.records) == 2
