"""Connects back to a client and reports the server it finds there.

Only to the address from which the client's own connection comes, so that a hub cannot be used to scan the ports of
others. The number of attempts at a time is limited, in total and for each address.
"""

import asyncio
import hashlib
import ipaddress
import logging
import ssl
from typing import cast

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import ReachTried, TryReach
from drumcircle_gui.server.fairness.token_bucket import TokenBucket
from drumcircle_gui.timing.units import Micros, local_micros

log = logging.getLogger(__name__)

LEAST_PORT = 1024
"""Ports below it are those of the system's services, and of routers."""

TRIES_PER_MINUTE, TRIES_AT_ONCE = 6, 4
"""Attempts of one address at a time."""

MAX_TRYING = 16
"""Attempts of all addresses at a time."""

TRY_TIMEOUT_S = 4.0
MAX_ADDRESSES = 4096

_BUSY = ("The hub has tried often enough for now.", "Wait a minute.")
_NOT_THERE = ("The hub does not connect to this address or port.", "Use a port from 1024 on.")


class ConnectBack:
    """`attempt` is the whole of it. On the event loop's thread."""

    def __init__(self) -> None:
        self._buckets: dict[str, TokenBucket] = {}
        self._trying = 0
        self._context = _any_certificate()

    async def attempt(self, request: TryReach, host: str, address: str) -> ReachTried:
        """Connect to the asking client's own `host`; `address` is what it is known by. DrumCircleError if that is not
        tried."""
        if request.port < LEAST_PORT or not is_elsewhere(host):
            raise DrumCircleError(*_NOT_THERE)
        if self._trying >= MAX_TRYING or not self._may_try(address, local_micros()):
            raise DrumCircleError(*_BUSY)
        self._trying += 1
        try:
            async with asyncio.timeout(TRY_TIMEOUT_S):
                pin = await self._connect(host, request.port, tls=request.tls)
        except (OSError, TimeoutError) as error:
            log.debug("%s port %d cannot be reached: %s", host, request.port, error or "no answer")
            return ReachTried(host, False)
        finally:
            self._trying -= 1
        return ReachTried(host, True, pin)

    async def _connect(self, host: str, port: int, *, tls: bool) -> str:
        """The digest of the certificate that is shown there; "" without TLS. Raises OSError, TimeoutError."""
        context = self._context if tls else None
        _, writer = await asyncio.open_connection(host, port, ssl=context, server_hostname="" if tls else None)
        try:
            if not tls:
                return ""
            shown = cast(ssl.SSLObject, writer.get_extra_info("ssl_object")).getpeercert(binary_form=True)
            return hashlib.sha256(shown or b"").hexdigest()
        finally:
            writer.transport.abort()

    def _may_try(self, address: str, now: Micros) -> bool:
        bucket = self._buckets.pop(address, None) or TokenBucket(TRIES_PER_MINUTE, TRIES_AT_ONCE * 60)
        self._buckets[address] = bucket
        if len(self._buckets) > MAX_ADDRESSES:
            del self._buckets[next(iter(self._buckets))]
        return bucket.take(60, now) == 60


def is_elsewhere(host: str) -> bool:
    """Whether `host` is the address of another machine: clients of this one come through something that passes their
    connections on, so that it is not theirs."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified or address.is_multicast or address.is_link_local)


def _any_certificate() -> ssl.SSLContext:
    """The client compares the digest: it knows its own certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
