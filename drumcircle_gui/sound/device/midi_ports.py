"""The MIDI ports that a system lists: selects those that may be instruments, with stable names, and those to open.
Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from .device_names import DeviceNames, stable_midi_name

CLIENT = "Drum Circle"
"""This program's name in the MIDI system."""

NOT_INSTRUMENTS = ("Midi Through", CLIENT)
"""Prefixes of the names of the system's ports and of this program's own."""

BRIDGES = ("a2j:", "Midi-Bridge:")
"""Prefixes of JACK's names for ALSA's ports, as given by a2jmidid and PipeWire."""


@dataclass(frozen=True, slots=True)
class MidiPort:
    """A port: its `raw` name in the system, its index among ports of that name, and its stable name."""

    raw: str
    twin: int
    name: str


def named_ports(raw: Sequence[str]) -> list[MidiPort]:
    """The ports that may be instruments, with stable names."""
    instruments = [name for name in raw if not _without_bridge(name).startswith(NOT_INSTRUMENTS)]
    names = DeviceNames(instruments, stable_midi_name).names
    twins = [instruments[:index].count(name) for index, name in enumerate(instruments)]
    return list(map(MidiPort, instruments, twins, names))


def wanted_ports(ports: Sequence[MidiPort], wanted: str | None) -> list[MidiPort]:
    """The ports to open: all if `wanted` is None, else those that match it best (see `DeviceNames.find`)."""
    if wanted is None:
        return list(ports)
    return [ports[index] for index in DeviceNames([port.raw for port in ports], stable_midi_name).find(wanted)]


def _without_bridge(name: str) -> str:
    for bridge in BRIDGES:
        name = name.removeprefix(bridge)
    return name
