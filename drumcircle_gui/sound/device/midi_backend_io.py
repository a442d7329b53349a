"""MIDI inputs and outputs of the operating system, through whichever binding to RtMidi is installed.

python-rtmidi has wheels below Python 3.13, supriya-midi has them from 3.13 on. Both reach ALSA, JACK, Core MIDI and
Windows MM, and call back on a thread of their own. All methods from one thread.
"""

import ctypes
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from drumcircle_gui.installation.parts_io import how_to_add

from .midi_ports import CLIENT

PACKAGE = "python-rtmidi" if sys.version_info < (3, 13) else "supriya-midi"
"""The binding to install for this Python."""

NOT_INSTALLED = (
    "MIDI is not installed, so MIDI drums are not heard; the mouse and the keys still play. "
    f"To add it: {how_to_add(PACKAGE)}"
)
NO_LIBRARY = "MIDI needs ALSA's library: install libasound2 (Debian, Ubuntu: sudo apt install libasound2)."
NO_SYSTEM = "There is no MIDI system here. On Linux: load the module snd-seq (sudo modprobe snd-seq), or start JACK."

SETTLE_S = 0.05
"""Longest time that a message may be in transit. JACK's thread needs the interpreter's lock to deliver it; `delete`
keeps the lock and waits for that thread."""

OnMessage = Callable[[Sequence[int]], None]
"""Receives the bytes of one message, on the binding's thread."""


class NoMidiError(Exception):
    """MIDI is not available. The text, for users, says why and what to do."""


class PortError(Exception):
    """A MIDI port could not be opened."""


class _MidiClient:
    """A client of the system's MIDI. Raises NoMidiError if no binding is installed or no MIDI system answers."""

    def __init__(self, kind: str) -> None:
        self._binding = _binding()
        self._client = self._new_client(kind)

    def ports(self) -> list[str]:
        """Names of the ports that can be opened. Raises NoMidiError if the MIDI system has failed."""
        with self._failing_as(NoMidiError(NO_SYSTEM)):
            return [name for name in self._client.get_ports() if name]  # "" for one that has just gone

    def _open(self, port: str, twin: int, own_name: str) -> None:
        """Open the port. Raises ValueError, or an error of the binding, if that fails."""
        self._client.open_port(_index(self._client.get_ports(), port, twin), own_name)

    def _new_client(self, kind: str) -> Any:
        for api in self._binding.apis():
            with suppress(PortError), self._failing_as(PortError()):
                return self._binding.client(kind, api)
        raise NoMidiError(NO_SYSTEM)

    @contextmanager
    def _failing_as(self, error: Exception) -> Iterator[None]:
        try:
            yield
        except self._binding.errors as cause:
            raise error from cause


class MidiOutput(_MidiClient):
    """A client that lists the output ports and sends to at most one. Making one takes 40 ms. Raises like `MidiInput`.

    One thread may call `send` while another one lists ports.
    """

    def __init__(self) -> None:
        super().__init__("MidiOut")

    def open(self, port: str, twin: int = 0) -> None:
        """Send to `port` from now on. Raises PortError. `twin`: index among the ports of that name."""
        with self._failing_as(PortError(port)):
            self._open(port, twin, "strokes")

    def send(self, message: Sequence[int]) -> None:
        """Send the bytes of one message. Raises PortError."""
        with self._failing_as(PortError()):
            self._client.send_message(list(message))

    def close(self) -> None:
        """Release the client."""
        self._client.close_port()
        self._client.delete()


