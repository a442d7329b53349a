"""Copies stickers from the lead room to the other rooms.

MPD 0.23 cannot list all stickers, but finds those with a given name: a room that reconnects gets the lead room's
stickers with all names that were changed through this program. Only changed objects lose stickers. The lead room's
values are set in the other rooms, so that `inc` and `dec` never count twice.
"""

import logging
from collections.abc import Callable, Iterable, Mapping

from drumcircle_gui.mpd.protocol.syntax import request
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.sticker_diff import parse_found, parse_stickers, sticker_requests
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros

from .room_tasks_io import RoomTasks

log = logging.getLogger(__name__)

MAX_OBJECTS = 2000
"""Maximum number of changed objects remembered for rooms that reconnect; the oldest are dropped."""

MAX_NAMES = 50
"""Maximum number of sticker names remembered; later ones are compared only for changed objects."""

MAX_AT_ONCE = 50
"""Number of objects that are compared while the room's lock is held."""

Object = tuple[bytes, bytes]
"""A type and a URI."""

Values = dict[bytes, bytes]
"""Stickers of an object by name."""

Changes = dict[Object, frozenset[bytes | None]]
"""Names of changed stickers; None if all of the object were deleted."""


class Stickers:
    """Copies changed stickers. Use on the loop's thread."""

    def __init__(self, tasks: Tasks, lead: Callable[[], Room | None]) -> None:
        """`lead()` returns the lead room."""
        self._tasks, self._lead = tasks, lead
        self._changed: Changes = {}
        self._names: set[bytes] = set()
        self._compared: dict[str, Micros] = {}
        self._wanted: dict[str, Changes] = {}
        self._brings = RoomTasks(tasks, "bringing stickers to", self._bring)

    def changed(self, others: Iterable[Room], kind: bytes, uri: bytes, name: bytes | None) -> None:
        """A sticker of the lead room was changed (None: all of an object were deleted): copy the change to the `others`
        in the background."""
        names = self._changed.pop((kind, uri), frozenset()) | {name}
        self._changed[kind, uri] = names - {None}
        if name is not None and kind == b"song" and len(self._names) < MAX_NAMES:
            self._names.add(name)
        while len(self._changed) > MAX_OBJECTS:
            del self._changed[next(iter(self._changed))]
        for room in others:
            self._want(room, {(kind, uri): names})

    def returned(self, lead: Room, room: Room) -> None:
        """A room has connected: compare the changed objects with the lead room's, once, in the background."""
        if self._compared.get(room.name) == room.up_since:
            return
        self._compared[room.name] = room.up_since
        self._want(room, self._changed)
        if self._names:
            self._tasks.start(self._bring_names(lead, room, set(self._names)), f"finding stickers for {room.name}")

    def _want(self, room: Room, changes: Changes) -> None:
        wanted = self._wanted.setdefault(room.name, {})
        for each, names in changes.items():
            wanted[each] = wanted.get(each, frozenset()) | names
        if wanted:
            self._brings.start(room)

    async def _bring_names(self, lead: Room, room: Room, names: Iterable[bytes]) -> None:
        try:
            for name in names:
                wanted = await _find(lead, name)
                async with room.lock:
                    has = await _find(room, name)
                    different = [(uri, value) for uri, value in wanted.items() if has.get(uri) != value]
                    await room.answer_each(
                        [request("sticker", "set", "song", uri, name, value) for uri, value in different]
                    )
        except ConnectionLost as error:  # it is compared when it returns
            log.debug("stickers of %s are not brought: %s", room.name, error)

    async def _bring(self, room: Room) -> None:
        """Copy the changes in portions of MAX_AT_ONCE objects, each under the room's lock."""
        wanted, lead = self._wanted.get(room.name, {}), self._lead()
        while wanted and lead is not None:
            changes = {each: wanted.pop(each) for each in list(wanted)[:MAX_AT_ONCE]}
            try:
                values = await _read(lead, changes)
                async with room.lock:
                    await _bring_to(room, changes, values)
            except ConnectionLost as error:  # it is compared when it returns
                log.debug("stickers of %s are not brought: %s", room.name, error)


async def _bring_to(room: Room, changes: Changes, values: Mapping[Object, Values | None]) -> None:
    """Set a room's stickers to the wanted ones. Raises ConnectionLost."""
    has = await _read(room, changes)
    requests: list[bytes] = []
    for each, names in changes.items():
        before, wanted = has[each], values[each]
        if before is not None and wanted is not None:
            which = names | before.keys() if None in names and not wanted else names
            requests += sticker_requests(*each, [name for name in which if name is not None], before, wanted)
    await room.answer_each(requests)


async def _read(room: Room, objects: Iterable[Object]) -> dict[Object, Values | None]:
    """The stickers of objects; None if the room lacks one of them, or has no stickers. Raises ConnectionLost."""
    asked = list(objects)
    answers = await room.answer_each([request("sticker", "list", *each) for each in asked], changes=False)
    return {
        each: None if answer.refused is not None else parse_stickers(answer.bodies[0])
        for each, answer in zip(asked, answers, strict=True)
    }


async def _find(room: Room, name: bytes) -> dict[bytes, bytes]:
    """The values of all songs' stickers of that name. Raises ConnectionLost."""
    answer = await room.answer(request("sticker", "find", "song", "", name))
    return {} if answer.refused is not None else parse_found(answer.bodies[0])
