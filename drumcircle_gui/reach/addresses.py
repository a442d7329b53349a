"""The scope of an address: from where a machine or a router can be reached at it. Pure."""

import enum
import ipaddress

_SHARED = ipaddress.ip_network("100.64.0.0/10")
"""Addresses that providers give to customers who share a public address (RFC 6598)."""


class Scope(enum.IntEnum):
    """The places from where an address can be reached."""

    COMPUTER = 1
    NETWORK = 2
    PROVIDER = 3
    """Only within the provider's network: the provider shares public addresses between customers."""
    INTERNET = 4


def scope_of(address: str) -> Scope:
    """The scope of `address` (IPv4 or IPv6, with or without a zone); ValueError if it is not an address."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if parsed.is_loopback or parsed.is_unspecified:
        return Scope.COMPUTER
    if isinstance(parsed, ipaddress.IPv4Address) and parsed in _SHARED:
        return Scope.PROVIDER
    return Scope.INTERNET if parsed.is_global and not parsed.is_multicast else Scope.NETWORK


def is_ipv6(address: str) -> bool:
    return ":" in address


def usable(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses that an invite can contain: public ones first, loopback last, IPv4 before IPv6, without duplicates.

    Within that the order is kept. Link-local ones are left out, because their zone is meaningless on another machine.
    """
    kept = dict.fromkeys(each for each in addresses if not ipaddress.ip_address(each.partition("%")[0]).is_link_local)
    return tuple(sorted(kept, key=lambda each: (_RANK[scope_of(each)], is_ipv6(each))))


_RANK = {Scope.INTERNET: 0, Scope.NETWORK: 1, Scope.PROVIDER: 1, Scope.COMPUTER: 2}
