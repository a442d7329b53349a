"""Manages audio output and microphone together, because PortAudio lists its devices only while no stream is open.

Use on one thread, except for `condition` of the outputs.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from drumcircle_gui.sound.messages import ChooseAudio, ChooseMicrophone, EngineEvent
from drumcircle_gui.sound.synth.kit import Kit
from drumcircle_gui.sound.synth.renderer import Renderer

from .hardware_change_io import audio_hardware
from .microphone_manager_io import MicrophoneManager
from .output_manager_io import OutputManager


class AudioManager:
    """`kits` returns the kit for a rate in Hz, `emit` gets each event of the devices."""

    def __init__(self, renderer: Renderer, kits: Callable[[int], Kit], emit: Callable[[EngineEvent], None]) -> None:
        self.outputs = OutputManager(renderer, kits, emit)
        self.microphone = MicrophoneManager(renderer.played, emit)
        self._hardware = audio_hardware()
        self.changing = False
        """Whether a device is being opened or closed; from any thread."""

    def choose(self, request: ChooseAudio | ChooseMicrophone) -> None:
        """Use the requested device."""
        with self._change():
            self._choose(request)

    def _choose(self, request: ChooseAudio | ChooseMicrophone) -> None:
        if isinstance(request, ChooseMicrophone):
            self.microphone.choose(request)
            if self.microphone.missing:
                self._around(self.outputs.list_again)
        else:
            self._around(lambda: self.outputs.choose(request))

    def poll(self) -> None:
        """Try again to open missing devices. Call it every few seconds."""
        with self._change():
            self._retry()

    def _retry(self) -> None:
        self.microphone.check()
        before, self._hardware = self._hardware, audio_hardware()
        if self.outputs.missing:
            self._around(self.outputs.retry)
        elif self.microphone.missing and self._hardware != before:
            self._around(self.outputs.list_again)

    def close(self) -> None:
        """Close both devices. May hang if the sound server has died."""
        self.microphone.close()
        self.outputs.close()

    @contextmanager
    def _change(self) -> Iterator[None]:
        self.changing = True
        try:
            yield
        finally:
            self.changing = False

    def _around(self, change: Callable[[], None]) -> None:
        self.microphone.suspend()
        change()
        self.microphone.resume()
