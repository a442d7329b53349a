"""The messages between the program and its sound process that concern MIDI outputs and the clock at MIDI inputs."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from drumcircle_gui.timing.units import Micros

from .message_fields import PipeMessage

MAX_LEAD = 250_000
"""Microseconds by which MIDI can be sent earlier or later than its times."""

OwnStrokes = Literal["never", "struck", "now", "later"]
"""When to send strokes on this machine's own pads: never, at once when they are struck, with their sound, or one period
later with those of the others."""

MidiBytes = Annotated[bytes, Meta(min_length=1, max_length=3)]


class TimedMidi(msgspec.Struct, frozen=True, array_like=True):
    """A MIDI message of up to three bytes, and the time `at` at which to send it."""

    at: Micros
    data: MidiBytes


class ModuleDrums(msgspec.Struct, frozen=True, array_like=True):
    """How to address a drum module: the `channel`, counted from 0, and the `notes` of keys that differ from General
    MIDI's."""

    channel: Annotated[int, Meta(ge=0, le=15)] = 9
    notes: dict[Annotated[int, Meta(ge=0, le=127)], Annotated[int, Meta(ge=0, le=127)]] = {}


GENERAL_MIDI = ModuleDrums()


# --- commands --------------------------------------------------------------------------------------------------------


class ChooseMidiOut(PipeMessage, frozen=True):
    """Use the MIDI output of that name (see `device_names`); None: none. Messages are sent `lead` micros before their
    times, because the module takes that long to play them. `own`: when to send strokes of this machine's own pads;
    "later" is left to `SendMidi`. `watch`: list the outputs even if none is chosen."""

    port: str | None = None
    lead: Annotated[Micros, Meta(ge=-MAX_LEAD, le=MAX_LEAD)] = Micros(0)
    own: OwnStrokes = "never"
    drums: ModuleDrums = GENERAL_MIDI
    watch: bool = False


class SendMidi(PipeMessage, frozen=True):
    """Send these messages at their times, or at once if these have passed. Without a port they are dropped."""

    messages: tuple[TimedMidi, ...]


class WatchMidiClock(PipeMessage, frozen=True):
    """Start or stop reporting the tempo of MIDI clock at the inputs."""

    on: bool


# --- events ----------------------------------------------------------------------------------------------------------


class MidiOutStatus(PipeMessage, frozen=True):
    """The MIDI outputs: all `ports`, the one that is `open`, a `problem` or "". Sent whenever one of these changes."""

    ports: tuple[str, ...]
    open: str | None
    problem: str


class MidiClockHeard(PipeMessage, frozen=True):
    """MIDI clock arrives at the input `port` with this tempo in beats per minute; 0 when it has ended, or its tempo is
    not known yet. `running`: its sender has started, and not stopped. Sent when one of these changes, a few times a
    second at most."""

    port: str
    bpm: float
    running: bool
