"""The pads of the built-in kit, as every page shows them on which one can play."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from drumcircle_gui.sound.synth.kit import PADS
from drumcircle_gui.widgets.pads.pad_grid import PadGrid, PadSpec

from .kits.kit_words_view import pad_name


class KitPads(PadGrid):
    """A PadGrid with the kit's pads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([PadSpec(pad.key, pad_name(pad.name), pad.letter) for pad in PADS], parent=parent)

    def flash_all(self, struck: Iterable[tuple[int, int]]) -> None:
        """Light up pads that were struck on a drum: (pad, velocity)."""
        for pad, velocity in struck:
            self.flash(pad, velocity)
