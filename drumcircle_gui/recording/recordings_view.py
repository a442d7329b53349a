"""The page of recordings: what was played, to be heard again, carried elsewhere, called something else, thrown away."""

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

from .playing_view import PlayingStrip
from .recordings_list_view import RecordingsList
from .recordings_state import (
    SUFFIXES,
    CancelExport,
    Delete,
    DismissRecordingNotice,
    Export,
    Exporting,
    Format,
    PlayBack,
    Recording,
    RecordingsState,
    Rename,
)


class RecordingsView(QWidget):
    """Shows a `RecordingsState`; `requested` gives intents, `left` asks to go back."""

    requested = Signal(object)
    left = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.back = Pill(self.tr("Back"), "plain")
        self.open_folder = Pill(self.tr("Open the folder"), "quiet")
        self.notices = NoticeBar()
        self.list = RecordingsList()
        self.empty = EmptyState(
            self.tr("Nothing is recorded yet"),
            self.tr("Every circle you play in is recorded by itself. When it is over, you find it here."),
        )
        self.playing = PlayingStrip()
        self.export = _ExportStrip()
        self.deeds = _Deeds()
        self._lay_out()
        self._connect()

    def render(self, state: RecordingsState) -> None:  # type: ignore[override]
        """Show this."""
        self.list.render(state.recordings)
        nothing = not state.recordings and not state.listing
        self.empty.setVisible(nothing)
        self.list.setHidden(nothing)
        self.playing.render(state.playing)
        self.export.render(state.exporting)
        self.deeds.render(self.list.current(), exporting=state.exporting is not None)
        self.deeds.play.set_kind("plain" if state.playing else "accent")
        kinds = ("good", "bad")
        self.notices.render(tuple(Notice(n.key, n.what, n.todo, kinds[n.bad]) for n in state.news))  # type: ignore[arg-type]

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.left)
        self.open_folder.clicked.connect(self._open_folder)
        self.list.chosen.connect(lambda recording: self.deeds.render(recording, exporting=self.export.isVisible()))
        for signal, deed in (
            (self.list.play_wanted, self._play),
            (self.deeds.play.clicked, self._play),
            (self.deeds.midi.clicked, lambda: self._export("midi")),
            (self.deeds.wav.clicked, lambda: self._export("wav")),
            (self.list.rename_wanted, self._rename),
            (self.deeds.rename.clicked, self._rename),
            (self.list.delete_wanted, self._delete),
            (self.deeds.delete.clicked, self._delete),
        ):
            signal.connect(deed)
        self.playing.requested.connect(self.requested)
        self.export.cancelled.connect(lambda: self.requested.emit(CancelExport()))
        self.notices.dismissed.connect(lambda key: self.requested.emit(DismissRecordingNotice(key)))

    def _play(self) -> None:
        if recording := self._readable():
            self.requested.emit(PlayBack(recording))

    def _delete(self) -> None:
        if recording := self.list.current():
            self.requested.emit(Delete(recording))

    def _rename(self) -> None:
        if not (recording := self.list.current()):
            return
        dialog = TextQuestion(self.tr("Rename the recording"), recording.name, self.tr("Rename"), self)
        dialog.answered.connect(lambda name: self.requested.emit(Rename(recording, name)))
        dialog.open()

    def _export(self, format: Format) -> None:
        if not (recording := self._readable()):
            return
        kinds = {"midi": self.tr("MIDI files (*.mid)"), "wav": self.tr("Sound files (*.wav)")}
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        dialog = QFileDialog(self, self.tr("Export to"), music, kinds[format])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIXES[format])
        dialog.selectFile(recording.file.stem + SUFFIXES[format])
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
        card.body.addWidget(self.playing)
        card.body.addWidget(self.export)
        card.body.addWidget(self.deeds)
        lay_out_page(self, (head, self.notices), (card,))


class _Deeds(QWidget):
    """What can be done with the recording one stands on."""

    def __init__(self) -> None:
        super().__init__()
        self.play = self._pill(self.tr("Play"), self.tr("Hear it again (Enter)"), "accent")
        self.midi = self._pill(self.tr("Export to MIDI"), self.tr("For a sequencer, with a track for each player"))
        self.wav = self._pill(self.tr("Export to WAV"), self.tr("As sound, as everybody heard it"))
        self.rename = self._pill(self.tr("Rename"), self.tr("Call it something else (F2)"))
        self.delete = self._pill(self.tr("Delete"), self.tr("Move it to the trash (Delete)"), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        for pill in (self.play, self.midi, self.wav, self.rename):
            row.addWidget(pill)
        row.addStretch(1)
        row.addWidget(self.delete)

    def render(self, recording: Recording | None, *, exporting: bool) -> None:  # type: ignore[override]
        self.setVisible(recording is not None)
        readable = recording is not None and not recording.problem
        self.play.setEnabled(readable)
        for pill in (self.midi, self.wav):
            pill.setEnabled(readable and not exporting)

    @staticmethod
    def _pill(text: str, tip: str, kind: Kind = "plain") -> Pill:
        pill = Pill(text, kind)
        set_tooltip(pill, tip)
        return pill


class _ExportStrip(QWidget):
    """How far an export is; `cancelled` when it is not wanted any more."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ShortLabel("", tone="dim")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.cancel = Pill(self.tr("Cancel"), "plain")
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def render(self, exporting: Exporting | None) -> None:  # type: ignore[override]
        self.setVisible(exporting is not None)
        if exporting is not None:
            self.name.setText(self.tr("Writing {name}").format(name=exporting.name))
            self.bar.setValue(round(exporting.share * 1000))
