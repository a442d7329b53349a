"""The interface of routers that open ports."""

from typing import Protocol

from .verdict import PortMapping


class RouterError(Exception):
    """The router did not carry out a request. The text says why; it completes a sentence."""


class Router(Protocol):
    """A router that was found in this network."""

    @property
    def protocol(self) -> str:
        """The protocol by which the router is asked: UPnP, NAT-PMP or PCP."""

    async def external_address(self) -> str:
        """The router's external address; "" if it has none or does not report it. RouterError if it does not answer."""

    async def open_port(self, internal: int, external: int, lease_s: int) -> PortMapping:
        """Have the router forward connections to its port `external`, or another one, to `internal` here. Raises
        RouterError."""

    async def close_port(self, mapping: PortMapping) -> None:
        """Remove `mapping`. Raises RouterError."""
