"""The microphone: opens the chosen audio input, detects strokes on a separate thread, and reports them.

The device's callback only copies its block. The sound played by the outputs is known to the sample, so a drum is
detected beside loudspeakers too (see `microphone/echo_canceller`).
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from drumcircle_gui.sound.messages import (
    ChooseMicrophone,
    EngineEvent,
    MicrophoneHit,
    MicrophoneLevel,
    MicrophoneStatus,
    PadStroke,
)
from drumcircle_gui.sound.microphone.drum_detector import DetectedStroke, DrumDetector
from drumcircle_gui.sound.microphone.echo_canceller import Signal
from drumcircle_gui.sound.synth.dac_clock import DacClock
from drumcircle_gui.sound.synth.played_sound import PlayedSound
from drumcircle_gui.timing.units import Micros, seconds

from .audio_devices import AudioDevice
from .output_io import called_at

log = logging.getLogger(__name__)

MAX_LATENCY_S = 2.0
"""Maximum latency that is believed. For a larger or missing one, the stream's nominal latency is used, or that of one
block: JACK reports 2**32 frames for a client that does not state its latency."""

LEAD_S = 0.015
"""The played sound is read this much early, because devices report their delays only to within some milliseconds."""

LEVEL_INTERVAL_S = 0.05
MAX_WAITING = 400
"""Maximum number of blocks that wait for the detector; further ones are dropped."""

SILENCE_DB = -120.0


class Microphone:
    """One PortAudio input stream. Raises sounddevice.PortAudioError. `emit` is called on the detector's thread."""

    def __init__(
        self,
        device: AudioDevice,
        choice: ChooseMicrophone,
        played: PlayedSound,
        emit: Callable[[EngineEvent], None],
    ) -> None:
        import sounddevice

        self._device, self._emit, self._played = device, emit, played
        self._channel = min(choice.channel, device.channels - 1)
        self._detector = DrumDetector(device.rate, choice.strokes, choice.gate)
        self._clock = DacClock(device.rate)
        self._frame = 0
        self._heard_s = time.monotonic()
        self._meter = LevelMeter(round(LEVEL_INTERVAL_S * device.rate))
        self._blocks: queue.Queue[tuple[Signal, Micros] | None] = queue.Queue(MAX_WAITING)
        self._thread = threading.Thread(target=self._run, name="microphone", daemon=True)
        self._stream = sounddevice.InputStream(
            device=device.index,
            channels=self._channel + 1,
            samplerate=device.rate,
            dtype="float32",
            latency=device.latency,
            callback=self._callback,
        )

    def start(self) -> MicrophoneStatus:
        self._thread.start()
        self._stream.start()
        return MicrophoneStatus(self._device.name, self._device.channels, "")

    def configure(self, choice: ChooseMicrophone) -> None:
        """Change strokes and gate; from any thread."""
        self._detector.configure(choice.strokes, choice.gate)

    def close(self) -> None:
        """Close the stream. May hang if the sound server has died."""
        self._stream.close()
        self._blocks.put(None)
        self._thread.join()

    @property
    def silent_s(self) -> float:
        """How long the device has sent nothing, in seconds."""
        return time.monotonic() - self._heard_s

    def _callback(self, block: Signal, frames: int, times: Any, _status: Any) -> None:
        called = called_at(self._stream, times)
        reported = (times.currentTime - times.inputBufferAdcTime, self._stream.latency)
        ago_s = next((ago for ago in reported if 0 < ago < MAX_LATENCY_S), frames / self._device.rate)
        if not self._blocks.full():
            self._blocks.put_nowait((block[:, self._channel].copy(), Micros(called - seconds(ago_s))))

    def _run(self) -> None:
        """Handle blocks until `close`. After an error no strokes are found any more; the manager then closes the
        microphone."""
        try:
            while (item := self._blocks.get()) is not None:
                self._take(*item)
        except Exception:
            log.exception("the strokes of “%s” can no longer be found", self._device.name)
            while self._blocks.get() is not None:
                pass  # so that `close` never waits for room in the queue

    def _take(self, block: Signal, adc: Micros) -> None:
        self._heard_s = time.monotonic()
        block = np.nan_to_num(block, nan=0, posinf=0, neginf=0)  # of which a filter would never recover
        self._clock.update(self._frame, adc)
        begin = self._clock.local(self._frame)
        played = self._played.at(begin + seconds(LEAD_S), len(block), self._device.rate)
        self._frame += len(block)
        for stroke in self._detector.process(block, played):
            self._report(stroke)
        if (peak := self._meter.feed(block)) is not None:
            self._emit(MicrophoneLevel(begin, peak, self._detector.remaining_echo_db))

    def _report(self, stroke: DetectedStroke) -> None:
        at = self._clock.local(stroke.frame)
        self._emit(MicrophoneHit(at, stroke.level, tuple(map(float, stroke.features)), stroke.pad))
        if stroke.pad is not None:
            self._emit(PadStroke(at, stroke.pad, stroke.velocity, self._device.name))


class LevelMeter:
    """Computes the peak in decibels of full scale of every `interval` frames."""

    def __init__(self, interval: int) -> None:
        self._interval = interval
        self._peak, self._count = 0.0, 0

    def feed(self, block: Signal) -> float | None:
        """The peak, if an interval ends with this block."""
        self._peak = max(self._peak, float(np.abs(block).max(initial=0)))
        self._count += len(block)
        if self._count < self._interval:
            return None
        peak, self._peak, self._count = self._peak, 0.0, 0
        return max(20 * float(np.log10(peak)), SILENCE_DB) if peak else SILENCE_DB
