"""The recordings page: lists recordings, and plays, exports, renames and deletes them."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.empty_state import EmptyState
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.page_layout import lay_out_page
from drumcircle_gui.widgets.pill import Kind, Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.text_question import TextQuestion
from drumcircle_gui.widgets.theme import Weight

from .playback_bar_view import PlaybackBar
from .recordings_list_view import RecordingsList
from .recordings_state import (
    EXPORT_SUFFIXES,
    CancelExport,
    Delete,
    DismissRecordingNotice,
    Export,
    ExportFormat,
    ExportProgress,
    PlayBack,
    Recording,
    RecordingsState,
    Rename,
)


class RecordingsView(QWidget):
    """Shows a `RecordingsState`. Emits `requested` with intents, `left` to go back to the start page, `recap_wanted`
    with the recording whose recap is to be shown."""

    guide_page = "recording"
    requested = Signal(object)
    left = Signal()
    recap_wanted = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.back = Pill(self.tr("Back"), "plain")
        self.open_folder = Pill(self.tr("Open the folder"), "quiet")
        self.notices = NoticeBar()
        self.list = RecordingsList()
        self.empty = EmptyState(
            self.tr("No recordings yet"),
            self.tr("Every circle you play in is recorded. You find it here as soon as you have left it."),
        )
        self.playback = PlaybackBar()
        self.export = _ExportBar()
        self.buttons = _RecordingButtons()
        self._lay_out()
        self._connect()

    def render(self, state: RecordingsState) -> None:  # type: ignore[override]
        """Show `state`."""
        self.list.render(state.recordings)
        nothing = not state.recordings and not state.listing
        self.empty.setVisible(nothing)
        self.list.setHidden(nothing)
        self.playback.render(state.playback, state.volumes)
        self.export.render(state.export)
        self.buttons.render(self.list.current(), exporting=state.export is not None)
        self.buttons.play.set_kind("plain" if state.playback else "accent")
        kinds = ("good", "bad")
        self.notices.render(tuple(Notice(n.key, n.what, n.todo, kinds[n.bad]) for n in state.notices))  # type: ignore[arg-type]

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self.left)
        self.notices.occupied.connect(lambda occupied: escape.setEnabled(not occupied))
        self.open_folder.clicked.connect(self._open_folder)
        self.list.chosen.connect(lambda recording: self.buttons.render(recording, exporting=self.export.isVisible()))
        for signal, slot in (
            (self.list.play_wanted, self._play),
            (self.buttons.play.clicked, self._play),
            (self.buttons.recap.clicked, self._show_recap),
            (self.buttons.midi.clicked, lambda: self._export("midi")),
            (self.buttons.wav.clicked, lambda: self._export("wav")),
            (self.list.rename_wanted, self._rename),
            (self.buttons.rename.clicked, self._rename),
            (self.list.delete_wanted, self._delete),
            (self.buttons.delete.clicked, self._delete),
        ):
            signal.connect(slot)
        self.playback.requested.connect(self.requested)
        self.export.cancelled.connect(lambda: self.requested.emit(CancelExport()))
        self.notices.dismissed.connect(lambda key: self.requested.emit(DismissRecordingNotice(key)))

    def _play(self) -> None:
        if recording := self._readable():
            self.requested.emit(PlayBack(recording))

    def _show_recap(self) -> None:
        if recording := self._readable():
            self.recap_wanted.emit(recording)

    def _delete(self) -> None:
        if recording := self.list.current():
            self.requested.emit(Delete(recording))

    def _rename(self) -> None:
        if not (recording := self.list.current()):
            return
        dialog = TextQuestion(self.tr("Rename the recording"), recording.name, self.tr("Rename…"), self)
        dialog.answered.connect(lambda name: self.requested.emit(Rename(recording, name)))
        dialog.open()

    def _export(self, format: ExportFormat) -> None:
        if not (recording := self._readable()):
            return
        kinds = {"midi": self.tr("MIDI files (*.mid)"), "wav": self.tr("Sound files (*.wav)")}
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        dialog = QFileDialog(self, self.tr("Export to"), music, kinds[format])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(EXPORT_SUFFIXES[format])
        dialog.selectFile(recording.file.stem + EXPORT_SUFFIXES[format])
        dialog.fileSelected.connect(lambda file: self.requested.emit(Export(recording, Path(file), format)))
        dialog.open()

    def _readable(self) -> Recording | None:
        recording = self.list.current()
        return None if recording is None or recording.problem else recording

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(self.tr("Recordings"), 24, Weight.DemiBold))
        head.addStretch(1)
        head.addWidget(self.open_folder)
        head.addWidget(self.back)
        card = Card()
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self.empty, 1)
        card.body.addWidget(self.playback)
        card.body.addWidget(self.export)
        card.body.addWidget(self.buttons)
        lay_out_page(self, (head, self.notices), (card,))


class _RecordingButtons(QWidget):
    """The buttons for the current recording."""

    def __init__(self) -> None:
        super().__init__()
        self.play = self._pill(self.tr("Play"), self.tr("Play the recording (Enter)"), "accent")
        self.recap = self._pill(self.tr("Recap"), self.tr("Each cycle, how tight you were, and loops to keep"))
        self.midi = self._pill(self.tr("Export to MIDI…"), self.tr("For a sequencer: a track for each player"))
        self.wav = self._pill(self.tr("Export to WAV…"), self.tr("As sound, the way everyone heard it"))
        self.rename = self._pill(self.tr("Rename…"), self.tr("Give it another name (F2)"))
        self.delete = self._pill(self.tr("Delete"), self.tr("Move it to the trash (Delete)"), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        for pill in (self.play, self.recap, self.midi, self.wav, self.rename):
            row.addWidget(pill)
        row.addStretch(1)
        row.addWidget(self.delete)

    def render(self, recording: Recording | None, *, exporting: bool) -> None:  # type: ignore[override]
        self.setVisible(recording is not None)
        readable = recording is not None and not recording.problem
        self.play.setEnabled(readable)
        self.recap.setEnabled(readable)
        for pill in (self.midi, self.wav):
            pill.setEnabled(readable and not exporting)

    @staticmethod
    def _pill(text: str, tip: str, kind: Kind = "plain") -> Pill:
        pill = Pill(text, kind)
        set_tooltip(pill, tip)
        return pill


class _ExportBar(QWidget):
    """The progress of an export. Emits `cancelled`."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ShortLabel("", tone="dim")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Export progress"))
        self.cancel = Pill(self.tr("Cancel the export"), "plain")
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def render(self, progress: ExportProgress | None) -> None:  # type: ignore[override]
        self.setVisible(progress is not None)
        if progress is not None:
            self.name.setText(self.tr("Writing {name}").format(name=progress.name))
            self.bar.setValue(round(progress.share * 1000))
