"""The invite: one line with the address of a circle, the identity of its server, and a key for players or conductors.

``drumcircle://HOST:PORT/NAME?key=KEY&pin=PIN``: KEY is the circle's secret for players or for conductors, PIN the
SHA-256 of the server's TLS certificate in lower-case hex, or ``none`` if the connection is not encrypted. The pin comes
last and is never left out, so that an invite that was cut off anywhere is refused, not used without encryption. A
circle on a hub has ``circle=ID`` before the pin, which selects one of the hub's circles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, unquote, unquote_plus, urlencode

from .fields import MAX_KEY_LENGTH
from .invite_search import SCHEME, forms, regions
from .sanitize import clean_name

MAX_PASTE = 1_000_000
"""Maximum length in characters of a text that is searched for an invite."""

MAX_OCCURRENCES = 100
"""Maximum number of places in a text at which an invite may begin."""

DEFAULT_CIRCLE = "Drum circle"

_PARTS = re.compile(r"[/ \n]*([^/?#]*)/?([^?#]*?)/?(?=[?#]|$)(.*)", re.DOTALL)
_ADDRESS = re.compile(r"(?:\[([0-9A-Fa-f:.]{2,45}(?:%[\w.-]{1,32})?)\]|([\w.-]{1,253})):([0-9]{1,5})")
_PARAMETER = re.compile(r"[ \n]*[?&][ \n]*(?:amp;)?[ \n]*(\w+)[ \n]*=")
_WORD = re.compile(r"[ \n]*([0-9A-Za-z]+)")
_PIN = re.compile(r"[0-9a-f]{64}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class InviteError(ValueError):
    """The text holds no invite, or not exactly one. The message says what is wrong and what to do."""


class _Ambiguous(InviteError):
    """The text can be read in two ways. No further reading is tried."""


class _Incomplete(InviteError):
    """An invite that says where its circle is, and is not complete."""

    def __init__(self, message: str, address: tuple[str, int]) -> None:
        super().__init__(message)
        self.address = address


def bracketed(host: str) -> str:
    """`host` as it stands before a port: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


@dataclass(frozen=True, slots=True)
class Invite:
    """`circle` and `key` are not empty. Without a `pin` the connection is not encrypted. `circle_id`: which of a hub's
    circles; "" if the server has only one."""

    host: str
    port: int
    circle: str
    key: str
    pin: str | None
    circle_id: str = ""

    def __str__(self) -> str:
        hosted = {"circle": self.circle_id} if self.circle_id else {}
        query = urlencode({"key": self.key, **hosted, "pin": self.pin or "none"})
        return f"{SCHEME}://{bracketed(self.host)}:{self.port}/{quote(self.circle, safe='')}?{query}"

    @classmethod
    def parse(cls, text: str) -> "Invite":
        """The invite somewhere in `text`, which may be a whole mail: wrapped, quoted, escaped. InviteError if there is
        none, if it is not complete, or if there are two different ones. Takes linear time."""
        if len(text) > MAX_PASTE:
            raise InviteError("this text is too long; paste the invite alone")
        problems = []
        for form in forms(text):
            try:
                return _only_invite(form)
            except _Ambiguous:
                raise
            except InviteError as error:
                problems.append(error)
        raise problems[0]


def _only_invite(text: str) -> Invite:
    """The one invite in a text that is not encoded further; InviteError."""
    readings = [_reading(region) for region in islice(regions(text), MAX_OCCURRENCES + 1)]
    if len(readings) > MAX_OCCURRENCES:
        raise _Ambiguous("this text holds too many invites; paste only the one that you want to use")
    found = [reading for reading in readings if isinstance(reading, Invite)]
    if not found:
        missing = InviteError(f"an invite begins with {SCHEME}://; paste the whole message that it came in")
        raise next((reading for reading in reversed(readings) if isinstance(reading, InviteError)), missing)
    incomplete = {reading.address for reading in readings if isinstance(reading, _Incomplete)}
    if len({_access(invite) for invite in found}) > 1 or incomplete - {(found[0].host, found[0].port)}:
        raise _Ambiguous("this text holds two different invites; paste only the one that you want to use")
    return found[0]


def _access(invite: Invite) -> tuple[object, ...]:
    """The parts that make two invites different. The circle's name is not one of them: it may have been altered on the
    way."""
    return invite.host, invite.port, invite.key, invite.pin, invite.circle_id


def _reading(region: str) -> Invite | InviteError:
    """The invite that begins with `region`, or the error; raises only errors that end the search."""
    try:
        return _read(region)
    except _Ambiguous:
        raise
    except InviteError as error:
        return error


def _read(region: str) -> Invite:
    """The invite that begins with `region`, which does not contain the scheme; InviteError if there is none."""
    address, circle, query = _PARTS.fullmatch(region).groups()  # type: ignore[union-attr]  # it matches any text
    host, port = _address(_joined(address))
    parameters = _parameters(query)
    key = _plain(unquote_plus(parameters.get("key", "")), "key")
    if not key or not parameters.get("pin"):
        raise _Incomplete("the invite is not complete; copy all of it, up to the end of its pin", (host, port))
    circle_id = _plain(unquote_plus(parameters.get("circle", "")), "circle")
    if max(len(key), len(circle_id)) > MAX_KEY_LENGTH:
        raise InviteError(f"the invite's key is longer than {MAX_KEY_LENGTH} characters; ask for a new invite")
    name = clean_name(_plain(unquote(circle.replace("\n", "")), "name"), default=DEFAULT_CIRCLE)
    return Invite(host, port, name, key, None if parameters["pin"] == "none" else parameters["pin"], circle_id)


def _address(text: str) -> tuple[str, int]:
    match = _ADDRESS.fullmatch(text)
    if not match or not 1 <= int(match[3]) <= 65_535:
        raise InviteError("the invite does not say where the circle is (HOST:PORT); copy it again")
    return match[1] or match[2], int(match[3])


def _parameters(query: str) -> dict[str, str]:
    """The parameters with their values, up to the pin; InviteError if one that matters is given twice."""
    found: dict[str, str] = {}
    for name, value in _pairs(query):
        if name in found and name in ("key", "circle", "pin"):
            raise _Ambiguous(f"the invite gives its {name} twice; ask for a new invite")
        found[name] = value
    return found


def _pairs(query: str) -> Iterator[tuple[str, str]]:
    """Names and values. The pin comes last: unless a parameter follows it, the rest is text around the invite."""
    position = 0
    while match := _PARAMETER.match(query, position):
        name, position = match[1].lower(), match.end()
        if name == "pin":
            value, position = _pin(query, position)
        else:
            end = query.find("&", position)
            end = len(query) if end < 0 else end
            value, position = _joined(query[position:end]), end
        yield name, value


def _pin(query: str, position: int) -> tuple[str, int]:
    """The pin that begins at `position`, in lower case, and where it ends; "" if it is not complete. Line breaks may be
    anywhere in it."""
    digits = ""
    while len(digits) < 64 and (word := _WORD.match(query, position)):
        digits, position = digits + word[1].lower(), word.end()
        if digits == "none":
            return digits, position
    return digits if _PIN.fullmatch(digits) else "", position


def _joined(text: str) -> str:
    """`text` without the gaps that line wrapping made in it."""
    return text.replace(" ", "").replace("\n", "")


def _plain(text: str, part: str) -> str:
    if _CONTROL.search(text):
        raise InviteError(f"the invite's {part} contains control characters; ask for a new invite")
    return text
