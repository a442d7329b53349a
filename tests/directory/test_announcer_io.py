"""How an announcer continues when the hub does not list its circle."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from drumcircle_gui.directory import announcer_io
from drumcircle_gui.directory.announcer_io import Announcer
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.timing.backoff import Backoff
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, Tempo
from tests.tools.loopback import run

LISTING = CircleListing("", "Oak", "", Tempo(500_000), Meter(), False, 0, "open", Micros(0), port=8004)


class ScriptedHub:
    """Declines or lists a circle, as scripted; the connection breaks after each announcement."""

    address = HubAddress("hub.example.org")

    def __init__(self, script: list[bool]) -> None:
        self.script = script
        self.done = asyncio.Event()

    async def announce(self, listing: CircleListing, *, gone: bool = False) -> None:
        if not self.script:
            self.done.set()
            raise DrumCircleError("The program ends.")
        if not self.script.pop(0):
            raise DrumCircleError("The hub cannot reach it.")

    @asynccontextmanager
    async def open(self, address: HubAddress) -> AsyncIterator["ScriptedHub"]:
        yield self


def test_pauses_grow_until_the_circle_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[int] = []

    class Recorded(Backoff):
        def fail(self, now: Micros) -> Micros:
            super().fail(now)
            pauses.append(self._range)
            return Micros(0)

    monkeypatch.setattr(announcer_io, "Backoff", Recorded)
    monkeypatch.setattr(announcer_io, "ANNOUNCE_INTERVAL_S", 0)

    async def story() -> None:
        hub, problems = ScriptedHub([False, False, False, True, False]), []
        monkeypatch.setattr(announcer_io, "open_directory", hub.open)
        announcer = Announcer(hub.address, lambda: LISTING, problems.append)
        announcer.start()
        await hub.done.wait()
        await announcer.close()
        assert [bool(text) for text in problems[:5]] == [True, True, True, False, True]

    run(story())
    first = announcer_io.FIRST_PAUSE
    assert pauses[:4] == [2 * first, 4 * first, 8 * first, 2 * first]
