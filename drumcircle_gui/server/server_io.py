"""A circle's server: one call to start, one to close. Runs on any asyncio loop, in any thread."""

import asyncio
import errno
import logging
import secrets
import socket
from dataclasses import dataclass, field
from pathlib import Path

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.own_address_io import reachable_host
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.server.room.access import InviteKeys
from drumcircle_gui.server.room.room import MAX_MEMBERS, CircleRoom
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, Tempo, local_micros, seconds, tempo_of_bpm

from .acceptor_io import Acceptor
from .address_io import listening_socket
from .connection_io import CLOSE_TIMEOUT_S
from .identity_io import Identity, load_identity
from .recovery_io import load_recovery, recovery_file
from .room_runner_io import RoomRunner, Subscriber
from .stats import ServerStats

log = logging.getLogger(__name__)

CIRCLE_ENDED = "The conductor has ended the circle."

START_DELAY = seconds(2)

_EVERYDAY_TEMPO = tempo_of_bpm(120)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerConfig:
    """What circle to serve, and where: `bind` empty means all addresses, `port` 0 any free one. `running`: it plays
    from the beginning, and need not be started by a conductor.

    If a circle of this name was served on this port and killed no longer ago than its members' places are kept, it goes
    on as it was.
    """

    name: str
    data_dir: Path
    bind: str = ""
    port: int = 0
    tempo: Tempo = _EVERYDAY_TEMPO
    meter: Meter = field(default_factory=Meter)
    tls: bool = True
    running: bool = False
    max_members: int = MAX_MEMBERS


class Server:
    """Serves one circle from `start` to `close`. `port` and the invites are known once it has started."""

    port: int
    invite: Invite
    conductor_invite: Invite
    restored: Timeline | None = None
    """The timeline of the circle that goes on here after its server was killed; None if the circle is new."""

    def __init__(self, config: ServerConfig) -> None:
        self._config = config
        self._acceptor: Acceptor | None = None
        self._closed: asyncio.Future[None] | None = None

    async def start(self) -> None:
        """DrumCircleError if the address is taken or unknown, or the keys cannot be read."""
        config = self._config
        name = clean_name(config.name)
        known_as = load_identity(config.data_dir)
        context = known_as.context() if config.tls else None
        listening = self._listen()
        self.port = listening.getsockname()[1]
        self.invite = self._invite(name, known_as, known_as.keys.player)
        self.conductor_invite = self._invite(name, known_as, known_as.keys.conductor)
        self._runner = self._revived(name, known_as.keys) or self._new(name, known_as.keys)
        self._acceptor = Acceptor(listening, context, self._runner)
        self._runner.start()
        self._acceptor.start()

    def stats(self) -> ServerStats:
        """What the server has done since the last call. On the event loop's thread."""
        return self._runner.stats()

    def subscribe(self, subscriber: Subscriber | None) -> None:
        """Pass on all that is broadcast to `subscriber`, with its circle time; first the circle's present state, as a
        Welcome to no member. None ends the subscription. On the event loop's thread, once started."""
        self._runner.subscribe(subscriber)

    def report_trouble(self, topic: str, text: str) -> None:
        """Tell conductors, also those who join later, about a problem of this machine with `topic`.

        An empty `text` says that it is solved. From any thread, once started.
        """
        self._runner.report_trouble(topic, text)

    async def close(self) -> None:
        """Tell all members that the circle has ended, and wait until their connections are closed. Idempotent."""
        if self._closed is None:
            self._closed = asyncio.ensure_future(self._close())
        await asyncio.shield(self._closed)

    async def _close(self) -> None:
        if self._acceptor is None:
            return
        await self._acceptor.stop_accepting()
        self._runner.stop(CIRCLE_ENDED)
        await self._acceptor.wait_closed(CLOSE_TIMEOUT_S)
        await self._runner.close()

    def _new(self, name: str, keys: InviteKeys) -> RoomRunner:
        config = self._config
        timeline = Timeline.stopped(config.tempo, config.meter)
        if config.running:
            timeline = timeline.changed(START_DELAY, running=True)
        return RoomRunner(self._room(name, keys, timeline), local_micros(), self._memory)

    def _revived(self, name: str, keys: InviteKeys) -> RoomRunner | None:
        """The circle of this name that was killed on this port just now, if there is one."""
        if (found := load_recovery(self._memory, name)) is None:
            return None
        whole, began = found
        now = Micros(local_micros() - began)
        log.info("%s goes on after %.3f s", name, (now - whole.at) / SECOND)
        room = self._room(name, keys, Timeline(whole.timeline))
        self.restored = Timeline(whole.timeline)
        room.restore(whole, now)
        return RoomRunner(room, began, self._memory)

    def _room(self, name: str, keys: InviteKeys, timeline: Timeline) -> CircleRoom:
        return CircleRoom(name, keys, timeline, secrets.token_urlsafe, self._config.max_members)

    @property
    def _memory(self) -> Path:
        return recovery_file(self._config.data_dir, self.port)

    def _listen(self) -> socket.socket:
        bind, port = self._config.bind, self._config.port
        try:
            return listening_socket(bind, port)
        except OSError as error:
            raise _cannot_listen(bind, port, error) from error

    def _invite(self, circle: str, known_as: Identity, key: str) -> Invite:
        pin = known_as.pin if self._config.tls else None
        return Invite(reachable_host(self._config.bind), self.port, circle, key, pin)


def _cannot_listen(bind: str, port: int, error: OSError) -> DrumCircleError:
    if error.errno == errno.EADDRINUSE:
        return DrumCircleError(
            f"Port {port} is in use by another program, perhaps by another circle.",
            "Close that one, or choose another port.",
        )
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return DrumCircleError(f"This machine has no address {bind}.", "Leave the address empty to use all it has.")
    return DrumCircleError(f"Port {port} cannot be opened: {error.strerror}.", "Choose another port.")
