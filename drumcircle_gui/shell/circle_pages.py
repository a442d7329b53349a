"""Makes the pages of circles and of rooms from the settings and the options, and stores what is chosen there."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drumcircle_gui.directory.joining import account_for
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.tasks import LoopThread

from .kept_settings import KeptSettings
from .main_view import MainWindow
from .options import recordings

if TYPE_CHECKING:  # the first page needs none of them
    from drumcircle_gui.conductor.conductor_state import HubCircle
    from drumcircle_gui.server.server_io import ServerConfig
    from drumcircle_gui.sound.process.engine_io import EngineConfig

    from .circle_screens import CircleAndRoomsScreen, PlayerScreen
    from .screens import RoomsScreen


@dataclass(frozen=True, slots=True)
class CirclePages:
    """Makes pages. `left` is called to leave a page, `begin` runs one request at a time, `move_to_hub` moves the circle
    of a screen to a hub."""

    network: LoopThread
    options: argparse.Namespace
    paths: Paths
    report: EventLog
    kept: KeptSettings
    window: MainWindow
    left: Callable[[], None]
    begin: Callable[[Coroutine[Any, Any, None], str], None]
    move_to_hub: Callable[[CircleAndRoomsScreen], None]

    def conductor(
        self, where: ServerConfig | HubCircle | Invite, title: str, name: str, engine: EngineConfig | None = None
    ) -> CircleAndRoomsScreen:
        """The circle called `title`, conducted as `name`; `engine`: the user's own, unless another is given."""
        from .circle_screens import CircleAndRoomsScreen, ConductorScreen

        circle = ConductorScreen(
            *(self.network, where, name, self.report, self.left),
            recordings=recordings(self.options, self.paths),
            usual=self.kept.now.conductor,
            engine=engine or self.kept.engine(self.options),
            listening=self.kept.listening(title, self.options),
            keep=self.kept.keep_conducted,
        )
        circle.view.requested.connect(self.kept.keep_conducting)
        self.kept.follow_page(circle.view, title)
        rooms = self.rooms(self.paths.rooms, lambda: self.window.turn_to(circle.view))
        circle.view.rooms_wanted.connect(lambda: self._turn_to(rooms))
        screen = CircleAndRoomsScreen(circle, rooms)
        circle.view.hub_wanted.connect(lambda: self.move_to_hub(screen))
        return screen

    def rooms(self, file: Path, left: Callable[[], None]) -> RoomsScreen:
        """The rooms of `file`."""
        from .screens import new_rooms_screen

        return new_rooms_screen(self.network, file, self.report, left, getattr(self.options, "listen", None))

    def player(self, invite: Invite, name: str) -> PlayerScreen:
        """The circle of `invite`, in which the user plays as `name`."""
        from .circle_screens import PlayerScreen

        kept, folder = self.kept, recordings(self.options, self.paths)
        listening = kept.listening(invite.circle, self.options)
        screen = PlayerScreen(
            *(self.network, invite, name, kept.engine(self.options), listening, self.report),
            *(self.left, folder, kept.keep_drums, account_for(invite, kept.now.hubs)),
        )
        kept.follow_page(screen.view, invite.circle)
        return screen

    def _turn_to(self, rooms: RoomsScreen) -> None:
        self.window.turn_to(rooms.view)
        self.begin(rooms.open_once(), "rooms")
