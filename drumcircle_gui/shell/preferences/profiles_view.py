"""The dialog of profiles: settings stored under a name, for another person or another place at the same computer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import in_row
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import one_line
from drumcircle_gui.widgets.theme import Weight

from .profiles import MAX_NAME, file_name

WIDTH = 440


class ProfilesDialog(QDialog):
    """Emits `used`, `kept` and `removed` with the name of a profile."""

    used = Signal(str)
    kept = Signal(str)
    removed = Signal(str)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Profiles"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Profiles"))
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.setPlaceholderText(self.tr("Name, such as “stage” or “Ana”"))
        self.name.setAccessibleName(self.tr("Name of a new profile"))
        self.use, self.remove = Pill(self.tr("Use"), "accent"), Pill(self.tr("Remove"), "quiet")
        self.keep, self.done_button = Pill(self.tr("Keep as profile"), "plain"), Pill(self.tr("Done"), "plain")
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self.list.itemDoubleClicked.connect(lambda _: self._use())
        self.name.textChanged.connect(lambda _: self._enable())
        self.use.clicked.connect(self._use)
        self.keep.clicked.connect(lambda: self.kept.emit(self.name.text().strip()))
        self.remove.clicked.connect(lambda: self.removed.emit(self._chosen()))
        self.done_button.clicked.connect(self.accept)
        self._lay_out()
        self.show_names(names)

    def show_names(self, names: Sequence[str]) -> None:
        """List these profiles."""
        self._names = tuple(names)
        self.list.clear()
        self.list.addItems([one_line(name) for name in names])
        if names:
            self.list.setCurrentRow(0)
        self.name.clear()
        self._enable()

    def _chosen(self) -> str:
        row = self.list.currentRow()
        return self._names[row] if 0 <= row < len(self._names) else ""

    def _use(self) -> None:
        if self._chosen():
            self.used.emit(self._chosen())
            self.accept()

    def _enable(self) -> None:
        for pill in (self.use, self.remove):
            pill.setEnabled(bool(self._chosen()))
        self.keep.setEnabled(bool(file_name(self.name.text())))

    def _lay_out(self) -> None:
        about = self.tr("A profile keeps your settings under a name. Invites, hubs and recordings are not in it.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Profiles"), 15, Weight.DemiBold))
        layout.addWidget(Label(about, tone="dim", wraps=True))
        layout.addWidget(self.list)
        layout.addLayout(in_row(self.use, self.remove))
        layout.addWidget(self.name)
        layout.addLayout(in_row(self.keep, None, self.done_button))
        for pill in (self.use, self.keep, self.remove, self.done_button):
            pill.setAutoDefault(False)
        self.setFixedWidth(WIDTH)
