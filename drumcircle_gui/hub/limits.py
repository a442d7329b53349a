"""What the circles of a hub may use at most. Pure."""

from dataclasses import dataclass

MiB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class HubLimits:
    """A hub's owner may set them. `circles` of the hub; `each`: those that one account has created, or one address on a
    hub without accounts; `players` of a circle, conductors included; `recordings`: MiB of all circles that one account
    or address has created, until they are deleted."""

    circles: int = 1000
    each: int = 20
    players: int = 500
    recordings: int = 1024

    @property
    def recorded_bytes(self) -> int:
        return self.recordings * MiB


def creator_of(account: str, address: str) -> str:
    """Against which name's limits a circle counts: that of the `account`, "" for none, or of the `address`."""
    return f"account {account}" if account else address
