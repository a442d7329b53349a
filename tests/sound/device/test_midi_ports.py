"""Names of MIDI ports, and the ports that match a name."""

from drumcircle_gui.sound.device.midi_ports import CLIENT, named_ports, wanted_ports


def test_ports_of_the_system_and_of_this_program_are_no_instruments():
    bridged = ["a2j:Midi Through [14] (capture): Midi Through Port-0", f"Midi-Bridge:{CLIENT}:(capture_0) out"]
    ports = named_ports(["Midi Through 14:0", f"{CLIENT}:pads", *bridged, "TD-17 20:0", "TD-17 24:0", "Synth", "Synth"])
    assert [(port.raw, port.twin) for port in ports] == [
        ("TD-17 20:0", 0), ("TD-17 24:0", 0), ("Synth", 0), ("Synth", 1),
    ]  # fmt: skip
    assert len({port.name for port in ports}) == 4


def test_none_means_all_ports_and_a_name_those_that_it_fits_best():
    ports = named_ports(["TD-17 20:0", "Synth 24:0"])
    assert wanted_ports(ports, None) == ports
    assert [port.raw for port in wanted_ports(ports, "Synth")] == ["Synth 24:0"]
    assert wanted_ports(ports, "Nord") == []
