"""One client of a hub's directory: its requests, answered in the order they came."""

import asyncio
import logging
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import (
    AnnounceCircle,
    Announced,
    CircleCreated,
    CircleListing,
    CreateCircle,
    DirectoryOpened,
    ListCircles,
    LogIn,
    OpenDirectory,
    ToHub,
    TryReach,
)
from drumcircle_gui.protocol.fields import MAX_SHORT_LENGTH, Message
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, ClockRequest, Closing, Declined
from drumcircle_gui.server.connection_io import ServerConnection
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros, local_micros

from .account_session_io import AccountSession
from .accounts.account import AccountsUnusable
from .announced_io import AnnouncedServers
from .circles_io import HostedCircles
from .connect_back_io import ConnectBack
from .limits import creator_of
from .listings import ANNOUNCEMENT_LIFETIME, Listings

if TYPE_CHECKING:
    from .accounts.accounts_io import Accounts

log = logging.getLogger(__name__)

MAX_WAITING = 32
"""Requests of one connection that wait for an earlier one."""

_SLOW_DOWN = Closing("slow-down", "So many requests at once: wait for the answers.", again=True)
_NO_USE = Declined("account", "This request is of no use here.")
_NO_FILE = Declined("account", "The hub cannot read or save its accounts now. Try again later, or ask its owner.")
_TOO_MANY = Declined("too-many", "Too many circles are announced from your network already.")


@dataclass(frozen=True, slots=True)
class DirectoryDesk:
    """The data shared by all sessions. `host` and `port` are for invites; "" and 0 where clients use the address they
    know. Without `accounts` everybody may create circles."""

    name: str
    circles: HostedCircles
    listings: Listings
    host: str = ""
    port: int = 0
    accounts: "Accounts | None" = None
    connect_back: ConnectBack = field(default_factory=ConnectBack)
    announced: AnnouncedServers = field(default_factory=AnnouncedServers)


class DirectorySession:
    """Answers the requests that arrive on `connection`."""

    def __init__(self, connection: ServerConnection, desk: DirectoryDesk, request: OpenDirectory, tasks: Tasks) -> None:
        self._connection, self._desk, self._tasks = connection, desk, tasks
        self._waiting: deque[ToHub] = deque()
        self._working: asyncio.Task[None] | None = None
        self._logging_in: asyncio.Task[None] | None = None
        self._account = AccountSession(desk.accounts, connection.address, request.account)
        registered = desk.accounts is not None
        connection.send(DirectoryOpened(PROTOCOL_VERSION, desk.name, connection.host, registered))

    def receive(self, message: Message) -> None:
        """Take a request; it is answered after the earlier ones. (The connection itself answers a ClockRequest.)"""
        if isinstance(message, ToHub):
            self._waiting.append(message)
            if self._working is None:
                self._answer_next()
            elif len(self._waiting) > MAX_WAITING:
                self._connection.close(_SLOW_DOWN)
        elif not isinstance(message, ClockRequest):
            log.debug("%s: %s is of no use here", self._connection, type(message).__name__)

    def close(self) -> None:
        """The connection has ended. A circle that is being created is completed. A login is cancelled, because many may
        wait for a password's hash."""
        self._waiting.clear()
        if self._logging_in is not None:
            self._logging_in.cancel()

    def _answer_next(self) -> None:
        while self._waiting and self._working is None:
            match self._waiting.popleft():
                case ListCircles(search, known):
                    self._connection.send(self._desk.listings.find(search, known, local_micros()))
                case AnnounceCircle() as request if request.gone or self._desk.announced.is_good(self._placed(request)):
                    self._connection.send(self._announce(request))
                case request:
                    self._working = self._tasks.start(self._answer(request), f"{type(request).__name__} of a client")
                    self._logging_in = self._working if isinstance(request, LogIn) else None

    async def _answer(self, request: ToHub) -> None:
        """Answer a request that waits for the disk, for the network, or for a password's hash."""
        try:
            answer = await self._work(request)
        except AccountsUnusable:  # its text names a file of the hub, and is in the log
            answer = _NO_FILE
        except DrumCircleError as error:
            text = str(error)[:MAX_SHORT_LENGTH]
            answer = _declined(request, text)
        finally:
            self._working = self._logging_in = None
        self._connection.send(answer)
        self._answer_next()

    async def _work(self, request: ToHub) -> Message:
        match request:
            case AnnounceCircle():
                return await self._check_and_announce(request)
            case CreateCircle():
                return await self._create(request)
            case TryReach():
                return await self._desk.connect_back.attempt(request, self._connection.host, self._connection.address)
        return await self._account.answer(request) or _NO_USE

    async def _check_and_announce(self, request: AnnounceCircle) -> Announced | Declined:
        listing, address = self._placed(request), self._connection.address
        try:
            await self._desk.announced.check(listing, self._connection.host, address)
        except DrumCircleError:
            self._desk.listings.withdraw(listing, address)
            raise
        return self._announce(request)

    def _announce(self, request: AnnounceCircle) -> Announced | Declined:
        listing, address = self._placed(request), self._connection.address
        if request.gone:
            self._desk.listings.withdraw(listing, address)
            return Announced(Micros(0), listing.host)
        shown = self._desk.listings.announce(listing, address, local_micros())
        return _TOO_MANY if shown is None else Announced(ANNOUNCEMENT_LIFETIME, shown.host)

    def _placed(self, request: AnnounceCircle) -> CircleListing:
        """The listing; if it names no address, with that of the announcer."""
        host = request.listing.host or self._connection.host
        return msgspec.structs.replace(request.listing, host=host)

    async def _create(self, request: CreateCircle) -> CircleCreated:
        creator = creator_of(await self._account.creating(), self._connection.address)
        record = await self._desk.circles.create(request, creator)
        keys = record.player_key, record.conductor_key
        return CircleCreated(record.id, *keys, self._desk.host, self._desk.port)


def _declined(request: ToHub, text: str) -> Declined:
    match request:
        case CreateCircle():
            return Declined("not-created", text)
        case TryReach():
            return Declined("not-tried", text)
        case AnnounceCircle():
            return Declined("not-reached", text)
    return Declined("account", text)
