"""The audio output in use: opening the requested one, doing without while there is none, trying again."""

import sys
from collections.abc import Callable
from typing import Any

from drumcircle_gui.sound.messages import SILENT_DEVICE, AudioStatus, ChooseAudio, EngineEvent
from drumcircle_gui.sound.synth.kit import Kit
from drumcircle_gui.sound.synth.renderer import Renderer
from drumcircle_gui.timing.units import Micros

from . import audio_devices
from .output_io import SILENT_RATE, Output, SilentOutput, StreamOutput

NOT_INSTALLED = f"Sound is not installed, so nothing is heard. To add it: {sys.executable} -m pip install sounddevice"
NO_LIBRARY = (
    "Sound needs the PortAudio library: install libportaudio2 (Debian, Ubuntu: sudo apt install libportaudio2)."
)


class NoSoundError(Exception):
    """No sound can be had; the text says why and what to do."""


class OutputManager:
    """At each moment exactly one output drives the renderer. All methods but `condition` from one thread.

    `kits` gives the kit for a rate, `emit` takes what is to be told.
    """

    def __init__(self, renderer: Renderer, kits: Callable[[int], Kit], emit: Callable[[EngineEvent], None]) -> None:
        self._renderer = renderer
        self._kits = kits
        self._emit = emit
        self._wanted: str | None = SILENT_DEVICE
        self._now: Output = SilentOutput(renderer, "")
        self._problem = ""

    def start(self) -> None:
        self._now.start()

    def condition(self) -> tuple[int, float]:
        """Underruns and load of the output in use; from any thread."""
        return self._now.underruns, self._now.load

    def choose(self, request: ChooseAudio) -> None:
        """Go over to the device that is requested for."""
        self._wanted = request.device
        if isinstance(self._now, StreamOutput):
            self._replace(SilentOutput(self._renderer, ""), SILENT_RATE)
        if request.device == SILENT_DEVICE:
            self._tell(AudioStatus(None, SILENT_RATE, 0, Micros(0), request.why))
        else:
            self._try()

    def retry(self) -> None:
        """If the requested device could not be had, look whether it can by now."""
        if self._problem and self._wanted != SILENT_DEVICE:
            self._try()

    def close(self) -> None:
        """May hang where the sound server has died."""
        self._now.close()

    def _try(self) -> None:
        try:
            sounddevice = portaudio()
            device = audio_devices.choose_device(list_outputs(sounddevice), self._wanted)
            self._open(sounddevice, device)
        except (NoSoundError, audio_devices.NoDeviceError) as error:
            self._lament(str(error))

    def _open(self, sounddevice: Any, device: audio_devices.AudioDevice) -> None:
        try:
            kit = self._kits(device.rate)
            stream = StreamOutput(self._renderer, device)
        except sounddevice.PortAudioError as error:
            raise NoSoundError(f"“{device.name}” could not be opened ({error}). Choose another device.") from error
        self._now.close()
        self._renderer.use(kit, device.rate)
        self._now = stream
        try:
            self._tell(stream.start())
        except sounddevice.PortAudioError as error:
            self._replace(SilentOutput(self._renderer, ""), SILENT_RATE)
            raise NoSoundError(f"“{device.name}” could not be started ({error}). Choose another device.") from error

    def _replace(self, output: Output, rate: int) -> None:
        self._now.close()
        self._renderer.use(self._kits(rate), rate)
        self._now = output
        output.start()

    def _lament(self, problem: str) -> None:
        if problem != self._problem:
            self._tell(AudioStatus(None, SILENT_RATE, 0, Micros(0), problem))

    def _tell(self, device: AudioStatus) -> None:
        self._problem = device.problem
        self._emit(device)


def portaudio() -> Any:
    """The sounddevice module with a fresh list of devices. NoSoundError where it or its library is missing."""
    try:
        import sounddevice
    except ImportError as error:
        raise NoSoundError(NOT_INSTALLED) from error
    except OSError as error:
        raise NoSoundError(NO_LIBRARY) from error
    # PortAudio lists the devices once, when it is initialised; no stream is open here.
    sounddevice._terminate()
    sounddevice._initialize()
    return sounddevice


def list_outputs(sounddevice: Any) -> tuple[audio_devices.AudioDevice, ...]:
    """The stereo outputs there are now."""
    return audio_devices.usable_outputs(sounddevice.query_hostapis(), sounddevice.query_devices())
