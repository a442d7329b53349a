"""The start page says once that a newer version exists, if the user has agreed that the program asks."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from drumcircle_gui import __version__
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.settings import Updates
from drumcircle_gui.timing.units import SECOND, wall_micros
from drumcircle_gui.widgets.notice import Notice, NoticeBar

from . import update_source

if TYPE_CHECKING:  # signatures and HTTP would delay the first page
    from .release import Release

log = logging.getLogger(__name__)

DAY = 24 * 3600 * SECOND
ASK, NEWER = "may ask for updates", "newer version"
"""The keys of the two notices."""


class OfferPage(Protocol):
    """The page that shows the notices."""

    notices: NoticeBar

    def add_offer(self, notice: Notice) -> None: ...

    def remove_offer(self, key: str) -> None: ...


class UpdateNotices(QObject):
    """Asks the user once whether the program may look for newer versions; then looks once a day at most. `keep` is
    called with each new value of `choice`."""

    def __init__(self, page: OfferPage, choice: Updates, keep: Callable[[Updates], None]) -> None:
        super().__init__(page if isinstance(page, QWidget) else None)
        self._page, self._choice, self._keep_choice = page, choice, keep
        self._address = ""
        page.notices.acted.connect(self._act)
        page.notices.dismissed.connect(self._dismiss)

    async def show(self) -> None:
        """Show the question, or the newer version, or nothing. Without an address in this installation: nothing."""
        if not update_source.ADDRESS:
            return
        if self._choice.allowed is None:
            self._page.add_offer(self._question())
        elif self._choice.allowed and not 0 <= wall_micros() - self._choice.asked_at < DAY:
            await self._look()

    async def _look(self) -> None:
        from .release import is_newer
        from .release_io import newest_release

        self._keep(asked_at=wall_micros())
        try:
            release = await newest_release(update_source.ADDRESS, update_source.PUBLIC_KEY)
        except DrumCircleError as error:
            log.info("%s", error)
            return
        if is_newer(release.version, __version__) and release.version != self._choice.seen:
            self._address = release.page
            self._keep(seen=release.version)
            self._page.add_offer(self._newer(release))

    def _question(self) -> Notice:
        host = QUrl(update_source.ADDRESS).host()
        what = self.tr("Shall Drum Circle say when a newer version exists?")
        how = self.tr("It then asks {host} once a day, and sends nothing about you.").format(host=host)
        return Notice(ASK, what, how, "plain", self.tr("Yes, say so"))

    def _newer(self, release: Release) -> Notice:
        what = self.tr("Drum Circle {version} is there; this is {now}.")
        action = self.tr("Open its page")
        return Notice(NEWER, what.format(version=release.version, now=__version__), release.news, "plain", action)

    def _act(self, key: str) -> None:
        if key == ASK:
            self._keep(allowed=True)
            self._page.remove_offer(ASK)
        elif key == NEWER:
            QDesktopServices.openUrl(QUrl(self._address))

    def _dismiss(self, key: str) -> None:
        if key == ASK and self._choice.allowed is None:
            self._keep(allowed=False)

    def _keep(self, **values: object) -> None:
        self._choice = msgspec.structs.replace(self._choice, **values)
        self._keep_choice(self._choice)
