"""The socket on which the server listens."""

import errno
import socket
from typing import Any

import pytest

from drumcircle_gui.server.address_io import listening_socket


@pytest.mark.parametrize("bind", ["", "127.0.0.1", "0.0.0.0"])
def test_it_listens_on_the_given_address(bind: str) -> None:
    with listening_socket(bind, 0) as listening:
        address = ("127.0.0.1", listening.getsockname()[1])
        socket.create_connection(address).close()


def test_a_machine_without_ipv6_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    create = socket.create_server

    def ipv4_only(address: Any, *, family: int = socket.AF_INET, **options: Any) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(errno.EAFNOSUPPORT, "no IPv6")
        return create(address, family=family, **options)

    monkeypatch.setattr(socket, "create_server", ipv4_only)
    with listening_socket("", 0) as listening:
        assert listening.family == socket.AF_INET


def test_a_port_in_use_is_an_error() -> None:
    with listening_socket("", 0) as listening, pytest.raises(OSError, match="in use"):
        listening_socket("", listening.getsockname()[1])
