"""The address by which the server distinguishes clients. Pure."""

import ipaddress

_NETWORK_BITS = 64
"""An IPv6 network assigns at least this prefix to one site, which may use all addresses in it (RFC 6177)."""

UNKNOWN = "unknown"


def peer_host(peername: object) -> str:
    """The host in a socket's `peername`, as others can connect to it: IPv4 mapped into IPv6 as IPv4, no zone. UNKNOWN
    if there is none."""
    address = _parsed(peername)
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return UNKNOWN if address is None else str(mapped or address)


def client_address(peername: object) -> str:
    """The address in a socket's `peername`: IPv4 as it is, IPv6 as its network of 64 bits.

    IPv4 addresses mapped into IPv6 (RFC 4291) are given as IPv4. UNKNOWN if there is none.
    """
    address = _parsed(peername)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))
    return peer_host(peername)


def _parsed(peername: object) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    host = peername[0] if isinstance(peername, tuple) and peername else None
    try:
        return ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return None
