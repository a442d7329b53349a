"""MIDI inputs: opens all of them or the chosen one when they are plugged in, and turns their messages into strokes.

Use on one thread. Messages arrive on the binding's own threads, where they are time-stamped first.
"""

import logging
from collections.abc import Callable, Sequence
from functools import partial

import mido

from drumcircle_gui.sound.control_messages import SetControls
from drumcircle_gui.sound.messages import (
    ChokePads,
    ChooseMidi,
    EngineEvent,
    MidiStatus,
    NoteHit,
    PadSetup,
    PadStroke,
    PlayNow,
    SetUpPads,
)
from drumcircle_gui.sound.midi_messages import MidiClockHeard, WatchMidiClock
from drumcircle_gui.sound.midi_tempo import ClockTempo
from drumcircle_gui.timing.units import Micros, local_micros

from .control_input import ControlInput
from .kit_input import KitInput
from .kit_maps import kit_of_family, matching_kit
from .kit_maps_io import kit_maps
from .midi_backend_io import MidiInput, NoMidiError, PortError
from .midi_ports import MidiPort, wanted_ports
from .midi_watcher_io import MidiWatcher

log = logging.getLogger(__name__)

NO_CLOCK = MidiClockHeard("", 0.0, running=False)

NOTE_ON, SYSTEM = 0x90, 0xF0
"""Status bytes: a note-on on the first channel, and the first of the system messages (exclusive, clock, sensing)."""


