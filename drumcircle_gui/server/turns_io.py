"""Lets connections work in turns, a little at a time; the timers and sockets of the event loop come in between."""

import asyncio
from typing import Protocol

from drumcircle_gui.server.fairness.turn_queue import TurnQueue
from drumcircle_gui.timing.units import Micros, local_micros

MAX_BUSY = Micros(1_000)
"""How long turns go on before the event loop looks after its timers and sockets."""


class TakesTurns(Protocol):
    """Something that has work to do in turns."""

    def take_turn(self) -> bool:
        """Do a little of the work; True if there is more."""


class Turns:
    """Calls `take_turn` of what has entered. On the event loop's thread."""

    def __init__(self) -> None:
        self._queue: TurnQueue[TakesTurns] = TurnQueue()
        self._scheduled = False

    def enter(self, item: TakesTurns) -> None:
        """`item` has work to do. No effect if its turn is coming already."""
        self._queue.enter(item)
        self._schedule()

    def _schedule(self) -> None:
        if not self._scheduled:
            self._scheduled = True
            asyncio.get_running_loop().call_soon(self._run)

    def _run(self) -> None:
        self._scheduled = False
        end = local_micros() + MAX_BUSY
        while self._queue and local_micros() < end:
            item = self._queue.next()
            if item.take_turn():
                self._queue.reenter(item)
        if self._queue:
            self._schedule()
