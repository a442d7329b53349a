"""The page of files: which songs each room lacks, and uploads to the rooms."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from drumcircle_gui.mpd.model.rooms_intents import CancelUploads, CompareLibraries, CopyMissingFiles, UploadFiles
from drumcircle_gui.mpd.model.rooms_state import LibraryDifferences, RoomsState, RoomStatus, UploadRow
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import in_row
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .uploads_view import MissingFilesLine, UploadLine


class FilesPage(QWidget):
    """`requested` gives a CompareLibraries, an UploadFiles, a CopyMissingFiles or a CancelUploads.

    Files dropped on the page are uploaded to the chosen rooms.
    """

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ChangeDetector()
        self._rooms: tuple[RoomStatus, ...] = ()
        self._uploaded: frozenset[UploadRow] = frozenset()
        self.result = Label(tone="dim", wraps=True)
        self.compare = Pill(self.tr("Compare the libraries"), "plain")
        self.upload_missing = Pill(self.tr("Upload the missing"), "accent")
        self.target = QComboBox()
        self.files = Pill(self.tr("Files…"), "plain")
        self.folder = Pill(self.tr("Folder…"), "plain")
        self.cancel = Pill(self.tr("Cancel"), "plain")
        self.hint = Label(tone="dim", wraps=True)
        self._missing, self._uploads = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._connect()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        if self._shown.new("rooms", state.rooms):
            self._show_targets(state.rooms)
        if self._shown.new("differences", state.differences):
            self._uploaded = _finished(state.uploads)
            self._show_differences(state.differences)
        if self._shown.new("uploads", state.uploads):
            self._show_uploads(state)
            self._drop_supplied(_finished(state.uploads) - self._uploaded)

    def _show_targets(self, rooms: tuple[RoomStatus, ...]) -> None:
        """Offers each room as the uploads' target, and says which rooms cannot receive files."""
        before, self._rooms = [room.name for room in self._rooms], rooms
        names = [room.name for room in rooms]
        if names != before:
            chosen = self.target.currentText()
            self.target.clear()
            self.target.addItem(self.tr("All rooms"), "")
            for name in names:
                self.target.addItem(name, name)
            self.target.setCurrentIndex(max(self.target.findText(chosen), 0))
        self._show_hint()

    def _show_hint(self) -> None:
        chosen = self.target.currentData() or ""
        targets = [room for room in self._rooms if chosen in ("", room.name)]
        without = [room.name for room in targets if not room.folder]
        for pill in (self.files, self.folder):
            pill.setEnabled(len(without) < len(targets))
        self.hint.setVisible(bool(without))
        names = ", ".join(without)
        self.hint.setText(self.tr("No uploads to {rooms}: enter the music folder there (Edit).").format(rooms=names))

    def _show_differences(self, found: LibraryDifferences | None) -> None:
        running = found is not None and found.running
        self.compare.setEnabled(not running)
        self.result.setText(self._finding(found))
        self.upload_missing.setVisible(found is not None and bool(found.lacking))
        _empty(self._missing)
        for lacking in found.lacking if found else ():
            line = MissingFilesLine(lacking)
            line.upload.clicked.connect(
                lambda _checked=False, room=lacking.room: self.requested.emit(CopyMissingFiles(room))
            )
            self._missing.addWidget(line)

    def _finding(self, found: LibraryDifferences | None) -> str:
        if found is None:
            return self.tr("A song that a room lacks cannot play there. Compare the libraries to find such songs.")
        if found.running:
            return self.tr("Comparing…")
        if not found.lacking:
            return self.tr("These rooms have the same songs: {rooms}.").format(rooms=", ".join(found.compared))
        return self.tr("Compared: {rooms}.").format(rooms=", ".join(found.compared))

    def _drop_supplied(self, uploads: frozenset[UploadRow]) -> None:
        """Removes the line of each room that has received files since the comparison: it may lack nothing now."""
        lines = self.findChildren(MissingFilesLine)
        outdated = [line for line in lines if line.room in {upload.room for upload in uploads}]
        for line in outdated:
            line.hide()
        if outdated:
            self.result.setText(self.tr("Files have been uploaded since. Compare again to see what is still missing."))
            self.upload_missing.setVisible(any(not line.isHidden() for line in lines))

    def _show_uploads(self, state: RoomsState) -> None:
        running = any(one.stage in ("copying", "updating") for one in state.uploads)
        self.cancel.setVisible(running)
        while self._uploads.count() > len(state.uploads):
            _drop(self._uploads, self._uploads.count() - 1)
        for place, upload in enumerate(state.uploads):
            if place == self._uploads.count():
                self._uploads.addWidget(UploadLine())
            item = self._uploads.itemAt(place)
            line = item.widget() if item else None
            if isinstance(line, UploadLine):
                line.render(upload)

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.compare.clicked.connect(lambda: self.requested.emit(CompareLibraries()))
        self.upload_missing.clicked.connect(lambda: self.requested.emit(CopyMissingFiles()))
        self.cancel.clicked.connect(lambda: self.requested.emit(CancelUploads()))
        self.target.currentIndexChanged.connect(self._show_hint)
        self.files.clicked.connect(lambda: self._ask(QFileDialog.FileMode.ExistingFiles))
        self.folder.clicked.connect(lambda: self._ask(QFileDialog.FileMode.Directory))
        self.setAcceptDrops(True)

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        dialog = QFileDialog(self, self.tr("Upload"), music)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self.upload)
        dialog.open()

    def upload(self, files: list[str]) -> None:
        """Uploads these files and folders to the chosen rooms."""
        if files and self.files.isEnabled():
            self.requested.emit(UploadFiles(tuple(map(Path, files)), self.target.currentData() or ""))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.files.isEnabled() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.upload([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.target.setAccessibleName(self.tr("Rooms to upload to"))
        self.target.setMinimumWidth(96)
        for part in (self.upload_missing, self.cancel, self.hint):
            part.hide()
        upload = in_row(Label(self.tr("Upload to"), weight=Weight.Medium), self.target, self.files, self.folder)
        inner = QWidget()
        page = QVBoxLayout(inner)
        page.setContentsMargins(0, 0, 8, 0)
        page.setSpacing(8)
        page.addLayout(upload)
        page.addWidget(self.hint)
        page.addLayout(self._uploads)
        page.addLayout(in_row(self.cancel))
        page.addWidget(_hairline())
        page.addLayout(in_row(self.compare, self.upload_missing))
        page.addWidget(self.result)
        page.addLayout(self._missing)
        page.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Libraries and uploads"))
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)


def _finished(uploads: Iterable[UploadRow]) -> frozenset[UploadRow]:
    return frozenset(upload for upload in uploads if upload.stage == "finished")


def _hairline() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    line.setProperty("hairline", True)
    return line


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        _drop(layout, 0)


def _drop(layout: QVBoxLayout, place: int) -> None:
    item = layout.takeAt(place)
    widget = item.widget() if item else None
    if widget is not None:
        widget.hide()
        widget.deleteLater()
