"""Carries out commands: one function for each, found by name in the table `_special`, or else by kind.

The lead room carries out commands of the kinds in BATCHED; `follow_up_io` copies their changes to the other rooms.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from drumcircle_gui.mpd.group.commands_io import GroupCommands
from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.group.volume_io import VolumeControl
from drumcircle_gui.mpd.protocol.command_table import COMMANDS, Command, CommandKind
from drumcircle_gui.mpd.protocol.reply_format import ReplyFormat, values_of
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from drumcircle_gui.mpd.room.connection_io import ConnectionLost, MpdConnection
from drumcircle_gui.mpd.room.room_io import Room

from .client_session import idle_events
from .client_sessions import ClientSessions, check_argument_count
from .follow_up_io import FollowUp
from .id_translator_io import IdTranslator
from .outputs_io import RoomOutputs
from .password_guard_io import PasswordGuard
from .request_context import CloseClient, Idling, Order, RequestContext

ANSWER_TIMEOUT_S = 60.0
"""Longest pause of a room within a reply to a client: a search in a large library takes that long."""

STREAMED = {
    *("listall", "listallinfo", "find", "search", "lsinfo", "list", "listplaylistinfo", "listfiles", "playlistinfo"),
    *("plchanges", "plchangesposid", "readcomments", "currentsong", "playlistid"),
}
"""Commands with replies, or single lines, that may be long: they are passed on as they arrive."""

BATCHED = {CommandKind.READ, CommandKind.QUEUE, CommandKind.OPTION, CommandKind.MIRROR, CommandKind.UPDATE}

Handler = Callable[[RequestContext, Order], Awaitable[bytes]]


class Handlers:
    """Carries out commands. Each handler returns the body of the reply, or raises AckError."""

    def __init__(self, group: Group, commands: GroupCommands, volume: VolumeControl, sessions: ClientSessions) -> None:
        self._group, self._commands, self._volume, self._sessions = group, commands, volume, sessions
        self._guard = PasswordGuard()
        self._outputs = RoomOutputs(group)
        self._ids = IdTranslator(group, volume)
        self._follow_up = FollowUp(group)
        self._special: dict[str, Handler] = {
            "close": self._close,
            "idle": self._idle,
            "commands": self._list_commands,
            "notcommands": self._list_commands,
            "kill": self._refuse_any,
            "getvol": self._getvol,
            "outputs": self._list_outputs,
            "password": self._password,
        }
        self._by_kind: dict[CommandKind, Handler] = {
            CommandKind.CONNECTION: self._session,
            CommandKind.REPLY_FORMAT: self._set_reply_format,
            CommandKind.OUTPUT: self._switch_output,
            CommandKind.PLAYER: self._play,
            CommandKind.VOLUME: self._set_volume,
            CommandKind.REFUSED: self._refuse,
        }

    def handler(self, command: Command) -> Handler:
        """The function that carries out a command whose kind is not in BATCHED."""
        return self._special.get(command.name) or self._by_kind[command.kind]

    # --- carried out by the lead room -------------------------------------------------------------------------------

    async def batch(self, context: RequestContext, orders: Sequence[Order], bodies: list[bytes]) -> None:
        """Send several commands at once; append the bodies of the replies to `bodies`. Raises AckError."""
        if not any(order.command.modifies for order in orders):
            await self._group.retry_on_lead(lambda lead: self._ask(lead, context, orders, bodies))
            return
        async with self._group.lock:
            await self._group.retry_on_lead(lambda lead: self._change(lead, context, orders, bodies))

    async def stream(self, context: RequestContext, order: Order) -> None:
        """Pass a reply that may be long to the context's sink as it arrives. Raises CloseClient if it breaks off."""
        begun = False

        async def forward(piece: bytes) -> None:
            nonlocal begun
            begun = True
            await translated(piece)

        async def ask(lead: Room) -> None:
            async with lead.pool.lend(context.session.reply_format) as line:
                try:
                    await line.stream(self._ids.real(order), forward, ANSWER_TIMEOUT_S)
                except ConnectionLost:
                    if begun:
                        raise CloseClient from None
                    raise

        translated = self._ids.sink(order.command, context.sink)
        try:
            await self._group.retry_on_lead(ask)
        except AckError as refused:
            raise AckError(refused.code, refused.text, refused.command or order.words[0]) from None

    async def _change(self, lead: Room, context: RequestContext, orders: Sequence[Order], bodies: list[bytes]) -> None:
        """Make a change. It counts as made once the other rooms can follow it: if the lead room is lost before, the
        change is repeated with the next one from the beginning."""
        bodies.clear()
        playing = self._group.playing_id
        try:
            await self._ask(lead, context, orders, bodies)
        finally:
            await self._follow_up.run(lead, orders[: len(bodies)], playing)

    async def _ask(self, lead: Room, context: RequestContext, orders: Sequence[Order], bodies: list[bytes]) -> None:
        lines = [self._ids.real(order) for order in orders]
        async with lead.pool.lend(context.session.reply_format) as line:
            answer = await line.ask(*lines, within=ANSWER_TIMEOUT_S)
        if lead is not self._group.lead and not any(order.command.modifies for order in orders):
            raise ConnectionLost("another room leads by now")  # clients do not know the ids in its answer
        for order, body in zip(orders, answer.bodies, strict=False):
            bodies.append(self._ids.virtual(order.command, body))
        if answer.refused is not None:
            raise answer.refused[0]

    # --- carried out by all rooms -----------------------------------------------------------------------------------

    async def _play(self, context: RequestContext, order: Order) -> bytes:
        async with self._group.lock:
            await self._group.retry_on_lead(lambda lead: self._commands.run(lead, order.words, self._ids.real(order)))
        return b""

    async def _set_volume(self, context: RequestContext, order: Order) -> bytes:
        async with self._group.lock:
            await self._group.retry_on_lead(lambda lead: self._volume.change(lead, order.words, order.line))
        return b""

    async def _getvol(self, context: RequestContext, order: Order) -> bytes:
        async def ask(lead: Room) -> bytes:
            return (await lead.ask(order.line))[0]

        return self._ids.virtual(order.command, await self._group.retry_on_lead(ask))

    async def _list_outputs(self, context: RequestContext, order: Order) -> bytes:
        return await self._outputs.answer(order.words)

    async def _switch_output(self, context: RequestContext, order: Order) -> bytes:
        async with self._group.lock:
            return await self._outputs.answer(order.words)

    # --- the client's own connection --------------------------------------------------------------------------------

    async def _close(self, context: RequestContext, order: Order) -> bytes:
        raise CloseClient

    async def _idle(self, context: RequestContext, order: Order) -> bytes:
        raise Idling(idle_events(order.words[1:]))

    async def _session(self, context: RequestContext, order: Order) -> bytes:
        return self._sessions.answer(context.session, order.words)

    async def _password(self, context: RequestContext, order: Order) -> bytes:
        if not self._sessions.has_passwords:  # there is nothing to guess
            return self._sessions.answer(context.session, order.words)
        async with self._guard.attempt(context.session.address):
            return self._sessions.answer(context.session, order.words)

    async def _refuse(self, context: RequestContext, order: Order) -> bytes:
        check_argument_count(order.words, 1)
        return await self._refuse_any(context, order)

    async def _refuse_any(self, context: RequestContext, order: Order) -> bytes:
        name = order.words[0]
        raise AckError(AckCode.PERMISSION, b"%s is not carried across rooms" % name, name)

    async def _set_reply_format(self, context: RequestContext, order: Order) -> bytes:
        """Have the lead room check the request. Each connection that is used for the client later is set up
        likewise."""

        async def ask(lead: Room) -> bytes:
            session = context.session
            async with lead.pool.lend(session.reply_format) as line:
                line.reply_format = None
                (body,) = (await line.ask(order.line)).checked()
                session.reply_format = line.reply_format = await _reply_format(line, session.reply_format, order)
            return body

        return await self._group.retry_on_lead(ask)

    async def _list_commands(self, context: RequestContext, order: Order) -> bytes:
        check_argument_count(order.words, 0)
        allowed = order.words[0] == b"commands"
        offered = self._offered() + ([] if allowed else [COMMANDS["listneighbors"]])
        may = context.session.permissions
        names = sorted({each.name for each in offered if (each.permission & may == each.permission) == allowed})
        return b"".join(b"command: %s\n" % name.encode() for name in names)

    def _offered(self) -> list[Command]:
        """The commands that the proxy carries out and every room has."""
        lead = self._group.lead
        rooms = self._group.members or ([lead] if lead else [])
        common = set(COMMANDS).intersection(*(room.commands for room in rooms))
        return [COMMANDS[name] for name in sorted(common) if COMMANDS[name].kind is not CommandKind.REFUSED]


async def _reply_format(line: MpdConnection, before: ReplyFormat, order: Order) -> ReplyFormat:
    """The reply format of the connection after `order`."""
    name, words = order.command.name, order.words
    if name == "binarylimit":
        return replace(before, binary_limit=words[1])
    if name == "tagtypes" and len(words) > 1:
        if words[1] == b"all":
            return replace(before, tags=None)
        (body,) = (await line.ask(b"tagtypes")).checked()
        return replace(before, tags=values_of(body, b"tagtype"))
    if name == "protocol" and len(words) > 1:
        (body,) = (await line.ask(b"protocol")).checked()
        return replace(before, features=values_of(body, b"feature"))
    return before