class MidiInputs:
    """`sound` gets commands to execute at once, `emit` each event; both are called on any thread and must not block."""

    def __init__(self, sound: Callable[[PlayNow | ChokePads], None], emit: Callable[[EngineEvent], None]) -> None:
        self._sound = sound
        self._emit = emit
        self._wanted: str | None = None
        self._watcher = MidiWatcher(MidiInput)
        self._open: dict[MidiPort, MidiInput] = {}
        self._kits: dict[str, KitInput] = {}
        self._setups: dict[str, PadSetup] = {}
        self._watch = False
        self._controls = ControlInput()
        self._failed: set[str] = set()
        self._hears_clock = False
        self._clocks: dict[str, ClockTempo] = {}
        self._clock = NO_CLOCK
        self._reported: MidiStatus | None = None

    def choose(self, request: ChooseMidi) -> None:
        """Use the requested ports only, or all."""
        self._wanted = request.port
        self.poll()

    def set_up(self, request: SetUpPads) -> None:
        """Apply the set-up of kits from now on."""
        self._setups = {setup.port: setup for setup in request.setups}
        self._watch = request.watch
        for port in self._open:
            if self._kits[port.name].setup != self._setups.get(port.name):
                self._kits[port.name] = self._kit(port)
        if self._reported is not None:
            self.poll()

    def watch_clock(self, request: WatchMidiClock) -> None:
        """Start or stop reporting the tempo of MIDI clock."""
        if request.on != self._hears_clock:
            self._hears_clock = request.on
            self._close(set(self._open))
            if self._reported is not None:
                self.poll()

    def set_controls(self, request: SetControls) -> None:
        """Treat the messages of these controls as movements from now on."""
        self._controls = ControlInput(request)

    def poll(self) -> None:
        """Open new ports and close missing ones. Call it a few times a second."""
        ports, problem = self._watcher.ports()
        wanted = [port for port in wanted_ports(ports, self._wanted) if self._listens_to(port)]
        self._close(self._open.keys() - set(wanted))
        refused = [port for port in wanted if port not in self._open and not self._opened(port)]
        self._report(ports, problem or self._problem(wanted, refused))
        self._report_clock()

    def close(self) -> None:
        """Close all ports. Idempotent."""
        self._close(set(self._open))
        self._watcher.close()

    def _opened(self, port: MidiPort) -> bool:
        try:
            midi = MidiInput()
        except NoMidiError:
            return False
        self._kits[port.name] = self._kit(port)
        try:
            midi.listen(port.raw, partial(self._receive, port.name), port.twin, clock=self._hears_clock)
        except PortError:
            midi.close()
            return False
        log.info("MIDI port %s is open", port.raw)
        self._open[port] = midi
        return True

    def _listens_to(self, port: MidiPort) -> bool:
        setup = self._setups.get(port.name)
        return setup is None or setup.on

    def _kit(self, port: MidiPort) -> KitInput:
        setup = self._setups.get(port.name)
        family = setup.family if setup else ""
        kit = kit_of_family(kit_maps(), family) if family else matching_kit(kit_maps(), port.raw)
        log.info("the notes of %s are read as those of %s", port.name, kit.family)
        return KitInput(kit, setup)

    def _close(self, ports: set[MidiPort]) -> None:
        for port in ports:
            log.info("MIDI port %s is closed", port.raw)
            self._open.pop(port).close()

    def _problem(self, wanted: Sequence[MidiPort], refused: Sequence[MidiPort]) -> str:
        if refused:
            return f"“{refused[0].name}” could not be opened. Close other programs that use it."
        if self._wanted is not None and not wanted and not self._switched_off():
            return f"The MIDI port “{self._wanted}” is not there. Plug it in and it will be used by itself."
        if self._failed:
            return f"Some strokes of “{min(self._failed)}” were lost through an error. Please send us the log file."
        return ""

    def _switched_off(self) -> bool:
        return any(not setup.on for setup in self._setups.values())

    def _report(self, ports: Sequence[MidiPort], problem: str) -> None:
        now = MidiStatus(tuple(port.name for port in ports), tuple(port.name for port in self._open), problem)
        if now != self._reported:
            self._reported = now
            self._emit(now)

    def _report_clock(self) -> None:
        """Report the port with a clock; if there are several, the same one as before."""
        now = local_micros()
        heard = [MidiClockHeard(port, clock.bpm(now), clock.running) for port, clock in list(self._clocks.items())]
        heard.sort(key=lambda each: (each.bpm == 0, each.port != self._clock.port))
        clock = heard[0] if heard and heard[0].bpm else NO_CLOCK
        if clock != self._clock:
            self._clock = clock
            self._emit(clock)

    def _receive(self, port: str, data: Sequence[int]) -> None:
        """Handle a message. Runs on the binding's thread, which would ignore an exception."""
        at = local_micros()
        try:
            if data and data[0] >= SYSTEM:
                self._clocks.setdefault(port, ClockTempo()).take(data[0], at)
                return
            if self._controls.takes(port, data):
                if moved := self._controls.moved(port, data, at):
                    self._emit(moved)
                return
            kit = self._kits[port]
            action = action_of(kit, data, at)
            if action is not None:
                self._sound(action)
            if isinstance(action, PlayNow):
                self._emit(PadStroke(at, action.pad, action.velocity, port))
            if self._watch and is_note(data):
                self._emit(note_hit(at, port, kit, data, action))
        except Exception:
            log.exception("a MIDI message of %s could not be handled", port)
            self._failed.add(port)


def action_of(kit: KitInput, data: Sequence[int], at: Micros) -> PlayNow | ChokePads | None:
    """The command for a MIDI message of `kit` that arrived at the time `at`."""
    if not data or data[0] >= SYSTEM:
        return None
    try:
        message = mido.Message.from_bytes(data)
    except ValueError:  # not a MIDI message
        return None
    match message.type:
        case "note_on" if message.velocity:
            return kit.strike(message.note, message.velocity, at)
        case "control_change":
            return kit.control(message.control, message.value)
        case "polytouch":
            return kit.press(message.note, message.value)
        case "aftertouch":
            return kit.press(None, message.value)
    return None


def is_note(data: Sequence[int]) -> bool:
    """Whether a message is a note-on that is not a note-off."""
    return len(data) == 3 and data[0] & 0xF0 == NOTE_ON and data[2] > 0


def note_hit(at: Micros, port: str, kit: KitInput, data: Sequence[int], action: PlayNow | ChokePads | None) -> NoteHit:
    """The report about a note-on and the stroke that it caused."""
    played = action.velocity if isinstance(action, PlayNow) else 0
    return NoteHit(at, port, data[1], data[2], kit.pad(data[1]), played, kit.position)
