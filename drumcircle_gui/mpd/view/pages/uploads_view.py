"""Rows of the files page: an upload with its progress, and the songs a room lacks."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from drumcircle_gui.mpd.model.rooms_state import MissingFiles, UploadRow
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.theme import Weight

ROOM_WIDTH_PX = 112


class UploadLine(QWidget):
    """Room, progress and file of one upload."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = ShortLabel("", 13, Weight.Medium)
        self.status = ShortLabel("", tone="dim")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.room.setFixedWidth(ROOM_WIDTH_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.room)
        row.addWidget(self.bar)
        row.addWidget(self.status, 1)

    def render(self, upload: UploadRow) -> None:  # type: ignore[override]
        self.room.setText(upload.room)
        self.status.setText(self._words(upload))
        self.status.set_tone("bad" if upload.stage == "failed" else "dim")
        share = 1.0 if upload.stage == "finished" else upload.done / upload.size if upload.size else 0.0
        self.bar.setValue(round(share * 1000))
        self.bar.setAccessibleName(self.tr("Upload to {room}").format(room=upload.room))

    def _words(self, upload: UploadRow) -> str:
        words = {
            "updating": self.tr("copied; the room is updating its library"),
            "finished": self.tr("finished"),
            "cancelled": self.tr("cancelled"),
            "failed": self.tr("failed: {why}").format(why=upload.problem),
        }
        return words.get(upload.stage) or self._copying(upload)

    def _copying(self, upload: UploadRow) -> str:
        form = QLocale.DataSizeFormat.DataSizeSIFormat
        done, size = (self.locale().formattedDataSize(count, 1, form) for count in (upload.done, upload.size))
        return self.tr("{done} of {size} · {file}").format(done=done, size=size, file=upload.file.rpartition("/")[2])


class MissingFilesLine(QWidget):
    """The songs that one room lacks, with a button that uploads them."""

    def __init__(self, lacking: MissingFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = lacking.room
        room = ShortLabel(lacking.room, 13, Weight.Medium)
        room.setFixedWidth(ROOM_WIDTH_PX)
        count = self.tr("lacks %n song(s)", "", lacking.count)
        names = ", ".join(file.rpartition("/")[2] for file in lacking.files)
        more = " …" if lacking.count > len(lacking.files) else ""
        files = ShortLabel(names + more, tone="dim")
        set_tooltip(files, "\n".join(lacking.files))
        self.upload = Pill(self.tr("Upload"), "quiet")
        self.upload.setAccessibleName(self.tr("Upload the missing songs to {room}").format(room=lacking.room))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(room)
        row.addWidget(Label(count))
        row.addWidget(files, 1)
        row.addWidget(self.upload)
