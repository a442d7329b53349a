"""A router that opens ports by NAT-PMP or PCP."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from typing import TypeVar

from .nat_pmp import (
    NETWORK_FAILURE,
    RETRY_DELAYS_S,
    ROUTER_PORT,
    UNSUPPORTED_VERSION,
    MappedPort,
    RouterRefused,
    address_request,
    map_request,
    pcp_map_request,
    read_address,
    read_map,
    read_pcp_map,
)
from .router_io import RouterError
from .verdict import NO_ADDRESS, PortMapping

log = logging.getLogger(__name__)

T = TypeVar("T")


async def find_nat_pmp(gateway: str, own_address: str) -> "NatPmpRouter | PcpRouter | None":
    """The router `gateway` if it answers NAT-PMP or PCP requests; None if not."""
    if not gateway:
        return None
    router = NatPmpRouter(gateway)
    try:
        await router.external_address()
    except RouterRefused as error:
        return PcpRouter(gateway, own_address) if error.result == UNSUPPORTED_VERSION else router
    except RouterError as error:
        log.info("no answer by NAT-PMP from %s: %s", gateway, error)
        return None
    return router


class NatPmpRouter:
    """Sends NAT-PMP requests to the router `gateway`."""

    protocol = "NAT-PMP"

    def __init__(self, gateway: str, port: int = ROUTER_PORT) -> None:
        self._gateway = gateway, port

    async def external_address(self) -> str:
        """The router's external address. Raises RouterError, or RouterRefused if the router answers with an error."""
        try:
            return await _ask(self._gateway, address_request(), read_address)
        except RouterRefused as error:
            if error.result == UNSUPPORTED_VERSION:
                raise
            return NO_ADDRESS if error.result == NETWORK_FAILURE else ""

    async def open_port(self, internal: int, external: int, lease_s: int) -> PortMapping:
        mapped = await self._map(internal, external, lease_s)
        return PortMapping(await self.external_address(), mapped.external, internal, mapped.lease_s)

    async def close_port(self, mapping: PortMapping) -> None:
        await self._map(mapping.internal, 0, 0)

    async def _map(self, internal: int, external: int, lease_s: int) -> MappedPort:
        request = map_request(internal, external, lease_s)
        try:
            return await _ask(self._gateway, request, lambda reply: read_map(reply, internal))
        except RouterRefused as error:
            raise RouterError(str(error)) from error


class PcpRouter:
    """Sends PCP requests to the router `gateway`, which reports its external address only together with a mapping."""

    protocol = "PCP"

    def __init__(self, gateway: str, own_address: str, port: int = ROUTER_PORT) -> None:
        self._gateway, self._own_address = (gateway, port), own_address
        self._nonce = secrets.token_bytes(12)

    async def external_address(self) -> str:
        return ""

    async def open_port(self, internal: int, external: int, lease_s: int) -> PortMapping:
        mapped = await self._map(internal, external, lease_s)
        return PortMapping(mapped.address, mapped.external, internal, mapped.lease_s)

    async def close_port(self, mapping: PortMapping) -> None:
        await self._map(mapping.internal, 0, 0)

    async def _map(self, internal: int, external: int, lease_s: int) -> MappedPort:
        request = pcp_map_request(self._nonce, self._own_address, internal, external, lease_s)
        try:
            return await _ask(self._gateway, request, lambda reply: read_pcp_map(reply, self._nonce, internal))
        except RouterRefused as error:
            raise RouterError(str(error)) from error


class _Replies(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.arrived: asyncio.Queue[bytes] = asyncio.Queue(16)

    def datagram_received(self, data: bytes, addr: object) -> None:
        if not self.arrived.full():
            self.arrived.put_nowait(data)

    def error_received(self, exc: Exception) -> None:
        log.debug("the router's port is closed: %s", exc)


async def _ask(gateway: tuple[str, int], request: bytes, read: Callable[[bytes], T | None]) -> T:
    """Send a request; return the first reply that `read` accepts. RouterError without one, RouterRefused
    for an error."""
    try:
        transport, replies = await asyncio.get_running_loop().create_datagram_endpoint(_Replies, remote_addr=gateway)
    except OSError as error:
        raise RouterError(f"it cannot be reached: {error}") from error
    try:
        for delay in RETRY_DELAYS_S:
            transport.sendto(request)
            try:
                async with asyncio.timeout(delay):
                    return await _first_reply(replies, read)
            except TimeoutError:
                log.debug("no reply from %s within %s s", gateway[0], delay)
        raise RouterError("it does not answer")
    finally:
        transport.close()


async def _first_reply(replies: _Replies, read: Callable[[bytes], T | None]) -> T:
    while True:
        if (result := read(await replies.arrived.get())) is not None:
            return result
