"""Manages the microphone in use: opens the chosen one, reports its state, and tries again while it is missing."""

import logging
from collections.abc import Callable
from typing import Any

from drumcircle_gui.sound.messages import ChooseMicrophone, EngineEvent, MicrophoneStatus
from drumcircle_gui.sound.synth.played_sound import PlayedSound

from .audio_devices import AudioDevice, NoDeviceError, choose_device
from .microphone_io import Microphone
from .output_manager_io import NoSoundError, list_inputs

log = logging.getLogger(__name__)

STALLED_S = 2.0
"""A microphone that sends nothing for this long was unplugged."""

NO_MICROPHONE = "No microphone was found. Plug one in, then choose it."
ABSENT = "The microphone “{name}” is not there. Plug it in, or choose another."
REFUSED = (
    "“{name}” could not be opened ({error}). Close other programs that use it, and allow Drum Circle to use the "
    "microphone in the settings of your system."
)
STALLED = "“{name}” no longer sends sound. Plug it in again; it will be used by itself."


class MicrophoneManager:
    """Has at most one microphone open. Use on one thread, on which PortAudio is also listed again."""

    def __init__(self, played: PlayedSound, emit: Callable[[EngineEvent], None]) -> None:
        self._played, self._emit = played, emit
        self._choice = ChooseMicrophone(None)
        self._open: Microphone | None = None
        self._reported = MicrophoneStatus(None, 0, "")

    @property
    def missing(self) -> bool:
        """Whether the chosen microphone could not be opened."""
        return self._choice.device is not None and self._open is None

    def choose(self, choice: ChooseMicrophone) -> None:
        """Open the microphone of `choice`, if it names one that PortAudio lists."""
        before, self._choice = self._choice, choice
        if self._open and (before.device, before.channel) == (choice.device, choice.channel):
            self._open.configure(choice)
            return
        self.suspend()
        self.resume()

    def suspend(self) -> None:
        """Close the microphone before PortAudio lists its devices again. `resume` opens it again."""
        if self._open:
            self._open.close()
            self._open = None

    def resume(self) -> None:
        """Open the chosen microphone unless it is open."""
        if self._choice.device is None:
            self._report(MicrophoneStatus(None, 0, ""))
        elif self._open is None:
            self._try(self._choice.device)

    def check(self) -> None:
        """Close a microphone that has stopped sending. Call it every few seconds."""
        if self._open and self._open.silent_s > STALLED_S:
            self.suspend()
            self._report(MicrophoneStatus(None, 0, STALLED.format(name=self._choice.device)))

    def close(self) -> None:
        """Close the microphone. May hang if the sound server has died."""
        self.suspend()

    def _try(self, name: str) -> None:
        try:
            import sounddevice

            self._start(sounddevice, _chosen(list_inputs(sounddevice), name))
        except (ImportError, OSError):
            self._fail(NO_MICROPHONE)
        except (NoSoundError, NoDeviceError) as error:
            self._fail(str(error))

    def _start(self, sounddevice: Any, device: AudioDevice) -> None:
        try:
            self._open = Microphone(device, self._choice, self._played, self._emit)
            self._report(self._open.start())
        except sounddevice.PortAudioError as error:
            self.suspend()
            raise NoSoundError(REFUSED.format(name=device.name, error=error)) from error

    def _fail(self, problem: str) -> None:
        log.info("no microphone: %s", problem)
        self._report(MicrophoneStatus(None, 0, problem))

    def _report(self, status: MicrophoneStatus) -> None:
        if status != self._reported:
            self._reported = status
            self._emit(status)


def _chosen(available: tuple[AudioDevice, ...], name: str) -> AudioDevice:
    if not available:
        raise NoDeviceError(NO_MICROPHONE)
    try:
        return choose_device(available, name)
    except NoDeviceError:
        raise NoDeviceError(ABSENT.format(name=name)) from None
