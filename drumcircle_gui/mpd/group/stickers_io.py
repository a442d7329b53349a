"""Stickers of all rooms, brought to those of the lead room.

MPD 0.23 cannot list all stickers, but finds those with a given name: a room that returns gets the lead room's stickers
with all names that were changed through this program. Only changed objects lose stickers. The lead room's values are
set in the other rooms, so that `inc` and `dec` never count twice.
"""

import logging
from collections.abc import Iterable

from drumcircle_gui.mpd.protocol.syntax import request
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.sticker_diff import parse_found, parse_stickers, sticker_requests
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros

log = logging.getLogger(__name__)

MAX_OBJECTS = 2000
"""Songs with changed stickers that are remembered for rooms that return; the oldest are dropped."""

MAX_NAMES = 50
"""Names of stickers that are remembered; later ones are compared only for changed objects."""

Changes = dict[tuple[bytes, bytes], set[bytes]]
"""Names of changed stickers by type and URI."""


class Stickers:
    """For the loop's thread."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._changed: Changes = {}
        self._names: set[bytes] = set()
        self._compared: dict[str, Micros] = {}

    def changed(self, lead: Room, others: Iterable[Room], kind: bytes, uri: bytes, name: bytes | None) -> None:
        """A sticker of the lead room was changed, or for None all of an object were deleted: bring the `others` to that
        in the background."""
        names = self._changed.pop((kind, uri), set()) | ({name} if name is not None else set())
        self._changed[kind, uri] = names
        if name is not None and kind == b"song" and len(self._names) < MAX_NAMES:
            self._names.add(name)
        while len(self._changed) > MAX_OBJECTS:
            del self._changed[next(iter(self._changed))]
        for room in others:
            self._tasks.start(
                self._bring(lead, room, {(kind, uri): names}, delete_all=name is None),
                f"bringing stickers to {room.name}",
            )

    def returned(self, lead: Room, room: Room) -> None:
        """A room has come (back): compare the changed objects with the lead room's in the background, once."""
        if self._compared.get(room.name) == room.up_since:
            return
        self._compared[room.name] = room.up_since
        if self._changed:
            self._tasks.start(self._bring(lead, room, dict(self._changed)), f"comparing stickers of {room.name}")
        if self._names:
            self._tasks.start(self._bring_names(lead, room, set(self._names)), f"finding stickers for {room.name}")

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

    async def _bring(self, lead: Room, room: Room, changes: Changes, delete_all: bool = False) -> None:
        try:
            for (kind, uri), names in changes.items():
                wanted = await _read(lead, kind, uri)
                async with room.lock:
                    has = await _read(room, kind, uri)
                    if wanted is not None and has is not None:
                        which = names | has.keys() if delete_all and not wanted else names
                        await room.answer_each(sticker_requests(kind, uri, which, has, wanted))
        except ConnectionLost as error:  # it is compared when it returns
            log.debug("stickers of %s are not brought: %s", room.name, error)


async def _read(room: Room, kind: bytes, uri: bytes) -> dict[bytes, bytes] | None:
    """The stickers of an object; None if the room does not have it, or keeps no stickers. Raises ConnectionLost."""
    answer = await room.answer(request("sticker", "list", kind, uri))
    if answer.refused is not None:
        log.debug("%s does not list the stickers of %r: %s", room.name, uri, answer.refused[0])
        return None
    return parse_stickers(answer.bodies[0])


async def _find(room: Room, name: bytes) -> dict[bytes, bytes]:
    """The values of all songs' stickers of that name. Raises ConnectionLost."""
    answer = await room.answer(request("sticker", "find", "song", "", name))
    return {} if answer.refused is not None else parse_found(answer.bodies[0])
