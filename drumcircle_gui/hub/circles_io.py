"""The circles of a hub: created on request, found for a Hello, ended, and restored when the hub starts again."""

import asyncio
import hashlib
import logging
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import CreateCircle
from drumcircle_gui.protocol.entry_messages import POLICIES_WITHOUT_ACCOUNTS
from drumcircle_gui.protocol.fields import MAX_SHORT_LENGTH
from drumcircle_gui.protocol.messages import Hello
from drumcircle_gui.protocol.sanitize import clean_name, clean_text
from drumcircle_gui.recording.loop_keeper_io import LoopKeeper
from drumcircle_gui.recording.recorder_io import FileRecorder
from drumcircle_gui.server.entry.access import InviteKeys
from drumcircle_gui.server.loops.loop_files_io import LoopFiles
from drumcircle_gui.server.room.events import AccountDisabled
from drumcircle_gui.server.workload_io import RoomHost
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Micros, wall_micros

from .circle_folders_io import CircleFolders
from .circle_record import CircleRecord
from .hosted_io import HostedCircle
from .limits import HubLimits
from .listings import Listings

log = logging.getLogger(__name__)

RECORDINGS_KEPT = Micros(7 * 86_400 * SECOND)
"""How long the folder of an ended circle is kept, with its recordings."""

DELETE_INTERVAL_S = 600.0
"""Time between two searches for folders to delete. The first one comes this long after the start, when members have
reconnected."""

RECORDED_INTERVAL_S = 30.0
"""Time between two measurements of the size of all recordings."""

_ENDED = "A conductor has ended the circle."
_EMPTY = "The circle was empty for an hour and has ended."


