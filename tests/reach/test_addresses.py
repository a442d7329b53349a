import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.reach.addresses import Scope, scope_of, usable


@pytest.mark.parametrize(
    ("address", "scope"),
    [
        ("127.0.0.1", Scope.COMPUTER),
        ("::1", Scope.COMPUTER),
        ("0.0.0.0", Scope.COMPUTER),
        ("10.0.0.7", Scope.NETWORK),
        ("172.16.0.1", Scope.NETWORK),
        ("192.168.1.20", Scope.NETWORK),
        ("169.254.3.4", Scope.NETWORK),
        ("fd00::2", Scope.NETWORK),
        ("fe80::1%eth0", Scope.NETWORK),
        ("100.63.255.255", Scope.INTERNET),
        ("100.64.0.0", Scope.PROVIDER),
        ("100.127.255.255", Scope.PROVIDER),
        ("100.128.0.0", Scope.INTERNET),
        ("93.184.216.34", Scope.INTERNET),
        ("2a01:4f8::1", Scope.INTERNET),
        ("224.0.0.1", Scope.NETWORK),
    ],
)
def test_how_far_an_address_reaches(address, scope):
    assert scope_of(address) is scope


def test_what_is_no_address_is_an_error():
    with pytest.raises(ValueError):
        scope_of("oak.example")


@given(st.lists(st.ip_addresses().map(str)))
def test_usable_addresses_are_sorted_without_duplicates_and_contain_no_link_local_ones(addresses):
    kept = usable(tuple(addresses))
    assert len(set(kept)) == len(kept) and set(kept) <= set(addresses)
    public = [scope_of(each) is Scope.INTERNET for each in kept]
    assert public == sorted(public, reverse=True)
    assert usable(kept) == kept


def test_the_address_that_leads_elsewhere_stays_before_that_of_a_tunnel():
    assert usable(("192.168.1.20", "100.101.102.103")) == ("192.168.1.20", "100.101.102.103")
