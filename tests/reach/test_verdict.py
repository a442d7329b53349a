import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.reach.addresses import Scope
from drumcircle_gui.reach.verdict import NO_ADDRESS, Findings, Form, PortMapping, Probe, RouterReport, judge

OWN = ("192.168.1.20", "127.0.0.1", "::1", "fe80::1%lan")
IPV6 = "2a01:4f8:1::20"
PUBLIC = "93.184.216.34"
SEEN, UNSEEN = Probe(PUBLIC, 8004, True), Probe(PUBLIC, 8004, False)
SEEN_BY_IPV6, UNSEEN_BY_IPV6 = Probe(IPV6, 8004, True), Probe(IPV6, 8004, False)
MAPPED = PortMapping(PUBLIC, 9001, 8004, 600)


def verdict(addresses, router=None, mapping=None, *probes):
    return judge(Findings(8004, addresses, router, mapping, probes=probes))


@pytest.mark.parametrize(
    ("form", "best", "found"),
    [
        (Form.COMPUTER, "127.0.0.1", verdict(("127.0.0.1", "::1"))),
        (Form.COMPUTER, "127.0.0.1", verdict(())),
        (Form.OPEN, PUBLIC, verdict((*OWN, PUBLIC))),
        (Form.NAT, OWN[0], verdict(OWN)),
        (Form.NAT, OWN[0], verdict((*OWN, IPV6))),
        (Form.NAT, OWN[0], verdict(OWN, RouterReport("UPnP", PUBLIC, "it is set not to open ports"))),
        (Form.ROUTER_OPENS, OWN[0], verdict(OWN, RouterReport("UPnP", PUBLIC))),
        (Form.ROUTER_OPENS, OWN[0], verdict(OWN, RouterReport("PCP", ""))),
        (Form.OPENED, PUBLIC, verdict(OWN, RouterReport("UPnP", PUBLIC), MAPPED)),
        (Form.DOUBLE_NAT, OWN[0], verdict(OWN, RouterReport("UPnP", "100.64.7.2"))),
        (Form.DOUBLE_NAT, OWN[0], verdict(OWN, RouterReport("UPnP", "10.0.0.2"))),
        (Form.DOUBLE_NAT, OWN[0], verdict(OWN, RouterReport("NAT-PMP", NO_ADDRESS))),
        (Form.DOUBLE_NAT, OWN[0], verdict(OWN, RouterReport("UPnP", ""), PortMapping("10.0.0.2", 8004, 8004, 600))),
        (Form.DOUBLE_NAT, "100.70.1.2", verdict(("100.70.1.2", "127.0.0.1"))),
        (Form.IPV6_ONLY, IPV6, verdict((IPV6, "::1"))),
        (Form.IPV6_ONLY, IPV6, verdict((*OWN, IPV6), RouterReport("UPnP", "100.64.7.2"))),
        (Form.NAT, "fd00::2", verdict(("fd00::2", "::1"))),
    ],
)
def test_the_verdict_and_the_address_in_the_invite(form, best, found):
    assert (found.form, found.best.host) == (form, best)


@pytest.mark.parametrize(
    ("form", "best", "found"),
    [
        (Form.OPEN, PUBLIC, verdict((*OWN, PUBLIC), None, None, SEEN)),
        (Form.BLOCKED, PUBLIC, verdict((*OWN, PUBLIC), None, None, UNSEEN)),
        (Form.FORWARDED, PUBLIC, verdict(OWN, None, None, SEEN)),
        (Form.FORWARDED, PUBLIC, verdict(OWN, RouterReport("UPnP", PUBLIC), None, SEEN)),
        (Form.FORWARDED, PUBLIC, verdict(OWN, RouterReport("UPnP", "100.64.7.2"), None, SEEN)),
        (Form.NAT, OWN[0], verdict(OWN, None, None, UNSEEN)),
        (Form.OPENED, PUBLIC, verdict(OWN, RouterReport("UPnP", PUBLIC), MAPPED, SEEN)),
        (Form.BLOCKED, OWN[0], verdict(OWN, RouterReport("UPnP", PUBLIC), MAPPED, UNSEEN)),
        (
            Form.DOUBLE_NAT,
            OWN[0],
            verdict(OWN, RouterReport("UPnP", PUBLIC), MAPPED, Probe("93.184.216.99", 9001, False)),
        ),
        (Form.IPV6_ONLY, IPV6, verdict((IPV6, "::1"), None, None, SEEN_BY_IPV6)),
        (Form.BLOCKED, IPV6, verdict((IPV6, "::1"), None, None, UNSEEN_BY_IPV6)),
        (Form.IPV6_ONLY, IPV6, verdict((*OWN, IPV6), None, None, UNSEEN, SEEN_BY_IPV6)),
        (Form.NAT, OWN[0], verdict(OWN, None, None, Probe(OWN[0], 8004, True))),
    ],
)
def test_what_a_hub_has_seen_counts_more_than_what_the_router_says(form, best, found):
    assert (found.form, found.best.host) == (form, best)


def test_an_opened_port_may_have_another_number_outside():
    found = verdict(OWN, RouterReport("UPnP", PUBLIC), MAPPED)
    assert (found.best.port, found.endpoints[1].port, found.port) == (9001, 8004, 8004)


def test_only_a_router_that_helps_can_be_asked():
    assert {
        form
        for form, router, mapping in (
            (verdict(OWN, router, mapping).form, router, mapping)
            for router in (None, RouterReport("UPnP", PUBLIC), RouterReport("UPnP", "10.0.0.2"))
            for mapping in (None, MAPPED)
        )
        if verdict(OWN, router, mapping).can_ask
    } == {Form.ROUTER_OPENS, Form.OPENED}


@given(st.lists(st.ip_addresses().map(str), max_size=4).map(tuple), st.none() | st.ip_addresses(v=4).map(str))
def test_there_is_always_an_address_and_it_reaches_as_far_as_the_words_say(addresses, external):
    found = verdict(addresses, RouterReport("UPnP", external) if external else None)
    if found.form in (Form.OPEN, Form.IPV6_ONLY):
        assert found.best.scope is Scope.INTERNET
    if found.form is Form.COMPUTER:
        assert found.best.scope is Scope.COMPUTER
