import errno
import ipaddress
from typing import Any

import pytest

from drumcircle_gui.own_address_io import is_unspecified, reachable_host


@pytest.mark.parametrize("bind", ["127.0.0.1", "::1", "oak.example"])
def test_a_server_bound_to_one_address_is_reached_there(bind: str) -> None:
    assert reachable_host(bind) == bind and not is_unspecified(bind)


@pytest.mark.parametrize("bind", ["", "0.0.0.0", "::"])
def test_the_preferred_address_is_chosen(bind: str) -> None:
    assert not ipaddress.ip_address(reachable_host(bind)).is_unspecified


def test_without_any_network_it_is_the_loopback_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: Any) -> None:
        raise OSError(errno.ENETUNREACH, "no network")

    monkeypatch.setattr("drumcircle_gui.own_address_io.socket.socket.connect", unreachable)
    assert reachable_host("") == "127.0.0.1"
