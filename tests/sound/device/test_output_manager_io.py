"""Switching between devices, on a stand-in for sounddevice."""

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
        self.refusing = self.failing = self.broken = False
        self.module = SimpleNamespace(
            PortAudioError=FakeError,
            OutputStream=self._open,
            _initialized=1,
            _terminate=self._terminate,
            _initialize=self._initialize,
            query_hostapis=lambda: [
                {"name": "ALSA", "devices": list(range(len(self.names))), "default_output_device": 0}
            ],
            query_devices=lambda: [
                {"name": name, "max_output_channels": 2, "default_samplerate": self.rate} for name in self.names
            ],
        )

    def _terminate(self):
        if not self.module._initialized:
            raise FakeError("not initialized")
        self.module._initialized = 0

    def _initialize(self):
        if self.broken:
            raise FakeError("Internal PortAudio error")
        self.module._initialized = 1

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
    """The outputs and what they reported."""
    reported, loaded = [], []

    @cache
    def kits(rate):
        loaded.append(rate)
        return kit_of(spike())

    outputs = OutputManager(Renderer(kits(SILENT_RATE), SILENT_RATE, reported.append), kits, reported.append)
    outputs.start()
    yield SimpleNamespace(outputs=outputs, reported=reported, loaded=loaded)
    outputs.close()


def test_the_systems_choice_is_opened_at_its_own_rate(system, stage):
    stage.outputs.choose(ChooseAudio(None))
    assert (stage.reported[-1].name, stage.reported[-1].rate, stage.reported[-1].problem) == (
        "Speakers (ALSA)",
        44_100,
        "",
    )
    assert stage.loaded == [48_000, 44_100]
    assert stage.outputs.condition()[0] == 0


def test_a_device_can_be_changed_while_playing(system, stage):
    stage.outputs.choose(ChooseAudio(None))
    before = stage.outputs._output
    stage.outputs.choose(ChooseAudio("headset"))
    assert stage.reported[-1].name == "Headset (ALSA)"
    assert before._stream.closed


def test_silence_by_choice_is_no_problem(system, stage):
    stage.outputs.choose(ChooseAudio(None))
    stage.outputs.choose(ChooseAudio(SILENT_DEVICE))
    assert (stage.reported[-1].name, stage.reported[-1].problem) == (None, "")
    stage.outputs.retry()
    assert isinstance(stage.outputs._output, SilentOutput)


def test_silence_for_a_reason_reports_it_and_stays(system, stage):
    stage.outputs.choose(ChooseAudio(SILENT_DEVICE, "it keeps failing"))
    stage.outputs.retry()
    assert [reported.problem for reported in stage.reported] == ["it keeps failing"]


def test_a_missing_device_is_named_once_and_used_when_it_comes(system, stage):
    system.names.remove("Headset")
    stage.outputs.choose(ChooseAudio("Headset"))
    stage.outputs.retry()
    assert len(stage.reported) == 1
    assert "Headset" in stage.reported[0].problem
    assert isinstance(stage.outputs._output, SilentOutput)
    system.names.append("Headset")
    stage.outputs.retry()
    assert stage.reported[-1].name == "Headset (ALSA)"
    stage.outputs.retry()
    assert len(stage.reported) == 2


def test_a_device_that_refuses_is_named_and_silence_goes_on(system, stage):
    system.refusing = True
    stage.outputs.choose(ChooseAudio(None))
    assert "Speakers" in stage.reported[-1].problem
    assert "busy" in stage.reported[-1].problem
    assert isinstance(stage.outputs._output, SilentOutput)


def test_a_device_that_opens_but_does_not_start_is_closed_again(system, stage):
    system.failing = True
    stage.outputs.choose(ChooseAudio(None))
    assert "unplugged" in stage.reported[-1].problem
    assert isinstance(stage.outputs._output, SilentOutput)
    system.failing = False
    stage.outputs.retry()
    assert isinstance(stage.outputs._output, StreamOutput)


def test_without_the_package_the_report_says_what_to_install(monkeypatch, stage):
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    stage.outputs.choose(ChooseAudio(None))
    assert stage.reported[-1].problem == output_manager_io.NOT_INSTALLED


def test_a_sound_system_that_fails_is_reported_once_and_used_when_it_works_again(system, stage, caplog):
    caplog.set_level("INFO")
    system.broken = True
    stage.outputs.choose(ChooseAudio(None))
    stage.outputs.retry()
    (status,) = stage.reported
    assert "does not work (Internal PortAudio error)" in status.problem
    assert "FakeError" in caplog.text
    system.broken = False
    stage.outputs.retry()
    assert stage.reported[-1].name == "Speakers (ALSA)"


def test_devices_that_cannot_be_listed_are_reported(system, stage, monkeypatch):
    monkeypatch.setattr(system.module, "query_devices", system._fail)
    stage.outputs.choose(ChooseAudio(None))
    assert "does not work (unplugged)" in stage.reported[-1].problem


def test_a_sound_library_that_cannot_start_is_reported(monkeypatch, stage, tmp_path):
    (tmp_path / "sounddevice.py").write_text("raise RuntimeError('Error initializing PortAudio')")
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    stage.outputs.choose(ChooseAudio(None))
    assert "Error initializing PortAudio" in stage.reported[-1].problem


def test_without_portaudio_the_report_says_what_to_install(monkeypatch, stage, tmp_path):
    (tmp_path / "sounddevice.py").write_text("raise OSError('PortAudio library not found')")
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    stage.outputs.choose(ChooseAudio(None))
    assert stage.reported[-1].problem == output_manager_io.NO_LIBRARY
