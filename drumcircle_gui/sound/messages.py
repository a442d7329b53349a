"""What the sound engine is told and what it tells, declared once; the same values cross the pipe to its process."""

from typing import Annotated

import msgspec
from msgspec import Meta

from drumcircle_gui.timing.units import Micros

GUIDE_CHANNEL = 0
OWN_CHANNEL = -1
SILENT_DEVICE = "none"
MAX_TRIM = 500_000
"""Micros. Wireless headphones are late by up to some 300 ms."""

MidiNumber = Annotated[int, Meta(ge=0, le=127)]
Velocity = Annotated[int, Meta(ge=1, le=127)]
Gain = Annotated[float, Meta(ge=0.0, le=8.0)]
Pan = Annotated[float, Meta(ge=-1.0, le=1.0)]


class PipeMessage(msgspec.Struct, frozen=True, array_like=True, tag=True):
    """What crosses the pipe: an array of its fields, the name of its type first."""


# --- to the engine ---------------------------------------------------------------------------------------------------


class PlayStroke(PipeMessage, frozen=True):
    """Sound `pad` (General MIDI percussion key) so that it is heard `at`, by local_micros(): its first sample leaves
    the device then, or as much earlier as `Trim` says.

    `channel` is the player's id, GUIDE or OWN. `tag`, unlike that of any stroke still waiting, comes back in `Played`.
    """

    at: Micros
    pad: MidiNumber
    velocity: Velocity
    channel: int
    tag: int


class PlayNow(PipeMessage, frozen=True):
    """Sound `pad` at once, on channel OWN."""

    pad: MidiNumber
    velocity: Velocity


class SetChannel(PipeMessage, frozen=True):
    """`gain` (linear) and `pan` (-1 left to 1 right) of strokes that begin on `channel` from now on, those told already
    among them. A gain of 0 silences what rings, too."""

    channel: int
    gain: Gain
    pan: Pan


class SetMasterGain(PipeMessage, frozen=True):
    """Linear gain of everything, reached without a click."""

    gain: Gain


class SetOutputTrim(PipeMessage, frozen=True):
    """How much later than the device says its sound is heard: all but own hits leaves it so much earlier."""

    by: Annotated[Micros, Meta(ge=-MAX_TRIM, le=MAX_TRIM)]


class ChooseAudio(PipeMessage, frozen=True):
    """Use the audio device whose name this is or contains; None: the system's own choice; SILENT: none at all.

    `why`: the problem to report with the choice of SILENT, if it was not the user's own.
    """

    device: str | None
    why: str = ""


class ChooseMidi(PipeMessage, frozen=True):
    """Listen to the MIDI inputs whose name this is or contains; None: to all."""

    port: str | None


EngineCommand = PlayStroke | PlayNow | SetChannel | SetMasterGain | SetOutputTrim | ChooseAudio | ChooseMidi

# --- from the engine -------------------------------------------------------------------------------------------------


class PlayedStroke(PipeMessage, frozen=True):
    """It is heard `at` (see `Play`); or, with `late`, the stroke came after its moment and was left out."""

    tag: int
    at: Micros
    late: bool


class PadStroke(PipeMessage, frozen=True):
    """A pad was struck on the MIDI port `port`, `at` by local_micros(). It has been sounded already."""

    at: Micros
    note: int
    velocity: int
    port: str


class AudioStatus(PipeMessage, frozen=True):
    """The audio device now in use; `name` None: silent, `problem` says why and what to do (empty: as was requested).

    `frames` to a block at `rate` Hz; `latency` from rendering a sample to its leaving the device.
    """

    name: str | None
    rate: int
    frames: int
    latency: Micros
    problem: str


class MidiStatus(PipeMessage, frozen=True):
    """The MIDI inputs there are and those listened to, told whenever either changes."""

    ports: tuple[str, ...]
    open: tuple[str, ...]
    problem: str


class AudioHealth(PipeMessage, frozen=True):
    """Told once a second as long as sound is rendered. `underruns` since the device was opened; `load`: the share of
    its time that rendering takes; `drift_ppm`: how much faster the device runs than this machine's clock."""

    underruns: int
    load: float
    drift_ppm: float


EngineEvent = PlayedStroke | PadStroke | AudioStatus | MidiStatus | AudioHealth


class DeviceList(msgspec.Struct, frozen=True):
    """What a machine offers to play on. `problems`: what is missing, and how to get it."""

    audio: tuple[str, ...]
    midi: tuple[str, ...]
    problems: tuple[str, ...]
