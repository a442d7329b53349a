"""Changes in the other rooms after the lead room has carried out a command: one function for each command,
in a table."""

from collections.abc import Awaitable, Callable, Sequence

from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.protocol.command_table import CommandKind
from drumcircle_gui.mpd.protocol.syntax import request_from
from drumcircle_gui.mpd.room.room_io import Room

from .request_context import Order

ID = b"%d"
"""Stands for each room's own id of a song, see `Followers.mirror`."""

LIST_COMMANDS = (
    *("playlistadd", "playlistclear", "playlistdelete", "playlistmove", "rename", "rm", "save", "searchaddpl"),
)
"""Commands that change stored playlists."""

Step = Callable[[Room, Order], Awaitable[None]]


class FollowUp:
    """Makes the other rooms follow the lead room. The caller holds the group's lock."""

    def __init__(self, group: Group) -> None:
        self._group = group
        self._steps: dict[str, Step] = {
            "cleartagid": self._mirror_tag,
            **dict.fromkeys(LIST_COMMANDS, self._bring_lists),
            "clearerror": self._mirror,
            "sticker": self._bring_stickers,
            "replay_gain_mode": self._set_replay_gain,
        }
        self._by_kind: dict[CommandKind, Step] = {CommandKind.MIRROR: self._mirror, CommandKind.UPDATE: self._mirror}

    async def run(self, lead: Room, orders: Sequence[Order], playing: int | None) -> None:
        """Call this after `lead` has carried out `orders`. `playing`: its own id of the song that was playing before.

        Raises ConnectionLost if the lead room is lost before the others can follow.
        """
        for order in orders:
            await self._note_tags(lead, order)
        if any(order.command.kind in (CommandKind.QUEUE, CommandKind.OPTION) for order in orders):
            await self._group.queue_changed(lead, playing)
        for order in orders:
            step = self._steps.get(order.command.name) or self._by_kind.get(order.command.kind)
            if step is not None:
                await step(lead, order)

    async def _note_tags(self, lead: Room, order: Order) -> None:
        """Store the tags that a client has set, spelled as MPD spells them, for every room."""
        name, words = order.command.name, order.words
        if name not in ("addtagid", "cleartagid"):
            return
        song = int(words[1])
        real = self._group.numbers.real_id(song)
        tags = (await lead.read_tags([real])).get(real, ())
        known = self._group.tags.of(song)
        if name == "addtagid":
            added = tuple(tag for tag in tags if tag[0].lower() == words[2].lower() and tag not in known)
            self._group.tags.set(song, (*known, *added))
        else:
            self._group.tags.set(song, tuple(tag for tag in known if tag in tags))

    async def _mirror(self, lead: Room, order: Order) -> None:
        self._group.followers.mirror(order.line)

    async def _mirror_tag(self, lead: Room, order: Order) -> None:
        line = request_from((order.words[0], ID, *order.words[2:])).replace(b'"%d"', ID, 1)
        self._group.followers.mirror(line, about=int(order.words[1]))

    async def _bring_lists(self, lead: Room, order: Order) -> None:
        """Copy the stored playlists that the command names."""
        names = order.words[1:3] if order.command.name == "rename" else order.words[1:2]
        await self._group.lists.changed(lead, self._group.following, names)

    async def _bring_stickers(self, lead: Room, order: Order) -> None:
        kind, uri, *name = order.words[2:5]
        self._group.stickers.changed(self._group.following, kind, uri, name[0] if name else None)

    async def _set_replay_gain(self, lead: Room, order: Order) -> None:
        lead.replay_gain = order.words[1].decode()
        self._group.followers.sync_all()
