"""One path for every request of a client, through filters in this order:

1. `answer` waits until clients are notified of what the request changed, and adds the line that ends the reply;
2. `_single` or `_list` turns refusals into ACK lines;
3. `_parse` finds the command in the table and checks the client's permissions;
4. `Handlers` has one function for each command.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.protocol.command_table import find_command
from drumcircle_gui.mpd.protocol.requests import Request
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, BadRequest, tokenize

from .client_session import ClientSession
from .client_sessions import ClientSessions
from .client_turns_io import ClientTurn, ClientTurns
from .handlers_io import BATCHED, STREAMED, Handlers
from .request_context import CloseClient, Idling, Order, RequestContext, Sink

log = logging.getLogger(__name__)

MAX_QUERIES = 500
"""Maximum number of queries of a list that the lead room answers in one go; meanwhile it answers nothing else."""

MAX_RECURRING_BYTES = 64
"""Lines up to this length are parsed once and kept: all clients send the same few (`idle`, `status`)."""


class Dispatcher:
    """Answers requests of any number of clients concurrently. `turns`: those of all clients."""

    def __init__(self, group: Group, handlers: Handlers, sessions: ClientSessions) -> None:
        self.turns = ClientTurns()
        self._group, self._handlers, self._sessions = group, handlers, sessions

    async def answer(self, session: ClientSession, request: Request, sink: Sink) -> bytes:
        """The reply, except for the part that was streamed to `sink`. Raises CloseClient or Idling.

        When it returns, the events of the request's changes are known, so a client that enters `idle` later is not
        notified of them.
        """
        context = RequestContext(session, sink)
        try:
            if request.is_list:
                with self._sessions.hold_notifications():
                    reply = await self._list(context, request)
                    await self._wait_for_events(context)
            else:
                reply = await self._single(context, request.lines[0])
                await self._wait_for_events(context)
            return reply
        finally:
            self._sessions.notify()

    async def _wait_for_events(self, context: RequestContext) -> None:
        if context.changed:
            await self._group.wait_for_events()

    async def _single(self, context: RequestContext, line: bytes) -> bytes:
        try:
            order = _parse(context, line)
            if order.command.name in STREAMED:
                await self._handlers.stream(context, order)
                return b""
            (body,) = await self._run(context, [order])
            return body + b"OK\n"
        except AckError as refused:
            return refused.ack()
        except BadRequest as bad:
            raise CloseClient(bad.last_reply.ack() if bad.last_reply else b"") from None

    async def _list(self, context: RequestContext, request: Request) -> bytes:
        batch = _Batch(request.wants_list_ok)
        try:
            await self._run_list(context, request.lines, batch)
        except AckError as refused:
            return b"".join((*batch.replies, refused.ack(batch.done)))
        except BadRequest as bad:
            last = bad.last_reply.ack(batch.done) if bad.last_reply else b""
            raise CloseClient(b"".join((*batch.replies, last))) from None
        except Idling as idling:
            raise Idling(idling.events, b"".join(batch.replies)) from None
        except CloseClient as closing:
            raise CloseClient(b"".join((*batch.replies, closing.last))) from None
        return b"".join((*batch.replies, b"OK\n"))

    async def _run_list(self, context: RequestContext, lines: Sequence[bytes], batch: "_Batch") -> None:
        """Carry out a command list. Consecutive commands that only the lead room carries out are sent to it as one
        list."""
        turn = ClientTurn(self.turns)
        for line in lines:
            await turn.check()
            try:
                order = _parse(context, line)
            except (AckError, BadRequest):
                await self._flush(context, batch)
                raise
            if order.command.kind not in BATCHED or batch.is_full:
                await self._flush(context, batch)
            batch.orders.append(order)
            if order.command.kind not in BATCHED:
                await self._flush(context, batch)
        await self._flush(context, batch)

    async def _flush(self, context: RequestContext, batch: "_Batch") -> None:
        orders, batch.orders = batch.orders, []
        bodies: list[bytes] = []
        try:
            await self._run(context, orders, bodies)
        finally:
            batch.add(bodies)

    async def _run(
        self, context: RequestContext, orders: Sequence[Order], bodies: list[bytes] | None = None
    ) -> list[bytes]:
        """Append the bodies of the replies to `bodies` as they arrive. Raises AckError for the first refusal."""
        bodies = [] if bodies is None else bodies
        if not orders:
            return bodies
        log.debug("client %x: %s", id(context.session), orders[0].command.name)
        context.changed = context.changed or any(order.command.modifies for order in orders)
        if orders[0].command.kind in BATCHED:
            await self._handlers.batch(context, orders, bodies)
        else:
            bodies.append(await self._handlers.handler(orders[0].command)(context, orders[0]))
        return bodies


@dataclass
class _Batch:
    """The commands of a list that are not carried out yet, and the replies to those that are."""

    each: bool
    orders: list[Order] = field(default_factory=list)
    replies: list[bytes] = field(default_factory=list)
    done: int = 0

    @property
    def is_full(self) -> bool:
        return len(self.orders) >= MAX_QUERIES and not any(order.command.modifies for order in self.orders)

    def add(self, bodies: Sequence[bytes]) -> None:
        self.replies.extend(body + b"list_OK\n" * self.each for body in bodies)
        self.done += len(bodies)


def _parse(context: RequestContext, line: bytes) -> Order:
    """Parse a line. Raises AckError if MPD refuses it, BadRequest if MPD closes the connection."""
    order = _recurring(line) if len(line) <= MAX_RECURRING_BYTES else _order(line)
    if order.command.permission not in context.session.permissions:
        name = order.words[0]
        raise AckError(AckCode.PERMISSION, b'you don\'t have permission for "%s"' % name, name)
    return order


def _order(line: bytes) -> Order:
    words = tokenize(line)
    command = find_command(words)
    if command is None:
        raise AckError(AckCode.UNKNOWN, b'unknown command "%s"' % words[0])
    return Order(command, words, line)


_recurring = lru_cache(maxsize=256)(_order)
