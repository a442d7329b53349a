"""Moves a circle from this computer to a hub, where everybody can reach it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.settings import Settings
from drumcircle_gui.timing.units import bpm_of
from drumcircle_gui.widgets.text_question import TextQuestion

from .start_requests import LaunchCircle

if TYPE_CHECKING:  # the first page needs none of them
    from PySide6.QtWidgets import QWidget

    from drumcircle_gui.conductor.conductor_state import ConductorState

log = logging.getLogger(__name__)
_tr = QCoreApplication.translate


def launch_like(state: ConductorState, hub: HubAddress, name: str) -> LaunchCircle:
    """The launch on `hub`, by the conductor `name`, of a circle with the name, tempo, meter and entry of the one in
    `state`, which runs here."""
    assert state.hosting is not None
    latest, rules = state.circle.timeline.latest, state.circle.entry_rules
    return LaunchCircle(
        *(state.hosting.invite.circle, 0, bpm_of(latest.tempo), latest.meter.beats, latest.meter.cycles),
        hub=str(hub),
        entry=rules.policy if rules is not None else "invite",
        conductor=name,
    )


class MovingScreen(Protocol):
    """The screen of a circle that runs here."""

    @property
    def view(self) -> QWidget: ...

    @property
    def state(self) -> ConductorState: ...

    def ask_to_leave(self, go: Callable[[], object]) -> None: ...


class HubMove:
    """Moves a circle to the hub used last by `start`. If there is none, or if that fails, the user is asked for one.

    `launch` gets the hub and the launch; it raises DrumCircleError if the circle cannot run there, and the circle then
    stays here. `begin` runs one request at a time.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        launch: Callable[[HubAddress, LaunchCircle], Coroutine[Any, Any, None]],
        begin: Callable[[Coroutine[Any, Any, None], str], None],
    ) -> None:
        self._settings, self._launch, self._begin = settings, launch, begin
        self.question: TextQuestion | None = None

    def start(self, screen: MovingScreen) -> None:
        """Start the move at the user's request. If players would be left behind, the user is asked first."""
        if known := self._settings().hubs.known:
            address, pin = known[0]
            self._ask_and_move(screen, HubAddress.parse(address).with_pin(pin))
        else:
            self._ask(screen)

    def _ask(self, screen: MovingScreen, problem: str = "") -> None:
        title = _tr("HubMove", "The address or link of a hub")
        hint = _tr(
            "HubMove",
            "A hub is a computer on the internet that everybody can reach. Its owner gives you its address. The circle "
            "moves there with its name, tempo and meter, and gets new invites.",
        )
        self.question = TextQuestion(title, "", _tr("HubMove", "Move the circle"), screen.view, problem or hint)
        self.question.answered.connect(lambda text: self._answered(screen, text))
        self.question.open()

    def _answered(self, screen: MovingScreen, text: str) -> None:
        try:
            hub = HubAddress.parse(text)
        except ValueError as error:
            self._ask(screen, f"{str(error)[:1].upper()}{str(error)[1:]}.")
        else:
            self._ask_and_move(screen, hub)

    def _ask_and_move(self, screen: MovingScreen, hub: HubAddress) -> None:
        screen.ask_to_leave(lambda: self._begin(self._move(screen, hub), "move to a hub"))

    async def _move(self, screen: MovingScreen, hub: HubAddress) -> None:
        name = self._settings().player.name
        try:
            await self._launch(hub, launch_like(screen.state, hub, name))
        except DrumCircleError as error:
            log.info("the circle was not moved to %s: %s", hub, error)
            self._ask(screen, " ".join(map(translated, filter(None, (error.what, error.todo)))))
