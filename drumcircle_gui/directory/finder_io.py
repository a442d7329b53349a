"""Keeps the list of circles on hubs up to date, and measures the round trip to each of their servers."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable

from drumcircle_gui.client.happy_eyeballs_io import resolve
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.backoff import Backoff
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .directory_client_io import DirectoryClient, open_directory
from .found import Address, CircleBoard, FoundCircle, FoundCircles
from .hub_address import HubAddress, KnownHub

log = logging.getLogger(__name__)

POLL_INTERVAL_S = 2.0
"""Time between two requests to a hub for changes."""

FIRST_PAUSE, LONGEST_PAUSE = Micros(5 * SECOND), Micros(60 * SECOND)
"""Shortest and longest pause before an unreachable hub, or an unreachable server of a circle, is tried again."""

MEASURE_INTERVAL_S = 4.0
MAX_MEASUREMENTS = 8
CONNECT_TIMEOUT_S = 3.0
"""Round trips to circles elsewhere are the time a connection takes: the pause between two, how many at once, and the
timeout."""


class CircleFinder:
    """Finds the circles of `hubs` from `start` to `close`. Runs on the event loop's thread; `search` may be called from
    any.

    `on_found` gets the circles found after each change, `on_hub` each hub that has answered.
    """

    def __init__(
        self,
        hubs: Iterable[HubAddress],
        on_found: Callable[[FoundCircles], None],
        on_hub: Callable[[KnownHub], None] = lambda hub: None,
    ) -> None:
        self._hubs, self._on_found, self._on_hub = tuple(hubs), on_found, on_hub
        self._board = CircleBoard()
        self._search = ""
        self._shown = FoundCircles()
        self._searched = asyncio.Event()
        self._pauses: dict[Address, Backoff] = {}
        self._tasks = Tasks()

    async def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        for hub in self._hubs:
            self._tasks.start(self._watch(hub), f"circles of {hub}")
        self._tasks.start(self._measure(), "round trips")

    async def close(self) -> None:
        """Stop searching and measuring. Idempotent."""
        await self._tasks.close()

    def search(self, words: str) -> None:
        """Show the circles that hold these words; from any thread."""
        self._loop.call_soon_threadsafe(self._set_search, words)

    def show(self, source: str, circles: Iterable[FoundCircle]) -> None:
        """Show the circles of a source other than a hub, such as the local network."""
        self._board.show(source, circles)
        self._publish()

    def _set_search(self, words: str) -> None:
        self._search = words
        self._searched.set()
        self._publish()

    def _publish(self) -> None:
        found = self._board.snapshot(self._search)
        if found != self._shown:
            self._shown = found
            self._on_found(found)

    async def _watch(self, hub: HubAddress) -> None:
        pauses = Backoff(FIRST_PAUSE, LONGEST_PAUSE)
        while True:
            try:
                async with open_directory(hub) as client:
                    pauses.succeed()
                    self._on_hub(KnownHub(client.address, client.name, client.registered))
                    await self._follow(client)
            except DrumCircleError as error:
                log.info("%s: %s", hub, error)
                self._board.fail(str(hub), str(error))
                self._publish()
            await asyncio.sleep(pauses.fail(local_micros()) / SECOND)

    async def _follow(self, client: DirectoryClient) -> None:
        """Poll one hub until it no longer answers, then raise DrumCircleError."""
        known, asked = 0, ""
        address = client.address.host, client.address.port
        while True:
            search = self._search
            known = known if search == asked else 0
            answer = await client.circles(search, known)
            trip = await client.round_trip()
            if answer.rows is not None:
                rows = [FoundCircle.listed(row, client.address, client.name) for row in answer.rows]
                self._board.show(str(client.address), rows, answer.total)
            self._board.measured(address, trip)
            known, asked = answer.revision, search
            self._publish()
            if search == self._search:
                await self._wait_for_search()

    async def _wait_for_search(self) -> None:
        """Wait for the next poll: POLL_INTERVAL_S, or until the search changes."""
        self._searched.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(POLL_INTERVAL_S):
                await self._searched.wait()

    async def _measure(self) -> None:
        """Measure the round trips to servers other than the hubs, periodically. Those to hubs are measured while
        polling them."""
        hubs = {(hub.host, hub.port) for hub in self._hubs}
        while True:
            elsewhere = [address for address in self._board.addresses() if address not in hubs]
            self._pauses = {at: self._pauses.get(at) or Backoff(FIRST_PAUSE, LONGEST_PAUSE) for at in elsewhere}
            elsewhere = [at for at in elsewhere if self._pauses[at].may_try(local_micros())]
            for begin in range(0, len(elsewhere), MAX_MEASUREMENTS):
                await asyncio.gather(*map(self._connect, elsewhere[begin : begin + MAX_MEASUREMENTS]))
            self._publish()
            await asyncio.sleep(MEASURE_INTERVAL_S)

    async def _connect(self, address: Address) -> None:
        """Measure how long connecting takes, which is one round trip. A failed attempt measures nothing."""
        writer: asyncio.StreamWriter | None = None
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT_S):
                [host, *_] = await resolve(*address)
                began = local_micros()
                _, writer = await asyncio.open_connection(host, address[1])
                self._board.measured(address, Micros(local_micros() - began))
                self._pauses[address].succeed()
        except (OSError, UnicodeError) as error:
            self._pauses[address].fail(local_micros())
            log.debug("%s is not reached: %s", address, error)
        finally:
            if writer is not None:
                writer.transport.abort()
