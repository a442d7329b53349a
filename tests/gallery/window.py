"""The gallery's window: entries at the left; states, theme and size at the top; the widget below."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Choice, apply_theme

from .catalogue import entries
from .entry import Entry, Size

THEMES: dict[Choice, str] = {"dark": "Dark", "light": "Light", "contrast": "High contrast"}


class GalleryWindow(QWidget):
    """Shows one entry in one state at a time."""

    def __init__(self, app: QApplication, only: str = "") -> None:
        super().__init__()
        self._app = app
        self.list, self.states, self.sizes, self.stage = QListWidget(), QComboBox(), QComboBox(), QScrollArea()
        self.themes = QButtonGroup(self)
        self.shown: QWidget | None = None
        self.setWindowTitle("Gallery")
        self.resize(1720, 1000)
        self._lay_out()
        for entry in entries(only):
            item = QListWidgetItem(f"{entry.group}: {entry.name}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, entry)
        self.list.currentItemChanged.connect(lambda *_: self._show_entry())
        self.states.currentIndexChanged.connect(lambda *_: self._show_state())
        self.sizes.currentIndexChanged.connect(lambda *_: self._resize())
        self.set_theme("dark")
        self.list.setCurrentRow(0)

    def set_theme(self, theme: Choice) -> None:
        apply_theme(self._app, theme)

    def _entry(self) -> Entry:
        entry: Entry = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return entry

    def _show_entry(self) -> None:
        entry = self._entry()
        for box in (self.states, self.sizes):
            box.blockSignals(True)
            box.clear()
        self.states.addItems(list(entry.states))
        for size in entry.sizes:
            self.sizes.addItem(f"{size[0]} \u00d7 {size[1]}", size)
        for box in (self.states, self.sizes):
            box.blockSignals(False)
        self._show_state()

    def _show_state(self) -> None:
        build: Callable[[], QWidget] = self._entry().states[self.states.currentText()]
        self.shown = build()
        self.stage.setWidget(self.shown)
        self.shown.show()
        self._resize()

    def _resize(self) -> None:
        size: Size = self.sizes.currentData()
        if self.shown is not None:
            self.shown.setFixedSize(*size)

    def _lay_out(self) -> None:
        self.list.setFixedWidth(200)
        self.list.setAccessibleName("Entries")
        self.states.setAccessibleName("State")
        self.sizes.setAccessibleName("Size")
        top = QHBoxLayout()
        top.addWidget(self.states)
        top.addStretch(1)
        for theme, name in THEMES.items():
            pill = Pill(name, "choice")
            pill.setChecked(theme == "dark")
            pill.clicked.connect(lambda _checked=False, theme=theme: self.set_theme(theme))
            self.themes.addButton(pill)
            top.addWidget(pill)
        top.addWidget(self.sizes)
        right = QVBoxLayout()
        right.addLayout(top)
        right.addWidget(self.stage, 1)
        whole = QHBoxLayout(self)
        whole.addWidget(self.list)
        whole.addLayout(right, 1)
