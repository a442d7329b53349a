"""The MIDI ports that a system lists: which of them may be instruments, their stable names, those that are wanted.
Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from .device_names import DeviceNames, stable_midi_name

CLIENT = "Drum Circle"
"""The name of this program at the MIDI system."""

NOT_INSTRUMENTS = ("Midi Through", CLIENT)
"""Names of ports of the system and of this program begin so."""

BRIDGES = ("a2j:", "Midi-Bridge:")
"""JACK's names of ALSA's ports begin so, with a2jmidid and with PipeWire."""


@dataclass(frozen=True, slots=True)
class MidiPort:
    """A port: the `raw` name that the system gives it, the how-many-th of that name it is, and its stable name."""

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
    """The ports to listen to: all for None, else those that `wanted` names best (see `DeviceNames.find`)."""
    if wanted is None:
        return list(ports)
    return [ports[index] for index in DeviceNames([port.raw for port in ports], stable_midi_name).find(wanted)]


def _without_bridge(name: str) -> str:
    for bridge in BRIDGES:
        name = name.removeprefix(bridge)
    return name
