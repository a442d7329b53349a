"""The program with a window: opens pages on request, and closes everything in the right order.

The first page must appear at once, so the code of other pages is imported when they are opened.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.error_hooks import ErrorReport
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.qt.publisher import Inbox
from drumcircle_gui.settings import Appearance
from drumcircle_gui.tasks import LoopThread, Tasks

from .argument_types import target
from .child_programs import ChildPrograms
from .circle_pages import CirclePages
from .kept_settings import KeptSettings
from .main_view import MainWindow, window_side
from .options import announced, hub_launch, launch_config, server_config
from .preferences.appearance import apply_appearance
from .preferences.preferences_desk import PreferencesDesk
from .preload import preload_pages
from .start.handed_over import LinkReceiver, Target
from .start.hub_move import HubMove
from .start.hub_search import StartHubs, hub_address, launch_on_hub
from .start.link_offer import LinkOffer
from .start.start_requests import (
    AddHub,
    ConductElsewhere,
    JoinCircle,
    LaunchCircle,
    OpenAdministration,
    OpenPractice,
    OpenRecordings,
    OpenRooms,
    StartRequest,
)
from .start.start_view import StartView
from .start.update_notices import UpdateNotices

if TYPE_CHECKING:
    from .screens import Screen

log = logging.getLogger(__name__)
_tr = QCoreApplication.translate


class App:
    """The window, its current screen and the settings. Use on the GUI thread, except for `show_error`."""

    def __init__(
        self, qt: QApplication, network: LoopThread, options: argparse.Namespace, paths: Paths, report: EventLog
    ) -> None:
        self.closed, self._painted = asyncio.Event(), asyncio.Event()
        self._kept = KeptSettings(paths.settings)
        apply_appearance(qt, self._kept.now.appearance)
        self.window = MainWindow()
        self.screen: Screen | None = None
        self.start: StartView | None = None
        self._network, self._options, self._paths, self._report = network, options, paths, report
        self._tasks = Tasks()
        self._request: asyncio.Task[None] | None = None
        self._hubs = StartHubs(network, self._kept)
        self._children = ChildPrograms(options)
        self._move = HubMove(lambda: self._kept.now, self._launch_and_go, self._begin)
        self._pages = CirclePages(
            *(network, options, paths, report, self._kept, self.window),
            *(self._go_back, self._begin, self._move.start),
        )
        shown = lambda: self.screen if self.start is None else None  # noqa: E731
        self._links = LinkReceiver(self.window, paths.data, target, shown, self._begin, self._open_handed_over)
        self._errors = Inbox()
        self._errors.arrived.connect(self.window.show_errors)
        self._qt = qt

    def open(self) -> None:
        """Show the window, and carry out the command."""
        self.window.closing.connect(lambda: self._ask_to_leave(self.closed.set))
        self.window.painted.connect(preload_pages)
        self.window.painted.connect(self._links.listen)
        self.window.painted.connect(self._painted.set)
        self.window.place(self._kept.now.windows.start, window_side(self._options))
        self._show_start()
        if open_page := _COMMANDS.get(self._options.command):
            self._begin(open_page(self), self._options.command)
        self.window.show()
        log.info("the window is open: %s", self._options.command)

    async def close(self) -> None:
        """Close everything, in order."""
        self._kept.keep(windows=msgspec.structs.replace(self._kept.now.windows, start=self.window.geometry_bytes()))
        self.window.hide()
        self._links.close()
        self._children.terminate()
        await self._tasks.close()
        await self._hubs.end()
        await self._leave()
        self.window.finish()

    def show_error(self, report: ErrorReport) -> None:
        """Show an unexpected error in a dialog; from any thread."""
        self._errors.put([report])

    # --- pages --------------------------------------------------------------------------------------------------

    def _show_start(self, recorded: Path | None = None) -> None:
        self.start = StartView(self._kept.now, self._kept.name)
        self.start.offer_recap(recorded)
        self.start.requested.connect(lambda request: self._begin(self._carry_out(request), "start page"))
        PreferencesDesk(self.start, self._kept, self._qt, self._show_start)
        if self._kept.problem:
            self.start.complain(self._kept.problem)
        self.window.show_page(self.start)
        self._tasks.start(self._show_hubs(self.start), "circles on hubs")
        self._tasks.start(UpdateNotices(self.start, self._kept).show(), "updates")
        LinkOffer(self.start, self._kept, self._tasks).show()

    async def _show_hubs(self, page: StartView) -> None:
        """Show the circles on hubs, but not before the window is painted: loading the network's code takes longer than
        the first frame."""
        await self._painted.wait()
        if self.start is page:
            await self._hubs.show(page)

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        """Run one request at a time; ignore another one (a double click) while it runs."""
        if self._request is None or self._request.done():
            self._request = self._tasks.start(work, name)
        else:
            work.close()

    async def _carry_out(self, request: StartRequest) -> None:
        match request:
            case LaunchCircle(hub=""):
                await self._launch(request)
            case LaunchCircle():
                await self._launch_on_hub(request)
            case ConductElsewhere(invite, name):
                await self._conduct_elsewhere(invite, name)
            case JoinCircle(invite, name):
                await self._join(invite, name)
            case OpenRecordings() | OpenRooms() | OpenPractice() | OpenAdministration():
                await self._open_page(request)
            case _:
                self._kept.keep_start_choice(request)
                await self._apply_choice(request)

    async def _open_page(self, request: OpenRecordings | OpenRooms | OpenPractice | OpenAdministration) -> None:
        match request:
            case OpenRecordings(recap):
                await self._open_recordings(recap, recap=recap is not None)
            case OpenRooms():
                await self.open_rooms()
            case OpenPractice():
                await self.open_practice()
            case OpenAdministration():
                from .start.administration_screen import AdministrationScreen

                screen = AdministrationScreen(self._network, request, self._go_back)
                await self._enter(screen, screen.view.title.accessibleName())

    async def _apply_choice(self, request: StartRequest) -> None:
        if isinstance(request, AddHub) and self.start is not None:
            await self._hubs.show(self.start)
        elif isinstance(request, Appearance):
            apply_appearance(self._qt, self._kept.now.appearance)

    async def _launch(self, launch: LaunchCircle) -> None:
        announce = announced(hub_address(self._kept.now.hubs, launch.announce) if launch.announce else None)
        config = replace(launch_config(launch, self._paths, self._kept.now.conductor.entry), announce=announce)
        self._kept.keep_name(launch.conductor)
        screen = self._pages.conductor(config, config.name, launch.conductor)
        if await self._enter(screen, config.name):
            self._kept.keep_launch(launch, recording=screen.circle.state.recording)

    async def _launch_on_hub(self, launch: LaunchCircle) -> None:
        if self._hubs.log_in_first(launch.hub):
            return
        try:
            circle = await launch_on_hub(self._network, self._kept.now.hubs, launch)
        except DrumCircleError as error:
            self._complain(error)
            return
        self._kept.keep_hosted(circle)
        await self._conduct_elsewhere(circle.conductor_invite, launch.conductor or self._kept.name)

    async def _launch_and_go(self, hub: HubAddress, launch: LaunchCircle) -> None:
        """Launch a circle on `hub`, and only then leave the one here. DrumCircleError if it cannot be launched."""
        self._kept.keep_start_choice(AddHub(hub))
        circle = await launch_on_hub(self._network, self._kept.now.hubs, launch)
        self._kept.keep_hosted(circle)
        await self._leave()
        self._show_start()
        await self._conduct_elsewhere(circle.conductor_invite, launch.conductor or self._kept.name)

    async def _conduct_elsewhere(self, invite: Invite, name: str) -> None:
        self._kept.keep_name(name)
        self._show_connecting(invite)
        screen = self._pages.conductor(self._kept.hosted(invite) or invite, invite.circle, name)
        await self._enter(screen, invite.circle)

    async def _join(self, invite: Invite, name: str) -> None:
        self._kept.keep_name(name)
        screen = self._pages.player(invite, name)
        self._show_connecting(invite)
        if self.start is not None:
            self.start.follow(screen.attempt)
        if await self._enter(screen, invite.circle) and invite.key:
            self._kept.keep(player=self._kept.now.player.with_recent(str(invite)))

    def _show_connecting(self, invite: Invite) -> None:
        if self.start is not None:
            self.start.show_connecting(invite)

    async def _enter(self, screen: Screen, title: str) -> bool:
        """Open `screen` and show it. If it cannot be opened, stay on the start page and show the reason there."""
        self.screen = screen  # from now on, since the window may be closed before the screen is open
        try:
            await screen.open()
        except DrumCircleError as error:
            log.info("%s cannot be opened: %s", title, error)
            await self._leave()
            self._complain(error)
            return False
        self.start = None
        await self._hubs.end()
        self.window.show_page(screen.view, title, getattr(screen, "aside", None))
        return True

    def _complain(self, error: DrumCircleError) -> None:
        if self.start is not None:
            self.start.complain(error.what, error.todo)

    async def _leave(self) -> None:
        """Close the screen, and the processes that were started with it."""
        self._children.terminate()
        if self.screen is not None:
            await self.screen.close()
            for page in (self.screen.view, getattr(self.screen, "aside", None)):
                if page is not None:
                    page.deleteLater()
            self.screen = None
        await self._children.end()

    def _go_back(self) -> None:
        self._ask_to_leave(lambda: self._begin(self._back(), "leaving"))

    def _ask_to_leave(self, go: Callable[[], object]) -> None:
        go() if self.screen is None else self.screen.ask_to_leave(go)

    async def _back(self) -> None:
        screen = self.screen
        await self._leave()
        self._show_start(getattr(screen, "recorded", None))

    async def _open_recordings(self, file: Path | None = None, *, recap: bool = False) -> None:
        """Open the user's recordings; or those in the folder of `file`, which is then selected or, with `recap`, whose
        recap is shown."""
        from .screens import RecordingsScreen

        folder, engine = file.parent if file else self._paths.recordings, self._kept.engine(self._options)
        screen = RecordingsScreen(self._network, folder, engine, self._go_back, self.window.turn_to)
        screen.view.list.prefer(file)
        if await self._enter(screen, _tr("MainWindow", "Recordings")) and file is not None and recap:
            screen.show_recap(file)

    async def open_conduct(self) -> None:
        """Launch a circle here or on a hub, or conduct the one of an invite."""
        name = self._options.member or self._kept.name
        if self._options.hub:
            self._kept.keep_start_choice(AddHub(self._options.hub))
            await self._launch_on_hub(hub_launch(self._options))
        elif self._options.connect:
            await self._conduct_elsewhere(self._options.connect, name)
        else:
            config = server_config(self._options, self._paths, running=False)
            await self._enter(self._pages.conductor(config, config.name, name), config.name)

    async def open_join(self) -> None:
        """Join the circle of the invite."""
        await self._join(self._options.invite, self._options.name or self._kept.name)

    async def open_rooms(self) -> None:
        """Open the rooms of the user's file, or of the command line's."""
        file = getattr(self._options, "config", None) or self._paths.rooms
        await self._enter(self._pages.rooms(file, self._go_back), _tr("MainWindow", "Rooms"))

    async def open_target(self) -> None:
        """Open the target of the command line."""
        await self._open(self._options.target)

    async def _open(self, target: Target | None) -> None:
        """Offer the invite, or show the recording, that the system has asked this program to open."""
        match target:
            case Invite() as invite if self.start is not None:
                self.start.offer(invite)
            case Path() as file:
                await self._open_recordings(file.absolute())

    async def _open_handed_over(self, target: Target) -> None:
        if self.start is None:
            await self._back()
        await self._open(target)

    async def open_practice(self) -> None:
        """Open a circle of one on this machine."""
        from .practice_screen import new_practice_screen

        screen = new_practice_screen(self._network, self._kept, self._options, self._go_back)
        await self._enter(screen, _tr("MainWindow", "Practice"))

    async def open_demo(self) -> None:
        """Launch a circle for this machine only, with bots and a player in processes of their own."""
        from .demo import demo_circle, start_playing

        config, silent = demo_circle(_tr("MainWindow", "Demo circle"), self._paths.data)
        screen = self._pages.conductor(config, config.name, _tr("MainWindow", "Conductor"), silent)
        if not await self._enter(screen, config.name):
            return
        hosting, player = screen.circle.state.hosting, (self._paths.data / "demo-player", _tr("MainWindow", "You"))
        assert hosting is not None
        self._children.start_demo(hosting.invite, self._options.bots, *player)
        await screen.circle.joined()
        start_playing(screen.circle)


_COMMANDS = {
    "conduct": App.open_conduct,
    "join": App.open_join,
    "demo": App.open_demo,
    "rooms": App.open_rooms,
    "practice": App.open_practice,
    "open": App.open_target,
}
