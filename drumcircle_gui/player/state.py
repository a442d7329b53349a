"""What a player's window shows, and what it asks for. Pure."""

from dataclasses import dataclass

from drumcircle_gui.client.intents import Dismiss
from drumcircle_gui.client.listening import Sound
from drumcircle_gui.client.state import Circle, Notice
from drumcircle_gui.protocol.messages import Say
from drumcircle_gui.timing.units import Micros


@dataclass(frozen=True, slots=True)
class PlayerState:
    """What a player knows. `feel`: how long after the beat they usually strike; before it, if negative. `notices`: of
    their own devices; their numbers are none of those in `circle.notices`."""

    circle: Circle
    sound: Sound
    feel: Micros | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Strike:
    """A stroke on the screen or the keyboard."""

    pad: int
    velocity: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Play on these devices. None: the system's choice of sound, all MIDI inputs."""

    audio: str | None
    midi_in: str | None


@dataclass(frozen=True, slots=True)
class Volumes:
    """Linear gains: of everything, and in it of the guide and of one's own hits."""

    circle: float = 1.0
    guide: float = 0.8
    own: float = 1.0


Intent = Strike | Choose | Volumes | Dismiss | Say
