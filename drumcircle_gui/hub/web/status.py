"""The public state of a hub, as JSON and as Prometheus metrics. Pure; contains nothing secret."""

from collections.abc import Iterable

import msgspec

from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import SECOND, Micros, bpm_of


class PublicCircle(msgspec.Struct, frozen=True, kw_only=True):
    """A listed circle. `invite` is empty unless everybody may join; round trips are of its members, without names.

    `age_s` is a multiple of 60, so that the value does not change every second.
    """

    id: str
    name: str
    about: str
    bpm: float
    beats: int
    cycles: int
    running: bool
    players: int
    entry: str
    age_s: int
    host: str
    port: int
    invite: str
    round_trips_ms: tuple[float, ...] = ()


class PublicStatus(msgspec.Struct, frozen=True, kw_only=True):
    """The hub's name, its address for the program (HOST:PORT), and its listed circles."""

    hub: str
    address: str
    circles: tuple[PublicCircle, ...]


class HubFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Counters since the hub's start, and present values."""

    circles: int
    members: int
    listed: int
    directory_connections: int
    strokes: int
    deliveries: int
    bytes: int
    tick_lateness_p50: Micros
    tick_lateness_p99: Micros
    tick_lateness_max: Micros


def public_circle(
    listing: CircleListing, host: str, port: int, pin: str | None, round_trips: Iterable[Micros] = ()
) -> PublicCircle:
    """The public data of a listed circle; `host`, `port` and `pin` are those of the hub."""
    at, there = listing.host or host, listing.port or port
    pin = pin if not listing.pin else None if listing.pin == "none" else listing.pin
    invite = Invite(at, there, listing.name, listing.key, pin, listing.circle) if listing.key else ""
    return PublicCircle(
        id=listing.id,
        name=listing.name,
        about=listing.about,
        bpm=round(bpm_of(listing.tempo), 3),
        beats=listing.meter.beats,
        cycles=listing.meter.cycles,
        running=listing.running,
        players=listing.players,
        entry=listing.entry,
        age_s=listing.age // (60 * SECOND) * 60,
        host=at,
        port=there,
        invite=str(invite),
        round_trips_ms=tuple(sorted(round(trip / 1000, 1) for trip in round_trips)),
    )


_METRICS = (
    ("circles", "gauge", "Circles that run on this hub."),
    ("members", "gauge", "Members of these circles that are connected."),
    ("listed", "gauge", "Circles that are listed, here and elsewhere."),
    ("directory_connections", "gauge", "Connections to the directory."),
    ("strokes", "counter", "Strokes received."),
    ("deliveries", "counter", "Strokes times the members they were sent to."),
    ("bytes", "counter", "Bytes sent with ticks."),
)


def metrics_text(figures: HubFigures) -> str:
    """The figures in Prometheus's text format."""
    lines = []
    for name, kind, about in _METRICS:
        full = f"drumcircle_{name}{'_total' if kind == 'counter' else ''}"
        lines += [f"# HELP {full} {about}", f"# TYPE {full} {kind}", f"{full} {getattr(figures, name)}"]
    late = "drumcircle_tick_lateness_seconds"
    lines += [f"# HELP {late} How late the ticks of the last second came.", f"# TYPE {late} gauge"]
    quantiles = {"0.5": figures.tick_lateness_p50, "0.99": figures.tick_lateness_p99, "1": figures.tick_lateness_max}
    lines += [f'{late}{{quantile="{quantile}"}} {value / SECOND:.6f}' for quantile, value in quantiles.items()]
    return "\n".join(lines) + "\n"
