"""Names of devices as ALSA, JACK, Windows and macOS give them, before and after they are plugged in again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.sound.device.device_names import DeviceNames, stable_audio_name, stable_midi_name


def midi(*raw, platform="linux"):
    return DeviceNames(raw, lambda name: stable_midi_name(name, platform))


@pytest.mark.parametrize(
    ("platform", "before", "after"),
    [
        ("linux", "TD-17:TD-17 MIDI 1 20:0", "TD-17:TD-17 MIDI 1 24:0"),
        ("linux", "a2j:TD-17 [20] (capture): TD-17 MIDI 1", "a2j:TD-17 [24] (capture): TD-17 MIDI 1"),
        ("win32", "TD-17 0", "TD-17 1"),
        ("win32", "UM-ONE 0", "2- UM-ONE 3"),
        ("darwin", "TD-17", "TD-17"),
    ],
)
def test_a_kit_is_found_again_under_another_number(platform, before, after):
    assert midi("Keyboard 28:0", after, platform=platform).find(before) == (1,)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Scarlett 2i2: Audio (hw:2,0) (ALSA)", "Scarlett 2i2: Audio (hw:1,0) (ALSA)"),
        ("Speakers (USB Audio) (WASAPI)", "Speakers (2- USB Audio) (WASAPI)"),
    ],
)
def test_an_interface_is_found_again_under_another_number(before, after):
    assert DeviceNames(["Monitor (hw:0,3)", after], stable_audio_name).find(before) == (1,)


def test_ports_of_one_kit_stay_apart():
    ports = midi("MX49:MX49 MIDI 1 20:0", "MX49:MX49 MIDI 2 20:1")
    assert ports.names == ("MX49:MX49 MIDI 1", "MX49:MX49 MIDI 2")
    assert [ports.find(name) for name in ports.names] == [(0,), (1,)]
    assert midi("Port 1", "Port 2", platform="darwin").find("Port 3") == ()


def test_twins_are_numbered_and_the_exact_name_comes_first():
    ports = midi("Nitro 20:0", "Pads 28:0", "Nitro 24:0")
    assert ports.names == ("Nitro", "Pads", "Nitro #2")
    assert ports.find("Nitro 24:0") == ports.find("Nitro #2") == (2,)
    assert ports.find("Nitro 36:0") == (0, 2)
    assert midi("Nitro 24:0").find("Nitro #2") == (0,)


@pytest.mark.parametrize(("wanted", "found"), [("pads", (0, 1)), ("2", (1,)), ("x", ()), ("Pads", (0,))])
def test_a_part_of_the_name_is_enough(wanted, found):
    assert midi("Pads", "Pads 2").find(wanted) == found


@given(st.lists(st.sampled_from(["Pads", "Pads 20:0", "Pads 24:0", "Keys", "Pads #2"]), max_size=6))
def test_every_listed_name_is_unique_and_finds_its_device(raw):
    ports = midi(*raw)
    assert len(set(ports.names)) == len(raw)
    for index, name in enumerate(ports.names):
        assert index in ports.find(name)
