"""A circle's server: one call to start, one to close. Runs on any asyncio loop, in any thread."""

import asyncio
import errno
import logging
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

import drumcircle_gui.protocol.glyphs  # noqa: F401  (the first text that needs it must not hold up the circle)
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.own_address_io import reachable_host
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.protocol.entry_messages import BY_INVITE, OPEN
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.server.entry.access import InviteKeys
from drumcircle_gui.server.entry.entry_file_io import FILE_NAME, EntryFile
from drumcircle_gui.server.loops.loop_files_io import LoopFiles
from drumcircle_gui.server.room.room import MAX_MEMBERS, CircleRoom
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, Tempo, local_micros, seconds, tempo_of_bpm, wall_micros

from .acceptor_io import Acceptor
from .address_io import listening_socket
from .connection_io import CLOSE_TIMEOUT_S
from .identity_io import load_identity, renew_keys
from .recovery_io import load_recovery, recovery_file
from .room_runner_io import RoomRunner, Subscriber
from .stats import ServerStats
from .workload_io import RoomHost

log = logging.getLogger(__name__)

CIRCLE_ENDED = "The conductor has ended the circle."

START_DELAY = seconds(2)
"""Time from the launch of a circle that is `running` to its first beat."""

_DEFAULT_TEMPO = tempo_of_bpm(120)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerConfig:
    """The circle to serve, and its address. `bind` empty: all addresses; `port` 0: any free port.

    `running`: the circle plays from the beginning, without a conductor's Start. If the server of a circle of this name
    on this port was killed while its members' seats are still kept, that circle is continued instead. `entry`: the
    initial entry policy. Limited invites and bans are stored in `data_dir`, like the keys. `announce`: the hub that is
    to list the circle, if any.
    """

    name: str
    data_dir: Path
    bind: str = ""
    port: int = 0
    tempo: Tempo = _DEFAULT_TEMPO
    meter: Meter = field(default_factory=Meter)
    tls: bool = True
    running: bool = False
    max_members: int = MAX_MEMBERS
    announce: str = ""
    entry: str = BY_INVITE


