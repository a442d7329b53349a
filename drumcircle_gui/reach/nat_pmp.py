"""NAT-PMP (RFC 6886) and PCP (RFC 6887): the packets that ask a router for its address and for an open port. Pure.

Both use UDP port 5351 of the router. PCP is the newer one; a router that supports only PCP answers a NAT-PMP request
with the result "unsupported version".
"""

import ipaddress
from dataclasses import dataclass
from struct import Struct

ROUTER_PORT = 5351
RETRY_DELAYS_S = (0.25, 0.5, 1.0)
"""Times to wait for a reply before a request is repeated. (The RFC continues up to 64 s; a router is near.)"""

UNSUPPORTED_VERSION = 1
NETWORK_FAILURE = 3

_RESULTS = {
    2: "it is set not to open ports",
    NETWORK_FAILURE: "it has no connection to the internet",
    4: "it has no ports left",
    8: "it has no ports left",
    11: "another program has this port",
}

_HEADER = Struct("!BBH")
_ADDRESS_REPLY = Struct("!BBHI4s")
_MAP_REQUEST = Struct("!BBHHHI")
_MAP_REPLY = Struct("!BBHIHHI")
_TCP = 2
_REPLY = 128

_PCP_VERSION = 2
_PCP_MAP = 1
_PCP_REQUEST = Struct("!BBHI16s12sB3xHH16s")
_PCP_REPLY = Struct("!BBxBII12x12sB3xHH16s")
_PCP_TCP = 6
_ANY_IPV4 = b"\x00" * 10 + b"\xff\xff" + b"\x00" * 4


@dataclass(frozen=True, slots=True)
class MappedPort:
    """The router has opened `external` for `lease_s` seconds. `address`: the router's external one, "" if the reply has
    none."""

    external: int
    lease_s: int
    address: str = ""


class RouterRefused(Exception):
    """The router answered with an error. `result` is its code."""

    def __init__(self, result: int) -> None:
        super().__init__(_RESULTS.get(result, f"it reports error {result}"))
        self.result = result


def address_request() -> bytes:
    return b"\x00\x00"


def read_address(reply: bytes) -> str | None:
    """The router's external address in `reply`; None for other replies. Raises RouterRefused."""
    if not _answers(reply, _REPLY, _ADDRESS_REPLY.size):
        return None
    return str(ipaddress.IPv4Address(_ADDRESS_REPLY.unpack_from(reply)[4]))


def map_request(internal: int, external: int, lease_s: int) -> bytes:
    """A request to open the TCP port `external` (or another one) for `internal`; with `lease_s` 0, to close it."""
    return _MAP_REQUEST.pack(0, _TCP, 0, internal, external if lease_s else 0, lease_s)


def read_map(reply: bytes, internal: int) -> MappedPort | None:
    """The port that was opened for `internal`; None for other replies. Raises RouterRefused."""
    if not _answers(reply, _REPLY + _TCP, _MAP_REPLY.size):
        return None
    *_, replied, external, lease_s = _MAP_REPLY.unpack_from(reply)
    return MappedPort(external, lease_s) if replied == internal else None


def pcp_map_request(nonce: bytes, client: str, internal: int, external: int, lease_s: int) -> bytes:
    """The same request in PCP, from this machine's address `client`. `nonce`: 12 random bytes that identify the
    mapping."""
    return _PCP_REQUEST.pack(
        _PCP_VERSION, _PCP_MAP, 0, lease_s, _mapped(client), nonce, _PCP_TCP, internal, external, _ANY_IPV4
    )


def read_pcp_map(reply: bytes, nonce: bytes, internal: int) -> MappedPort | None:
    """The port that was opened; None for other replies. Raises RouterRefused."""
    if len(reply) < _HEADER.size or reply[0] != _PCP_VERSION or reply[1] != _REPLY + _PCP_MAP:
        return None
    if reply[3]:
        raise RouterRefused(reply[3])
    if len(reply) < _PCP_REPLY.size:
        return None
    _, _, _, lease_s, _, replied_nonce, _, replied, external, address = _PCP_REPLY.unpack_from(reply)
    if (replied_nonce, replied) != (nonce, internal):
        return None
    mapped = ipaddress.IPv6Address(address).ipv4_mapped
    return MappedPort(external, lease_s, str(mapped or ipaddress.IPv6Address(address)))


def _answers(reply: bytes, opcode: int, size: int) -> bool:
    """Whether `reply` is a complete reply to that request. Raises RouterRefused if it reports an error."""
    if len(reply) < _HEADER.size:
        return False
    _, replied, result = _HEADER.unpack_from(reply)
    if result and replied in (opcode, opcode - _REPLY):  # an unsupported version may leave the opcode as it was
        raise RouterRefused(reply[3] if reply[0] == _PCP_VERSION else result)
    return replied == opcode and len(reply) >= size


def _mapped(address: str) -> bytes:
    parsed = ipaddress.ip_address(address)
    return parsed.packed if isinstance(parsed, ipaddress.IPv6Address) else b"\x00" * 10 + b"\xff\xff" + parsed.packed
