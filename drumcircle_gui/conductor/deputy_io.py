"""Conducting with a player's own connection: for a player to whom a conductor has given a conductor's powers."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

from drumcircle_gui.client.circle_state import CircleNotice, CircleSnapshot, HeardStroke
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.messages import Request

from .conductor_state import ConductorState, Intent
from .grooves.groove_desk_io import GrooveDesk
from .grooves.groove_intents import GrooveIntent
from .mode_desk_io import ModeDesk
from .mode_intents import ModeIntent

log = logging.getLogger(__name__)


class Deputy:
    """A conductor's desks for a player. `request` sends to the server, and dismisses notices of the circle; `on_state`
    gets each new state.

    `handle` may be called from any thread, everything else on the loop that `start` ran on.
    """

    def __init__(
        self, request: Callable[[Request | DismissNotice], None], on_state: Callable[[ConductorState], None]
    ) -> None:
        self._request, self._on_state = request, on_state
        self._state = ConductorState(CircleSnapshot())
        self._numbers = count(-3, -2)
        self._modes = ModeDesk(request, self._complain, lambda session: self._update(session=session))
        self._grooves = GrooveDesk(request, self._complain, lambda shelf: self._update(grooves=shelf))

    def start(self, circle: CircleSnapshot) -> ConductorState:
        """Begin, with the circle as it is now."""
        self._loop = asyncio.get_running_loop()
        self._state = replace(self._state, circle=circle)
        self._grooves.start()
        return self._state

    async def close(self) -> None:
        """Stop the desks. Idempotent."""
        await self._modes.close()
        await self._grooves.close()

    def follow(self, circle: CircleSnapshot) -> None:
        if circle is not self._state.circle:
            self._update(circle=circle)

    def hear(self, strokes: list[HeardStroke]) -> None:
        """Note what is played, to propose parts."""
        self._modes.hear(strokes)

    def handle(self, intent: Intent) -> None:
        """Carry out an intent, or send it to the server as a request."""
        log.debug("intent: %s", type(intent).__name__)
        self._loop.call_soon_threadsafe(self._handle, intent)

    def _handle(self, intent: Intent) -> None:
        if isinstance(intent, ModeIntent):
            self._modes.handle(intent, self._state.circle)
        elif isinstance(intent, GrooveIntent):
            self._grooves.handle(intent, self._state.circle)
        elif isinstance(intent, DismissNotice) and intent.notice < 0:
            self._update(notices=tuple(each for each in self._state.notices if each.number != intent.notice))
        elif isinstance(intent, Request | DismissNotice):
            self._request(intent)

    def _complain(self, error: DrumCircleError) -> None:
        notice = CircleNotice(next(self._numbers), error.what, error.todo)
        self._update(notices=(*self._state.notices, notice)[-1:])

    def _update(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._on_state(self._state)
