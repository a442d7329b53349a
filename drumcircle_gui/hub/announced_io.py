"""Connects to the servers of announced circles, before the circles are listed and periodically while they are.

A list sends players to the addresses in it. Therefore an announcer may name only the address of a Drum Circle server
that has the announced certificate, and the hub checks that itself. The check must not let anyone scan other people's
ports or the hub's own network: the hub connects to the announcer's own address and to public addresses only, a few
times a minute, and reports only whether the announced server is there.
"""

import asyncio
import ipaddress
import logging
import socket
from dataclasses import dataclass, field

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.timing.backoff import Backoff
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .connect_back_io import LEAST_PORT, TRY_TIMEOUT_S
from .listings import NO_TLS
from .probe_io import ServerProbe
from .probe_limits import ProbeLimits

log = logging.getLogger(__name__)

CHECK_INTERVAL = Micros(300 * SECOND)
"""A server that was reached is checked again after this time."""

FIRST_PAUSE, LONGEST_PAUSE = Micros(5 * SECOND), Micros(600 * SECOND)
"""Shortest and longest time until a server that was not reached is tried again."""

MAX_SERVERS = 20_000

_NOT_REACHED = "The hub cannot reach a Drum Circle server with this certificate at the circle's address."
_BUSY = "The hub has looked for announced circles often enough for now."

Server = tuple[str, int, str]
"""Host, port and pin."""


@dataclass(slots=True)
class _State:
    good_until: Micros | None = None
    pauses: Backoff = field(default_factory=lambda: Backoff(FIRST_PAUSE, LONGEST_PAUSE))


class AnnouncedServers:
    """Knows which announced servers can be reached. Use on the event loop's thread.

    The number of servers is limited; beyond it, the one that was tried longest ago is forgotten.
    """

    def __init__(self) -> None:
        self._servers: dict[Server, _State] = {}
        self._limits = ProbeLimits()

    def is_good(self, listing: CircleListing) -> bool:
        """Whether the server of `listing` was reached recently."""
        state = self._servers.get(_server(listing))
        return state is not None and state.good_until is not None and local_micros() < state.good_until

    async def check(self, listing: CircleListing, own: str, address: str) -> None:
        """Raise DrumCircleError unless the server of `listing` can be reached. `own`: the announcer's host; `address`:
        the one that its limits count for."""
        server = _server(listing)
        state = self._servers.pop(server, None) or _State()
        self._servers[server] = state
        if len(self._servers) > MAX_SERVERS:
            del self._servers[next(iter(self._servers))]
        if not state.pauses.may_try(local_micros()):
            raise DrumCircleError(_NOT_REACHED)
        if await self._is_there(server, own, address):
            state.good_until = Micros(local_micros() + CHECK_INTERVAL)
            return state.pauses.succeed()
        state.good_until = None
        state.pauses.fail(local_micros())
        raise DrumCircleError(_NOT_REACHED)

    async def _is_there(self, server: Server, own: str, address: str) -> bool:
        """Whether the server is there. DrumCircleError if the address, or the announcer, was tried too often."""
        host, port, pin = server
        try:
            async with asyncio.timeout(TRY_TIMEOUT_S):
                found = await _resolve(host, port)
                if port < LEAST_PORT or found is None or not may_connect(found, own):
                    return False
                counted = [address] if found == own else [address, f"to {found}"]
                if not self._limits.begin(counted, local_micros()):
                    raise DrumCircleError(_BUSY)
                try:
                    async with ServerProbe(found, port, tls=pin != NO_TLS) as probe:
                        return probe.pin == pin.removeprefix(NO_TLS) and await probe.is_drum_circle()
                finally:
                    self._limits.end()
        except (OSError, TimeoutError) as error:
            log.debug("%s port %d cannot be reached: %s", host, port, error or "no answer")
            return False


def may_connect(host: str, own: str) -> bool:
    """Whether a hub may connect to the address `host` for an announcer at `own`."""
    target = ipaddress.ip_address(host.partition("%")[0])
    return host == own or (target.is_global and not target.is_multicast)


async def _resolve(host: str, port: int) -> str | None:
    """The first address of `host`."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError:
        return None
    return str(found[0][4][0]) if found else None


def _server(listing: CircleListing) -> Server:
    return listing.host.casefold(), listing.port, listing.pin or NO_TLS
