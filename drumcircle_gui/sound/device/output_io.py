"""Audio outputs: a device through PortAudio, or a silent one, which renders at the same pace and discards the sound."""

import threading
import time
from typing import Any, Protocol

import numpy as np

from drumcircle_gui.sound.messages import AudioStatus
from drumcircle_gui.sound.synth.mixer import Samples
from drumcircle_gui.sound.synth.renderer import Renderer
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds

from .audio_devices import AudioDevice

SILENT_RATE = 48_000
SILENT_FRAMES = 480
MAX_LATENCY_S = 2.0
"""Maximum latency that is believed. For a larger or missing one, the stream's nominal latency is used; if that is also
too large (JACK 1 has reported a day), the length of a block."""

FIRST_BLOCK_TIMEOUT_S = 1.0
LOAD_SMOOTHING = 0.02


class Output(Protocol):
    """Calls the renderer at a steady pace from `start` to `close`."""

    underruns: int

    @property
    def load(self) -> float: ...
    def start(self) -> AudioStatus: ...
    def close(self) -> None: ...


class SilentOutput:
    """Renders in real time and discards the sound, so that strokes are reported as played even without a device."""

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
        block_micros = SILENT_FRAMES * SECOND // SILENT_RATE
        due = local_micros()
        while not self._closing.wait(max(due - local_micros(), 0) / SECOND):
            if local_micros() - due > SECOND:
                due = local_micros()
            with self._load.measured(block_micros):
                self._renderer.render(self._block, due)
            due = Micros(due + block_micros)


class StreamOutput:
    """One PortAudio stream on `device`. Raises sounddevice.PortAudioError."""

    def __init__(self, renderer: Renderer, device: AudioDevice) -> None:
        import sounddevice

        self._renderer = renderer
        self._device = device
        self._load = RenderLoad()
        self._called = threading.Event()
        self._frames = 0
        self._latency = seconds(0)
        self._stereo: Samples = np.zeros((0, 2), np.float32)
        self.underruns = 0
        self._stream = sounddevice.OutputStream(
            device=device.index,
            channels=device.channels,
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
        self._called.wait(FIRST_BLOCK_TIMEOUT_S)
        return AudioStatus(self._device.name, self._device.rate, self._frames, self._latency, "")

    def close(self) -> None:
        """Close the stream. May hang if the sound server has died."""
        self._stream.close()

    def _callback(self, out: Samples, frames: int, times: Any, status: Any) -> None:
        """Render a block on PortAudio's thread. PortAudio only prints exceptions, so they are reported as unhandled
        ones here."""
        try:
            self._render(out, frames, times, status)
        except Exception as error:
            threading.excepthook(
                threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
            )
            raise

    def _render(self, out: Samples, frames: int, times: Any, status: Any) -> None:
        called = called_at(self._stream, times)
        self.underruns += bool(status.output_underflow)
        ahead_s = times.outputBufferDacTime - times.currentTime
        if not 0 < ahead_s < MAX_LATENCY_S:
            nominal_s = self._stream.latency
            ahead_s = nominal_s if 0 <= nominal_s < MAX_LATENCY_S else frames / self._device.rate
        if not self._frames:
            self._frames, self._latency = frames, seconds(ahead_s)
            self._called.set()
        with self._load.measured(frames * SECOND // self._device.rate):
            self._fill(out, Micros(called + seconds(ahead_s)))

    def _fill(self, out: Samples, dac: Micros) -> None:
        if self._device.channels == 2:
            self._renderer.render(out, dac)
            return
        if len(self._stereo) < len(out):
            self._stereo = np.zeros((len(out), 2), np.float32)
        stereo = self._stereo[: len(out)]
        self._renderer.render(stereo, dac)
        np.mean(stereo, axis=1, out=out[:, 0])


def called_at(stream: Any, times: Any) -> Micros:
    """The local time at which PortAudio began the call that has these `times`. Python gets round to it only later where
    another thread holds the interpreter's lock: on a busy machine by many milliseconds."""
    since_s, now = stream.time - times.currentTime, local_micros()
    return Micros(now - seconds(since_s)) if 0 < since_s < MAX_LATENCY_S else now


class RenderLoad:
    """Measures the share of a block's duration that its rendering takes, smoothed. A context manager around
    each block."""

    def __init__(self) -> None:
        self.share = 0.0
        self._block_micros = 1
        self._begun_ns = 0

    def measured(self, block_micros: int) -> "RenderLoad":
        """The context for rendering one block of this duration."""
        self._block_micros = max(block_micros, 1)
        return self

    def __enter__(self) -> None:
        self._begun_ns = time.perf_counter_ns()

    def __exit__(self, *_: object) -> None:
        share = (time.perf_counter_ns() - self._begun_ns) / 1000 / self._block_micros
        self.share += LOAD_SMOOTHING * (share - self.share)
