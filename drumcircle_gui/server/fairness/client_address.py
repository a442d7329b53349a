"""The address by which the server tells clients apart."""

import ipaddress

_NETWORK_BITS = 64
"""An IPv6 network assigns at least this prefix to one site, which may use all addresses in it (RFC 6177)."""

UNKNOWN = "unknown"


def client_address(peername: object) -> str:
    """The address in a socket's `peername`: IPv4 as it is, IPv6 as its network of 64 bits.

    IPv4 addresses mapped into IPv6 (RFC 4291) are given as IPv4. UNKNOWN if there is none.
    """
    host = peername[0] if isinstance(peername, tuple) and peername else None
    try:
        address = ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return UNKNOWN
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))