class MidiInput(_MidiClient):
    """A client of the system's MIDI that lists the input ports and listens to at most one. Making one takes 40 ms.

    Raises NoMidiError if no binding is installed or no MIDI system answers.
    """

    def __init__(self) -> None:
        super().__init__("MidiIn")

    def listen(self, port: str, on_message: OnMessage, twin: int = 0, *, clock: bool = False) -> None:
        """Call `on_message` for each message that arrives at `port`, except system exclusive messages, active sensing
        and, without `clock`, MIDI clock. Raises PortError.

        `twin`: index among the ports of that name.
        """
        with self._failing_as(PortError(port)):
            self._client.ignore_types(sysex=True, timing=not clock, active_sense=True)
            self._client.set_callback(partial(self._binding.deliver, on_message))
            self._open(port, twin, "pads")

    def close(self) -> None:
        """Stop listening and release the client. Takes SETTLE_S.

        The order matters: cancelling a callback while a message arrives crashes the process (supriya-midi), and
        deleting a client meanwhile blocks for ever (python-rtmidi). Even in this order, about one closing in 200, of
        those during which JACK delivers a message, corrupts the memory in RtMidi; then the sound process starts again.
        """
        self._client.close_port()
        threading.Event().wait(SETTLE_S)
        self._client.cancel_callback()
        self._client.delete()


class PythonRtmidi:
    """The parts that are specific to python-rtmidi."""

    def __init__(self) -> None:
        import rtmidi

        self._rtmidi: Any = rtmidi
        self.errors: tuple[type[Exception], ...] = (rtmidi.RtMidiError, ValueError)

    def apis(self) -> Sequence[int]:
        """The MIDI systems this binding was built for."""
        return tuple(self._rtmidi.get_compiled_api())

    def client(self, kind: str, api: int) -> Any:
        return getattr(self._rtmidi, kind)(api, name=CLIENT)

    @staticmethod
    def deliver(on_message: OnMessage, event: tuple[Sequence[int], float], _: object = None) -> None:
        on_message(event[0])


class SupriyaMidi:
    """The parts that are specific to supriya-midi."""

    def __init__(self) -> None:
        import supriya_midi

        self._supriya: Any = supriya_midi
        self.errors: tuple[type[Exception], ...] = (supriya_midi.RtMidiError, RuntimeError, ValueError)

    def apis(self) -> Sequence[int]:
        """The MIDI systems this binding was built for; its last one, a dummy, always answers and has no ports."""
        dummy = self._supriya.RtMidiAPI.RTMIDI_DUMMY
        return tuple(api for api in self._supriya.get_compiled_apis() if api != dummy)

    def client(self, kind: str, api: int) -> Any:
        client = getattr(self._supriya, kind)(api, CLIENT)
        client.get_port_count()  # without a JACK server the client can be made, but not asked
        client.set_error_callback(self._on_error)
        return client

    def _on_error(self, kind: Any, text: str, _: object = None) -> None:
        """Raise errors, but ignore warnings: they are harmless, and nothing catches them on the binding's thread."""
        if kind not in (self._supriya.RtMidiErrorType.WARNING, self._supriya.RtMidiErrorType.DEBUG_WARNING):
            raise self._supriya.RtMidiError(text, kind)

    @staticmethod
    def deliver(on_message: OnMessage, message: Sequence[int], _delta: float, _: object = None) -> None:
        on_message(message)


def _index(ports: Sequence[str], port: str, twin: int) -> int:
    """The index of the port. ValueError if there is none."""
    found = [index for index, name in enumerate(ports) if name == port]
    if twin >= len(found):
        raise ValueError(f"there is no MIDI port {port}, number {twin}")
    return found[twin]


Binding = PythonRtmidi | SupriyaMidi


def _binding() -> Binding:
    """The first binding that can be imported. NoMidiError if there is none."""
    prefer_system_libraries()
    remedy = NOT_INSTALLED
    for binding in (PythonRtmidi, SupriyaMidi):
        try:
            return binding()
        except ModuleNotFoundError:
            continue
        except ImportError:  # the package is there, a shared library it needs is not
            remedy = NO_LIBRARY
    raise NoMidiError(remedy)


def prefer_system_libraries() -> None:
    """Load the system's libjack and libasound, so that they are used instead of the copies inside the bindings' wheels.

    A JACK server refuses clients of another protocol version, and a copy of ALSA does not find the system's plug-ins.
    """
    if sys.platform.startswith("linux"):
        for name in ("libasound.so.2", "libjack.so.0"):
            with suppress(OSError):
                ctypes.CDLL(name, ctypes.RTLD_GLOBAL)
