"""Announces a circle that runs here to a hub, periodically, until the circle ends."""

import asyncio
import logging
from collections.abc import Callable

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.backoff import Backoff
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .directory_client_io import DirectoryClient, open_directory
from .hub_address import HubAddress

log = logging.getLogger(__name__)

ANNOUNCE_INTERVAL_S = 10.0
"""Time between announcements: a hub drops a circle that was not announced for 30 s."""

FIRST_PAUSE, LONGEST_PAUSE = Micros(10 * SECOND), Micros(120 * SECOND)
"""Shortest and longest pause before the next attempt, after the hub was not reachable or has declined."""

CLOSE_TIMEOUT_S = 2.0
"""How long `close` waits for the hub. If the hub does not answer, it drops the circle after 30 s anyway."""


class Announcer:
    """Announces what `listing` returns to `hub`, from `start` to `close`. Runs on the event loop's thread.

    `on_problem` gets a sentence when the hub stops listing the circle, and "" when it lists it again.
    """

    def __init__(
        self, hub: HubAddress, listing: Callable[[], CircleListing], on_problem: Callable[[str], None]
    ) -> None:
        self._hub, self._listing, self._on_problem = hub, listing, on_problem
        self._tasks = Tasks()
        self._pauses = Backoff(FIRST_PAUSE, LONGEST_PAUSE)
        self._client: DirectoryClient | None = None

    def start(self) -> None:
        self._tasks.start(self._run(), f"announcements to {self._hub}")

    async def close(self) -> None:
        """Have the hub drop the circle, if it answers within CLOSE_TIMEOUT_S. Idempotent."""
        client, self._client = self._client, None
        if client is not None:
            try:
                async with asyncio.timeout(CLOSE_TIMEOUT_S):
                    await client.announce(self._listing(), gone=True)
            except (DrumCircleError, TimeoutError) as error:
                log.info("%s does not drop the circle at once: %s", self._hub, error or "it does not answer")
        await self._tasks.close()

    async def _run(self) -> None:
        while True:
            try:
                async with open_directory(self._hub) as client:
                    self._hub = client.address
                    await self._announce(client)
            except DrumCircleError as error:
                log.warning("%s does not list the circle: %s", self._hub, error)
                self._client = None
                self._on_problem(f"The hub at {self._hub} does not list this circle: {error.what}")
            await asyncio.sleep(self._pauses.fail(local_micros()) / SECOND)

    async def _announce(self, client: DirectoryClient) -> None:
        self._client = client
        while True:
            await client.announce(self._listing())
            self._pauses.succeed()
            self._on_problem("")
            await asyncio.sleep(ANNOUNCE_INTERVAL_S)
