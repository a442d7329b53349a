"""Where this machine can be reached."""

import errno
import ipaddress
import socket

# Reserved for documentation (RFC 5737, RFC 3849): nothing is ever sent there, but a route is looked up.
_ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}


_BACKLOG = 1024


def reachable_host(bind: str) -> str:
    """The address others can reach a server by that is bound to `bind`; the best guess where that is all addresses."""
    return bind if bind and not _means_all(bind) else _own_address()


def listening_socket(bind: str, port: int) -> socket.socket:
    """A socket listening on `bind` (empty: on all addresses) and `port` (0: any free one); OSError if it cannot."""
    if bind and not _means_all(bind):
        family, _, _, _, address = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    try:
        return socket.create_server(("", port), family=socket.AF_INET6, backlog=_BACKLOG, dualstack_ipv6=True)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            raise
        return socket.create_server(("", port), backlog=_BACKLOG)  # a machine without IPv6


def _means_all(bind: str) -> bool:
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
