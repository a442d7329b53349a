"""Opens settings, profiles and the quick start from the start page, and stores the choices made in them. Their dialogs
are imported when they are opened, so that the start page appears at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.languages import LANGUAGES
from drumcircle_gui.settings import Settings
from drumcircle_gui.shell.start.start_requests import OpenPractice
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.widgets.notice import Notice

from .appearance import apply_appearance
from .profile_folder import ProfileFolder, read_settings, write_settings
from .profiles import SUFFIX

if TYPE_CHECKING:
    from .preferences_view import PreferencesDialog
    from .profiles_view import ProfilesDialog
    from .quick_start_view import QuickStart

QUICK_START = "quick start"
"""The key of the notice that offers the quick start."""


class KeepsSettings(Protocol):
    """The settings (see `KeptSettings`)."""

    now: Settings

    @property
    def folder(self) -> Path: ...

    @property
    def name(self) -> str: ...

    def keep(self, **slices: object) -> None: ...


class PreferencesDesk(QObject):
    """Applies changed settings to `qt`, and calls `renew` to make the start page again."""

    def __init__(self, page: StartView, kept: KeepsSettings, qt: QApplication, renew: Callable[[], None]) -> None:
        super().__init__(page)
        self._page, self._kept, self._qt, self._renew = page, kept, qt, renew
        self._profiles = ProfileFolder(kept.folder / "profiles")
        self.dialog: PreferencesDialog | None = None
        self.profiles_dialog: ProfilesDialog | None = None
        self.quick_start: QuickStart | None = None
        self.chooser: QFileDialog | None = None
        page.settings_wanted.connect(self.open)
        page.notices.acted.connect(self._act)
        if not kept.now.player.name:
            what = self.tr("New here? Four steps lead to your first stroke.")
            page.add_offer(Notice(QUICK_START, what, "", "plain", self.tr("Quick start")))

    def open(self) -> None:
        """Open the settings."""
        from .preferences_view import PreferencesDialog

        self.dialog = PreferencesDialog(self._kept.now, LANGUAGES, self._page)
        self.dialog.saved.connect(self._keep)
        self.dialog.exported.connect(self._export)
        self.dialog.imported.connect(self._import)
        self.dialog.profiles_wanted.connect(self.open_profiles)
        self.dialog.open()

    def open_profiles(self) -> None:
        """Open the profiles."""
        from .profiles_view import ProfilesDialog

        self.profiles_dialog = ProfilesDialog(self._profiles.names(), self._page)
        self.profiles_dialog.used.connect(lambda name: self._try(lambda: self._use_profile(name)))
        self.profiles_dialog.kept.connect(lambda name: self._try(lambda: self._keep_profile(name)))
        self.profiles_dialog.removed.connect(lambda name: self._try(lambda: self._remove_profile(name)))
        self.profiles_dialog.open()

    def open_quick_start(self) -> None:
        """Open the quick start."""
        from .quick_start_view import QuickStart

        self.quick_start = QuickStart(self._kept.name, LANGUAGES, self._page)
        self.quick_start.finished_with.connect(self._begin)
        self.quick_start.practice_wanted.connect(lambda: self._page.requested.emit(OpenPractice()))
        self.quick_start.open()

    def _act(self, notice: str) -> None:
        if notice == QUICK_START:
            self.open_quick_start()

    def _begin(self, name: str, language: str) -> None:
        now = self._kept.now
        player = msgspec.structs.replace(now.player, name=name)
        appearance = msgspec.structs.replace(now.appearance, language=language)
        self._keep(msgspec.structs.replace(now, player=player, appearance=appearance))

    def _keep(self, settings: Settings) -> None:
        if settings != self._kept.now:
            self._kept.keep(**{name: getattr(settings, name) for name in settings.__struct_fields__})
            apply_appearance(self._qt, settings.appearance)
            self._renew()

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except DrumCircleError as error:
            self._page.complain(error.what, error.todo)

    # --- profiles and files -----------------------------------------------------------------------------------------

    def _use_profile(self, name: str) -> None:
        settings = self._profiles.use(name, self._kept.now)
        if self.dialog is not None:
            self.dialog.reject()
        self._keep(settings)

    def _keep_profile(self, name: str) -> None:
        self._profiles.keep(name, self.dialog.settings if self.dialog is not None else self._kept.now)
        self._list_profiles()

    def _remove_profile(self, name: str) -> None:
        self._profiles.remove(name)
        self._list_profiles()

    def _list_profiles(self) -> None:
        if self.profiles_dialog is not None:
            self.profiles_dialog.show_names(self._profiles.names())

    def _export(self) -> None:
        chooser = self._choose_file(self.tr("Export the settings"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(f"drumcircle{SUFFIX}")
        settings = self.dialog.settings if self.dialog is not None else self._kept.now
        chooser.fileSelected.connect(lambda file: self._try(lambda: write_settings(settings, Path(file))))
        chooser.open()

    def _import(self) -> None:
        chooser = self._choose_file(self.tr("Import settings"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda file: self._try(lambda: self._read(Path(file))))
        chooser.open()

    def _read(self, file: Path) -> None:
        settings = read_settings(self._kept.now, file)
        if self.dialog is not None:
            self.dialog.reject()
        self._keep(settings)

    def _choose_file(self, title: str) -> QFileDialog:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.chooser = QFileDialog(self._page, title, documents, self.tr("Settings") + f" (*{SUFFIX})")
        return self.chooser
