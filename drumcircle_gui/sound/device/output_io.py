"""Where rendered sound goes: an audio device through PortAudio, or nowhere, at the same pace."""

import threading
import time
from typing import Any, Protocol

import numpy as np

from drumcircle_gui.sound.messages import AudioStatus
from drumcircle_gui.sound.synth.renderer import Renderer
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds

from .audio_devices import AudioDevice

SILENT_RATE = 48_000
SILENT_FRAMES = 480
LONGEST_LATENCY = 2.0
FIRST_BLOCK = 1.0
LOAD_SMOOTHING = 0.02


class Output(Protocol):
    """Something that calls the renderer at a steady pace from `start` to `close`."""

    underruns: int

    @property
    def load(self) -> float: ...
    def start(self) -> AudioStatus: ...
    def close(self) -> None: ...


class SilentOutput:
    """Renders against the clock and throws the sound away, so that everything else goes on without a device."""

    underruns = 0

    def __init__(self, renderer: Renderer, problem: str) -> None:
        self._renderer = renderer
        self._problem = problem
        self._block = np.zeros((SILENT_FRAMES, 2), np.float32)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="silent output", daemon=True)
        self._load = RenderLoad()

    @property
    def load(self) -> float:
        return self._load.share

    def start(self) -> AudioStatus:
        self._thread.start()
        return AudioStatus(None, SILENT_RATE, SILENT_FRAMES, Micros(0), self._problem)

    def close(self) -> None:
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        span = SILENT_FRAMES * SECOND // SILENT_RATE
        due = local_micros()
        while not self._closing.wait(max(due - local_micros(), 0) / SECOND):
            if local_micros() - due > SECOND:
                due = local_micros()
            with self._load.measured(span):
                self._renderer.render(self._block, due)
            due = Micros(due + span)


class StreamOutput:
    """One PortAudio stream on `device`. Its errors are sounddevice.PortAudioError."""

    def __init__(self, renderer: Renderer, device: AudioDevice) -> None:
        import sounddevice

        self._renderer = renderer
        self._device = device
        self._load = RenderLoad()
        self._asked = threading.Event()
        self._frames = 0
        self._latency = seconds(0)
        self.underruns = 0
        self._stream = sounddevice.OutputStream(
            device=device.index,
            channels=2,
            samplerate=device.rate,
            dtype="float32",
            latency=device.latency,
            callback=self._callback,
        )

    @property
    def load(self) -> float:
        return self._load.share

    def start(self) -> AudioStatus:
        self._stream.start()
        self._asked.wait(FIRST_BLOCK)
        return AudioStatus(self._device.name, self._device.rate, self._frames, self._latency, "")

    def close(self) -> None:
        """May hang where the sound server has died; call it where that does no harm."""
        self._stream.close()

    def _callback(self, out: Any, frames: int, times: Any, status: Any) -> None:
        now = local_micros()
        self.underruns += bool(status.output_underflow)
        ahead = times.outputBufferDacTime - times.currentTime
        if not 0 < ahead < LONGEST_LATENCY:  # some host APIs do not say
            ahead = self._stream.latency
        if not self._frames:
            self._frames, self._latency = frames, seconds(ahead)
            self._asked.set()
        with self._load.measured(frames * SECOND // self._device.rate):
            self._renderer.render(out, Micros(now + seconds(ahead)))


class RenderLoad:
    """The smoothed share of their time that blocks take to render; a context manager around each block."""

    def __init__(self) -> None:
        self.share = 0.0
        self._span = 1
        self._begun = 0

    def measured(self, span: int) -> "RenderLoad":
        """Around the rendering of a block that lasts `span` micros."""
        self._span = max(span, 1)
        return self

    def __enter__(self) -> None:
        self._begun = time.perf_counter_ns()

    def __exit__(self, *_: object) -> None:
        share = (time.perf_counter_ns() - self._begun) / 1000 / self._span
        self.share += LOAD_SMOOTHING * (share - self.share)
