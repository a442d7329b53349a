"""The socket on which the server listens."""

import errno
import socket

from drumcircle_gui.own_address_io import is_unspecified

_BACKLOG = 1024

_RECEIVE_BUFFER = 64 * 1024
_SEND_BUFFER = 256 * 1024
"""Bytes that the system buffers for each connection: enough for a distant member, and little for one that reads
nothing."""


def listening_socket(bind: str, port: int, *, shared: bool = False) -> socket.socket:
    """A socket that listens on `bind` (empty: all addresses) and `port` (0: any free one). OSError if that is not
    possible.

    `shared`: another process of the same user may listen there too (not on Windows), so that it can take over.
    """
    listening = _create(bind, port, shared=shared and hasattr(socket, "SO_REUSEPORT"))
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
    return listening


def _create(bind: str, port: int, *, shared: bool) -> socket.socket:
    if bind and not is_unspecified(bind):
        family, _, _, _, address = socket.getaddrinfo(bind, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=_BACKLOG, reuse_port=shared)
    try:
        return socket.create_server(
            ("", port), family=socket.AF_INET6, backlog=_BACKLOG, dualstack_ipv6=True, reuse_port=shared
        )
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            raise
        return socket.create_server(("", port), backlog=_BACKLOG, reuse_port=shared)  # a machine without IPv6
