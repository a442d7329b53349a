"""How far an address of a machine or a router reaches."""

import enum
import ipaddress

_SHARED = ipaddress.ip_network("100.64.0.0/10")
"""Providers number their customers with these when many of them share a public address (RFC 6598)."""


class Scope(enum.IntEnum):
    """From where an address can be reached."""

    COMPUTER = 1
    NETWORK = 2
    PROVIDER = 3
    """Only within the provider's network: the provider shares public addresses between customers."""
    INTERNET = 4


def scope_of(address: str) -> Scope:
    """From where `address` (IPv4 or IPv6, perhaps with a zone) can be reached; ValueError if it is none."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if parsed.is_loopback or parsed.is_unspecified:
        return Scope.COMPUTER
    if isinstance(parsed, ipaddress.IPv4Address) and parsed in _SHARED:
        return Scope.PROVIDER
    return Scope.INTERNET if parsed.is_global and not parsed.is_multicast else Scope.NETWORK


def is_ipv6(address: str) -> bool:
    return ":" in address


def usable(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses that an invite can name: public ones first, loopback last, IPv4 before IPv6, without duplicates.

    Otherwise the order stays. Link-local ones are left out: their zone means nothing on another machine.
    """
    kept = dict.fromkeys(each for each in addresses if not ipaddress.ip_address(each.partition("%")[0]).is_link_local)
    return tuple(sorted(kept, key=lambda each: (_RANK[scope_of(each)], is_ipv6(each))))


_RANK = {Scope.INTERNET: 0, Scope.NETWORK: 1, Scope.PROVIDER: 1, Scope.COMPUTER: 2}
