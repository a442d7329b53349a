import pytest

from drumcircle_gui.sound.device.audio_devices import (
    SOUND_SERVER_LATENCY_S,
    NoDeviceError,
    choose_device,
    usable_inputs,
    usable_outputs,
)


def api(name, *devices, default=-1):
    return {"name": name, "devices": list(devices), "default_output_device": default}


def device(name, channels=2, rate=48_000.0):
    return {"name": name, "max_output_channels": channels, "default_samplerate": rate}


APIS = [api("ALSA", 0, 1, 2, 3, default=1), api("OSS"), api("JACK Audio Connection Kit", 4, default=4)]
DEVICES = [
    device("HDA Intel: ALC257 (hw:0,0)", rate=44_100.0),
    device("default", 32),
    device("Microphone (hw:1,0)", 0),
    device("pulse", 32),
    device("system", 2),
]


def test_a_mono_output_is_usable():
    found = usable_outputs(
        [api("Core Audio", 0, 1, 2)], [device("Headset", 1), device("Microphone", 0), device("TV", 8)]
    )
    assert [(each.name, each.channels) for each in found] == [("Headset (Core Audio)", 1), ("TV (Core Audio)", 2)]


def test_programs_at_jack_that_use_portaudio_are_no_devices():
    names = ("PortAudio", "PortAudio-01", "system", "PortAudio drum", "ardour")
    devices = [{**device(name), "max_input_channels": 2} for name in names]
    for usable in (usable_inputs, usable_outputs):
        at_jack = usable([api("JACK Audio Connection Kit", *range(5), default=2)], devices)
        assert [each.name for each in at_jack] == ["system (JACK)", "PortAudio drum (JACK)", "ardour (JACK)"]
        assert len(usable([api("ALSA", *range(5))], devices)) == 5


def test_an_interface_is_found_under_another_card_number():
    names = ["USB Audio: - (hw:0,0)", "Scarlett 2i2: Audio (hw:2,0)"]
    found = usable_outputs([api("ALSA", 0, 1)], list(map(device, names)))
    assert found[1].name == "Scarlett 2i2: Audio (ALSA)"
    assert choose_device(found, "Scarlett 2i2: Audio (hw:1,0) (ALSA)").index == 1


def test_of_two_interfaces_of_one_name_both_can_be_chosen():
    twins = [device("USB Audio: - (hw:1,0)"), device("USB Audio: - (hw:2,0)")]
    found = usable_outputs([api("ALSA", 0, 1)], twins)
    assert [each.name for each in found] == ["USB Audio: - (ALSA)", "USB Audio: - (ALSA) #2"]
    assert [choose_device(found, each.name).index for each in found] == [0, 1]
    assert choose_device(found, "USB Audio: - (hw:2,0) (ALSA)").index == 1
    assert choose_device(found[:1], "USB Audio: - (ALSA) #2").index == 0


def test_the_host_api_with_the_lowest_latency_comes_first_and_in_it_the_default():
    found = usable_outputs(APIS, DEVICES)
    assert [each.index for each in found] == [4, 1, 0, 3]
    assert found[0].name == "system (JACK)"
    assert [each.rate for each in found] == [48_000, 48_000, 44_100, 48_000]


def test_sound_servers_behind_alsa_get_a_higher_latency():
    latencies = {each.index: each.latency for each in usable_outputs(APIS, DEVICES)}
    assert latencies == {4: "low", 0: "low", 1: SOUND_SERVER_LATENCY_S, 3: SOUND_SERVER_LATENCY_S}


@pytest.mark.parametrize(
    ("wanted", "index"),
    [(None, 4), ("system (JACK)", 4), ("alc257", 0), ("HDA Intel: ALC257 (hw:0,0) (ALSA)", 0), ("pulse", 3)],
)
def test_a_device_is_chosen_by_its_name_or_part_of_it(wanted, index):
    assert choose_device(usable_outputs(APIS, DEVICES), wanted).index == index


def test_an_exact_name_goes_before_a_part():
    found = usable_outputs([api("Core Audio", 0, 1)], [device("USB Speakers"), device("Speakers")])
    assert choose_device(found, "Speakers (Core Audio)").index == 1


def test_a_missing_device_is_named():
    with pytest.raises(NoDeviceError, match="Headset"):
        choose_device(usable_outputs(APIS, DEVICES), "Headset")


def test_no_device_at_all_says_what_to_do():
    with pytest.raises(NoDeviceError, match="Plug"):
        choose_device((), None)


def test_unknown_host_apis_come_last():
    found = usable_outputs([api("Telepathy", 0), api("MME", 1)], [device("a"), device("b")])
    assert [each.index for each in found] == [1, 0]
