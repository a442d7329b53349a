"""A client of a hub's directory, on one connection."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from typing import TypeVar

import msgspec

from drumcircle_gui import __version__
from drumcircle_gui.client.transport_io import ANY_PIN, Transport, Unreachable, WrongPin, connect
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.account_rules import NAME_RULE
from drumcircle_gui.protocol.connection import Connection, ProtocolViolation, Side
from drumcircle_gui.protocol.directory import (
    AccountList,
    AccountShown,
    AnnounceCircle,
    Announced,
    AuditLog,
    ChangeAccounts,
    CircleCreated,
    CircleList,
    CircleListing,
    CreateCircle,
    DirectoryOpened,
    EndLogin,
    ListAccounts,
    ListCircles,
    LoggedIn,
    LoggedOut,
    LogIn,
    LogOut,
    OpenDirectory,
    ReachTried,
    ReadAuditLog,
    Register,
    Registered,
    ShowAccount,
    TryReach,
)
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH, Message
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import (
    PROTOCOL_VERSION,
    ClockReply,
    ClockRequest,
    Closing,
    Declined,
    Goodbye,
)
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.timing.units import Micros, local_micros

from .hub_address import NO_TLS, HubAddress
from .listing_text import cleaned, cleaned_account, cleaned_line, cleaned_shown

log = logging.getLogger(__name__)

ANSWER_TIMEOUT_S = 10.0
"""How long a hub may take to answer a request."""

MAX_UNASKED = 8
"""Received messages that may wait. Requests are sent one after the other, so an honest hub never has more than one."""

AnswerT = TypeVar("AnswerT", bound=Message)


class RequestDeclined(DrumCircleError):
    """The hub declined a request; the text is the hub's."""


