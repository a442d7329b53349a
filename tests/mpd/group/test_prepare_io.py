"""A room is brought to a position in a song while its decoder starts late."""

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
    """A room whose decoder starts: its status has the format after so many polls, and until then it refuses to seek;
    later only if `unseekable`. `stops`: a refused seek stops the room at first, as MPD sometimes does."""

    name, outputs_open, redundant = "bath", True, None

    def __init__(self, format_after: int, *, seekable: bool = True, stops: bool = False) -> None:
        self.unseekable: set[bytes] = set()
        self.status = Status("stop")
        self.seeks = self.plays = 0
        self._looks, self._format_after, self._seekable, self._stops = 0, format_after, seekable, stops
        self._stopped = False

    def file_of(self, real: int | None) -> bytes:
        return FILE

    async def answer(self, *requests: bytes) -> Answer:
        self.seeks += 1
        self.plays += b'playid "7"' in requests
        if self._looks >= self._format_after and self._seekable:
            return Answer([b"" for _ in requests[:-1]] + [STATUS], None, Micros(0))
        self._stopped, self._stops = self._stops, False
        return Answer([], (AckError(AckCode.PLAYER_SYNC, NOT_SEEKABLE, b"seekcur"), 0), Micros(0))

    async def ask(self, *requests: bytes) -> list[bytes]:
        if b'playid "7"' in requests:
            self._stopped = False
            self.plays += 1
        return [b"" for _ in requests]

    async def fetch_status(self) -> Status:
        if self._stopped:
            return Status("stop", 0, REAL, error="Not seekable")
        self._looks += 1
        self.status = Status("pause", 0, REAL, audio="44100:16:2" if self._looks >= self._format_after else "")
        return self.status

    async def wait_for_status(self, holds: object) -> None:
        await asyncio.Event().wait()

    def take_status(self, body: bytes) -> Status:
        return self.status


@story
@pytest.mark.parametrize("stops", [False, True])
@pytest.mark.parametrize("format_after", [1, 2, 4])
async def test_a_refusal_while_the_decoder_starts_does_not_count(format_after: int, stops: bool):
    room = StartingRoom(format_after, stops=stops)
    await prepare(room, REAL, seconds(5))
    assert (room.seeks, room.plays) == (2, 1 + stops)
    assert room.unseekable == set()


@story
async def test_a_song_that_cannot_be_sought_in_is_remembered():
    room = StartingRoom(2, seekable=False)
    await prepare(room, REAL, seconds(5))
    assert room.unseekable == {FILE}
    assert room.seeks > MIN_REFUSALS
