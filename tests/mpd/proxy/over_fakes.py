"""A dispatcher over a group of fake MPD servers, all in the test's own loop."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig
from drumcircle_gui.mpd.group.commands_io import GroupCommands
from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.group.volume_io import VolumeControl
from drumcircle_gui.mpd.protocol.command_table import COMMANDS, Permission
from drumcircle_gui.mpd.protocol.requests import Request
from drumcircle_gui.mpd.proxy.client_session import ClientSession
from drumcircle_gui.mpd.proxy.client_sessions import ClientSessions
from drumcircle_gui.mpd.proxy.dispatcher_io import Dispatcher
from drumcircle_gui.mpd.proxy.handlers_io import Handlers
from drumcircle_gui.mpd.proxy.server_io import Proxy
from tests.mpd.fake import HOST, Fake, Silent, fake

STATUS = b"repeat: 0\nrandom: 0\nsingle: 0\nconsume: 0\nplaylist: 1\nplaylistlength: 0\nstate: stop\n"


@dataclass
class FakeState:
    """What a stopped MPD with an empty queue answers; `replies` are by whole line, before everything else."""

    replies: dict[bytes, Callable[[], bytes]] = field(default_factory=dict)

    def __call__(self, line: bytes) -> bytes:
        if line in self.replies:
            return self.replies[line]()
        if line == b"idle":
            raise Silent
        known = {
            b"status": STATUS,
            b"replay_gain_status": b"replay_gain_mode: off\n",
            b"commands": b"".join(b"command: %s\n" % name.encode() for name in COMMANDS),
        }
        return known.get(line, b"")


@dataclass
class Dispatched:
    """The dispatcher and its surroundings. `sent` collects the notifications to idle sessions."""

    dispatcher: Dispatcher
    sessions: ClientSessions
    group: Group
    servers: list[Fake]

    def session(self) -> ClientSession:
        return self.sessions.open(lambda reply: None)

    async def ask(self, session: ClientSession, *lines: bytes, listed: bool = False) -> bytes:
        """The complete reply."""
        pieces: list[bytes] = []

        async def keep(piece: bytes) -> None:
            pieces.append(piece)

        rest = await self.dispatcher.answer(session, Request(lines, listed), keep)
        return b"".join((*pieces, rest))


@asynccontextmanager
async def connected(dispatched: Dispatched) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A client of a proxy's port, which has read the greeting."""
    proxy = Proxy(dispatched.dispatcher, dispatched.sessions, f"{HOST}:0")
    await proxy.open()
    try:
        reader, writer = await asyncio.open_connection(HOST, int(proxy.listening.rpartition(":")[2]))
        try:
            await reader.readline()
            yield reader, writer
        finally:
            writer.close()
    finally:
        await proxy.close()


def _notify_soon(sessions: ClientSessions, events: frozenset[str]) -> None:
    sessions.collect(events)
    asyncio.get_running_loop().call_soon(sessions.notify)


@asynccontextmanager
async def dispatched(*states: FakeState) -> AsyncIterator[Dispatched]:
    """A dispatcher over one fake server for each state; the first one leads by default."""
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(fake(state)) for state in states or (FakeState(),)]
        rooms = tuple(RoomConfig(f"room {n}", HOST, each.port) for n, each in enumerate(servers))
        sessions = ClientSessions({}, Permission.ALL)
        group = Group(RoomsConfig(rooms=rooms), lambda events: _notify_soon(sessions, events))
        handlers = Handlers(group, GroupCommands(group), VolumeControl(group), sessions)
        await group.open()
        try:
            await group.wait_for_lead()
            yield Dispatched(Dispatcher(group, handlers, sessions), sessions, group, servers)
        finally:
            await group.close()
