"""The rooms that a start waits for. The test decides when each is ready."""

import asyncio

import pytest

from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.group import start_io
from drumcircle_gui.mpd.group.playback import StartPlace
from drumcircle_gui.mpd.group.start_io import start
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.timing.units import Micros, seconds
from tests.mpd.fake import story

PLACE = StartPlace(1, Micros(0))
PATIENCE = seconds(0.02)
LATE_S, NEVER_S = 0.1, 30.0


def room(name: str, silent: bool = False) -> Room:
    made = Room(RoomConfig(name, "127.0.0.1", 1), "minimum", 1, None)
    made.set_ids({1: 1})
    made.silent = silent
    return made


@pytest.fixture
def ready_after(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Seconds after which each room is ready."""
    found: dict[str, float] = {}

    async def prepare(room: Room, *_: object) -> None:
        await asyncio.sleep(found[room.name])

    monkeypatch.setattr(start_io, "prepare_warm", prepare)
    return found


@story
@pytest.mark.parametrize(
    ("times", "silent", "together", "late"),
    [
        pytest.param((0.0, 0.0), (False, False), ("a", "b"), (), id="both"),
        pytest.param((0.0, NEVER_S), (False, False), ("a",), ("b",), id="one is slow"),
        pytest.param((LATE_S, NEVER_S), (False, False), ("a",), ("b",), id="none is ready in time"),
        pytest.param((NEVER_S, 0.0), (True, False), ("b",), ("a",), id="one is silent"),
        pytest.param((LATE_S, NEVER_S), (True, True), ("a",), ("b",), id="all are silent"),
    ],
)
async def test_rooms_start_that_are_ready(ready_after, times, silent, together, late):
    rooms = [room(name, quiet) for name, quiet in zip("ab", silent, strict=True)]
    ready_after.update(zip("ab", times, strict=True))
    started = await start(rooms, rooms[0], PLACE, PATIENCE)
    assert (started.together, started.late) == (together, late)
