"""Synchronising the queue of a room that has only some of the files."""

import asyncio
from types import SimpleNamespace

from drumcircle_gui.mpd.group.queue_sync_io import Goal, sync_queue
from drumcircle_gui.mpd.protocol.status import PlaybackOptions, QueueEntry, Status
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, tokenize
from drumcircle_gui.mpd.room.connection_io import Answer
from drumcircle_gui.mpd.sync.queue_diff import GroupEntry
from drumcircle_gui.timing.units import Micros


class PoorRoom(SimpleNamespace):
    """A room with the `files` given."""

    def __init__(self, *files: bytes) -> None:
        super().__init__(
            files=files, status=Status(), entries=[], ids={}, missing=set(), options=PlaybackOptions(), stale=False
        )
        self.synced = self.replay_gain = None
        self.queue: list[QueueEntry] = []

    async def refresh(self) -> None:
        self.entries = list(self.queue)

    def set_ids(self, ids: dict[int, int]) -> None:
        self.ids = ids

    def song_of(self, real: int) -> int | None:
        return next((song for song, each in self.ids.items() if each == real), None)

    async def answer_each(self, requests: list[bytes]) -> list[Answer]:
        return [self._answer(tokenize(each)) for each in requests]

    def _answer(self, words: list[bytes]) -> Answer:
        name, *arguments = words
        if name == b"addid" and arguments[0] not in self.files:
            return Answer([], (AckError(AckCode.NO_EXIST, "No such song"), 0), Micros(0))
        if name == b"addid":
            self.queue.append(QueueEntry(100 + len(self.queue), arguments[0]))
            return Answer([b"Id: %d\n" % self.queue[-1].id], None, Micros(0))
        assert name in (b"deleteid", b"clear")
        self.queue = [] if name == b"clear" else [each for each in self.queue if each.id != int(arguments[0])]
        return Answer([b""], None, Micros(0))


def goal(*files: bytes) -> Goal:
    return Goal([GroupEntry(number, file) for number, file in enumerate(files, 1)], PlaybackOptions())


def test_only_files_of_the_present_queue_are_missing() -> None:
    async def run() -> None:
        room = PoorRoom(b"a", b"b")
        assert await sync_queue(room, goal(b"a", b"x", b"b"))  # type: ignore[arg-type]
        assert [each.file for each in room.queue] == [b"a", b"b"]
        assert room.missing == {b"x"}
        assert await sync_queue(room, goal(b"a", b"b"))  # type: ignore[arg-type]
        assert room.missing == set()

    asyncio.run(run())
