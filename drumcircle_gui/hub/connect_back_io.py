"""Connects back to a client and reports the server it finds there.

Only to the address from which the client's own connection comes, so that a hub cannot be used to scan the ports of
others. The number of attempts at a time is limited, in total and for each address.
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
"""Ports below it are those of the system's services, and of routers."""

TRY_TIMEOUT_S = 4.0

_BUSY = ("The hub has tried often enough for now.", "Wait a minute.")
_NOT_THERE = ("The hub does not connect to this address or port.", "Use a port from 1024 on.")


class ConnectBack:
    """`attempt` is the whole of it. On the event loop's thread."""

    def __init__(self) -> None:
        self._limits = ProbeLimits()

    async def attempt(self, request: TryReach, host: str, address: str) -> ReachTried:
        """Connect to the asking client's own `host`; `address` is what it is known by. DrumCircleError if that is not
        tried."""
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
    """Whether `host` is the address of another machine: clients of this one come through something that passes their
    connections on, so that it is not theirs."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified or address.is_multicast or address.is_link_local)
