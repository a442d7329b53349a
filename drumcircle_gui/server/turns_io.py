"""Lets connections work in short turns, so that the event loop's timers and sockets are handled in between."""

import asyncio
import sys
from collections.abc import Callable
from typing import Protocol

from drumcircle_gui.server.fairness.turn_queue import TurnQueue
from drumcircle_gui.timing.units import Micros, local_micros

MAX_BUSY = Micros(500)
"""Longest time that turns are taken as messages arrive, before the event loop handles its timers and sockets."""

MAX_QUEUED = Micros(250)
"""Longest time that queued turns are taken after these. A member with little to do, whose message arrives meanwhile,
waits for so long."""

FLOODED_SWITCH_INTERVAL_S = 0.0001
"""While more waits than a round can do, other threads get the interpreter after this time, less than a round takes.
They begin to wait anew whenever the event loop is between two callbacks: with the usual interval, longer than a round,
the thread that keeps the recovery log got it rarely, and floods delayed all strokes by up to 100 ms."""

FREE_TURNS = 16
"""Number of short turns that are taken at once, without reading the clock, before a call by the event loop is
scheduled: with few members, that call costs as much as their messages."""


class TakesTurns(Protocol):
    """An object that does its work in turns."""

    def take_turn(self, now: Micros) -> bool:
        """Do a little of the work at local time `now`; return whether there is more."""

    def is_light(self, now: Micros) -> bool:
        """Whether the item has used little time recently, so that it goes before others."""


class Turns:
    """Calls `take_turn` of queued objects. Use on the event loop's thread. `now` reads the local clock. A round is one
    pass of the event loop: first the data that arrives in it, then the turns of queued objects. `_round_began`: when
    the first data arrived, since other work, such as the delivery of a tick, must not make all of it late.
    `_free_turns` is 0 while a call is scheduled, which is so while anything is queued."""

    def __init__(self, now: Callable[[], Micros] = local_micros) -> None:
        self._now = now
        self._queue: TurnQueue[TakesTurns] = TurnQueue()
        self._scheduled = False
        self._round_began: Micros | None = None
        self._free_turns = FREE_TURNS
        self._flooded = False
        self._usual_interval_s = sys.getswitchinterval()

    def enter(self, item: TakesTurns) -> None:
        """Queue `item`, which has work that is not urgent. No effect if it is queued already."""
        self._queue.enter(item)
        self._schedule()

    def may_go_first(self, item: TakesTurns, now: Micros) -> bool:
        """Whether `item` may do a turn's work now: this round has time left, and no other item waits or `item` is
        light. If not, `item` is queued."""
        if self._free_turns:
            self._free_turns -= 1
            return True
        self._schedule()
        if self._round_began is None:
            self._round_began = now
        late = now - self._round_began >= MAX_BUSY
        if not (late or self._queue):
            return True
        if (light := item.is_light(now)) and not late:
            return True
        self._queue.enter(item, light=light)
        return False

    def _schedule(self) -> None:
        if not self._scheduled:
            self._scheduled, self._round_began, self._free_turns = True, None, 0
            asyncio.get_running_loop().call_soon(self._run)

    def _run(self) -> None:
        self._scheduled, self._free_turns = False, FREE_TURNS
        if not self._queue:
            return
        now = self._now()
        end = now + MAX_QUEUED
        try:
            while self._queue and now < end:
                item = self._queue.next()
                if item.take_turn(now):
                    self._queue.enter(item)
                now = self._now()
        finally:
            if self._queue:
                self._schedule()
            if self._flooded is not bool(self._queue):
                self._flooded = not self._flooded
                sys.setswitchinterval(FLOODED_SWITCH_INTERVAL_S if self._flooded else self._usual_interval_s)
