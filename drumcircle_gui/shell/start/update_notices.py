"""The notice on the start page about a newer version, if the user has agreed that the program may look for one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from drumcircle_gui import __version__
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation import update_source
from drumcircle_gui.settings import Settings, Updates
from drumcircle_gui.timing.units import SECOND, wall_micros
from drumcircle_gui.widgets.notice import Notice

from .start_view import StartView

if TYPE_CHECKING:  # signatures and HTTP would delay the first page
    from drumcircle_gui.installation.release import Release

log = logging.getLogger(__name__)

DAY = 24 * 3600 * SECOND
ASK, NEWER = "may ask for updates", "newer version"
"""The keys of the two notices."""


class KeepsUpdates(Protocol):
    """The settings (see `KeptSettings`)."""

    now: Settings

    def keep(self, *, updates: Updates) -> None: ...


class UpdateNotices(QObject):
    """Asks the user once whether the program may look for newer versions; then looks at most once a day. The answer is
    stored in the settings."""

    def __init__(self, page: StartView, settings: KeepsUpdates) -> None:
        super().__init__(page)
        self._page, self._settings = page, settings
        self._address = ""
        page.notices.acted.connect(self._act)
        page.notices.dismissed.connect(self._dismiss)

    async def show(self) -> None:
        """Show the question, or the newer version, or nothing. Without an address in this installation,
        show nothing."""
        if not update_source.ADDRESS:
            return
        if self._updates.allowed is None:
            self._page.add_offer(self._question())
        elif self._updates.allowed and not 0 <= wall_micros() - self._updates.asked_at < DAY:
            await self._look()

    async def _look(self) -> None:
        from drumcircle_gui.installation.release import is_newer
        from drumcircle_gui.installation.release_io import newest_release

        self._keep(asked_at=wall_micros())
        try:
            release = await newest_release(update_source.ADDRESS, update_source.PUBLIC_KEY)
        except DrumCircleError as error:
            log.info("%s", error)
            return
        if is_newer(release.version, __version__) and release.version != self._updates.seen:
            self._address = release.page
            self._keep(seen=release.version)
            self._page.add_offer(self._newer(release))

    def _question(self) -> Notice:
        host = QUrl(update_source.ADDRESS).host()
        what = self.tr("Should Drum Circle tell you when there is a newer version?")
        how = self.tr("It then asks {host} once a day, and sends nothing about you.").format(host=host)
        return Notice(ASK, what, how, "plain", self.tr("Yes, tell me"))

    def _newer(self, release: Release) -> Notice:
        what = self.tr("Version {version} of Drum Circle is available. You have {now}.")
        action = self.tr("Open its page")
        return Notice(NEWER, what.format(version=release.version, now=__version__), release.news, "plain", action)

    def _act(self, key: str) -> None:
        if key == ASK:
            self._keep(allowed=True)
            self._page.remove_offer(ASK)
        elif key == NEWER:
            QDesktopServices.openUrl(QUrl(self._address))

    def _dismiss(self, key: str) -> None:
        if key == ASK and self._updates.allowed is None:
            self._keep(allowed=False)

    @property
    def _updates(self) -> Updates:
        return self._settings.now.updates

    def _keep(self, **values: object) -> None:
        self._settings.keep(updates=msgspec.structs.replace(self._updates, **values))