class HostedCircles:
    """All circles that run on a hub, from `restore` to `suspend`. On the event loop's thread."""

    def __init__(
        self,
        folders: CircleFolders,
        listings: Listings,
        host: RoomHost,
        limits: HubLimits,
        *,
        recording: bool = True,
        policies: tuple[str, ...] = POLICIES_WITHOUT_ACCOUNTS,
    ) -> None:
        self._folders, self._listings, self._host = folders, listings, host
        self._limits, self._recording = limits, recording
        self._policies = policies
        self._circles: dict[str, HostedCircle] = {}
        self._by_key: dict[bytes, str] = {}
        self._created: Counter[str] = Counter()
        self._tasks = Tasks()
        self._finishing: set[asyncio.Task[None]] = set()
        self._saving = asyncio.Lock()

    def __len__(self) -> int:
        return len(self._circles)

    def __iter__(self) -> Iterator[HostedCircle]:
        return iter(list(self._circles.values()))

    def get(self, id: str) -> HostedCircle | None:
        return self._circles.get(id)

    def find(self, hello: Hello) -> HostedCircle | None:
        """The circle that a Hello names; if it names none, the circle to which its key belongs."""
        return self._circles.get(hello.circle or self._by_key.get(_digest(hello.key), ""))

    async def restore(self) -> None:
        """Start all circles that ran when the hub's process ended; from now on delete those that ended long ago."""
        records = await asyncio.to_thread(list, self._folders.load())
        for record in sorted(records, key=lambda record: record.created):
            if record.ended is None:
                self._start(record)
        self._tasks.start(self._delete_old(), "deletion of old circles")
        if self._recording:
            self._tasks.start(self._limit_recordings(), "limit of recordings")

    async def create(self, request: CreateCircle, creator: str) -> CircleRecord:
        """Create a circle and start it; `creator` as from `creator_of`. DrumCircleError if there are too many, or if it
        cannot be saved."""
        self._check_limits(request, creator)
        record = _new_record(request, creator)
        self._created[creator] += 1  # before the first await: requests that come at once count too
        try:
            await self._save(record)
        finally:
            self._uncount(creator)
        self._start(record)
        log.info("%s was created: %s", record.id, record.name)
        return record

    def _check_limits(self, request: CreateCircle, creator: str) -> None:
        if len(self._circles) >= self._limits.circles:
            raise DrumCircleError("This hub is full.", "Try again later, or launch the circle on another hub.")
        if self._created[creator] >= self._limits.each:
            raise DrumCircleError(
                f"You, or others in your network, have {self._limits.each} circles on this hub already.",
                "End one of them first.",
            )
        if request.entry not in self._policies:
            raise DrumCircleError(f"This hub does not know the entry “{request.entry}”.", "Choose “invite”.")

    def remove_account(self, name: str) -> None:
        """Remove the members of all circles that joined with this account."""
        for circle in self:
            circle.runner.happened(AccountDisabled(name))

    def check(self, now: Micros) -> None:
        """Update the listings, record where members are, and end circles without members; call this once a second."""
        for id, circle in list(self._circles.items()):
            if not circle.check(now):
                self._end(id, _EMPTY)
            elif circle.record.listed:
                self._listings.show(circle.listing(), circle.began)

    async def suspend(self) -> None:
        """Stop all circles, so that another process can continue them."""
        await asyncio.gather(*(circle.suspend() for circle in self), *self._finishing)
        await self._tasks.close()

    def _start(self, record: CircleRecord) -> None:
        host = replace(
            self._host,
            on_end_requested=lambda: self._end(record.id, _ENDED),
            new_keys=lambda: self._new_keys(record.id),
        )
        recorder = self._new_recorder if self._recording else None
        circle = HostedCircle(record, self._folders, host, self._limits.players, recorder, self._policies)
        circle.start()
        self._circles[record.id] = circle
        self._by_key |= _digests(record)
        self._created[record.creator] += 1
        if record.listed:
            self._listings.show(circle.listing(), circle.began)

    def _end(self, id: str, reason: str) -> None:
        """End a circle. No effect if it has ended already."""
        if (circle := self._circles.pop(id, None)) is None:
            return
        record = circle.record
        for digest in _digests(record):
            del self._by_key[digest]
        self._uncount(record.creator)
        self._listings.hide(id)
        log.info("%s ends: %s", id, reason)
        finishing = self._tasks.start(self._finish(circle, reason), f"end of {id}")
        self._finishing.add(finishing)
        finishing.add_done_callback(self._finishing.discard)

    async def _finish(self, circle: HostedCircle, reason: str) -> None:
        """Record that the circle has ended before doing anything else, so that a hub killed meanwhile does not restore
        it."""
        try:
            async with self._saving:
                ended = msgspec.structs.replace(circle.record, ended=wall_micros())
                await asyncio.to_thread(self._folders.save, ended)
        except OSError as error:
            log.error("The end of %s cannot be saved: %s", circle.record.id, error)
        await circle.end(reason)

    async def _new_keys(self, id: str) -> InviteKeys:
        """Replace both keys of a circle. The new ones are valid once saved, so a hub that is killed keeps them."""
        async with self._saving:
            if (circle := self._circles.get(id)) is None:
                raise DrumCircleError("The circle has ended.")
            keys = _random_keys()
            renewed = circle.record.with_keys(keys)
            await self._save(renewed)
            if id in self._circles:
                self._by_key = {digest: of for digest, of in self._by_key.items() if of != id} | _digests(renewed)
            circle.record = renewed
        log.info("The invites of %s were replaced", id)
        return keys

    async def _save(self, record: CircleRecord) -> None:
        """Write a circle's record. DrumCircleError if that fails."""
        try:
            await asyncio.to_thread(self._folders.save, record)
        except OSError as error:
            raise DrumCircleError(
                f"The hub cannot save the circle ({error.strerror}).", "Its owner has to look after its disk."
            ) from error

    async def _delete_old(self) -> None:
        while True:
            await asyncio.sleep(DELETE_INTERVAL_S)
            await asyncio.to_thread(self._folders.delete_ended, Micros(wall_micros() - RECORDINGS_KEPT))

    async def _limit_recordings(self) -> None:
        """Stop recording the circles of creators whose recordings exceed the limit, until some are deleted."""
        while True:
            recorded = await asyncio.to_thread(self._folders.recorded_bytes)
            for circle in self:
                circle.allow_recording(recorded[circle.record.creator] < self._limits.recorded_bytes)
            await asyncio.sleep(RECORDED_INTERVAL_S)

    def _uncount(self, creator: str) -> None:
        self._created[creator] -= 1
        if self._created[creator] <= 0:
            del self._created[creator]

    def _new_recorder(self, circle: HostedCircle, on_problem: Callable[[DrumCircleError], None]) -> FileRecorder:
        id, creator = circle.record.id, circle.record.creator
        keeper = LoopKeeper(
            self._folders.loops(id),
            LoopFiles(self._folders.recovery_log(id)).read,
            partial(circle.runner.report_trouble, "recorded loop"),
            lambda size: self._folders.recorded_bytes()[creator] + size <= self._limits.recorded_bytes,
        )
        return FileRecorder(self._folders.recordings(id), on_problem, keep_loops=keeper)


def _new_record(request: CreateCircle, creator: str) -> CircleRecord:
    keys = _random_keys()
    return CircleRecord(
        id=secrets.token_urlsafe(9),
        name=clean_name(request.name, default="Drum circle"),
        about=" ".join(clean_text(request.about, MAX_SHORT_LENGTH).split()),
        entry=request.entry,
        listed=request.listed,
        player_key=keys.player,
        conductor_key=keys.conductor,
        tempo=request.tempo,
        meter=request.meter,
        created=wall_micros(),
        creator=creator,
    )


def _random_keys() -> InviteKeys:
    return InviteKeys(secrets.token_urlsafe(16), secrets.token_urlsafe(16))


def _digests(record: CircleRecord) -> dict[bytes, str]:
    return {_digest(key): record.id for key in (record.player_key, record.conductor_key)}


def _digest(key: str) -> bytes:
    """The digest of a key. Keys are looked up by digest, so that the time of a look-up reveals nothing about a key."""
    return hashlib.sha256(key.encode()).digest()
