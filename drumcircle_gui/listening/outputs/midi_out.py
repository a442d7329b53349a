"""A member's MIDI output: selects strokes and clock for it, as messages with their times. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from drumcircle_gui.sound.messages import GUIDE_CHANNEL
from drumcircle_gui.sound.midi_messages import ChooseMidiOut, MidiOutStatus, ModuleDrums, OwnStrokes, TimedMidi
from drumcircle_gui.sound.midi_notes import scaled, stroke_messages
from drumcircle_gui.timing.units import Micros

from .midi_clock import MidiClock
from .upcoming import OutputStroke, Upcoming

MILLISECOND = 1000


@dataclass(frozen=True, slots=True)
class SetUpMidiOut:
    """An intent, and the settings in force: send the strokes of others, own strokes, the guide and the clock to the
    MIDI output `port` (None: to none). Messages are sent `lead_ms` before their sound is heard. `channel`, counted from
    1, and `notes` of keys: see `ModuleDrums`."""

    port: str | None = None
    strokes: bool = True
    own: OwnStrokes = "later"
    guide: bool = False
    clock: bool = False
    lead_ms: int = 0
    channel: int = 10
    notes: Mapping[int, int] = field(default_factory=dict)

    @property
    def drums(self) -> ModuleDrums:
        """The drums of the module."""
        return ModuleDrums(self.channel - 1, dict(self.notes))

    @property
    def choice(self) -> ChooseMidiOut:
        """The command for the sound engine."""
        return ChooseMidiOut(self.port, Micros(self.lead_ms * MILLISECOND), self.own, self.drums)


NO_MIDI_OUT = SetUpMidiOut()


@dataclass(frozen=True, slots=True)
class WatchMidiOut:
    """Intent: list the MIDI outputs while the dialog is open, even if none is chosen."""

    on: bool


class MidiOutDesk:
    """A `CircleOutput` to a MIDI port. Use on the listener's loop.

    `choose` gets commands for the sound engine, `send` the messages.
    """

    def __init__(self, choose: Callable[[ChooseMidiOut], None], send: Callable[[Sequence[TimedMidi]], None]) -> None:
        self._setup = NO_MIDI_OUT
        self._choose, self._send = choose, send
        self._clock = MidiClock()
        self._open: str | None = None
        self._watch = False

    def set_up(self, setup: SetUpMidiOut) -> None:
        """Use `setup` from now on."""
        before, self._setup = self._setup, setup
        if setup.choice != before.choice:
            self._choose(self._choice)
        if before.clock and not setup.clock:
            self._send(self._clock.end())
            self._clock = MidiClock()

    def watch(self, *, on: bool) -> None:
        """List the outputs even if none is chosen, or no longer."""
        if on != self._watch:
            self._watch = on
            self._choose(self._choice)

    @property
    def _choice(self) -> ChooseMidiOut:
        return msgspec.structs.replace(self._setup.choice, watch=self._watch)

    def show(self, status: MidiOutStatus) -> None:
        """Handle the sound engine's report. At a port that was just opened the clock starts again, because its
        sequencers have received nothing yet."""
        if status.open != self._open:
            self._open = status.open
            self._clock = MidiClock()

    @property
    def is_open(self) -> bool:
        """Whether a port is open."""
        return self._open is not None

    def follow(self, upcoming: Upcoming) -> None:
        """Send the messages of the stretch that the set-up selects."""
        if not self.is_open:
            return
        messages = [each for stroke in upcoming.strokes for each in self._stroke(stroke, upcoming.me)]
        if self._setup.clock:
            messages += self._clock.messages(upcoming)
        if messages:
            self._send(messages)

    def strike(self, pad: int, velocity: int, at: Micros) -> None:
        """Do nothing: the sound process sends own strokes directly."""

    def _stroke(self, stroke: OutputStroke, me: int) -> Iterator[TimedMidi]:
        velocity = scaled(stroke.velocity, stroke.gain)
        if velocity and self._sends(stroke.channel, me):
            for message in stroke_messages(stroke.pad, velocity, self._setup.drums):
                yield TimedMidi(stroke.at, message)

    def _sends(self, channel: int, me: int) -> bool:
        if channel == GUIDE_CHANNEL:
            return self._setup.guide
        return self._setup.own == "later" if channel == me else self._setup.strokes
