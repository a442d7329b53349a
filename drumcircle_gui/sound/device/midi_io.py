"""MIDI inputs: all of them or the one that is wanted, noticed when plugged in or pulled out.

All methods from one thread; strokes arrive on the backend's own threads and are stamped there, first thing.
"""

from collections.abc import Callable, Sequence
from functools import partial

import mido

from drumcircle_gui.sound.messages import ChooseMidi, EngineEvent, MidiStatus, PadStroke, PlayNow
from drumcircle_gui.timing.units import local_micros

from .midi_backend_io import CLIENT, MidiInput, NoMidiError, PortError

NOT_INSTRUMENTS = ("Midi Through", CLIENT)


class MidiInputs:
    """`sound` takes each stroke to be heard at once, `emit` what is to be told; neither may block."""

    def __init__(self, sound: Callable[[PlayNow], None], emit: Callable[[EngineEvent], None]) -> None:
        self._sound = sound
        self._emit = emit
        self._wanted: str | None = None
        self._watcher = MidiWatcher()
        self._open: dict[str, MidiInput] = {}
        self._told: MidiStatus | None = None

    def choose(self, request: ChooseMidi) -> None:
        """Listen to the port that is requested for, or to all."""
        self._wanted = request.port
        self.poll()

    def poll(self) -> None:
        """Look what is plugged in and open or close ports accordingly; call a few times a second."""
        ports, problem = self._watcher.look()
        wanted = matching(ports, self._wanted)
        self._close(self._open.keys() - set(wanted))
        refused = [name for name in wanted if name not in self._open and not self._opened(name)]
        self._tell(ports, problem or self._complaint(wanted, refused))

    def close(self) -> None:
        """Let go of all ports."""
        self._close(set(self._open))
        self._watcher.close()

    def _opened(self, name: str) -> bool:
        try:
            port = MidiInput()
        except NoMidiError:
            return False
        try:
            port.listen(name, partial(self._on_message, name))
        except PortError:
            port.close()
            return False
        self._open[name] = port
        return True

    def _close(self, names: set[str]) -> None:
        for name in names:
            self._open.pop(name).close()

    def _complaint(self, wanted: Sequence[str], refused: Sequence[str]) -> str:
        if refused:
            return f"“{refused[0]}” could not be opened: another program may be using it."
        if self._wanted is not None and not wanted:
            return f"The MIDI port “{self._wanted}” is not there. Plug it in and it will be used by itself."
        return ""

    def _tell(self, ports: Sequence[str], problem: str) -> None:
        now = MidiStatus(tuple(ports), tuple(self._open), problem)
        if now != self._told:
            self._told = now
            self._emit(now)

    def _on_message(self, port: str, data: Sequence[int]) -> None:
        at = local_micros()
        if strike := strike_of(data):
            self._sound(strike)
            self._emit(PadStroke(at, strike.pad, strike.velocity, port))


class MidiWatcher:
    """Looks what is plugged in, through one lasting client: making one costs 40 ms."""

    def __init__(self) -> None:
        self._input: MidiInput | None = None

    def look(self) -> tuple[list[str], str]:
        """The instruments there are, and why there may be none."""
        try:
            self._input = self._input or MidiInput()
            return [name for name in self._input.ports() if not name.startswith(NOT_INSTRUMENTS)], ""
        except NoMidiError as error:
            self._input = None
            return [], str(error)

    def close(self) -> None:
        if self._input:
            self._input.close()
            self._input = None


def strike_of(data: Sequence[int]) -> PlayNow | None:
    """The stroke that a MIDI message stands for: a note-on with a velocity; None for any other message."""
    try:
        message = mido.Message.from_bytes(data)
    except ValueError:  # not a MIDI message
        return None
    return PlayNow(message.note, message.velocity) if message.type == "note_on" and message.velocity else None


def matching(ports: Sequence[str], wanted: str | None) -> list[str]:
    """Of `ports` those to listen to: all for None, else the one so called, else those whose name contains it."""
    if wanted is None or wanted in ports:
        return [port for port in ports if wanted in (None, port)]
    return [port for port in ports if wanted.casefold() in port.casefold()]
