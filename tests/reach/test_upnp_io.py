import asyncio

import pytest

from drumcircle_gui.reach import upnp_io
from drumcircle_gui.reach.router_io import RouterError
from drumcircle_gui.reach.upnp import ControlService
from drumcircle_gui.reach.upnp_io import UpnpRouter, find_upnp
from drumcircle_gui.reach.verdict import NO_ADDRESS, PortMapping
from tests.reach.routers import PUBLIC, SERVICE, upnp


def opened(*errors: int) -> tuple[PortMapping, list[tuple[str, dict[str, str]]]]:
    async def story():
        async with upnp(*errors) as (router, device):
            mapping = await router.open_port(8004, 8004, 600)
            await router.close_port(mapping)
            return mapping, device.requests

    return asyncio.run(story())


def test_a_port_is_opened_and_closed():
    mapping, requests = opened()
    assert mapping == PortMapping(PUBLIC, 8004, 8004, 600)
    assert [action for action, _ in requests] == ["AddPortMapping", "GetExternalIPAddress", "DeletePortMapping"]
    assert requests[0][1]["NewInternalClient"] == "192.168.1.20" and requests[0][1]["NewLeaseDuration"] == "600"
    assert requests[2][1]["NewExternalPort"] == "8004"


def test_where_another_machine_has_the_port_another_one_is_opened():
    mapping, requests = opened(718)
    assert mapping.port != 8004 and mapping.internal == 8004
    assert requests[-1][1]["NewExternalPort"] == str(mapping.port)


def test_a_router_without_leases_keeps_the_port_open_until_it_is_closed():
    assert opened(725)[0].lease_s == 0


@pytest.mark.parametrize(("errors", "why"), [((606,), "set not to open"), ((718,) * 4, "another machine"), ((9,), "9")])
def test_a_refusal_says_why(errors, why):
    with pytest.raises(RouterError, match=why):
        opened(*errors)


def test_a_router_that_sends_nonsense_or_nothing_is_an_error(monkeypatch):
    monkeypatch.setattr(upnp_io, "REQUEST_TIMEOUT_S", 0.1)

    async def ask(answer: bytes) -> None:
        async def serve(reader, writer):
            try:
                writer.write(answer)
                if not answer:
                    await reader.read()  # until the router is given up
            finally:
                writer.close()

        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            await UpnpRouter(ControlService(f"http://127.0.0.1:{port}/", SERVICE), "192.168.1.20").external_address()

    for answer in (b"", b"\x00\xff nonsense"):
        with pytest.raises(RouterError):
            asyncio.run(ask(answer))


@pytest.mark.parametrize("address", ["", "1.2.3", "0x7f.1", "192.0.2.1\x00", "fe80::1", "\u0661.2.3.4"])
def test_an_external_address_that_is_none_counts_as_none(monkeypatch, address):
    async def answered(*request: object) -> tuple[int, str]:
        return 200, f"<NewExternalIPAddress>{address}</NewExternalIPAddress>"

    monkeypatch.setattr(upnp_io, "_http", answered)
    router = UpnpRouter(ControlService("http://192.168.1.1/", SERVICE), "192.168.1.20")
    assert asyncio.run(router.external_address()) == NO_ADDRESS


def test_without_a_router_the_search_ends(monkeypatch):
    monkeypatch.setattr(upnp_io, "SEARCH_TIMEOUT_S", 0.05)
    assert asyncio.run(find_upnp(["127.0.0.1"], ("127.0.0.1", 9))) is None
    assert asyncio.run(find_upnp([])) is None
