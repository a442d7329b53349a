"""Limits of what the circles of a hub may use. Pure."""

from dataclasses import dataclass

MiB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class HubLimits:
    """Limits that a hub's owner may set. `circles`: all circles of the hub. `players` of a circle, conductors included.

    `each`: circles created by one account, or by one address on a hub without accounts. `recordings`: MiB of the stored
    recordings of all circles that one account or address has created.
    """

    circles: int = 1000
    each: int = 20
    players: int = 500
    recordings: int = 1024

    @property
    def recorded_bytes(self) -> int:
        return self.recordings * MiB


def creator_of(account: str, address: str) -> str:
    """The name whose limits a circle counts for: the `account`, or, if that is "", the `address`."""
    return f"account {account}" if account else address
