"""A microphone on a stand-in for sounddevice: it reports strokes by the local clock."""

import sys
import threading
from types import SimpleNamespace

import numpy as np
import pytest

from drumcircle_gui.sound.device.audio_devices import AudioDevice
from drumcircle_gui.sound.device.microphone_io import MAX_WAITING, LevelMeter, Microphone
from drumcircle_gui.sound.messages import ChooseMicrophone, MicrophoneHit, MicrophoneLevel, PadStroke
from drumcircle_gui.sound.synth.played_sound import PlayedSound
from drumcircle_gui.timing.units import SECOND, local_micros
from tests.tools.drummer import BASS, DRUMS, RATE, perform

DEVICE = AudioDevice(2, "Mic", "Mic", RATE, "low", channels=2)
BLOCK = 480
LATENCY_S = 0.01


class FakeInput:
    """A device that sends blocks on request."""

    def __init__(self, **settings):
        self.settings = settings
        self.latency, self.time = 0.0, 9.0
        self.closed = False

    def start(self):
        pass

    def close(self):
        self.closed = True

    def send(self, sound, ago):
        """One block whose first frame arrived `ago` seconds ago."""
        block = np.zeros((len(sound), self.settings["channels"]), np.float32)
        block[:, -1] = sound
        times = SimpleNamespace(currentTime=9.0, inputBufferAdcTime=9.0 - ago)
        self.settings["callback"](block, len(sound), times, None)


@pytest.fixture
def heard(monkeypatch):
    """A microphone on the second channel, its stream and its events."""
    monkeypatch.setitem(sys.modules, "sounddevice", SimpleNamespace(InputStream=FakeInput))
    events = []
    microphone = Microphone(DEVICE, ChooseMicrophone("Mic", 1), PlayedSound(), events.append)
    microphone.start()
    yield SimpleNamespace(microphone=microphone, stream=microphone._stream, events=events)
    if not microphone._stream.closed:
        microphone.close()


def send(heard, sound) -> int:
    """Send it as if it had just been played; returns the local time of its first frame."""
    begin = local_micros() - len(sound) * SECOND // RATE
    for first in range(0, len(sound), BLOCK):
        at = begin + first * SECOND // RATE
        heard.stream.send(sound[first : first + BLOCK], (local_micros() - at) / SECOND)
    heard.microphone.close()
    return begin


@pytest.mark.slow
def test_strokes_are_dated_back_to_the_frame_on_which_they_began(heard, monkeypatch):
    monkeypatch.setattr("drumcircle_gui.sound.device.microphone_io.MAX_LATENCY_S", 60)
    played = perform(DRUMS[0], 5, 3, (BASS,), (0.3, 0.4))
    begin = send(heard, played.sound)
    strokes = [event for event in heard.events if isinstance(event, PadStroke)]
    hits = [event for event in heard.events if isinstance(event, MicrophoneHit) and event.pad is not None]
    errors = [
        stroke.at - begin - each.frame * SECOND // RATE for stroke, each in zip(strokes, played.strokes, strict=True)
    ]
    assert max(map(abs, errors)) < 2_000
    assert [hit.at for hit in hits] == [stroke.at for stroke in strokes]
    assert {stroke.port for stroke in strokes} == {"Mic"}


def test_levels_are_reported_all_the_time(heard):
    send(heard, np.full(RATE // 2, 0.5, np.float32))
    levels = [event for event in heard.events if isinstance(event, MicrophoneLevel)]
    assert len(levels) == 10
    assert {round(level.peak) for level in levels} == {-6}


def test_a_device_that_reports_nonsense_is_taken_at_one_block(heard):
    before = local_micros()
    heard.stream.send(np.zeros(BLOCK, np.float32), -5)
    assert heard.microphone._blocks.qsize() <= 1
    heard.microphone.close()
    assert local_micros() - before < SECOND


def test_samples_that_are_no_numbers_count_as_silence(heard):
    send(heard, np.concatenate([np.full(RATE // 20, value, np.float32) for value in (np.nan, np.inf, 0.5)]))
    levels = [event.peak for event in heard.events if isinstance(event, MicrophoneLevel)]
    assert [round(level) for level in levels] == [-120, -120, -6]
    assert np.isfinite(heard.microphone._detector.remaining_echo_db)


def test_after_an_error_it_is_silent_and_can_be_closed(heard, caplog):
    sound = np.zeros(BLOCK, np.float32)
    heard.microphone._detector.process = None
    for _ in range(2 * MAX_WAITING):
        heard.stream.send(sound, 0.01)
    closing = threading.Thread(target=heard.microphone.close, daemon=True)
    closing.start()
    closing.join(10)
    assert not closing.is_alive()
    assert "can no longer be found" in caplog.text


def test_the_meter_of_silence():
    assert LevelMeter(10).feed(np.zeros(10, np.float32)) == -120
