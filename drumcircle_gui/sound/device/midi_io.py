"""MIDI inputs: all of them or the one that is wanted, noticed when plugged in or pulled out.

All methods from one thread; strokes arrive on rtmidi's own threads and are stamped there, first thing.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from drumcircle_gui.sound.messages import ChooseMidi, Event, MidiPorts, Strike, Struck
from drumcircle_gui.timing.units import local_micros

CLIENT = "Drum Circle"
NOTE_ON = 0x90
NOT_INSTRUMENTS = ("Midi Through", CLIENT)

NO_LIBRARY = "MIDI needs ALSA's library: install libasound2 (Debian, Ubuntu: sudo apt install libasound2)."
NO_SYSTEM = "There is no MIDI system here. On Linux: load the module snd-seq (sudo modprobe snd-seq), or start JACK."


class MidiInputs:
    """`sound` takes each stroke to be heard at once, `emit` what is to be told; neither may block."""

    def __init__(self, sound: Callable[[Strike], None], emit: Callable[[Event], None]) -> None:
        self._sound = sound
        self._emit = emit
        self._wanted: str | None = None
        self._watcher = MidiWatcher()
        self._open: dict[str, Any] = {}
        self._told: MidiPorts | None = None

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
            port = _new_input()
            index = port.get_ports().index(name)
            port.set_callback(partial(self._on_message, name))
            port.open_port(index, "pads")
        except (OSError, ValueError):
            return False
        self._open[name] = port
        return True

    def _close(self, names: set[str]) -> None:
        for name in names:
            port = self._open.pop(name)
            port.cancel_callback()
            port.close_port()
            port.delete()

    def _complaint(self, wanted: Sequence[str], refused: Sequence[str]) -> str:
        if refused:
            return f"“{refused[0]}” could not be opened: another program may be using it."
        if self._wanted is not None and not wanted:
            return f"The MIDI port “{self._wanted}” is not there. Plug it in and it will be used by itself."
        return ""

    def _tell(self, ports: Sequence[str], problem: str) -> None:
        now = MidiPorts(tuple(ports), tuple(self._open), problem)
        if now != self._told:
            self._told = now
            self._emit(now)

    def _on_message(self, port: str, message: tuple[Sequence[int], float], _: object = None) -> None:
        at = local_micros()
        data = message[0]
        if len(data) == 3 and data[0] & 0xF0 == NOTE_ON and data[2] > 0:
            self._sound(Strike(data[1], data[2]))
            self._emit(Struck(at, data[1], data[2], port))


class MidiWatcher:
    """Looks what is plugged in, through one lasting rtmidi object: making one costs 40 ms."""

    def __init__(self) -> None:
        self._input: Any = None

    def look(self) -> tuple[list[str], str]:
        """The instruments there are, and why there may be none."""
        try:
            self._input = self._input or _new_input()
            return [name for name in self._input.get_ports() if not name.startswith(NOT_INSTRUMENTS)], ""
        except ImportError:
            return [], NO_LIBRARY
        except OSError:  # rtmidi.SystemError is one
            self._input = None
            return [], NO_SYSTEM

    def close(self) -> None:
        if self._input:
            self._input.delete()
            self._input = None


def matching(ports: Sequence[str], wanted: str | None) -> list[str]:
    """Of `ports` those to listen to: all for None, else the one so called, else those whose name contains it."""
    if wanted is None or wanted in ports:
        return [port for port in ports if wanted in (None, port)]
    return [port for port in ports if wanted.casefold() in port.casefold()]


def _new_input() -> Any:
    """An rtmidi input of the first MIDI system that answers. OSError if none does, ImportError without a library."""
    import rtmidi

    refusal: OSError = OSError(NO_SYSTEM)
    for api in rtmidi.get_compiled_api():
        try:
            return rtmidi.MidiIn(api, name=CLIENT)
        except OSError as error:
            refusal = error
    raise refusal
