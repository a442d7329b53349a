"""What the rooms' libraries lack beside each other, and files on their way to the rooms."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from drumcircle_gui.mpd.model.rooms_intents import CancelUploads, CompareLibraries, CopyMissingFiles, UploadFiles
from drumcircle_gui.mpd.model.rooms_state import LibraryDifferences, RoomsState
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .uploads_view import LackingLine, UploadLine


class FilesPage(QWidget):
    """`requested` gives a Compare, an Upload, a Supply or a CancelUploads. Files dropped here are uploaded too."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ChangeDetector()
        self._names: tuple[str, ...] = ()
        self.says = Label(tone="dim", wraps=True)
        self.compare = Pill(self.tr("Compare the libraries"), "plain")
        self.supply = Pill(self.tr("Upload the missing"), "accent")
        self.target = QComboBox()
        self.files = Pill(self.tr("Files…"), "plain")
        self.folder = Pill(self.tr("A folder…"), "plain")
        self.cancel = Pill(self.tr("Cancel"), "plain")
        self._lacking, self._uploads = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._connect()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Show this."""
        names = tuple(room.name for room in state.rooms)
        if names != self._names:
            self._name_targets(names)
        if self._shown.new("differences", state.differences):
            self._show_differences(state.differences)
        if self._shown.new("uploads", state.uploads):
            self._show_uploads(state)

    def _name_targets(self, names: tuple[str, ...]) -> None:
        chosen, self._names = self.target.currentText(), names
        self.target.clear()
        self.target.addItem(self.tr("All rooms"), "")
        for name in names:
            self.target.addItem(name, name)
        self.target.setCurrentIndex(max(self.target.findText(chosen), 0))

    def _show_differences(self, found: LibraryDifferences | None) -> None:
        running = found is not None and found.running
        self.compare.setEnabled(not running)
        self.says.setText(self._finding(found))
        self.supply.setVisible(found is not None and bool(found.lacking))
        _empty(self._lacking)
        for lacking in found.lacking if found else ():
            line = LackingLine(lacking)
            line.supply.clicked.connect(
                lambda _checked=False, room=lacking.room: self.requested.emit(CopyMissingFiles(room))
            )
            self._lacking.addWidget(line)

    def _finding(self, found: LibraryDifferences | None) -> str:
        if found is None:
            return self.tr("A song that a room lacks cannot play there. Compare, to see which those are.")
        if found.running:
            return self.tr("Comparing…")
        if not found.lacking:
            return self.tr("All rooms that were asked have the same songs: {rooms}.").format(
                rooms=", ".join(found.compared)
            )
        return self.tr("Compared: {rooms}.").format(rooms=", ".join(found.compared))

    def _show_uploads(self, state: RoomsState) -> None:
        under_way = any(one.stage in ("copying", "updating") for one in state.uploads)
        self.cancel.setVisible(under_way)
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
        self.supply.clicked.connect(lambda: self.requested.emit(CopyMissingFiles()))
        self.cancel.clicked.connect(lambda: self.requested.emit(CancelUploads()))
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
        """These files and folders, to whom they are meant for."""
        if files:
            self.requested.emit(UploadFiles(tuple(map(Path, files)), self.target.currentData() or ""))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.upload([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.target.setAccessibleName(self.tr("To which rooms"))
        self.target.setMinimumWidth(140)
        for part in (self.supply, self.cancel):
            part.hide()
        compare = _row(self.compare, self.supply)
        compare.addStretch(1)
        upload = _row(Label(self.tr("Upload to"), weight=Weight.Medium), self.target, self.files, self.folder)
        upload.addStretch(1)
        upload.addWidget(self.cancel)
        inner = QWidget()
        page = QVBoxLayout(inner)
        page.setContentsMargins(0, 0, 8, 0)
        page.setSpacing(8)
        page.addLayout(upload)
        page.addLayout(self._uploads)
        page.addWidget(_hairline())
        page.addLayout(compare)
        page.addWidget(self.says)
        page.addLayout(self._lacking)
        page.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Libraries and uploads"))
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return row


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
