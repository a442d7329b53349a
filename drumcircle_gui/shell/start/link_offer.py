"""The offer on the start page to have links to circles open this program. It is made once."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation import links_io
from drumcircle_gui.installation.kind import Kind, kind
from drumcircle_gui.settings import Links, Settings
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.widgets.notice import Notice

from .start_view import StartView

log = logging.getLogger(__name__)

OFFER = "links open this program"
"""The notice's key."""


class KeepsLinks(Protocol):
    """The settings (see `KeptSettings`)."""

    now: Settings

    def keep(self, *, links: Links) -> None: ...


class LinkOffer(QObject):
    """Asks the user once, and stores the answer. `tasks` runs the registration.

    The user is not asked in a checkout of the sources, on macOS, where the app itself registers the links, or if links
    open this program already.
    """

    def __init__(self, page: StartView, settings: KeepsLinks, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._settings, self._tasks = page, settings, tasks
        page.notices.acted.connect(self._act)
        page.notices.dismissed.connect(self._dismiss)

    def show(self) -> None:
        if self._settings.now.links.asked or not is_useful():
            return
        what = self.tr("Should invites that you click on open Drum Circle?")
        how = self.tr("They begin with drumcircle://. You can undo it with “drumcircle link --remove”.")
        self._page.add_offer(Notice(OFFER, what, how, "plain", self.tr("Yes, open them")))

    def _act(self, key: str) -> None:
        if key == OFFER:
            self._keep()
            self._page.remove_offer(OFFER)
            self._tasks.start(self._install(), "links")

    def _dismiss(self, key: str) -> None:
        if key == OFFER:
            self._keep()

    async def _install(self) -> None:
        try:
            await asyncio.to_thread(links_io.install_links)
        except DrumCircleError as error:
            log.warning("%s", error)
            self._page.complain(error.what, error.todo)

    def _keep(self) -> None:
        self._settings.keep(links=msgspec.structs.replace(self._settings.now.links, asked=True))


def is_useful() -> bool:
    """Whether links could open this program but do not yet."""
    return kind() is not Kind.CHECKOUT and sys.platform != "darwin" and not links_io.are_installed()
