"""Addresses at which this machine can be reached."""

import errno
import ipaddress
import socket
from typing import Any

import pytest

from drumcircle_gui.server.address_io import listening_socket, reachable_host


@pytest.mark.parametrize("bind", ["127.0.0.1", "::1", "oak.example"])
def test_a_bound_address_is_reachable(bind: str) -> None:
    assert reachable_host(bind) == bind


@pytest.mark.parametrize("bind", ["", "0.0.0.0", "::"])
def test_one_of_all_addresses_is_chosen(bind: str) -> None:
    assert not ipaddress.ip_address(reachable_host(bind)).is_unspecified


def test_without_any_network_it_is_the_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: Any) -> None:
        raise OSError(errno.ENETUNREACH, "no network")

    monkeypatch.setattr("drumcircle_gui.server.address_io.socket.socket.connect", unreachable)
    assert reachable_host("") == "127.0.0.1"


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
