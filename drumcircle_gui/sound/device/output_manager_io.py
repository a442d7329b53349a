"""Manages the audio output in use: opens the chosen device, renders silently while it is missing, and tries again."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from drumcircle_gui.installation.parts_io import how_to_add
from drumcircle_gui.sound.messages import SILENT_DEVICE, AudioStatus, ChooseAudio, EngineEvent
from drumcircle_gui.sound.synth.kit import Kit
from drumcircle_gui.sound.synth.renderer import Renderer
from drumcircle_gui.timing.units import Micros

from . import audio_devices
from .output_io import SILENT_RATE, Output, SilentOutput, StreamOutput

log = logging.getLogger(__name__)

NOT_INSTALLED = f"Sound is not installed, so nothing is heard. To add it: {how_to_add('sounddevice')}"
NO_LIBRARY = (
    "Sound needs the PortAudio library: install libportaudio2 (Debian, Ubuntu: sudo apt install libportaudio2)."
)
NO_SYSTEM = (
    "The sound system does not work ({error}). Drum Circle tries it again every few seconds; restart the sound server "
    "(JACK, PulseAudio or PipeWire), or the machine, if this stays."
)


class NoSoundError(Exception):
    """Sound is not available. The text, for users, says why and what to do."""


class OutputManager:
    """Has exactly one output drive the renderer at any time. Use on one thread, except for `condition`.

    `kits` returns the kit for a rate in Hz, `emit` gets each `AudioStatus`.
    """

    def __init__(self, renderer: Renderer, kits: Callable[[int], Kit], emit: Callable[[EngineEvent], None]) -> None:
        self._renderer = renderer
        self._kits = kits
        self._emit = emit
        self._wanted: str | None = SILENT_DEVICE
        self._output: Output = SilentOutput(renderer, "")
        self._problem = ""

    def start(self) -> None:
        """Start rendering silently."""
        self._output.start()

    def condition(self) -> tuple[int, float]:
        """Underruns and load of the output in use. Call it from any thread."""
        return self._output.underruns, self._output.load

    def choose(self, request: ChooseAudio) -> None:
        """Switch to the requested device."""
        self._wanted = request.device
        if isinstance(self._output, StreamOutput):
            self._replace(SilentOutput(self._renderer, ""), SILENT_RATE)
        if request.device == SILENT_DEVICE:
            self._report(_silent(request.why))
        else:
            self._try()

    @property
    def missing(self) -> bool:
        """Whether the chosen device could not be opened."""
        return bool(self._problem) and self._wanted != SILENT_DEVICE

    def retry(self) -> None:
        """Try to open the chosen device if it was not available before."""
        if self.missing:
            self._try()

    def list_again(self) -> None:
        """Have PortAudio list the devices again. The device in use is reopened, with a short gap."""
        if self._wanted != SILENT_DEVICE:
            self.choose(ChooseAudio(self._wanted))
            return
        try:
            portaudio()
        except NoSoundError as error:
            log.info("the devices cannot be listed: %s", error)

    def close(self) -> None:
        """Close the output. May hang if the sound server has died."""
        self._output.close()

    def _try(self) -> None:
        try:
            sounddevice = portaudio()
            device = audio_devices.choose_device(list_outputs(sounddevice), self._wanted)
            self._open(sounddevice, device)
        except (NoSoundError, audio_devices.NoDeviceError) as error:
            if str(error) != self._problem:
                log.info("no audio device: %s", error, exc_info=error.__cause__)
                self._report(_silent(str(error)))

    def _open(self, sounddevice: Any, device: audio_devices.AudioDevice) -> None:
        try:
            kit = self._kits(device.rate)
            stream = StreamOutput(self._renderer, device)
        except sounddevice.PortAudioError as error:
            raise NoSoundError(f"“{device.name}” could not be opened ({error}). Choose another device.") from error
        self._output.close()
        self._renderer.use(kit, device.rate)
        self._output = stream
        try:
            self._report(stream.start())
        except sounddevice.PortAudioError as error:
            self._replace(SilentOutput(self._renderer, ""), SILENT_RATE)
            raise NoSoundError(f"“{device.name}” could not be started ({error}). Choose another device.") from error

    def _replace(self, output: Output, rate: int) -> None:
        self._output.close()
        self._renderer.use(self._kits(rate), rate)
        self._output = output
        output.start()

    def _report(self, status: AudioStatus) -> None:
        log.debug("%s", status)
        self._problem = status.problem
        self._emit(status)


def portaudio() -> Any:
    """The `sounddevice` module with an up-to-date list of devices. NoSoundError if PortAudio is missing or fails.

    Call it while no stream is open: PortAudio lists devices only when it is initialised, and terminating it closes all
    streams.
    """
    try:
        import sounddevice
    except ImportError as error:
        raise NoSoundError(NOT_INSTALLED) from error
    except OSError as error:
        raise NoSoundError(NO_LIBRARY) from error
    except Exception as error:  # importing it initialises PortAudio, whose exception type is not importable then
        raise NoSoundError(NO_SYSTEM.format(error=error)) from error
    with _portaudio_errors(sounddevice):
        if sounddevice._initialized:  # not after an initialisation that failed
            sounddevice._terminate()
        sounddevice._initialize()
    return sounddevice


def list_outputs(sounddevice: Any) -> tuple[audio_devices.AudioDevice, ...]:
    """The outputs that PortAudio found when it was initialised. NoSoundError if it fails."""
    with _portaudio_errors(sounddevice):
        return audio_devices.usable_outputs(sounddevice.query_hostapis(), sounddevice.query_devices())


def list_inputs(sounddevice: Any) -> tuple[audio_devices.AudioDevice, ...]:
    """The inputs that PortAudio found when it was initialised. NoSoundError if it fails."""
    with _portaudio_errors(sounddevice):
        return audio_devices.usable_inputs(sounddevice.query_hostapis(), sounddevice.query_devices())


@contextmanager
def _portaudio_errors(sounddevice: Any) -> Iterator[None]:
    try:
        yield
    except sounddevice.PortAudioError as error:
        raise NoSoundError(NO_SYSTEM.format(error=error)) from error


def _silent(problem: str) -> AudioStatus:
    return AudioStatus(None, SILENT_RATE, 0, Micros(0), problem)
