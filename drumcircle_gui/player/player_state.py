"""What a player's window shows, and what it asks for. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from drumcircle_gui.client.circle_state import CircleNotice, CircleSnapshot
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.protocol.messages import Member, Say
from drumcircle_gui.settings import DEFAULT_GUIDE_GAIN, StripSettings
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, OWN_CHANNEL
from drumcircle_gui.timing.units import Micros

from .calibration import CLICK_CHANNEL, TapResult
from .mix import Level, Mix

NO_TRIM = Micros(0)


@dataclass(frozen=True, slots=True)
class Volumes:
    """Linear gains: of everything, and in it of the guide and of one's own hits."""

    circle: float = 1.0
    guide: float = DEFAULT_GUIDE_GAIN
    own: float = 1.0


@dataclass(frozen=True, slots=True)
class ListeningState:
    """How a player hears. `trim`: how much later than the sound device says. `tapping`: while they find that out; there
    is nothing to be heard then but clicks."""

    mix: Mix = field(default_factory=Mix)
    volumes: Volumes = Volumes()
    trim: Micros = NO_TRIM
    tapping: TapResult | None = None

    def levels(self, members: Iterable[Member]) -> dict[int, Level]:
        """Of every channel there is."""
        levels = {
            GUIDE_CHANNEL: (self.volumes.guide, 0.0),
            OWN_CHANNEL: (self.volumes.own, 0.0),
            **self.mix.levels(members),
        }
        if self.tapping is None:
            return {**levels, CLICK_CHANNEL: (0.0, 0.0)}
        return {**{channel: (0.0, pan) for channel, (_, pan) in levels.items()}, CLICK_CHANNEL: (1.0, 0.0)}

    def adjusted(self, request: "SetStrip") -> "ListeningState":
        return replace(self, mix=self.mix.adjusted(request.name, request.strip, solo=request.solo))


DEFAULT_LISTENING = ListeningState()


@dataclass(frozen=True, slots=True)
class PlayerState:
    """What a player knows. `feel`: how long after the beat they usually strike; before it, if negative. `notices`: of
    their own devices; their numbers are none of those in `circle.notices`."""

    circle: CircleSnapshot
    sound: SoundStatus
    feel: Micros | None = None
    notices: tuple[CircleNotice, ...] = ()
    listening: ListeningState = DEFAULT_LISTENING


@dataclass(frozen=True, slots=True)
class StrikePad:
    """A stroke on the screen or the keyboard."""

    pad: int
    velocity: int


@dataclass(frozen=True, slots=True)
class ChooseDevices:
    """Play on these devices. None: the system's choice of sound, all MIDI inputs."""

    audio: str | None
    midi_in: str | None


@dataclass(frozen=True, slots=True)
class SetStrip:
    """Let the player of that name sound so."""

    name: str
    strip: StripSettings
    solo: bool


@dataclass(frozen=True, slots=True)
class SetTrim:
    """The sound is heard so much later than its device says."""

    by: Micros


@dataclass(frozen=True, slots=True)
class Calibrate:
    """Begin, or end, tapping along to clicks. What is struck meanwhile does not go to the circle."""

    on: bool


Intent = StrikePad | ChooseDevices | Volumes | SetStrip | SetTrim | Calibrate | DismissNotice | Say
