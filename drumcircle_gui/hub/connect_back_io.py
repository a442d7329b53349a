"""Connects back to a client and reports the server it finds there.

It connects only to the address that the client's own connection comes from, so that nobody can use a hub to scan the
ports of others. The number of attempts at a time is limited, in total and for each address.
"""

import asyncio
import ipaddress
import logging

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import ReachTried, TryReach
from drumcircle_gui.timing.units import local_micros

from .probe_io import ServerProbe
from .probe_limits import ProbeLimits

log = logging.getLogger(__name__)

LEAST_PORT = 1024
"""Lowest port to connect to: lower ones belong to services of the system and of routers."""

TRY_TIMEOUT_S = 4.0

_BUSY = ("The hub has tried often enough for now.", "Wait a minute.")
_NOT_THERE = ("The hub does not connect to this address or port.", "Use a port from 1024 on.")


class ConnectBack:
    """Connects back for clients of the directory, by `attempt`. Use on the event loop's thread."""

    def __init__(self) -> None:
        self._limits = ProbeLimits()

    async def attempt(self, request: TryReach, host: str, address: str) -> ReachTried:
        """Connect to the requesting client's own `host`; `address`: the one that its limits count for. DrumCircleError
        if the attempt is not allowed."""
        if request.port < LEAST_PORT or not is_elsewhere(host):
            raise DrumCircleError(*_NOT_THERE)
        if not self._limits.begin([address], local_micros()):
            raise DrumCircleError(*_BUSY)
        try:
            async with asyncio.timeout(TRY_TIMEOUT_S), ServerProbe(host, request.port, tls=request.tls) as probe:
                return ReachTried(host, True, probe.pin)
        except (OSError, TimeoutError) as error:
            log.debug("%s port %d cannot be reached: %s", host, request.port, error or "no answer")
            return ReachTried(host, False)
        finally:
            self._limits.end()


def is_elsewhere(host: str) -> bool:
    """Whether `host` is the address of another machine. A connection from this machine may have been forwarded by a
    proxy, so its address is not the client's."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified or address.is_multicast or address.is_link_local)
