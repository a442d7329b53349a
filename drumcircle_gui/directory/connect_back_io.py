"""Asks a hub whether it can connect to a server on this machine, over IPv4 and over IPv6."""

import asyncio
import logging
import socket

from drumcircle_gui.errors import DrumCircleError

from .directory_client_io import open_directory
from .hub_address import HubAddress

log = logging.getLogger(__name__)

Seen = tuple[str, bool]
"""The address at which a hub sees this machine, and whether it reached the server there."""


async def seen_by(hub: HubAddress, port: int, pin: str | None) -> list[Seen]:
    """What the hub found at `port`, for each of its addresses; empty if it cannot be asked.

    `pin`: the pin of the server on this machine; None without TLS.
    """
    addresses = await _addresses(hub.host, hub.port)
    asked = (_seen_at(HubAddress(address, hub.port, hub.pin), port, pin) for address in addresses)
    return [seen for seen in await asyncio.gather(*asked) if seen is not None]


async def _seen_at(hub: HubAddress, port: int, pin: str | None) -> Seen | None:
    try:
        async with open_directory(hub) as client:
            tried = await client.try_reach(port, tls=pin is not None)
    except DrumCircleError as error:
        log.info("the hub at %s was asked to connect back: %s", hub, error)
        return None
    return tried.host, tried.reached and tried.pin == (pin or "")


async def _addresses(host: str, port: int) -> list[str]:
    """The hub's first IPv4 address and its first IPv6 address, as far as there are any."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        log.info("the hub %s has no address: %s", host, error)
        return []
    first = {family: str(address[0]) for family, *_, address in reversed(found)}
    return [first[family] for family in (socket.AF_INET, socket.AF_INET6) if family in first]
