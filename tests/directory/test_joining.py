"""Which account a player shows at which circle."""

from dataclasses import replace

import pytest

from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.directory.joining import account_for
from drumcircle_gui.settings import Hubs

PIN = "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5"


@pytest.mark.parametrize("text", ["hub.example.org", "192.0.2.7:7400", "[2001:db8::1]:8004"])
@pytest.mark.parametrize("pin", [PIN, NO_TLS])
def test_a_token_is_for_the_circles_of_its_hub_alone(text: str, pin: str) -> None:
    hub = HubAddress.parse(text).with_pin(pin)
    hubs = Hubs().with_hub(str(hub), pin).with_token(str(hub), "t0ken")
    invite = hub.invite("Oak", "", "circle")
    assert account_for(invite, hubs) == "t0ken"
    assert account_for(replace(invite, port=invite.port + 1), hubs) == ""
    assert account_for(replace(invite, pin="0" * 64), hubs) == ""
    assert account_for(invite, hubs.with_token(str(hub), "")) == ""
