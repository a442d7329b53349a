"""A hub's address as people type or paste it."""

import pytest

from drumcircle_gui.defaults import DEFAULT_PORT
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.settings import Hubs

PIN = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("hub.example.org", HubAddress("hub.example.org", DEFAULT_PORT)),
        (" 192.0.2.7:7400\n", HubAddress("192.0.2.7", 7400)),
        ("drumcircle:7400", HubAddress("drumcircle", 7400)),
        ("[2001:db8::1]:7400", HubAddress("2001:db8::1", 7400)),
        (f"drumcircle://h:1/School%20hub?hub=1&pin={PIN.upper()}", HubAddress("h", 1, PIN)),
        ("drumcircle://h:1/?hub=1&pin=none", HubAddress("h", 1, "none")),
    ],
)
def test_an_address_or_a_link_is_read(text: str, address: HubAddress) -> None:
    assert HubAddress.parse(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[21%eth0]:1",
        "h:0",
        "h:99999",
        "a b",
        f"drumcircle://h:1/?pin={PIN[:-1]}",
        "drumcircle://h:1/",
        "drumcircle://[",
    ],
)
def test_anything_else_is_refused_with_words(text: str) -> None:
    with pytest.raises(ValueError, match="hub"):
        HubAddress.parse(text)


def test_a_link_with_two_pins_is_refused() -> None:
    with pytest.raises(ValueError, match="more than one pin"):
        HubAddress.parse(f"drumcircle://h:1/?hub=1&pin=none&pin={PIN}")


def test_a_link_says_where_the_hub_is_and_how_to_recognise_it() -> None:
    hub = HubAddress("2001:db8::1", 7400, PIN)
    assert HubAddress.parse(hub.link("Große Schule")) == hub


def test_the_pin_of_a_hub_is_kept_with_its_address() -> None:
    hubs = Hubs().with_hub("a:1", "").with_hub("b:1", PIN).with_pin("a:1", "none")
    assert [address for address, _ in hubs.known] == ["b:1", "a:1"]
    assert (hubs.pin("a:1"), hubs.pin("b:1"), hubs.pin("c:1")) == ("none", PIN, "")
