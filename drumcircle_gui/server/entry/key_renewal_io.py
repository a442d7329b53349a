"""Replaces a circle's keys in the background, at a conductor's request."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.tasks import Tasks

from .access import InviteKeys

log = logging.getLogger(__name__)

NewKeys = Callable[[], Awaitable[InviteKeys]]
"""Makes new keys and saves them. DrumCircleError if they cannot be saved; the old ones then stay valid."""


async def no_new_keys() -> InviteKeys:
    """Raise DrumCircleError, for a circle whose keys are not saved."""
    raise DrumCircleError("The invites of this circle cannot be replaced.")


class KeyRenewal:
    """`done` gets the keys that `new_keys` has saved, or None and the reason. Use on the event loop's thread."""

    def __init__(self, new_keys: NewKeys, done: Callable[[InviteKeys | None, str], None]) -> None:
        self._new_keys, self._done = new_keys, done
        self._tasks = Tasks()
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._running = self._tasks.start(self._renew(), "renewal of keys")

    async def close(self) -> None:
        """Wait for a renewal in progress, because keys are valid once they are saved."""
        if self._running is not None:
            await asyncio.wait({self._running})

    async def _renew(self) -> None:
        try:
            keys = await self._new_keys()
        except DrumCircleError as error:
            log.warning("The keys could not be replaced: %s", error)
            self._done(None, str(error))
        else:
            self._done(keys, "")
