"""Going from device to device, on a stand-in for sounddevice."""

import sys
from functools import cache
from types import SimpleNamespace

import pytest

from drumcircle_gui.sound.device import output_manager_io
from drumcircle_gui.sound.device.output_io import SILENT_RATE, SilentOutput, StreamOutput
from drumcircle_gui.sound.device.output_manager_io import OutputManager
from drumcircle_gui.sound.messages import SILENT_DEVICE, ChooseAudio
from drumcircle_gui.sound.synth.renderer import Renderer
from tests.sound.material import kit_of, spike

from .test_output_io import FakeStream


class FakeError(Exception):
    pass


class System:
    """A sound system whose devices come and go."""

    def __init__(self):
        self.names = ["Speakers", "Headset"]
        self.rate = 44_100.0
        self.refusing = self.failing = False
        self.module = SimpleNamespace(
            PortAudioError=FakeError,
            OutputStream=self._open,
            _terminate=lambda: None,
            _initialize=lambda: None,
            query_hostapis=lambda: [
                {"name": "ALSA", "devices": list(range(len(self.names))), "default_output_device": 0}
            ],
            query_devices=lambda: [
                {"name": name, "max_output_channels": 2, "default_samplerate": self.rate} for name in self.names
            ],
        )

    def _open(self, **settings):
        if self.refusing:
            raise FakeError("busy")
        stream = FakeStream(**settings)
        if self.failing:
            stream.start = self._fail
        return stream

    def _fail(self):
        raise FakeError("unplugged")


@pytest.fixture
def system(monkeypatch):
    made = System()
    monkeypatch.setitem(sys.modules, "sounddevice", made.module)
    return made


@pytest.fixture
def stage():
    """The outputs and what they told."""
    told, loaded = [], []

    @cache
    def kits(rate):
        loaded.append(rate)
        return kit_of(spike())

    outputs = OutputManager(Renderer(kits(SILENT_RATE), SILENT_RATE, told.append), kits, told.append)
    outputs.start()
    yield SimpleNamespace(outputs=outputs, told=told, loaded=loaded)
    outputs.close()


def test_the_systems_choice_is_opened_at_its_own_rate(system, stage):
    stage.outputs.choose(ChooseAudio(None))
    assert (stage.told[-1].name, stage.told[-1].rate, stage.told[-1].problem) == ("Speakers (ALSA)", 44_100, "")
    assert stage.loaded == [48_000, 44_100]
    assert stage.outputs.condition()[0] == 0


def test_a_device_can_be_changed_while_playing(system, stage):
    stage.outputs.choose(ChooseAudio(None))
    before = stage.outputs._now
    stage.outputs.choose(ChooseAudio("headset"))
    assert stage.told[-1].name == "Headset (ALSA)"
    assert before._stream.closed


def test_silence_by_choice_is_no_problem(system, stage):
    stage.outputs.choose(ChooseAudio(None))
    stage.outputs.choose(ChooseAudio(SILENT_DEVICE))
    assert (stage.told[-1].name, stage.told[-1].problem) == (None, "")
    stage.outputs.retry()
    assert isinstance(stage.outputs._now, SilentOutput)


def test_silence_for_a_reason_says_it_and_is_kept(system, stage):
    stage.outputs.choose(ChooseAudio(SILENT_DEVICE, "it keeps failing"))
    stage.outputs.retry()
    assert [told.problem for told in stage.told] == ["it keeps failing"]


def test_a_missing_device_is_named_once_and_used_when_it_comes(system, stage):
    system.names.remove("Headset")
    stage.outputs.choose(ChooseAudio("Headset"))
    stage.outputs.retry()
    assert len(stage.told) == 1
    assert "Headset" in stage.told[0].problem
    assert isinstance(stage.outputs._now, SilentOutput)
    system.names.append("Headset")
    stage.outputs.retry()
    assert stage.told[-1].name == "Headset (ALSA)"
    stage.outputs.retry()
    assert len(stage.told) == 2


def test_a_device_that_refuses_is_named_and_silence_goes_on(system, stage):
    system.refusing = True
    stage.outputs.choose(ChooseAudio(None))
    assert "Speakers" in stage.told[-1].problem
    assert "busy" in stage.told[-1].problem
    assert isinstance(stage.outputs._now, SilentOutput)


def test_a_device_that_opens_but_does_not_start_is_given_back(system, stage):
    system.failing = True
    stage.outputs.choose(ChooseAudio(None))
    assert "unplugged" in stage.told[-1].problem
    assert isinstance(stage.outputs._now, SilentOutput)
    system.failing = False
    stage.outputs.retry()
    assert isinstance(stage.outputs._now, StreamOutput)


def test_without_the_package_it_is_told_what_to_install(monkeypatch, stage):
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    stage.outputs.choose(ChooseAudio(None))
    assert stage.told[-1].problem == output_manager_io.NOT_INSTALLED


def test_without_portaudio_it_is_told_what_to_install(monkeypatch, stage, tmp_path):
    (tmp_path / "sounddevice.py").write_text("raise OSError('PortAudio library not found')")
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    stage.outputs.choose(ChooseAudio(None))
    assert stage.told[-1].problem == output_manager_io.NO_LIBRARY
