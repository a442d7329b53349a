"""The address of a hub: HOST, HOST:PORT, or a hub's link, which contains its pin too. Pure."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import parse_qs, quote, urlsplit

from drumcircle_gui.defaults import DEFAULT_PORT
from drumcircle_gui.protocol.invite import Invite, bracketed
from drumcircle_gui.protocol.invite_search import SCHEME

NO_TLS = "none"

_ADDRESS = re.compile(
    r"(?:\[(?=[0-9A-Fa-f.]*:)([0-9A-Fa-f:.]{2,45}(?:%[\w.-]{1,32})?)\]|([\w.-]{1,253}))(?::([0-9]{1,5}))?"
)
_NO_ADDRESS = "a hub's address is HOST or HOST:PORT, or the link that the hub has shown"
_PIN = re.compile(r"[0-9a-f]{64}|none")


@dataclass(frozen=True, slots=True)
class HubAddress:
    """Host, port and `pin` of a hub. `pin`: that of its certificate, NO_TLS for an unencrypted connection, "" if not
    known."""

    host: str
    port: int = DEFAULT_PORT
    pin: str = ""

    @classmethod
    def parse(cls, text: str) -> "HubAddress":
        """Parse `text`; ValueError, with a text for the user, if it is not the address of a hub."""
        text = text.strip()
        is_link = text.lower().startswith(f"{SCHEME}://")
        try:
            parts = urlsplit(text) if is_link else None
        except ValueError:  # brackets without an address in them
            raise ValueError(_NO_ADDRESS) from None
        match = _ADDRESS.fullmatch(parts.netloc if parts else text)
        if not match or not 1 <= int(match[3] or DEFAULT_PORT) <= 65_535:
            raise ValueError(_NO_ADDRESS)
        pins = parse_qs(parts.query).get("pin", [""]) if parts else [""]
        if len(pins) > 1:
            raise ValueError("the hub's link has more than one pin; copy it again from the hub")
        pin = pins[0].lower()
        if is_link and not _PIN.fullmatch(pin):
            raise ValueError("the hub's link is not complete; copy all of it, up to the end of its pin")
        return cls(match[1] or match[2], int(match[3] or DEFAULT_PORT), pin)

    def __str__(self) -> str:
        return f"{bracketed(self.host)}:{self.port}"

    def link(self, name: str) -> str:
        """The hub's link. `name` is for display only."""
        return f"{SCHEME}://{self}/{quote(name, safe='')}?hub=1&pin={self.pin}"

    def with_pin(self, pin: str) -> "HubAddress":
        return replace(self, pin=pin)

    def invite(self, circle: str, key: str, circle_id: str) -> Invite:
        """An invite to one of the hub's own circles."""
        return Invite(self.host, self.port, circle, key, None if self.pin == NO_TLS else self.pin, circle_id)


class KnownHub(NamedTuple):
    """A hub that has answered: its address with its pin, and its name. `registered`: it has accounts."""

    address: HubAddress
    name: str
    registered: bool = False
