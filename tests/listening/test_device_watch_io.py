import asyncio
import threading

import pytest

from drumcircle_gui.listening import device_watch_io
from drumcircle_gui.listening.device_watch_io import DeviceWatch
from drumcircle_gui.sound.messages import DeviceList

WITHIN_S = 10


class Machine:
    """A machine with changing audio devices; `asked` counts how often they were listed."""

    def __init__(self):
        self.devices = ("Speakers",)
        self.hardware = "one card"
        self.asked = 0

    def list_devices(self):
        self.asked += 1
        return DeviceList(self.devices, (), ())


@pytest.fixture
def machine(monkeypatch):
    made = Machine()
    monkeypatch.setattr(device_watch_io, "list_devices", made.list_devices)
    monkeypatch.setattr(device_watch_io, "audio_hardware", lambda: made.hardware)
    monkeypatch.setattr(device_watch_io, "POLL_S", 0.01)
    return made


def watched(scenario):
    """Run `scenario(watch, lists)` beside a watch that puts each list into the queue `lists`."""

    async def run():
        lists = asyncio.Queue()
        watch = DeviceWatch(lists.put_nowait)
        task = asyncio.create_task(watch.run())
        async with asyncio.timeout(WITHIN_S):
            await scenario(watch, lists)
        task.cancel()

    asyncio.run(run())


def test_devices_are_listed_at_first_and_when_the_hardware_changes(machine):
    async def scenario(watch, lists):
        assert (await lists.get()).audio == ("Speakers",)
        machine.devices, machine.hardware = ("Speakers", "Headset"), "two cards"
        assert (await lists.get()).audio == ("Speakers", "Headset")
        assert machine.asked == 2

    watched(scenario)


def test_devices_are_listed_on_request(machine):
    async def scenario(watch, lists):
        await lists.get()
        machine.devices = ("Bluetooth",)
        watch.request()
        assert (await lists.get()).audio == ("Bluetooth",)

    watched(scenario)


def test_a_sound_system_that_hangs_does_not_delay_closing(machine, monkeypatch):
    hangs = threading.Event()
    monkeypatch.setattr(device_watch_io, "list_devices", hangs.wait)

    async def scenario(watch, lists):
        await asyncio.sleep(0)
        assert lists.empty()

    watched(scenario)
    hangs.set()
