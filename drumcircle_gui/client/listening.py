"""What the sound engine last said of itself. Pure."""

from dataclasses import dataclass

from drumcircle_gui.sound.events import Device, Health, MidiPorts


@dataclass(frozen=True, slots=True)
class Sound:
    """None: nothing said yet."""

    device: Device | None = None
    midi: MidiPorts | None = None
    health: Health | None = None
