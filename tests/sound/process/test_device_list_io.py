import subprocess
import sys
from types import SimpleNamespace

import pytest

from drumcircle_gui.sound.device.output_manager_io import NOT_INSTALLED
from drumcircle_gui.sound.messages import DeviceList
from drumcircle_gui.sound.process import device_list_io
from tests.sound.device.test_midi_io import Studio
from tests.sound.device.test_output_manager_io import System


@pytest.fixture
def machine(monkeypatch):
    made = SimpleNamespace(studio=Studio(), system=System())
    for name, module in made.studio.modules.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setitem(sys.modules, "sounddevice", made.system.module)
    return made


def test_all_devices_are_named(machine):
    assert device_list_io.query_devices() == DeviceList(
        ("Speakers (ALSA)", "Headset (ALSA)"), ("Pads", "Keyboard"), (), midi_out=("Module", "Synth")
    )


def test_missing_parts_are_reported(machine, monkeypatch):
    machine.system.names.clear()
    machine.studio.working = False
    assert len(device_list_io.query_devices().problems) == 2
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    assert NOT_INSTALLED in device_list_io.query_devices().problems


@pytest.mark.slow
def test_devices_are_listed_in_a_process_of_its_own():
    outfit = device_list_io.list_devices(timeout_s=60)
    assert device_list_io.NO_ANSWER not in outfit.problems


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        (sys.executable, "-c", "import sys; sys.stdin = open(0); import threading; threading.Event().wait()"),
        (sys.executable, "-c", "import os; os._exit(3)"),
        (sys.executable, "-c", "print('noise')"),
        ("/nowhere/python",),
    ],
)
def test_a_listing_that_hangs_or_fails_is_reported_in_time(command, monkeypatch):
    monkeypatch.setattr(device_list_io, "PROCESS", command)
    assert device_list_io.list_devices(timeout_s=1) == DeviceList((), (), (device_list_io.NO_ANSWER,))
    assert subprocess.run([sys.executable, "-c", ""], check=True)