class Server:
    """Serves one circle from `start` to `close`. `port` and the invites are known once it has started. `on_renewed` is
    called when a conductor has replaced the invites."""

    port: int
    invite: Invite
    conductor_invite: Invite
    restored: Timeline | None = None
    """The timeline of the circle that was restored after its server was killed; None if the circle is new."""

    def __init__(self, config: ServerConfig) -> None:
        self._config = config
        self.on_renewed: Callable[[], None] = lambda: None
        self._acceptor: Acceptor | None = None
        self._closed: asyncio.Future[None] | None = None
        self._entry_file = EntryFile(config.data_dir / FILE_NAME, wall_micros)
        self._host = RoomHost(on_entry=self._entry_file.save, new_keys=self._new_keys)

    async def start(self) -> None:
        """Start serving. DrumCircleError if the address is taken or unknown, or if the keys cannot be read."""
        config = self._config
        self._identity = identity = load_identity(config.data_dir)
        context = identity.tls_context() if config.tls else None
        listening = self._listen()
        self.port = listening.getsockname()[1]
        self._make_invites(identity.keys)
        self._runner = self._restore(identity.keys) or self._new(identity.keys)
        self._acceptor = Acceptor(listening, context, self._runner)
        self._runner.start()
        self._acceptor.start()
        log.info("Serving %s on port %d", self._name, self.port)

    def stats(self) -> ServerStats:
        """Statistics since the last call. Use on the event loop's thread."""
        return self._runner.stats()

    def listing(self) -> CircleListing:
        """The circle as a hub lists it now, reached at the address from which it is announced."""
        room, now = self._runner.room, self._runner.now()
        latest = room.timeline.latest
        return CircleListing(
            id="",
            name=self._name,
            about="",
            tempo=latest.tempo,
            meter=latest.meter,
            running=latest.running,
            players=room.connected_players,
            entry=room.entry_policy,
            age=now,
            port=self.port,
            pin=self.invite.pin or "none",
            key=self.invite.key if room.entry_policy == OPEN else "",
        )

    def subscribe(self, subscriber: Subscriber | None) -> None:
        """Pass everything that is broadcast to `subscriber`, with its circle time, after the circle's present state as
        a Welcome that is addressed to no member. None ends the subscription. Use on the event loop's thread, once
        started."""
        self._runner.subscribe(subscriber)

    def report_trouble(self, topic: str, text: str) -> None:
        """Notify conductors, also those who join later, of a problem of this machine with `topic`.

        An empty `text`: it is solved. Call it from any thread, once started.
        """
        self._runner.report_trouble(topic, text)

    def loop_file(self, name: str) -> bytes | None:
        """The file of a loop of the circle, by its SHA-256; None if there is none. On worker threads."""
        return LoopFiles(self._log_path).read(name)

    async def close(self) -> None:
        """Notify all members that the circle has ended, and wait until their connections are closed. Idempotent."""
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
        await self._entry_file.close()

    @property
    def _name(self) -> str:
        return clean_name(self._config.name)

    def _new(self, keys: InviteKeys) -> RoomRunner:
        config = self._config
        timeline = Timeline.stopped(config.tempo, config.meter)
        if config.running:
            timeline = timeline.changed(START_DELAY, running=True)
        room = self._room(keys, timeline)
        self._keep_entry(room, Micros(0))
        return RoomRunner(room, local_micros(), self._log_path, self._host)

    def _restore(self, keys: InviteKeys) -> RoomRunner | None:
        """The circle of this name whose server was killed on this port recently; None if there is none."""
        if (found := load_recovery(self._log_path, self._name)) is None:
            return None
        saved, began = found
        now = Micros(local_micros() - began)
        log.info("%s was restored after %.3f s", self._name, (now - saved.at) / SECOND)
        self.restored = Timeline(saved.timeline)
        room = self._room(keys, self.restored)
        room.restore(saved, now)
        self._keep_entry(room, now)
        return RoomRunner(room, began, self._log_path, self._host)

    def _keep_entry(self, room: CircleRoom, now: Micros) -> None:
        """Restore invites and bans; if the circle itself is restored, its entry policy, too."""
        saved = self._entry_file.load(now)
        room.restore_entry(saved if self.restored else msgspec.structs.replace(saved, policy=""))

    def _room(self, keys: InviteKeys, timeline: Timeline) -> CircleRoom:
        config = self._config
        return CircleRoom(self._name, keys, timeline, secrets.token_urlsafe, config.max_members, entry=config.entry)

    @property
    def _log_path(self) -> Path:
        return recovery_file(self._config.data_dir, self.port)

    def _listen(self) -> socket.socket:
        bind, port = self._config.bind, self._config.port
        try:
            return listening_socket(bind, port)
        except OSError as error:
            raise cannot_listen(bind, port, error) from error

    async def _new_keys(self) -> InviteKeys:
        keys = await asyncio.to_thread(renew_keys, self._config.data_dir)
        self._make_invites(keys)
        log.info("The invites of %s were replaced", self._name)
        self.on_renewed()
        return keys

    def _make_invites(self, keys: InviteKeys) -> None:
        self.invite = self._invite(keys.player)
        self.conductor_invite = self._invite(keys.conductor)

    def _invite(self, key: str) -> Invite:
        pin = self._identity.pin if self._config.tls else None
        return Invite(reachable_host(self._config.bind), self.port, self._name, key, pin)


def cannot_listen(bind: str, port: int, error: OSError) -> DrumCircleError:
    """The error for the user when `listening_socket` has failed."""
    if error.errno == errno.EADDRINUSE:
        return DrumCircleError(
            f"Port {port} is in use by another program, perhaps by another circle.",
            "Close that one, or choose another port.",
        )
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return DrumCircleError(f"This machine has no address {bind}.", "Leave the address empty to use all it has.")
    return DrumCircleError(f"Port {port} cannot be opened: {error.strerror}.", "Choose another port.")
