"""The dialog that shows which computer key plays which pad, and lets the player choose the layout of the keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.listening.kits.kit_words_view import pad_name
from drumcircle_gui.settings import KeySettings
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .key_banks import BANK_KEYS, ROWS, columns, keyed_pads

WIDTH = 620


def bank_names() -> tuple[str, ...]:
    """The names of BANKS in the user's language."""
    tr = QCoreApplication.translate
    return (
        tr("Banks", "A bit of everything"),
        tr("Banks", "Drum kit"),
        tr("Banks", "Hand drums"),
        tr("Banks", "Bells and wood"),
        tr("Banks", "Shakers and hands"),
    )


class KeysDialog(QDialog):
    """Emits `chosen` with the `KeySettings` that the player chooses. `key_label` returns the text printed on a key."""

    chosen = Signal(object)

    def __init__(self, keys: KeySettings, key_label: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Computer keys"))
        self._keys, self._key_label = keys, key_label
        self.own = Pill(self.tr("Each key plays its own pad"), "choice")
        self.rows = Pill(self.tr("Three rows: loud, middle, soft"), "choice")
        self.banks = [Pill(f"{key} {name}", "choice") for key, name in zip(BANK_KEYS, bank_names(), strict=True)]
        self.done_button = Pill(self.tr("Done"), "accent")
        self.pads: list[QWidget] = []
        self._map = QGridLayout()
        self._lay_out()
        self._show()
        self.own.clicked.connect(lambda: self._choose(KeySettings(self._keys.bank, rows=False)))
        self.rows.clicked.connect(lambda: self._choose(KeySettings(self._keys.bank, rows=True)))
        for number, bank in enumerate(self.banks):
            bank.clicked.connect(lambda _=False, number=number: self._choose(KeySettings(number, self._keys.rows)))
        self.done_button.clicked.connect(self.accept)

    def _choose(self, keys: KeySettings) -> None:
        self._keys = keys
        self._show()
        self.chosen.emit(keys)

    def _show(self) -> None:
        self.own.setChecked(not self._keys.rows)
        self.rows.setChecked(self._keys.rows)
        for number, bank in enumerate(self.banks):
            bank.setChecked(number == self._keys.bank)
        for pad in self.pads:
            self._map.removeWidget(pad)
            pad.hide()
            pad.deleteLater()
        keyed = keyed_pads(self._keys)
        self.pads = [self._pad(" ".join(self._key_label(each.keys)), pad_name(each.name)) for each in keyed]
        wide = columns(self._keys) if self._keys.rows else len(ROWS) + 1
        for place, pad in enumerate(self.pads):
            self._map.addWidget(pad, *divmod(place, wide))

    def _pad(self, keys: str, name: str) -> QWidget:
        pad = QWidget()
        pad.setAccessibleName(f"{keys}: {name}")
        column = QVBoxLayout(pad)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(keys, 15, Weight.DemiBold))
        column.addWidget(Label(name, tone="dim", wraps=True))
        return pad

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Computer keys"), 24, Weight.DemiBold))
        explanation = self.tr(
            "Keys play while this window is in front and you are not typing. They count by their place on the "
            "keyboard. With Shift, a stroke is as hard as it can be. Keys 1 to 5 change the bank."
        )
        layout.addWidget(Label(explanation, tone="dim", wraps=True))
        layout.addLayout(self._choices((self.own, self.rows)))
        layout.addLayout(self._choices(self.banks[:3]))
        layout.addLayout(self._choices(self.banks[3:]))
        self._map.setHorizontalSpacing(16)
        self._map.setVerticalSpacing(8)
        layout.addLayout(self._map)
        layout.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(WIDTH)

    def _choices(self, pills: Sequence[Pill]) -> QHBoxLayout:
        """A row of pills, of which `_show` checks one. The arrow keys move within the row."""
        group = QButtonGroup(self)
        group.setExclusive(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        for pill in pills:
            pill.setAutoDefault(False)
            group.addButton(pill)
            row.addWidget(pill)
        row.addStretch()
        return row
