"""Keeps the list of devices up to date while a player plays."""

import asyncio
import logging
import threading
from collections.abc import Callable

from drumcircle_gui.sound.device.hardware_change_io import audio_hardware
from drumcircle_gui.sound.messages import DeviceList
from drumcircle_gui.sound.process.device_list_io import list_devices

log = logging.getLogger(__name__)

POLL_S = 2.0


class DeviceWatch:
    """Calls `on_devices` with the list of devices at first, when the audio hardware changes, and after each `request`.

    Use it on one event loop. A separate process lists the devices, so that playing sound is not interrupted.
    """

    def __init__(self, on_devices: Callable[[DeviceList], None]) -> None:
        self._on_devices = on_devices
        self._requested = asyncio.Event()

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            self._requested.clear()
            hardware = audio_hardware()
            self._on_devices(await _listed())
            while audio_hardware() == hardware and not await self._requested_within(POLL_S):
                pass
            log.debug("listing the devices again")

    def request(self) -> None:
        """List the devices again soon."""
        self._requested.set()

    async def _requested_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                return await self._requested.wait()
        except TimeoutError:
            return False


async def _listed() -> DeviceList:
    """List the devices on a daemon thread, so that a sound system that hangs cannot keep the program from closing."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[DeviceList] = loop.create_future()

    def deliver(devices: DeviceList) -> None:
        if not result.done():
            result.set_result(devices)

    def work() -> None:
        devices = list_devices()
        if not loop.is_closed():
            loop.call_soon_threadsafe(deliver, devices)

    threading.Thread(target=work, name="list of devices", daemon=True).start()
    return await result
