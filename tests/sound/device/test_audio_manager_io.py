"""Outputs and microphones that come and go, on a stand-in for sounddevice."""

import sys

import pytest

from drumcircle_gui.sound.device import audio_manager_io
from drumcircle_gui.sound.device.audio_manager_io import AudioManager
from drumcircle_gui.sound.messages import ChooseAudio, ChooseMicrophone, LearnedStroke, MicrophoneStatus
from drumcircle_gui.sound.synth.renderer import Renderer
from tests.sound.material import kit_of, spike

from .test_microphone_io import FakeInput
from .test_output_manager_io import FakeError, System

STROKE = LearnedStroke(90, (0.0,), (1.0,), -20.0)


class SystemWithMicrophones(System):
    """Every device has outputs; those in `microphones` have inputs too, which PortAudio sees when it is initialised."""

    def __init__(self):
        super().__init__()
        self.microphones = ["Headset"]
        self.opened = []
        self.denied = False
        self.module.InputStream = self._open_input
        self.module.query_devices = self._query
        self._listed = list(self.microphones)

    def _query(self):
        return [
            {
                "name": name,
                "max_output_channels": 2,
                "max_input_channels": 1 if name in self._listed else 0,
                "default_samplerate": self.rate,
            }
            for name in self.names
        ]

    def _initialize(self):
        assert all(stream.closed for stream in self.opened), "PortAudio ends all streams when it is listed again"
        super()._initialize()
        self._listed = list(self.microphones)

    def _open_input(self, **settings):
        if self.denied:
            raise FakeError("denied")
        self.opened.append(FakeInput(**settings))
        return self.opened[-1]


@pytest.fixture
def system(monkeypatch):
    made = SystemWithMicrophones()
    monkeypatch.setitem(sys.modules, "sounddevice", made.module)
    return made


@pytest.fixture
def reported():
    return []


@pytest.fixture
def manager(system, reported):
    manager = AudioManager(
        Renderer(kit_of(spike()), 48_000, reported.append), lambda rate: kit_of(spike()), reported.append
    )
    manager.outputs.start()
    yield manager
    manager.close()


def microphones(reported) -> list[MicrophoneStatus]:
    return [event for event in reported if isinstance(event, MicrophoneStatus)]


def test_a_microphone_is_opened_and_closed(manager, system, reported):
    manager.choose(ChooseMicrophone("Headset"))
    assert microphones(reported)[-1].name == "Headset (ALSA)"
    manager.choose(ChooseMicrophone(None))
    assert microphones(reported)[-1] == MicrophoneStatus(None, 0, "")
    assert system.opened[0].closed


def test_it_stays_open_while_only_its_strokes_and_gate_change(manager, system):
    manager.choose(ChooseMicrophone("Headset"))
    manager.choose(ChooseMicrophone("Headset", 0, -40.0, (STROKE,)))
    assert len(system.opened) == 1
    manager.choose(ChooseMicrophone("Headset", 1))
    assert [stream.closed for stream in system.opened] == [True, False]


def test_it_is_opened_anew_when_the_output_changes(manager, system, reported):
    manager.choose(ChooseMicrophone("Headset"))
    manager.choose(ChooseAudio("Speakers"))
    assert [stream.closed for stream in system.opened] == [True, False]
    assert len(microphones(reported)) == 1


def test_one_plugged_in_since_the_start_is_found(manager, system, reported):
    manager.choose(ChooseAudio("Speakers"))
    system.microphones.append("Speakers")
    manager.choose(ChooseMicrophone("Speakers"))
    assert microphones(reported)[-1].name == "Speakers (ALSA)"


def test_one_that_is_missing_is_used_when_it_is_plugged_in(manager, system, reported, monkeypatch):
    system.microphones.clear()
    system._listed.clear()
    manager.choose(ChooseMicrophone("Headset"))
    assert "No microphone was found" in microphones(reported)[-1].problem
    manager.poll()
    system.microphones.append("Headset")
    monkeypatch.setattr(audio_manager_io, "audio_hardware", lambda: "changed")
    manager.poll()
    assert microphones(reported)[-1].name == "Headset (ALSA)"


def test_one_that_is_not_there_or_refuses_says_so(manager, system, reported):
    manager.choose(ChooseMicrophone("Guitar"))
    assert "“Guitar” is not there" in microphones(reported)[-1].problem
    system.denied = True
    manager.choose(ChooseMicrophone("Headset"))
    assert "could not be opened (denied)" in microphones(reported)[-1].problem


def test_one_that_falls_silent_was_unplugged(manager, system, reported, monkeypatch):
    manager.choose(ChooseMicrophone("Headset"))
    monkeypatch.setattr("drumcircle_gui.sound.device.microphone_manager_io.STALLED_S", -1)
    manager.poll()
    assert "no longer sends sound" in microphones(reported)[-1].problem
    assert system.opened[0].closed


def test_while_devices_are_opened_it_says_so(manager, system):
    seen = []
    system.module.InputStream = lambda **settings: seen.append(manager.changing) or system._open_input(**settings)
    manager.choose(ChooseMicrophone("Headset"))
    assert (seen, manager.changing) == ([True], False)
