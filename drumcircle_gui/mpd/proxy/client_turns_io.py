"""Shares time between the proxy's clients: one that sends many requests at once lets others be answered in between."""

import asyncio

from drumcircle_gui.timing.units import Micros, local_micros

TURN = Micros(1_000)
"""A client's requests are carried out for at most this long before other clients have a turn."""

PAUSE_S = 0.001
"""How long a client waits after its turn while requests of others are carried out."""


class ClientTurns:
    """Counts the clients whose requests are being carried out, each of them in `with` this. Shared by all clients."""

    def __init__(self) -> None:
        self._working = 0

    def __enter__(self) -> None:
        self._working += 1

    def __exit__(self, *error: object) -> None:
        self._working -= 1

    async def yield_to_others(self) -> None:
        """Read what other clients have sent, and wait if there are requests among it."""
        await asyncio.sleep(0)  # the event loop reads what has arrived
        await asyncio.sleep(0)  # clients that wait for it go on
        if self._working > 1:
            await asyncio.sleep(PAUSE_S)


class ClientTurn:
    """The turns of one client. `begin` starts one; `check` is called between two requests."""

    def __init__(self, turns: ClientTurns) -> None:
        self._turns = turns
        self.begin()

    def begin(self) -> None:
        self._until = local_micros() + TURN

    async def check(self) -> None:
        """After TURN, let other clients have a turn, and begin the next one."""
        if local_micros() > self._until:
            await self._turns.yield_to_others()
            self.begin()
