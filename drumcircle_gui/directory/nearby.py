"""Circles on the same network: the DNS-SD properties of a circle, and how received ones are read. Pure.

A circle announces `name`, `entry`, `pin` ("none": not encrypted), `tempo` (micros per beat), `beats`, `cycles`,
`running` (1 or 0) and `players`. Anybody on the network can announce anything: values are checked, names sanitized.
"""

import re
from collections.abc import Mapping

from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.protocol.entry_messages import BY_INVITE
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import FASTEST_TEMPO, SLOWEST_TEMPO, Tempo

from .found import FoundCircle

CIRCLE_SERVICE = "_drumcircle._tcp.local."
NO_PIN = "none"
MAX_PLAYERS = 100_000
MAX_LABEL_BYTES = 56
"""DNS-SD allows 63 bytes (RFC 6763); a number is added where another service has the same name."""

_PIN = re.compile(r"[0-9a-f]{64}")


def announced_properties(listing: CircleListing) -> dict[str, str]:
    """The properties of a circle. They do not contain its key: if joining needs one, players knock."""
    return {
        "name": listing.name,
        "entry": listing.entry,
        "pin": listing.pin or NO_PIN,
        "tempo": str(listing.tempo),
        "beats": str(listing.meter.beats),
        "cycles": str(listing.meter.cycles),
        "running": str(int(listing.running)),
        "players": str(listing.players),
    }


def service_name(circle: str, port: int) -> str:
    """The service name of the circle on `port`, at most MAX_LABEL_BYTES long in UTF-8."""
    ending = f" {port}"
    room = MAX_LABEL_BYTES - len(ending)
    shown = circle.replace(".", " ").encode()[:room].decode(errors="ignore").rstrip()
    return f"{shown}{ending}.{CIRCLE_SERVICE}"


def nearby_circle(id: str, properties: Mapping[str, str], host: str, port: int, source: str) -> FoundCircle | None:
    """The circle that a service with these properties announces; None if they are invalid."""
    try:
        tempo = Tempo(_number(properties["tempo"], FASTEST_TEMPO, SLOWEST_TEMPO))
        meter = Meter(_number(properties["beats"], 1, 64), _number(properties["cycles"], 1, 16))
        players = _number(properties.get("players", "0"), 0, MAX_PLAYERS)
        name, entry, pin = clean_name(properties["name"]), properties["entry"], properties["pin"]
    except (KeyError, ValueError):
        return None
    if pin != NO_PIN and not _PIN.fullmatch(pin):
        return None
    keyless = Invite(host, port, name, "", None if pin == NO_PIN else pin)
    invite = None if entry not in ("open", "knock") else keyless
    shown = entry if invite else BY_INVITE
    running = properties.get("running") == "1"
    return FoundCircle(id, name, "", tempo, meter, running, players, shown, source, (host, port), invite)


def _number(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most):
        raise ValueError(text)
    return int(text)
