"""Copies stored playlists from the lead room to the other rooms.

Lists are compared and written as a whole, never edited by position: positions differ in a room that lacks a song. Lists
that only another room has are kept, unless they were removed while this program was running.
"""

import logging
from collections.abc import Iterable

from drumcircle_gui.mpd.protocol.reply_format import values_of
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, request
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros

from .followers_io import OnLog
from .room_tasks_io import RoomTasks

log = logging.getLogger(__name__)

MAX_LISTS = 500
"""Maximum number of lists that are compared when a room reconnects."""


Lists = dict[bytes, tuple[bytes, ...] | None]
"""Files of stored playlists by name; None for those that are to be removed."""


class StoredLists:
    """Copies changed playlists. Use on the loop's thread."""

    def __init__(self, tasks: Tasks, on_log: OnLog) -> None:
        self._tasks, self._on_log = tasks, on_log
        self._removed: set[bytes] = set()
        self._missing: dict[str, set[bytes]] = {}
        self._compared: dict[str, Micros] = {}
        self._wanted: dict[str, Lists] = {}
        self._brings = RoomTasks(tasks, "bringing stored playlists to", self._bring)

    async def changed(self, lead: Room, others: Iterable[Room], names: Iterable[bytes]) -> None:
        """The lead room's lists `names` were changed: copy them to the `others` in the background. Raises
        ConnectionLost."""
        lists: Lists = {name: await _read(lead, name) for name in names}
        for name, files in lists.items():
            (self._removed.add if files is None else self._removed.discard)(name)
        for room in others:
            self._want(room, lists)

    def returned(self, lead: Room, room: Room) -> None:
        """A room has connected: compare its lists with the lead room's, once, in the background."""
        if self._compared.get(room.name) == room.up_since:
            return
        self._compared[room.name] = room.up_since
        self._missing.pop(room.name, None)
        self._tasks.start(self._compare(lead, room), f"comparing stored playlists of {room.name}")

    async def _compare(self, lead: Room, room: Room) -> None:
        try:
            (body,) = await lead.ask(b"listplaylists")
            names = values_of(body, b"playlist")
            if len(names) > MAX_LISTS:
                self._on_log("problem", room.name, f"only {MAX_LISTS} of {len(names)} stored playlists are compared")
            lists: Lists = {name: await _read(lead, name) for name in names[:MAX_LISTS]}
        except (ConnectionLost, AckError) as error:
            log.debug("stored playlists of %s are not compared: %s", room.name, error)
            return
        self._want(room, {**dict.fromkeys(self._removed), **lists, **self._wanted.get(room.name, {})})

    def _want(self, room: Room, lists: Lists) -> None:
        self._wanted.setdefault(room.name, {}).update(lists)
        self._brings.start(room)

    async def _bring(self, room: Room) -> None:
        lists = self._wanted.pop(room.name, {})
        try:
            async with room.lock:
                for name, files in lists.items():
                    await self._bring_one(room, name, files)
        except ConnectionLost as error:  # it is compared when it returns
            log.debug("stored playlists of %s are not brought: %s", room.name, error)

    async def _bring_one(self, room: Room, name: bytes, files: tuple[bytes, ...] | None) -> None:
        has = await _read(room, name)
        missing = self._missing.setdefault(room.name, set())
        wanted = None if files is None else tuple(file for file in files if file not in missing)
        if has == wanted:
            return
        log.info("%s: the stored playlist %r is copied from the lead room", room.name, name)
        removal = [request("rm", name)] if has is not None else []
        # MPD has no other way to make an empty list.
        making = [request("save", name), request("playlistclear", name)] if wanted is not None else []
        adding = [request("playlistadd", name, file) for file in wanted or ()]
        answers = await room.answer_each([*removal, *making, *adding])
        for file, answer in zip(wanted or (), answers[len(removal) + len(making) :], strict=True):
            if answer.refused is not None:
                missing.add(file)


async def _read(room: Room, name: bytes) -> tuple[bytes, ...] | None:
    """The files of a stored playlist; None if there is none of that name. Raises ConnectionLost."""
    answer = await room.answer(request("listplaylist", name))
    if answer.refused is not None:
        if answer.refused[0].code != AckCode.NO_EXIST:
            log.debug("%s does not read the stored playlist %r: %s", room.name, name, answer.refused[0])
        return None
    return values_of(answer.bodies[0], b"file")
