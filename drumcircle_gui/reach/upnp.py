"""UPnP-IGD: the texts that find a router, and ask it for its address and for an open port. Pure.

The router answers a multicast search with the address of its description (XML), which contains the URL of its control
service; that service takes SOAP requests. Answers are not trusted: their size is limited, and their URLs must lead to
the router itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin, urlsplit

SEARCH_ADDRESS = ("239.255.255.250", 1900)
SEARCH_TARGETS = (
    "urn:schemas-upnp-org:device:InternetGatewayDevice:1",
    "urn:schemas-upnp-org:service:WANIPConnection:1",
    "urn:schemas-upnp-org:service:WANPPPConnection:1",
)
MAX_BODY = 256 * 1024
"""Maximum number of bytes read of a description or a reply."""

ACTION_FAILED = 501
CONFLICT = 718
ONLY_PERMANENT = 725
SAME_PORTS_ONLY = 724

_ERRORS = {
    ACTION_FAILED: "it could not do it",
    606: "it is set not to open ports",
    CONFLICT: "another machine has this port",
    728: "it has no ports left",
    729: "another machine has this port",
}
_SERVICE = re.compile(r"<service\s*>", re.IGNORECASE)
_WAN = re.compile(r"urn:schemas-upnp-org:service:WAN(IP|PPP)Connection:[12]")


@dataclass(frozen=True, slots=True)
class ControlService:
    """The service that opens ports: its URL, and its type for requests."""

    url: str
    kind: str


class SoapError(Exception):
    """The router answered with an error. `code` is UPnP's; 0 if there is none in the answer."""

    def __init__(self, code: int) -> None:
        super().__init__(_ERRORS.get(code, f"it reports error {code}" if code else "its answer makes no sense"))
        self.code = code


def search_request(target: str) -> bytes:
    lines = (
        "M-SEARCH * HTTP/1.1",
        "HOST: {}:{}".format(*SEARCH_ADDRESS),
        'MAN: "ssdp:discover"',
        "MX: 1",
        f"ST: {target}",
    )
    return "\r\n".join((*lines, "", "")).encode()


def read_search_reply(reply: bytes, sender: str) -> str | None:
    """The URL of the description that `sender` announces; None if it announces no router, or names another machine."""
    head = reply.decode("utf-8", "replace")
    fields = {name.strip().lower(): value.strip() for name, _, value in map(_partition, head.splitlines()[1:])}
    if not head.startswith("HTTP/1.1 200") or fields.get("st", "") not in SEARCH_TARGETS:
        return None
    url = fields.get("location", "")
    return url if is_of_host(url, sender) else None


def is_of_host(url: str, host: str) -> bool:
    """Whether `url` is an HTTP address of `host`: a router must not make this program connect elsewhere."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "http" and parts.hostname == host and (parts.port or 80) > 0
    except ValueError:
        return False


def read_description(text: str, url: str) -> ControlService | None:
    """The control service in the description that was read from `url`; None if there is none."""
    base = _element(text, "URLBase") or url
    for service in _SERVICE.split(text)[1:]:
        kind, control = _element(service, "serviceType"), _element(service, "controlURL")
        if _WAN.fullmatch(kind) and control:
            absolute = urljoin(base, control)
            if is_of_host(absolute, urlsplit(url).hostname or ""):
                return ControlService(absolute, kind)
    return None


def soap_request(service: ControlService, action: str, arguments: dict[str, str | int]) -> tuple[dict[str, str], bytes]:
    """The headers and the body of a request to `service`."""
    inner = "".join(f"<{name}>{escape(str(value), quote=False)}</{name}>" for name, value in arguments.items())
    body = (
        '<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" '
        's:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body>'
        f'<u:{action} xmlns:u="{service.kind}">{inner}</u:{action}></s:Body></s:Envelope>'
    )
    headers = {"Content-Type": 'text/xml; charset="utf-8"', "SOAPAction": f'"{service.kind}#{action}"'}
    return headers, body.encode()


def read_soap_reply(status: int, text: str, field: str = "") -> str:
    """The value of `field` in the reply; SoapError if it is an error."""
    if status != 200:
        code = _element(text, "errorCode")
        raise SoapError(int(code) if code.isascii() and code.isdigit() and len(code) < 6 else 0)
    return _element(text, field) if field else ""


def read_http(answer: bytes) -> tuple[int, str]:
    """The status and the body of a complete HTTP answer; ValueError if it is malformed."""
    head, _, body = answer.partition(b"\r\n\r\n")
    status = re.match(rb"HTTP/1\.[01] (\d{3})\b", head)
    if not status:
        raise ValueError("the answer is not HTTP")
    if re.search(rb"^transfer-encoding:\s*chunked\s*$", head, re.IGNORECASE | re.MULTILINE):
        body = b"".join(_chunks(body))
    return int(status[1]), body.decode("utf-8", "replace")


def _chunks(body: bytes) -> Iterator[bytes]:
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        size = int(body[at:end].partition(b";")[0], 16)
        if size <= 0:
            return
        yield body[end + 2 : end + 2 + size]
        at = end + 2 + size + 2


def _element(text: str, name: str) -> str:
    """The text of the first element `name`; "" without one. Sufficient for these documents, and safe with malformed
    ones."""
    found = re.search(rf"<(?:\w+:)?{name}(?:\s[^<>]*)?>([^<>]*)</", text)
    return found[1].strip() if found else ""


def _partition(line: str) -> tuple[str, str, str]:
    return line.partition(":")
