import pytest

from drumcircle_gui.conductor.invite_address import entered_address, shown_address, with_address
from drumcircle_gui.reach.addresses import Scope
from drumcircle_gui.reach.verdict import Endpoint, Findings, PortMapping, RouterReport, judge
from tests.tools.circle_snapshots import INVITE

PUBLIC = "93.184.216.34"
OPENED = judge(Findings(8004, ("192.168.1.20",), RouterReport("UPnP", PUBLIC), PortMapping(PUBLIC, 9001, 8004, 600)))


@pytest.mark.parametrize(
    ("typed", "host", "port"),
    [
        ("oak.example", "oak.example", 8004),
        (" oak.example:9001 ", "oak.example", 9001),
        (PUBLIC, PUBLIC, 8004),
        ("2a01:4f8::1", "2a01:4f8::1", 8004),
        ("[2a01:4f8::1]:9001", "2a01:4f8::1", 9001),
    ],
)
def test_an_address_that_was_typed_comes_into_the_invite(typed, host, port):
    changed = entered_address(INVITE, typed)
    assert (changed.host, changed.port, changed.key) == (host, port, INVITE.key)
    assert with_address(INVITE, OPENED, typed) == changed


@pytest.mark.parametrize("typed", ["", "oak example", "oak:0", "oak:70000", "a?b", "oak/x", "oak:80:90:x"])
def test_what_is_no_address_is_refused_and_not_used(typed):
    with pytest.raises(ValueError, match="address"):
        entered_address(INVITE, typed)
    assert with_address(INVITE, OPENED, typed).host == PUBLIC


def test_otherwise_the_address_that_reaches_farthest_is_used():
    assert with_address(INVITE, None, "") == INVITE
    changed = with_address(INVITE, OPENED, "")
    assert (changed.host, changed.port) == (PUBLIC, 9001)


def test_the_port_is_shown_where_it_is_another_one():
    assert shown_address(Endpoint(PUBLIC, 9001, Scope.INTERNET), 8004) == f"{PUBLIC}:9001"
    assert shown_address(Endpoint("::1", 8004, Scope.COMPUTER), 8004) == "[::1]"
