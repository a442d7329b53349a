"""Outputs without a sound card: silence at the right pace, and a stream on a stand-in for sounddevice."""

import sys
import threading
from types import SimpleNamespace

import numpy as np
import pytest

from drumcircle_gui.sound.device.audio_devices import AudioDevice
from drumcircle_gui.sound.device.output_io import (
    SILENT_FRAMES,
    SILENT_RATE,
    RenderLoad,
    SilentOutput,
    StreamOutput,
    called_at,
)
from drumcircle_gui.sound.messages import OWN_CHANNEL, AudioStatus, PlayNow, PlayStroke, SetChannel
from drumcircle_gui.sound.synth.renderer import Renderer
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.sound.material import block, kit_of, spike

DEVICE = AudioDevice(3, "Speakers", "Speakers", 48_000, "low")
HEADSET = AudioDevice(4, "Headset", "Headset", 48_000, "low", channels=1)


class FakeStream:
    """Asks for one block when started, as a device would."""

    underflow = False
    ahead = 0.02

    def __init__(self, **settings):
        self.settings = settings
        self.latency, self.time = 0.01, 7.0
        self.closed = False

    def start(self):
        self.ask()

    def ask(self):
        out = block(256)[:, : self.settings["channels"]]
        times = SimpleNamespace(currentTime=7.0, outputBufferDacTime=7.0 + self.ahead)
        self.settings["callback"](out, 256, times, SimpleNamespace(output_underflow=self.underflow))
        return out

    def close(self):
        self.closed = True


class Recorder(Renderer):
    """A renderer that notes when its blocks are to leave."""

    def __init__(self):
        self.reported = []
        self.leaving = []
        self.asked = threading.Semaphore(0)
        super().__init__(kit_of(spike()), 48_000, self.reported.append)

    def render(self, out, dac):
        self.leaving.append((self.frame, dac))
        super().render(out, dac)
        self.asked.release()


@pytest.fixture
def stream(monkeypatch):
    monkeypatch.setitem(sys.modules, "sounddevice", SimpleNamespace(OutputStream=FakeStream))
    renderer = Recorder()
    return StreamOutput(renderer, DEVICE), renderer


def test_the_silent_output_renders_in_real_time():
    renderer = Recorder()
    output = SilentOutput(renderer, "no device")
    assert output.start() == AudioStatus(None, SILENT_RATE, SILENT_FRAMES, Micros(0), "no device")
    for _ in range(8):
        assert renderer.asked.acquire(timeout=5)
    output.close()
    (first, begun), (last, ended) = renderer.leaving[0], renderer.leaving[-1]
    assert (last - first) * SECOND == (ended - begun) * SILENT_RATE
    assert output.load >= 0
    assert output.underruns == 0


def test_strokes_are_reported_as_played_without_a_device():
    renderer = Recorder()
    output = SilentOutput(renderer, "")
    at = Micros(local_micros() + 30_000)
    renderer.submit(PlayStroke(at, 36, 100, 1, 5))
    output.start()
    while not renderer.reported:
        assert renderer.asked.acquire(timeout=5)
    output.close()
    assert abs(renderer.reported[0].at - at) <= SECOND // SILENT_RATE + 1
    assert not renderer.reported[0].late


def test_a_stream_is_opened_as_the_device_wants_it(stream):
    output, _ = stream
    settings = output._stream.settings
    assert (settings["device"], settings["samplerate"], settings["latency"]) == (3, 48_000, "low")
    assert output.start() == AudioStatus("Speakers", 48_000, 256, Micros(20_000), "")
    output.close()
    assert output._stream.closed


@pytest.mark.parametrize(
    ("ahead", "latency", "expected"),
    [
        *((0.02, 0.01, 20_000), (0.0, 0.01, 10_000), (-3.0, 0.01, 10_000), (99.0, 0.01, 10_000)),
        (0.0, 89_478.0, 256 * 1_000_000 // 48_000),  # of JACK 1
    ],
)
def test_a_block_leaves_at_the_devices_dac_time_or_after_its_latency(stream, ahead, latency, expected):
    output, renderer = stream
    output._stream.ahead, output._stream.latency = ahead, latency
    before = local_micros()
    output.start()
    assert before + expected <= renderer.leaving[0][1] <= local_micros() + expected


@pytest.mark.parametrize(("since", "counted"), [(0.008, 8_000), (0.0, 0), (-0.5, 0), (100.0, 0)])
def test_a_call_counts_from_when_portaudio_made_it(since, counted):
    before = local_micros()
    called = called_at(SimpleNamespace(time=7.0 + since), SimpleNamespace(currentTime=7.0))
    assert before - counted <= called <= local_micros() - counted


def test_a_mono_device_gets_the_mean_of_both_sides(monkeypatch):
    monkeypatch.setitem(sys.modules, "sounddevice", SimpleNamespace(OutputStream=FakeStream))
    renderer = Recorder()
    renderer.submit(SetChannel(OWN_CHANNEL, 1.0, 1.0))
    renderer.submit(PlayNow(36, 127))
    output = StreamOutput(renderer, HEADSET)
    output.start()
    out = output._stream.ask()
    assert out.shape == (256, 1)
    assert output._stream.settings["channels"] == 1


def test_underruns_are_counted(stream):
    output, _ = stream
    output.start()
    output._stream.underflow = True
    output._stream.ask()
    output._stream.ask()
    assert output.underruns == 2


def test_load_is_the_share_of_time_that_rendering_takes():
    load = RenderLoad()
    for _ in range(400):
        with load.measured(1):
            np.sort(np.random.default_rng(1).random(2000))
    assert load.share > 1
