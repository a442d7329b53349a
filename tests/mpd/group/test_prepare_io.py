"""A room is brought to a place in a song, while its decoder starts late."""

import asyncio

import pytest

from drumcircle_gui.mpd.group.prepare_io import MIN_REFUSALS, NOT_SEEKABLE, prepare
from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from drumcircle_gui.mpd.room.connection_io import Answer
from drumcircle_gui.timing.units import Micros, seconds
from tests.mpd.fake import story

FILE, REAL = b"a.flac", 7
STATUS = b"state: pause\nsongid: 7\naudio: 44100:16:2\n"


class StartingRoom:
    """A room whose decoder starts: it refuses so many seeks, and its status has the format after so many answers."""

    name, outputs_open, redundant = "bath", True, None

    def __init__(self, refusals: int, format_after: int) -> None:
        self.unseekable: set[bytes] = set()
        self.status = Status("stop")
        self.asked = 0
        self._refusals, self._format_after = refusals, format_after

    def file_of(self, real: int | None) -> bytes:
        return FILE

    async def answer(self, *requests: bytes) -> Answer:
        self.asked += 1
        if self.asked > self._refusals:
            return Answer([b"" for _ in requests[:-1]] + [STATUS], None, Micros(0))
        return Answer([], (AckError(AckCode.PLAYER_SYNC, NOT_SEEKABLE, b"seekcur"), 0), Micros(0))

    async def ask(self, *requests: bytes) -> list[bytes]:
        return [b"" for _ in requests]

    async def fetch_status(self) -> Status:
        self.status = Status("pause", 0, REAL, audio="44100:16:2" if self.asked >= self._format_after else "")
        return self.status

    async def wait_for_status(self, holds: object) -> None:
        await asyncio.Event().wait()

    def take_status(self, body: bytes) -> Status:
        return self.status


@story
@pytest.mark.parametrize("format_after", [1, 2, 4])
async def test_a_refusal_while_the_decoder_starts_does_not_count(format_after: int):
    room = StartingRoom(format_after, format_after)
    await prepare(room, REAL, seconds(5))
    assert room.asked == format_after + 1
    assert room.unseekable == set()


@story
async def test_a_song_that_cannot_be_sought_in_is_remembered():
    room = StartingRoom(100, 2)
    await prepare(room, REAL, seconds(5))
    assert room.unseekable == {FILE}
    assert room.asked > MIN_REFUSALS
