"""The address under which other machines reach this one."""

import ipaddress
import socket

# Reserved for documentation (RFC 5737, RFC 3849): nothing is ever sent there, but a route is looked up.
_ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}


def reachable_host(bind: str) -> str:
    """The host by which others reach a server bound to `bind`; a best guess if it is bound to all addresses."""
    return bind if bind and not is_unspecified(bind) else _own_address()


def is_unspecified(bind: str) -> bool:
    """Whether binding to `bind` means all addresses of the machine, as 0.0.0.0 and :: do."""
    try:
        return ipaddress.ip_address(bind).is_unspecified
    except ValueError:
        return False


def _own_address() -> str:
    for family, elsewhere in _ELSEWHERE.items():
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((elsewhere, 9))
            except OSError:
                continue
            return str(probe.getsockname()[0])
    return "127.0.0.1"
