"""Changes of the rooms in the group and of their configuration."""

import msgspec

from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig
from drumcircle_gui.mpd.room.room_io import Room

from .group_io import Group


class GroupMembership:
    """Makes each change under the group's lock. For `switch`, the caller holds the lock."""

    def __init__(self, group: Group) -> None:
        self._group = group

    async def add(self, config: RoomsConfig) -> None:
        """Add the last room of `config`."""
        async with self._group.lock:
            self._group.config = config
            self._group.add(config.rooms[-1])

    async def remove(self, name: str) -> None:
        async with self._group.lock:
            await self._group.remove(name)
            self._group.config = self._group.config.without_room(name)

    async def exchange(self, name: str, config: RoomConfig) -> None:
        """Change address, name or password of the room `name`. Raises DrumCircleError if another room has that name or
        address."""
        group = self._group
        async with group.lock:
            changed = group.config.with_room(config, instead_of=name)
            names = list(group.rooms)
            await group.remove(name)
            group.config = changed
            group.add(config)
            order = [config.name if each == name else each for each in names]
            group.rooms = {each: group.rooms[each] for each in order}

    async def change(self, config: RoomConfig) -> None:
        """Replace the configuration of the room with the same name; its address is unchanged."""
        async with self._group.lock:
            self._group.set_config(config)

    async def switch_on(self, name: str, on: bool) -> None:
        """Like `switch`, for a caller that does not hold the lock."""
        async with self._group.lock:
            await self.switch(name, on)

    async def switch(self, name: str, on: bool) -> None:
        """Switch a room on, so that it joins the group, or off, so that it is stopped and no longer controlled."""
        group = self._group
        room = group.rooms[name]
        if room.config.on == on:
            return
        group.set_config(msgspec.structs.replace(room.config, on=on))
        group.on_events(frozenset({"output"}))
        if on:
            await self._switched_on(room)
        else:
            room.send(b"stop")
            if room is group.lead:
                group.replace_lead()

    async def _switched_on(self, room: Room) -> None:
        """Synchronise a room that was switched on; if no room leads, it becomes the lead room."""
        group = self._group
        if not room.up:
            return
        if group.lead is None or group.lead.config.on:
            group.admit(room)
        else:
            await group.followers.sync(room)
            group.replace_lead()
