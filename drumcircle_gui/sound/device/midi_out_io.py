"""The MIDI output: opens the chosen port whenever it is present, and sends messages to it at their times."""

import logging
import threading
from collections.abc import Callable

from drumcircle_gui.sound.messages import ChokePads, EngineEvent, PlayNow
from drumcircle_gui.sound.midi_messages import ChooseMidiOut, MidiOutStatus, SendMidi, TimedMidi
from drumcircle_gui.sound.midi_notes import choke_messages, stroke_messages
from drumcircle_gui.timing.units import Micros

from .midi_backend_io import SETTLE_S, MidiOutput, NoMidiError, PortError
from .midi_ports import MidiPort, wanted_ports
from .midi_sender_io import MidiSender
from .midi_watcher_io import MidiWatcher

log = logging.getLogger(__name__)

AT_ONCE = Micros(0)
"""A time in the past."""


class MidiOut:
    """Call `choose`, `poll` and `close` on one thread, everything else from any. `emit` gets each status and must not
    block."""

    def __init__(self, emit: Callable[[EngineEvent], None]) -> None:
        self._emit = emit
        self._choice = ChooseMidiOut()
        self._watcher = MidiWatcher(MidiOutput)
        self._lock = threading.Lock()
        self._output: MidiOutput | None = None
        self._port: MidiPort | None = None
        self._sender: MidiSender | None = None
        self._reported: MidiOutStatus | None = None

    def choose(self, choice: ChooseMidiOut) -> None:
        """Change the port or other settings of the output."""
        if self._reported is None:
            self._report((), "")  # this process may have replaced one that had the port open
        if choice.port != self._choice.port:
            self._close_port()
        self._choice = choice
        if choice.port is not None:
            self._sender = self._sender or MidiSender(self._transmit)
            self._sender.set_lead(choice.lead)
        self.poll()

    def poll(self) -> None:
        """Open or close the port, depending on whether it is plugged in. Call it a few times a second.

        While nobody needs the list of ports, it is kept as it is: the client that lists them would take part in every
        cycle of a JACK server, and might delay its sound.
        """
        if self._choice.port is None and not self._choice.watch:
            self._watcher.close()
            if self._reported is not None:
                self._report(self._reported.ports, "")
            return
        ports, problem = self._watcher.ports()
        if self._port is not None and self._port not in ports:
            log.info("MIDI output %s is gone", self._port.name)
            self._close_port()
        wanted = wanted_ports(ports, self._choice.port)[:1] if self._choice.port is not None else []
        if self._port is None and wanted and not self._opened(wanted[0]):
            problem = f"“{wanted[0].name}” could not be opened. Close other programs that use it."
        elif self._choice.port is not None and not wanted:
            problem = problem or (
                f"The MIDI port “{self._choice.port}” is not there. Plug it in and it will be used by itself."
            )
        self._report(tuple(port.name for port in ports), problem if self._choice.port is not None else "")

    def close(self) -> None:
        """End all notes and close the port. Idempotent."""
        self._close_port()
        if self._sender:
            self._sender.close()
            self._sender = None
        self._watcher.close()

    def send(self, request: SendMidi) -> None:
        """Send the messages at their times."""
        if self._sender and self._output:
            self._sender.add(request.messages)

    def strike(self, action: PlayNow | ChokePads) -> None:
        """Send a stroke on this machine's own pads at once, if the setting asks for that."""
        if self._choice.own == "struck":
            self._add(action, AT_ONCE)

    @property
    def sounds_own(self) -> bool:
        """Whether `sound` sends anything."""
        return self._choice.own == "now" and self._output is not None

    def sound(self, action: PlayNow | ChokePads, at: Micros) -> None:
        """Send a stroke on this machine's own pads at the time `at` of its sound, if the setting asks for that."""
        if self._choice.own == "now":
            self._add(action, at)

    def _add(self, action: PlayNow | ChokePads, at: Micros) -> None:
        if self._sender and self._output:
            messages = (
                stroke_messages(action.pad, action.velocity, self._choice.drums)
                if isinstance(action, PlayNow)
                else choke_messages(action.pads, self._choice.drums)
            )
            self._sender.add(TimedMidi(at, message) for message in messages)

    def panic(self) -> None:
        """End all notes at once, and drop the waiting ones."""
        if self._sender:
            self._sender.panic()

    def _opened(self, port: MidiPort) -> bool:
        try:
            output = MidiOutput()
        except NoMidiError:
            return False
        try:
            output.open(port.raw, port.twin)
        except PortError:
            output.close()
            return False
        log.info("MIDI output %s is open", port.raw)
        with self._lock:
            self._output, self._port = output, port
        return True

    def _close_port(self) -> None:
        if self._output is None:
            return
        if self._sender:
            self._sender.end()
        threading.Event().wait(SETTLE_S)  # the last messages are still on their way
        with self._lock:
            output, self._output, self._port = self._output, None, None
        output.close()

    def _transmit(self, message: bytes) -> None:
        """Send one message. Runs on the sender's thread, or on that of `panic` or `choose`."""
        with self._lock:
            if self._output is not None:
                try:
                    self._output.send(message)
                except PortError:
                    log.debug("a MIDI message was not sent")  # the next poll sees that the port is gone

    def _report(self, ports: tuple[str, ...], problem: str) -> None:
        now = MidiOutStatus(ports, self._port.name if self._port else None, problem)
        if now != self._reported:
            self._reported = now
            self._emit(now)
