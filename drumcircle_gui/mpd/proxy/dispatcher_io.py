"""What a client asks for, done: by the proxy itself, by the leading room, or by all rooms."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from drumcircle_gui.mpd.group.commands_io import GroupCommands
from drumcircle_gui.mpd.group.group_io import ATTEMPTS, NOBODY, Group
from drumcircle_gui.mpd.protocol.command_table import COMMANDS, Command, CommandKind, find_command
from drumcircle_gui.mpd.protocol.reply_format import ReplyFormat, values_of
from drumcircle_gui.mpd.protocol.requests import Request
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, BadRequest, request, request_from, tokenize
from drumcircle_gui.mpd.room.connection_io import ConnectionLost, MpdConnection

from .client_session import ClientSession
from .client_sessions import ClientSessions, count
from .id_translator_io import Order, Sink, Translator
from .outputs_io import RoomOutputs

PATIENCE = 60.0
FAIR = 100
"""After so many commands of a list others have a turn."""

LENGTHY = {
    *("listall", "listallinfo", "find", "search", "lsinfo", "list", "listplaylistinfo", "listfiles", "playlistinfo"),
    *("plchanges", "plchangesposid"),
}
RUN = {CommandKind.READ, CommandKind.QUEUE, CommandKind.OPTION, CommandKind.MIRROR, CommandKind.UPDATE}


class CloseClient(Exception):
    """The client wants to go, or must; `last` is what it is told before."""

    def __init__(self, last: bytes = b"") -> None:
        super().__init__(last)
        self.last = last


class Idling(Exception):
    """The client idles from now on; `before` is what it is told before, `told` what has changed already."""

    def __init__(self, before: bytes, told: bytes) -> None:
        super().__init__(before, told)
        self.before, self.told = before, told


class Dispatcher:
    """Answers any number of clients at once."""

    def __init__(self, group: Group, player: GroupCommands, members: ClientSessions) -> None:
        self._group, self._player, self._members = group, player, members
        self._outputs = RoomOutputs(group)
        self._translator = Translator(group, player)
        self._changed = False

    async def answer(self, member: ClientSession, request: Request, sink: Sink) -> bytes:
        """The whole reply, but for what went to `sink` already. Closing, or Idling.

        What it has changed is known to all clients before: nobody who comes later is told of it.
        """
        if not request.is_list:
            reply = await self._single(member, request.lines[0], sink)
            await self._hear()
        else:
            with self._members.doing_a_list():
                reply = await self._listed(member, request)
                await self._hear()
        self._members.tell()
        return reply

    async def _hear(self) -> None:
        if self._changed:
            self._changed = False
            await self._group.hear()

    async def _listed(self, member: ClientSession, request: Request) -> bytes:
        told: list[bytes] = []
        try:
            await self._list(member, request, told)
        except _Stopped as stopped:
            return b"".join((*told, stopped.refused.ack(stopped.index)))
        except Idling as idling:
            raise Idling(b"".join(told), idling.told) from None
        except CloseClient as closing:
            raise CloseClient(b"".join((*told, closing.last))) from None
        return b"".join((*told, b"OK\n"))

    async def _single(self, member: ClientSession, line: bytes, sink: Sink) -> bytes:
        try:
            order = self._understood(member, line)
            if order.command.name in LENGTHY:
                await self._stream(member, order, sink)
                return b""
            (body,) = await self._run(member, [order])
            return body + b"OK\n"
        except AckError as refused:
            return refused.ack()
        except BadRequest as malformed:
            raise CloseClient(malformed.last_reply.ack() if malformed.last_reply else b"") from None

    async def _list(self, member: ClientSession, request: Request, told: list[bytes]) -> None:
        """Commands that the leading room can do one after the other go to it together."""
        run: list[Order] = []
        index = 0
        for number, line in enumerate(request.lines):
            if number % FAIR == FAIR - 1:
                await asyncio.sleep(0)
            try:
                order = self._understood(member, line)
            except (AckError, BadRequest) as error:
                index = await self._flush(member, run, told, index, request.wants_list_ok)
                raise _stopped(error, index) from None
            alone = order.command.kind not in RUN
            if alone:
                index = await self._flush(member, run, told, index, request.wants_list_ok)
            run.append(order)
            if alone:
                index = await self._flush(member, run, told, index, request.wants_list_ok)
        await self._flush(member, run, told, index, request.wants_list_ok)

    async def _flush(self, member: ClientSession, run: list[Order], told: list[bytes], index: int, each: bool) -> int:
        """Does what is in `run`, which is empty afterwards; the index of the next command."""
        orders = run[:]
        run.clear()
        done: list[bytes] = []
        try:
            await self._run(member, orders, done)
        except AckError as refused:
            raise _Stopped(refused, index + len(done)) from None
        finally:
            told.extend(body + b"list_OK\n" * each for body in done)
        return index + len(orders)

    def _understood(self, member: ClientSession, line: bytes) -> Order:
        """Refused, or Malformed."""
        words = tokenize(line)
        command = find_command(words)
        if command is None:
            raise AckError(AckCode.UNKNOWN, b'unknown command "%s"' % words[0])
        if command.permission & member.may != command.permission:
            raise AckError(AckCode.PERMISSION, b'you don\'t have permission for "%s"' % words[0], words[0])
        return Order(command, words, line)

    # --- doing ------------------------------------------------------------------------------------------------------

    async def _run(
        self, member: ClientSession, orders: Sequence[Order], done: list[bytes] | None = None
    ) -> list[bytes]:
        """The bodies of the replies, put into `done` as they come. All `orders` may be done in one go. Refused."""
        self._changed = self._changed or any(order.command.modifies for order in orders)
        done = [] if done is None else done
        if not orders:
            return done
        kind = orders[0].command.kind
        if kind in RUN:
            await self._on_lead(member, orders, done)
        else:
            done.append(await self._alone(member, orders[0], kind))
        return done

    async def _alone(self, member: ClientSession, order: Order, kind: CommandKind) -> bytes:
        words = order.words
        if kind is CommandKind.REFUSED:
            count(words, len(words) - 1 if words[0] == b"kill" else 1)
            raise AckError(AckCode.PERMISSION, b"%s is not carried across rooms" % words[0], words[0])
        if kind is CommandKind.CONNECTION:
            return await self._connection(member, order)
        if kind is CommandKind.REPLY_FORMAT:
            return await self._tune(member, order)
        if words[0] == b"outputs":
            return await self._outputs.answer(words)
        if words[0] == b"getvol":
            return self._translator.seen(order.command, (await self._group.on_lead_checked(order.line))[0])
        async with self._group.turn:
            if kind is CommandKind.OUTPUT:
                return await self._outputs.answer(words)
            if kind is CommandKind.PLAYER:
                return await self._group.surely(lambda: self._player.give(words, self._translator.real(order)))
            return await self._group.surely(lambda: self._player.change_volume(words, order.line))

    async def _on_lead(self, member: ClientSession, orders: Sequence[Order], done: list[bytes]) -> None:
        if not any(order.command.modifies for order in orders):
            await self._group.surely(lambda: self._ask(member, orders, done))
            return
        async with self._group.turn:
            await self._group.surely(lambda: self._change(member, orders, done))

    async def _change(self, member: ClientSession, orders: Sequence[Order], done: list[bytes]) -> None:
        """What a room has done that is gone before the others know of it, has not been done."""
        done.clear()
        sounded = self._group.sounding
        try:
            await self._ask(member, orders, done)
        finally:
            await self._spread(orders[: len(done)], sounded)

    async def _ask(self, member: ClientSession, orders: Sequence[Order], done: list[bytes]) -> None:
        """Let the leading room do it. Lost, or Refused with what comes before in `done`."""
        lead = await self._group.leading()
        lines = [self._translator.real(order) for order in orders]
        async with lead.pool.lend(member.tuning) as line:
            answer = await line.ask(*lines, within=PATIENCE)
        if lead is not self._group.lead and not any(order.command.modifies for order in orders):
            raise ConnectionLost("another leads by now")  # its numbers are not those that clients know any more
        commands = (order.command for order in orders)
        done += [self._translator.seen(command, body) for command, body in zip(commands, answer.bodies, strict=False)]
        if answer.refused is not None:
            raise answer.refused[0]

    async def _stream(self, member: ClientSession, order: Order, sink: Sink) -> None:
        """A reply that may be long is handed on as it comes."""
        begun = False

        async def passing(piece: bytes) -> None:
            nonlocal begun
            begun = True
            await told(piece)

        told = self._translator.sink(order.command, sink)
        for _ in range(ATTEMPTS):
            lead = await self._group.leading()
            try:
                async with lead.pool.lend(member.tuning) as line:
                    await line.stream(self._translator.real(order), passing, PATIENCE)
                return
            except ConnectionLost:
                if begun:
                    raise CloseClient from None
                await self._group.look_for_lead(lead)
        raise AckError(AckCode.SYSTEM, NOBODY, order.words[0])

    async def _spread(self, orders: Sequence[Order], sounded: int | None) -> None:
        """What the leading room has done reaches the others."""
        group = self._group
        if any(order.command.kind in (CommandKind.QUEUE, CommandKind.OPTION) for order in orders):
            await group.changed_queue(sounded)
        for order in orders:
            name = order.command.name
            if name in ("addtagid", "cleartagid"):
                told = request_from((order.words[0], b"%d", *order.words[2:])).replace(b'"%d"', b"%d", 1)
                group.followers.mirror(told, about=int(order.words[1]))
            elif name == "save":
                await self._mirror_saved(order.words[1])
            elif order.command.kind in (CommandKind.MIRROR, CommandKind.UPDATE) or name == "clearerror":
                group.followers.mirror(order.line)
            elif name == "replay_gain_mode" and group.lead is not None:
                group.lead.replay_gain = order.words[1].decode()
                group.followers.follow()

    async def _mirror_saved(self, name: bytes) -> None:
        """The others' queues may be on their way still: what they save is what the leading room has saved."""
        (body,) = await self._group.on_lead_checked(request("listplaylist", name))
        adding = (request("playlistadd", name, file) for file in values_of(body, b"file"))
        # An empty one cannot be made otherwise than so.
        making = (request(each, name) for each in ("rm", "save", "playlistclear"))
        self._group.followers.mirror(*making, *adding)

    # --- the client's own connection --------------------------------------------------------------------------------

    async def _connection(self, member: ClientSession, order: Order) -> bytes:
        name, words = order.command.name, order.words
        if name == "close":
            raise CloseClient
        if name == "idle":
            told = member.begin_idle(words[1:])
            raise Idling(b"", told)
        if name in ("commands", "notcommands"):
            count(words, 0)
            return self._commands(member, name == "commands")
        return self._members.answer(member, words)

    async def _tune(self, member: ClientSession, order: Order) -> bytes:
        """The leading room says whether it can be; from then on, every connection that is used for the client is tuned
        so."""
        return await self._group.surely(lambda: self._tuned(member, order))

    async def _tuned(self, member: ClientSession, order: Order) -> bytes:
        lead = await self._group.leading()
        async with lead.pool.lend(member.tuning) as line:
            line.tuning = None
            (told,) = (await line.ask(order.line)).checked()
            member.tuning = line.tuning = await _tuning(line, member.tuning, order)
        return told

    def _commands(self, member: ClientSession, allowed: bool) -> bytes:
        offered = self._offered() + ([] if allowed else [COMMANDS["listneighbors"]])
        told = sorted({each.name for each in offered if (each.permission & member.may == each.permission) == allowed})
        return b"".join(b"command: %s\n" % name.encode() for name in told)

    def _offered(self) -> list[Command]:
        """What the proxy carries, and every room can do."""
        lead = self._group.lead
        common = set(COMMANDS).intersection(
            *(room.commands for room in self._group.members or ([lead] if lead else []))
        )
        return [COMMANDS[name] for name in sorted(common) if COMMANDS[name].kind is not CommandKind.REFUSED]


class _Stopped(Exception):
    """A list ends at the command `index`, which was refused."""

    def __init__(self, refused: AckError, index: int) -> None:
        super().__init__(refused, index)
        self.refused, self.index = refused, index


def _stopped(error: AckError | BadRequest, index: int) -> Exception:
    if isinstance(error, AckError):
        return _Stopped(error, index)
    return CloseClient(error.last_reply.ack(index) if error.last_reply else b"")


async def _tuning(line: MpdConnection, before: ReplyFormat, order: Order) -> ReplyFormat:
    """What the connection is tuned to by now."""
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
