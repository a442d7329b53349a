"""What routers that open ports have in common."""

from typing import Protocol

from .verdict import PortMapping


class RouterError(Exception):
    """The router did not do it; the text says why, as the end of a sentence."""


class Router(Protocol):
    """A router that was found in this network."""

    @property
    def protocol(self) -> str:
        """How it is asked: UPnP, NAT-PMP or PCP."""

    async def external_address(self) -> str:
        """Its address on the far side; "" if it has none or does not tell. RouterError if it does not answer."""

    async def open_port(self, internal: int, external: int, lease_s: int) -> PortMapping:
        """Have it pass connections to its port `external`, or another one, on to `internal` here. RouterError."""

    async def close_port(self, mapping: PortMapping) -> None:
        """Take `mapping` back. RouterError."""
