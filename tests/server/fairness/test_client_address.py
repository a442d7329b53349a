"""Addresses by which clients are told apart."""

import pytest

from drumcircle_gui.server.fairness.client_address import UNKNOWN, client_address, peer_host


@pytest.mark.parametrize(
    ("peername", "address"),
    [
        (("192.0.2.7", 1234), "192.0.2.7"),
        (("::ffff:192.0.2.7", 1234, 0, 0), "192.0.2.7"),
        (("2001:db8:1:2:aaaa:bbbb:cccc:dddd", 1234, 0, 0), "2001:db8:1:2::/64"),
        (("fe80::1%eth0", 1234, 0, 2), "fe80::/64"),
        (("", 0), UNKNOWN),
        ("/a/socket", UNKNOWN),
        (None, UNKNOWN),
        ((), UNKNOWN),
    ],
)
def test_an_address_is_that_of_a_site(peername: object, address: str) -> None:
    assert client_address(peername) == address


@pytest.mark.parametrize(
    ("peername", "host"),
    [
        (("192.0.2.7", 1234), "192.0.2.7"),
        (("::ffff:192.0.2.7", 1234, 0, 0), "192.0.2.7"),
        (("2001:db8:1:2:aaaa:bbbb:cccc:dddd", 1234, 0, 0), "2001:db8:1:2:aaaa:bbbb:cccc:dddd"),
        (("fe80::1%eth0", 1234, 0, 2), "fe80::1"),
        (None, UNKNOWN),
    ],
)
def test_a_host_is_the_machines_own_address(peername: object, host: str) -> None:
    assert peer_host(peername) == host
