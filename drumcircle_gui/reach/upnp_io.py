"""A router that opens ports by UPnP-IGD."""

import asyncio
import ipaddress
import logging
import socket
from collections.abc import Sequence
from urllib.parse import urlsplit

from .router_io import RouterError
from .upnp import (
    ACTION_FAILED,
    CONFLICT,
    MAX_BODY,
    ONLY_PERMANENT,
    SAME_PORTS_ONLY,
    SEARCH_ADDRESS,
    SEARCH_TARGETS,
    ControlService,
    SoapError,
    read_description,
    read_http,
    read_search_reply,
    read_soap_reply,
    search_request,
    soap_request,
)
from .verdict import NO_ADDRESS, PortMapping

log = logging.getLogger(__name__)

SEARCH_TIMEOUT_S = 2.5
"""How long to wait for answers to a search: routers may take the second that it allows, and some take longer."""

REQUEST_TIMEOUT_S = 5.0
_SEARCH_REPEATS_S = 0.6
MAX_REPLIES = 16
"""Maximum number of devices whose descriptions are read in one search."""

_DESCRIPTION = "Drum Circle"
_MAX_PORT_ATTEMPTS = 4


async def find_upnp(own_addresses: Sequence[str], search: tuple[str, int] = SEARCH_ADDRESS) -> "UpnpRouter | None":
    """The first router that answers in the networks of `own_addresses` (IPv4); None without one."""
    found = asyncio.Queue[tuple[str, str, str]](MAX_REPLIES)
    transports = [each for own in own_addresses if (each := await _search_from(own, found)) is not None]
    try:
        async with asyncio.timeout(SEARCH_TIMEOUT_S):
            return await _first_router(transports, found, search)
    except TimeoutError:
        return None
    finally:
        for transport in transports:
            transport.close()


async def _first_router(
    transports: list[asyncio.DatagramTransport], found: "asyncio.Queue[tuple[str, str, str]]", search: tuple[str, int]
) -> "UpnpRouter | None":
    seen: set[str] = set()
    while transports:
        for transport in transports:
            for target in SEARCH_TARGETS:
                transport.sendto(search_request(target), search)
        try:
            while True:
                async with asyncio.timeout(_SEARCH_REPEATS_S):
                    own, sender, url = await found.get()
                if url not in seen:
                    seen.add(url)
                    if (router := await _described(url, own)) is not None:
                        log.info("a router was found by UPnP: %s", sender)
                        return router
        except TimeoutError:
            continue  # a datagram may be lost: search again
    return None


async def _search_from(own: str, found: "asyncio.Queue[tuple[str, str, str]]") -> asyncio.DatagramTransport | None:
    try:
        sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sender.setblocking(False)
        sender.bind((own, 0))
        sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))
        sender.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 2)
        make = asyncio.get_running_loop().create_datagram_endpoint
        transport, _ = await make(lambda: _SearchReplies(own, found), sock=sender)
    except OSError as error:
        log.debug("no search from %s: %s", own, error)
        return None
    return transport


class _SearchReplies(asyncio.DatagramProtocol):
    def __init__(self, own: str, found: "asyncio.Queue[tuple[str, str, str]]") -> None:
        self._own, self._found = own, found

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        url = read_search_reply(data, addr[0])
        if url is not None and not self._found.full():
            self._found.put_nowait((self._own, addr[0], url))

    def error_received(self, exc: Exception) -> None:
        log.debug("a search failed: %s", exc)


async def _described(url: str, own: str) -> "UpnpRouter | None":
    try:
        status, text = await _http("GET", url)
    except RouterError as error:
        log.info("%s cannot be read: %s", url, error)
        return None
    service = read_description(text, url) if status == 200 else None
    return UpnpRouter(service, own) if service else None


class UpnpRouter:
    """Sends requests to the control service of a router. `own_address`: this machine's, in the router's network."""

    protocol = "UPnP"

    def __init__(self, service: ControlService, own_address: str) -> None:
        self._service, self._own_address = service, own_address

    async def external_address(self) -> str:
        try:
            address = await self._request("GetExternalIPAddress", {}, "NewExternalIPAddress")
            return str(ipaddress.IPv4Address(address))
        except SoapError as error:
            log.info("the router does not report its address: %s", error)
            return NO_ADDRESS if error.code == ACTION_FAILED else ""
        except ValueError:
            return NO_ADDRESS  # it is not valid, usually empty

    async def open_port(self, internal: int, external: int, lease_s: int) -> PortMapping:
        """Open the port. If `external` is taken, other ports are tried; a router without leases opens it without an
        end."""
        for attempt in range(_MAX_PORT_ATTEMPTS):
            try:
                await self._add(internal, external, lease_s)
                return PortMapping(await self.external_address(), external, internal, lease_s)
            except SoapError as error:
                if error.code == ONLY_PERMANENT and lease_s:
                    lease_s = 0
                elif error.code == CONFLICT and attempt + 1 < _MAX_PORT_ATTEMPTS:
                    external = 1024 + (external + 7919) % 64_000
                elif error.code == SAME_PORTS_ONLY and external != internal:
                    external = internal
                else:
                    raise RouterError(str(error)) from error
        raise RouterError("all ports that were tried are taken")

    async def close_port(self, mapping: PortMapping) -> None:
        try:
            await self._request("DeletePortMapping", _remote(mapping.port))
        except SoapError as error:
            raise RouterError(str(error)) from error

    async def _add(self, internal: int, external: int, lease_s: int) -> None:
        arguments = _remote(external) | {
            "NewInternalPort": internal,
            "NewInternalClient": self._own_address,
            "NewEnabled": 1,
            "NewPortMappingDescription": _DESCRIPTION,
            "NewLeaseDuration": lease_s,
        }
        await self._request("AddPortMapping", arguments)

    async def _request(self, action: str, arguments: dict[str, str | int], field: str = "") -> str:
        headers, body = soap_request(self._service, action, arguments)
        status, text = await _http("POST", self._service.url, headers, body)
        return read_soap_reply(status, text, field)


def _remote(external: int) -> dict[str, str | int]:
    return {"NewRemoteHost": "", "NewExternalPort": external, "NewProtocol": "TCP"}


async def _http(method: str, url: str, headers: dict[str, str] | None = None, body: bytes = b"") -> tuple[int, str]:
    """Send an HTTP request; return the status and the text of the answer. RouterError if there is no answer in time, or
    if it exceeds MAX_BODY."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or 80
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    fields = {"Host": f"{host}:{port}", "Connection": "close", "Content-Length": str(len(body))} | (headers or {})
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    request = f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body
    try:
        async with asyncio.timeout(REQUEST_TIMEOUT_S):
            return read_http(await _exchange(host, port, request))
    except (OSError, ValueError, TimeoutError) as error:
        raise RouterError(str(error) or "it does not answer") from error


async def _exchange(host: str, port: int, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(request)
        answer = bytearray()
        while len(answer) <= MAX_BODY and (data := await reader.read(65_536)):
            answer += data
        return bytes(answer)
    finally:
        writer.close()
