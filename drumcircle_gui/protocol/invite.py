"""The invite: one line that says where a circle is, how to know its server, and as what one may join.

``drumcircle://HOST:PORT/NAME?key=KEY&pin=PIN``: KEY is the circle's secret for players or for conductors, PIN the
SHA-256 of the server's TLS certificate in lower-case hex, or ``none`` where the connection is not encrypted. It comes
last and is never left out, so that an invite that was cut off anywhere is noticed, not joined in the clear.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode

SCHEME = "drumcircle"
_INVITE = re.compile(rf".*?{SCHEME}://([^/?#]*)/?([^?#]*)\??(.*?)\W*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:\[([0-9A-Fa-f:.]+(?:%[\w.-]+)?)\]|([^:\[\]@]+)):([0-9]{1,5})")
_PIN = re.compile(r"[0-9a-f]{64}")


class InviteError(ValueError):
    """The text is not an invite; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Invite:
    """`circle` and `key` are not empty; without a `pin` the connection is not encrypted."""

    host: str
    port: int
    circle: str
    key: str
    pin: str | None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        query = urlencode({"key": self.key, "pin": self.pin or "none"})
        return f"{SCHEME}://{host}:{self.port}/{quote(self.circle, safe='')}?{query}"

    @classmethod
    def parse(cls, text: str) -> "Invite":
        """Read an invite, however it was pasted (wrapped, quoted, at the end of a sentence); InviteError if it is
        not one."""
        found = _INVITE.fullmatch("".join(text.split()))
        if not found:
            raise InviteError(f"an invite begins with {SCHEME}://")
        address, circle, query = found.groups()
        host, port = _address(address)
        words = {name: values[-1] for name, values in parse_qs(query).items()}
        if "key" not in words:
            raise InviteError("the invite has no key: was it cut off?")
        return cls(host, port, unquote(circle) or "Drum circle", words["key"], _pin(words.get("pin", "").lower()))


def _address(text: str) -> tuple[str, int]:
    match = _ADDRESS.fullmatch(text)
    if not match or not 1 <= int(match[3]) <= 65_535:
        raise InviteError("the invite does not say where the circle is (HOST:PORT): was it cut off?")
    return match[1] or match[2], int(match[3])


def _pin(word: str) -> str | None:
    if word == "none":
        return None
    if not _PIN.fullmatch(word):
        raise InviteError("the invite's pin is not 64 hexadecimal digits: was it cut off?")
    return word
