"""What the other rooms do after the lead room has carried out a command: one function for each, in a table."""

from collections.abc import Awaitable, Callable, Sequence

from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.protocol.command_table import CommandKind
from drumcircle_gui.mpd.protocol.reply_format import values_of
from drumcircle_gui.mpd.protocol.syntax import request, request_from
from drumcircle_gui.mpd.room.room_io import Room

from .request_context import Order

ID = b"%d"
"""Stands for each room's own id of a song, see `Followers.mirror`."""

Step = Callable[[Room, Order], Awaitable[None]]


class FollowUp:
    """Brings the other rooms to what the lead room has done. For the holder of the group's lock."""

    def __init__(self, group: Group) -> None:
        self._group = group
        self._steps: dict[str, Step] = {
            "addtagid": self._mirror_tag,
            "cleartagid": self._mirror_tag,
            "save": self._mirror_saved,
            "clearerror": self._mirror,
            "replay_gain_mode": self._set_replay_gain,
        }
        self._by_kind: dict[CommandKind, Step] = {CommandKind.MIRROR: self._mirror, CommandKind.UPDATE: self._mirror}

    async def run(self, lead: Room, orders: Sequence[Order], playing: int | None) -> None:
        """After `lead` has carried out `orders`. `playing`: its own id of the song that was playing before. Raises
        ConnectionLost if the lead room is lost before the others can be brought to it."""
        if any(order.command.kind in (CommandKind.QUEUE, CommandKind.OPTION) for order in orders):
            await self._group.queue_changed(lead, playing)
        for order in orders:
            step = self._steps.get(order.command.name) or self._by_kind.get(order.command.kind)
            if step is not None:
                await step(lead, order)

    async def _mirror(self, lead: Room, order: Order) -> None:
        self._group.followers.mirror(order.line)

    async def _mirror_tag(self, lead: Room, order: Order) -> None:
        line = request_from((order.words[0], ID, *order.words[2:])).replace(b'"%d"', ID, 1)
        self._group.followers.mirror(line, about=int(order.words[1]))

    async def _mirror_saved(self, lead: Room, order: Order) -> None:
        """Other rooms save the list of the lead room: their own queues may not be in step yet."""
        name = order.words[1]
        (body,) = await lead.ask(request("listplaylist", name))
        adding = (request("playlistadd", name, file) for file in values_of(body, b"file"))
        # MPD has no other way to make an empty list.
        making = (request(each, name) for each in ("rm", "save", "playlistclear"))
        self._group.followers.mirror(*making, *adding)

    async def _set_replay_gain(self, lead: Room, order: Order) -> None:
        lead.replay_gain = order.words[1].decode()
        self._group.followers.sync_all()
