"""The dialog that shows an unexpected error, with a report to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from drumcircle_gui.error_hooks import ErrorReport
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight


class ReportDialog(QDialog):
    """Shows one report; `add` counts further ones and appends their details, up to MAX_CHARACTERS in all."""

    MAX_CHARACTERS = 100_000

    def __init__(self, report: ErrorReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._more = 0
        self._note = Label(report.summary, tone="dim", wraps=True)
        self._details = QPlainTextEdit(report.details, readOnly=True)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setAccessibleName(self.tr("Report"))
        self._details.setTabChangesFocus(True)
        self._copied = Label("", tone="dim")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(Label(self.tr("Something unexpected went wrong"), 24, Weight.DemiBold, wraps=True))
        layout.addWidget(
            Label(
                self.tr("Drum Circle keeps running, but something may not work. Please send us this report."),
                wraps=True,
            )
        )
        layout.addWidget(self._note)
        layout.addWidget(self._details, 1)
        layout.addLayout(self._buttons())
        self.resize(640, 480)

    @property
    def summary(self) -> str:
        """The error in one line, with the number of further ones."""
        return self._note.text()

    def add(self, report: ErrorReport) -> None:
        self._more += 1
        self._note.setText(self.tr("{summary} (and %n more)", "", self._more).format(summary=report.summary))
        room = self.MAX_CHARACTERS - len(self._details.toPlainText())
        if room > 0:
            self._details.appendPlainText("\n" + report.details[:room])

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
        self._copied.setText(self.tr("Copied"))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy = Pill(self.tr("Copy report"), "accent")
        copy.clicked.connect(self.copy)
        close = Pill(self.tr("Close"))
        close.clicked.connect(self.close)
        row.addWidget(self._copied)
        row.addStretch()
        for button in (close, copy):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        copy.setDefault(True)
        return row
