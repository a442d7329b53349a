"""Decides who can reach a circle's server, from the machine's addresses and the router's answers. Pure."""

import enum
from dataclasses import dataclass

from .addresses import Scope, is_ipv6, scope_of, usable


class Form(enum.Enum):
    """The forms in which a server can be reached."""

    COMPUTER = "computer"
    """Only from this computer: it has no network, or the server is bound to a loopback address."""
    OPEN = "open"
    """This machine has a public IPv4 address."""
    NAT = "nat"
    """Behind a router that does not open ports on request, or has refused."""
    ROUTER_OPENS = "router-opens"
    """Behind a router that opens ports on request; it was not asked yet."""
    OPENED = "opened"
    """Behind a router that has opened the port."""
    DOUBLE_NAT = "double-nat"
    """Behind a router that has no public address itself: opening a port there does not help."""
    IPV6_ONLY = "ipv6-only"
    """No public IPv4 address leads here, but this machine has a public IPv6 address."""
    FORWARDED = "forwarded"
    """A hub has reached the server through the router: its owner has forwarded the port there."""
    BLOCKED = "blocked"
    """There is a public address, or an opened port, but a hub could not connect to it: a firewall is in between."""


NO_ADDRESS = "0.0.0.0"
"""The address that a router without a public address reports."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address for invites, with its scope."""

    host: str
    port: int
    scope: Scope


@dataclass(frozen=True, slots=True)
class PortMapping:
    """The router forwards connections to `host`:`port` to this machine's port `internal`, for `lease_s` seconds.

    `lease_s` 0: until the mapping is removed. `host` is "" if the router did not report its public address.
    """

    host: str
    port: int
    internal: int
    lease_s: int


@dataclass(frozen=True, slots=True)
class RouterReport:
    """A router that opens ports by `protocol` has answered.

    `external`: its external address, NO_ADDRESS if it has no public one, "" if it does not report it. `refusal`: why it
    did not open the port, "" if it did or was not asked.
    """

    protocol: str
    external: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """The result of a hub's attempt to connect back: it sees this machine at `host`, and has `reached` the server at
    `port`."""

    host: str
    port: int
    reached: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings about the server on `port`. `addresses`: those at which it listens. `complete`: the search for a
    router has ended. `probes`: the results of hubs' attempts to connect back."""

    port: int
    addresses: tuple[str, ...]
    router: RouterReport | None = None
    mapping: PortMapping | None = None
    complete: bool = True
    probes: tuple[Probe, ...] = ()


@dataclass(frozen=True, slots=True)
class Reachability:
    """The verdict. `endpoints`: addresses for the invite, those with the widest scope first. While it is not
    `complete`, the search for a router goes on."""

    form: Form
    port: int
    endpoints: tuple[Endpoint, ...]
    router: RouterReport | None = None
    complete: bool = True

    @property
    def best(self) -> Endpoint:
        return self.endpoints[0]

    @property
    def can_ask(self) -> bool:
        """Whether the router can be asked to open the port, or to close it again."""
        return self.form in (Form.ROUTER_OPENS, Form.OPENED)


def judge(findings: Findings) -> Reachability:
    """The verdict on `findings`."""
    form, mapping = _as_seen(_form(findings), findings), findings.mapping
    own = [Endpoint(host, findings.port, scope_of(host)) for host in usable(findings.addresses)]
    if form is not Form.IPV6_ONLY:
        own.sort(key=lambda endpoint: is_ipv6(endpoint.host))  # most players have IPv4; all of the network do
    if form is Form.OPENED and mapping is not None:
        own.insert(0, Endpoint(mapping.host, mapping.port, Scope.INTERNET))
    elif form is Form.FORWARDED and (seen := _reached(findings)) is not None:
        own.insert(0, Endpoint(seen.host, seen.port, Scope.INTERNET))
    endpoints = tuple(own) or (Endpoint("127.0.0.1", findings.port, Scope.COMPUTER),)
    return Reachability(form, findings.port, endpoints, findings.router, findings.complete)


def leads_nowhere(external: str) -> bool:
    """Whether a router with the external address `external` is itself behind another router."""
    return bool(external) and not _is_public(external)


def _as_seen(form: Form, findings: Findings) -> Form:
    """`form`, corrected by the results of hubs, which have priority over the router's answers."""
    seen = {is_ipv6(probe.host): probe for probe in findings.probes if _is_public(probe.host)}
    by_ipv4, by_ipv6 = seen.get(False), seen.get(True)
    if by_ipv4 is not None and by_ipv4.reached:
        return form if form in (Form.OPEN, Form.OPENED) else Form.FORWARDED
    if by_ipv6 is not None and by_ipv6.reached:
        return Form.IPV6_ONLY
    if form in (Form.OPEN, Form.OPENED) and by_ipv4 is not None:
        behind_another = findings.mapping is not None and findings.mapping.host != by_ipv4.host
        return Form.DOUBLE_NAT if form is Form.OPENED and behind_another else Form.BLOCKED
    return Form.BLOCKED if form is Form.IPV6_ONLY and by_ipv6 is not None else form


def _reached(findings: Findings) -> Probe | None:
    """The results of hubs that reached the server at a public IPv4 address."""
    reached = (probe for probe in findings.probes if probe.reached and not is_ipv6(probe.host))
    return next((probe for probe in reached if _is_public(probe.host)), None)


def _form(findings: Findings) -> Form:
    addresses = [each for each in usable(findings.addresses) if scope_of(each) is not Scope.COMPUTER]
    ipv4 = [scope_of(each) for each in addresses if not is_ipv6(each)]
    public_ipv6 = any(is_ipv6(each) and _is_public(each) for each in addresses)
    if not addresses:
        return Form.COMPUTER
    if Scope.INTERNET in ipv4:
        return Form.OPEN
    if findings.mapping is not None and _is_public(findings.mapping.host):
        return Form.OPENED
    if not ipv4 or ipv4[0] is Scope.PROVIDER or leads_nowhere(_far_side(findings)):
        return Form.IPV6_ONLY if public_ipv6 else Form.DOUBLE_NAT if ipv4 else Form.NAT
    return Form.ROUTER_OPENS if findings.router and not findings.router.refusal else Form.NAT


def _far_side(findings: Findings) -> str:
    """The router's external address; "" if it is not known."""
    reported = findings.router.external if findings.router else ""
    return reported or (findings.mapping.host if findings.mapping else "")


def _is_public(host: str) -> bool:
    return bool(host) and scope_of(host) is Scope.INTERNET
