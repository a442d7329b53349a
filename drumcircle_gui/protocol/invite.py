"""The invite: one line that says where a circle is, how to know its server, and as what one may join.

``drumcircle://HOST:PORT/NAME?key=KEY&pin=PIN``: KEY is the circle's secret for players or for conductors, PIN the
SHA-256 of the server's TLS certificate in lower-case hex. Without a pin the connection is not encrypted.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

SCHEME = "drumcircle"
_PIN = re.compile(r"[0-9a-f]{64}")


class BadInvite(ValueError):
    """The text is not an invite; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Invite:
    host: str
    port: int
    circle: str
    key: str
    pin: str | None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        query = urlencode({"key": self.key} | ({"pin": self.pin} if self.pin else {}))
        return f"{SCHEME}://{host}:{self.port}/{quote(self.circle, safe='')}?{query}"

    @classmethod
    def parse(cls, text: str) -> "Invite":
        """Read an invite, however it was pasted (white space, a pair of <> or quotes around it); BadInvite if it is
        not one."""
        url = urlsplit("".join(text.split()).strip("<>\"'"))
        if url.scheme.lower() != SCHEME:
            raise BadInvite(f"an invite begins with {SCHEME}://")
        query = {name: values[-1] for name, values in parse_qs(url.query).items()}
        host, port = _address(url.netloc)
        if "key" not in query:
            raise BadInvite("the invite has no key: was it cut off?")
        pin = query.get("pin", "").lower() or None
        if pin and not _PIN.fullmatch(pin):
            raise BadInvite("the invite's pin is not 64 hexadecimal digits: was it cut off?")
        return cls(host, port, unquote(url.path.lstrip("/")) or "Drum circle", query["key"], pin)


def _address(netloc: str) -> tuple[str, int]:
    match = re.fullmatch(r"(?:\[([0-9A-Fa-f:.%]+)\]|([^:\[\]@\s]+)):(\d{1,5})", netloc)
    if not match or not 1 <= int(match[3]) <= 65_535:
        raise BadInvite("the invite does not say where the circle is (HOST:PORT)")
    return match[1] or match[2], int(match[3])
