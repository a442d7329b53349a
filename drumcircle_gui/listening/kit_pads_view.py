"""The pads of the player's kit, for every page on which one can play."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from drumcircle_gui.settings import KeySettings
from drumcircle_gui.widgets.pads.pad_grid import PadGrid, PadSpec
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip

from .kits.kit_words_view import pad_name
from .pads.key_banks import BANK_KEYS, columns, keyed_pads
from .pads.keys_view import KeysDialog, bank_names


class KitPads(PadGrid):
    """A PadGrid with one bank of the kit's pads. Emits `chosen` with the `KeySettings` that the player has chosen.

    `bank`: a button for the title row of its card that names the bank and explains the keys.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, command_keys=BANK_KEYS)
        self.keys = KeySettings()
        self.bank = Pill("", "quiet")
        self.dialog: KeysDialog | None = None
        self.set_keys(self.keys)
        self.commanded.connect(lambda key: self._choose(KeySettings(BANK_KEYS.index(key), self.keys.rows)))
        self.bank.clicked.connect(self._explain)

    def set_keys(self, keys: KeySettings) -> None:
        """Show this bank, with keys as chosen."""
        self.keys = keys
        self.set_pads([PadSpec(each.pad, pad_name(each.name), each.keys) for each in keyed_pads(keys)], columns(keys))
        number, name = BANK_KEYS[keys.bank], bank_names()[keys.bank]
        self.bank.setText(self.tr("Bank {number}…").format(number=number))
        explanation = self.tr("Bank {number}, {name}: which computer key plays what").format(number=number, name=name)
        self.bank.setAccessibleName(explanation)
        set_tooltip(self.bank, explanation)

    def flash_all(self, struck: Iterable[tuple[int, int]]) -> None:
        """Light up pads that were struck on a drum: (pad, velocity)."""
        for pad, velocity in struck:
            self.flash(pad, velocity)

    def _choose(self, keys: KeySettings) -> None:
        if keys != self.keys:
            self.set_keys(keys)
            self.chosen.emit(keys)

    def _explain(self) -> None:
        self.dialog = KeysDialog(self.keys, self.key_label, self.window())
        self.dialog.chosen.connect(self._choose)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()