class DirectoryClient:
    """A connection to a hub's directory, made by `open_directory`. Sends one request at a time.

    Each request raises RequestDeclined if the hub declines it, and another DrumCircleError if it does not answer.
    `name` is the hub's name, `seen_as` the address of this client as the hub sees it; `registered`: the hub has
    accounts.
    """

    name: str
    seen_as: str
    registered: bool

    def __init__(self, address: HubAddress, transport: Transport, token: str = "") -> None:
        self.address, self._token = address, token
        self._transport = transport
        self._connection = Connection(Side.CLIENT)
        self._answers: asyncio.Queue[tuple[Message, Micros] | None] = asyncio.Queue()
        self._turn = asyncio.Lock()
        self._problem = ""
        transport.listen(self._receive)
        transport.ended.add_done_callback(lambda ended: self._end(ended.result()))

    async def open(self) -> None:
        request = OpenDirectory(PROTOCOL_VERSION, f"drumcircle {__version__}"[:32], self._token)
        opened = await self._ask(request, DirectoryOpened)
        self.name, self.seen_as = clean_name(opened.name, default="Hub"), opened.address
        self.registered = opened.registered

    async def circles(self, search: str = "", known: int = 0) -> CircleList:
        """The circles found, with cleaned texts; see `ListCircles`."""
        answer = await self._ask(ListCircles(search, known), CircleList)
        rows = None if answer.rows is None else tuple(map(cleaned, answer.rows))
        return msgspec.structs.replace(answer, rows=rows)

    async def create(self, request: CreateCircle) -> tuple[Invite, Invite]:
        """Have the hub host a circle; the players' and the conductors' invite. A name that no hub takes is not sent: a
        hub would only end the connection."""
        if not 0 < len(request.name) <= MAX_NAME_LENGTH:
            raise DrumCircleError(NAME_RULE)
        created = await self._ask(request, CircleCreated)
        at = HubAddress(created.host or self.address.host, created.port or self.address.port, self.address.pin)
        name = request.name
        return at.invite(name, created.key, created.circle), at.invite(name, created.conductor_key, created.circle)

    async def register(self, request: Register) -> Registered:
        """Request a new account."""
        return await self._ask(request, Registered)

    async def log_in(self, name: str, password: str) -> LoggedIn:
        """Log in; the token of the result is to be stored."""
        return await self._ask(LogIn(name, password), LoggedIn)

    async def log_out(self, request: LogOut) -> None:
        """Log the account out everywhere; see `LogOut`."""
        await self._ask(request, LoggedOut)

    async def show_account(self, name: str = "") -> AccountShown:
        """One's own account, or another one for an administrator; see `ShowAccount`."""
        return cleaned_shown(await self._ask(ShowAccount(name), AccountShown))

    async def end_login(self, login: str = "", name: str = "") -> AccountShown:
        """End one login, by default that of this connection; see `EndLogin`."""
        return cleaned_shown(await self._ask(EndLogin(login, name), AccountShown))

    async def audit_log(self, search: str = "", before: int = 0) -> AuditLog:
        """The hub's audit log, for an administrator; see `ReadAuditLog`."""
        answer = await self._ask(ReadAuditLog(search, before), AuditLog)
        return AuditLog(tuple(map(cleaned_line, answer.rows)), answer.more)

    async def accounts(self, search: str = "", state: str = "", role: str = "", skip: int = 0) -> AccountList:
        """The hub's accounts, for an administrator; see `ListAccounts`."""
        return _cleaned_accounts(await self._ask(ListAccounts(search, state, role, skip), AccountList))

    async def change_accounts(self, request: ChangeAccounts) -> AccountList:
        """Change accounts, as an administrator; see `ChangeAccounts`."""
        return _cleaned_accounts(await self._ask(request, AccountList))

    async def announce(self, listing: CircleListing, *, gone: bool = False) -> Announced:
        """List a circle that runs elsewhere, or remove it; see `AnnounceCircle`."""
        return await self._ask(AnnounceCircle(listing, gone), Announced)

    async def try_reach(self, port: int, *, tls: bool) -> ReachTried:
        """Have the hub connect to `port` of this machine; see `TryReach`."""
        return await self._ask(TryReach(port, tls), ReachTried)

    async def round_trip(self) -> Micros:
        """Measure the time that a request and its answer take on the network."""
        async with self._turn:
            reply, at = await self._exchange(ClockRequest(1, local_micros()), ClockReply)
        return Micros((at - reply.sent) - (reply.replied - reply.received))

    def close(self) -> None:
        """Close the connection. Idempotent."""
        if not self._transport.ended.done():
            self._transport.write(self._connection.send(Goodbye()))
            self._transport.close()

    async def _ask(self, request: Message, kind: type[AnswerT]) -> AnswerT:
        async with self._turn:
            return (await self._exchange(request, kind))[0]

    async def _exchange(self, request: Message, kind: type[AnswerT]) -> tuple[AnswerT, Micros]:
        if self._problem:
            raise DrumCircleError(self._problem, _RETRY)
        self._transport.write(self._connection.send(request))
        try:
            async with asyncio.timeout(ANSWER_TIMEOUT_S):
                answer = await self._answers.get()
        except TimeoutError:
            self._transport.abort("The hub does not answer.")
            answer = None
        if answer is None:
            raise DrumCircleError(self._problem or "The hub does not answer.", _RETRY)
        message, at = answer
        if isinstance(message, Declined):
            raise RequestDeclined(message.text)
        if not isinstance(message, kind):
            raise DrumCircleError("The hub gave an answer that does not fit.", "Update this program, or the hub.")
        return message, at

    def _receive(self, data: bytes, at: Micros) -> None:
        for item in self._connection.receive(data):
            match item:
                case ProtocolViolation():
                    self._drop(f"This is not a hub that this program understands ({item.text}).")
                case Closing():
                    self._problem = item.text
                case _ if self._answers.qsize() >= MAX_UNASKED:
                    self._drop("The hub sends answers that nothing asked for.")
                case _:
                    self._answers.put_nowait((item, at))

    def _drop(self, problem: str) -> None:
        """Fail at once, without waiting for the transport to end: nothing can be sent any more."""
        self._problem = problem
        self._transport.abort(problem)

    def _end(self, reason: str) -> None:
        self._problem = self._problem or reason
        self._answers.put_nowait(None)


def _cleaned_accounts(answer: AccountList) -> AccountList:
    return AccountList(answer.total, tuple(map(cleaned_account, answer.rows)))


_RETRY = "Check the hub's address, then try again."


@contextlib.asynccontextmanager
async def open_directory(address: HubAddress, token: str = "") -> AsyncIterator[DirectoryClient]:
    """A client of the hub at `address`, with the `token` of an account if there is one; DrumCircleError if it cannot be
    reached. If its pin was not known, that of the certificate that it shows is in the client's `address`."""
    pin = None if address.pin == NO_TLS else address.pin or ANY_PIN
    try:
        transport = await connect(Invite(address.host, address.port, "hub", "-", pin))
    except Unreachable as error:
        raise DrumCircleError(str(error).replace("The circle", "The hub"), _RETRY) from None
    except WrongPin:
        raise DrumCircleError(
            f"{address} is not the hub that it was: it shows another certificate.",
            "Ask its owner. If it was set up anew, enter its new link.",
        ) from None
    client = DirectoryClient(address.with_pin(transport.pin or NO_TLS), transport, token)
    try:
        await client.open()
        yield client
    finally:
        client.close()
