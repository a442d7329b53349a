import ipaddress

from drumcircle_gui.reach.interfaces_io import default_gateway, own_addresses, read_bsd_route, read_linux_routes

ROUTES = """Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT
eth1 00000000 0200000A 0003 0 0 600 00000000 0 0 0
eth0 00000000 0101A8C0 0003 0 0 100 00000000 0 0 0
eth0 0001A8C0 00000000 0001 0 0 100 00FFFFFF 0 0 0
"""


def test_the_default_route_with_the_least_metric_leads_to_the_router():
    assert read_linux_routes(ROUTES) == "192.168.1.1"
    assert read_linux_routes(ROUTES.replace("00000000 0101A8C0", "0001A8C0 0101A8C0")) == "10.0.0.2"
    assert read_linux_routes("Iface\n") == ""


def test_the_router_is_read_from_the_answer_of_macos():
    assert read_bsd_route("   route to: default\n    gateway: 192.168.1.1\n  interface: en0\n") == "192.168.1.1"
    assert read_bsd_route("route: writing to routing socket: not in table\n") == ""


def test_this_machine_has_addresses():
    addresses = own_addresses()
    assert addresses and all(ipaddress.ip_address(each.partition("%")[0]) for each in addresses)
    assert default_gateway() == "" or ipaddress.ip_address(default_gateway())
