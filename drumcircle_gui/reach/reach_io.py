"""Finds out from where the circle's server on this machine can be reached, and keeps its port open in the router.

The router is asked for the port only after a call of `ask_router`, or with `open_port`. Leases are short, so that the
router closes the port some minutes after this program or this machine has crashed.
"""

import asyncio
import logging
import socket
from collections.abc import Awaitable, Callable, Sequence

from drumcircle_gui.own_address_io import is_unspecified
from drumcircle_gui.tasks import Tasks

from .addresses import Scope, is_ipv6, scope_of
from .interfaces_io import default_gateway, outgoing_address, own_addresses
from .nat_pmp_io import find_nat_pmp
from .router_io import Router, RouterError
from .upnp_io import find_upnp
from .verdict import Findings, PortMapping, Probe, Reachability, RouterReport, judge, leads_nowhere

log = logging.getLogger(__name__)

LEASE_S = 600
"""How long the router keeps the port open after the program's last request."""

RENEWALS_PER_LEASE = 3
CLOSE_TIMEOUT_S = 4.0
"""How long `close` waits for the router to close the port."""

EXAMINE_INTERVAL_S = 60.0
"""Time between two examinations: a laptop may be moved to another network, or a router be switched on."""


AskHub = Callable[[int], Awaitable[Sequence[tuple[str, bool]]]]


class ReachKeeper:
    """Examines the network from `start` to `close`, and calls `on_verdict` with each new verdict.

    `bound`: the address on which the server listens, "" for all. `ask_hub` has a hub connect back to a port; it returns
    the addresses at which the hub sees this machine, and whether it reached the server there. Use on the event loop's
    thread.
    """

    def __init__(
        self,
        port: int,
        bound: str,
        on_verdict: Callable[[Reachability], None],
        *,
        lease_s: int = LEASE_S,
        ask_hub: AskHub | None = None,
    ) -> None:
        self._port, self._bound, self._on_verdict, self._lease_s = port, bound, on_verdict, lease_s
        self._ask_hub = ask_hub
        self._probes: tuple[Probe, ...] = ()
        self._router: Router | None = None
        self._report: RouterReport | None = None
        self._mapping: PortMapping | None = None
        self._wanted = False
        self._tasks = Tasks()
        self._again = asyncio.Event()
        self._verdict: Reachability | None = None

    def start(self, *, open_port: bool = False) -> None:
        """Start examining. `open_port`: ask the router for the port at once."""
        self._wanted = open_port
        self._tasks.start(self._run(), "reachability")

    def ask_router(self, wanted: bool) -> None:
        """Have the router open the port, or close it again. The next verdict contains the result."""
        self._wanted = wanted
        self._again.set()

    async def close(self) -> None:
        """Stop examining, and close the port. Idempotent."""
        await self._tasks.close()
        try:
            async with asyncio.timeout(CLOSE_TIMEOUT_S):
                await self._close_mapping()
        except TimeoutError:
            log.info("the router does not answer: it closes the port by itself in at most %d s", self._lease_s)

    async def _run(self) -> None:
        while True:
            self._again.clear()
            await self._examine()
            try:
                async with asyncio.timeout(self._pause()):
                    await self._again.wait()
            except TimeoutError:
                continue

    def _pause(self) -> float:
        """Seconds until the next examination, which also renews the lease."""
        lease_s = self._mapping.lease_s if self._mapping else 0
        return min(EXAMINE_INTERVAL_S, lease_s / RENEWALS_PER_LEASE) if lease_s else EXAMINE_INTERVAL_S

    async def _examine(self) -> None:
        addresses = await asyncio.to_thread(_listening_addresses, self._bound)
        if self._verdict is None:
            self._publish(addresses, complete=False)  # the addresses at once; the router takes some seconds
        if ipv4 := _beyond_this_computer(addresses):
            await self._ask(ipv4)
        if self._ask_hub is not None:
            self._publish(addresses, complete=False)
            port = self._mapping.port if self._mapping else self._port
            self._probes = tuple(Probe(host, port, reached) for host, reached in await self._ask_hub(port))
        self._publish(addresses)

    async def _ask(self, ipv4: list[str]) -> None:
        """Ask the router for its address and, if requested, for the port."""
        if self._router is None:
            self._router = await find_router(ipv4)
            self._report = None
        if self._router is None:
            self._mapping = None
            return
        try:
            external = await self._router.external_address()
            self._report = RouterReport(self._router.protocol, external)
            await self._renew(wanted=self._wanted and not leads_nowhere(external))
        except RouterError as error:
            self._refused(str(error))

    async def _renew(self, *, wanted: bool) -> None:
        assert self._router is not None
        if not wanted:
            await self._close_mapping()
            return
        external = self._mapping.port if self._mapping else self._port
        self._mapping = await self._router.open_port(self._port, external, self._lease_s)
        log.debug("the router's port %d is open for %d s", self._mapping.port, self._mapping.lease_s)

    def _refused(self, why: str) -> None:
        """The router refused. Look for the router again at the next examination, because it may have been replaced."""
        assert self._router is not None
        log.info("the router did not open port %d: %s", self._port, why)
        external = self._report.external if self._report else ""
        self._report = RouterReport(self._router.protocol, external, why)
        self._router = self._mapping = None

    async def _close_mapping(self) -> None:
        mapping, self._mapping = self._mapping, None
        if mapping is None or self._router is None:
            return
        try:
            await self._router.close_port(mapping)
            log.info("the router has closed port %d", mapping.port)
        except RouterError as error:
            log.info("the router did not close port %d: %s", mapping.port, error)

    def _publish(self, addresses: tuple[str, ...], *, complete: bool = True) -> None:
        verdict = judge(Findings(self._port, addresses, self._report, self._mapping, complete, self._probes))
        if verdict != self._verdict:
            log.info("reachability: %s %s", verdict.form.value, verdict.best.host)
            self._verdict = verdict
            self._on_verdict(verdict)


async def find_router(ipv4: list[str]) -> Router | None:
    """The router of the networks in which this machine has these addresses; None if it does not open ports on request.

    UPnP is tried first, because it shows for which machine a port was opened.
    """
    gateway = await asyncio.to_thread(default_gateway)
    upnp, nat_pmp = await asyncio.gather(find_upnp(ipv4), find_nat_pmp(gateway, outgoing_address()))
    return upnp or nat_pmp


def _listening_addresses(bound: str) -> tuple[str, ...]:
    """The addresses at which a server listens that is bound to `bound`, an address or a name. May take seconds."""
    if not bound or is_unspecified(bound):
        return own_addresses()
    try:
        return tuple(str(address[0]) for *_, address in socket.getaddrinfo(bound, None, type=socket.SOCK_STREAM))
    except OSError as error:
        log.info("%s has no address: %s", bound, error)
        return ()


def _beyond_this_computer(addresses: tuple[str, ...]) -> list[str]:
    """The IPv4 addresses among these at which other machines can reach this one."""
    return [each for each in addresses if not is_ipv6(each) and scope_of(each) is not Scope.COMPUTER]
