"""A list of devices to choose from, kept up to date while it is open."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox

WIDEST = 280
"""Pixels: longer names of devices are cut off in the closed list."""


class DeviceChoice(QComboBox):
    """The entry `first` (no particular device, None), the `fixed` entries (text, device), and the devices.

    It is as wide as its longest entry where there is room. A chosen device stays in the list when it is unplugged.
    `opened`: the user opens the list.
    """

    opened = Signal()

    def __init__(self, first: str, *fixed: tuple[str, str]) -> None:
        super().__init__()
        self._fixed: tuple[tuple[str, str | None], ...] = ((first, None), *fixed)
        self._devices: tuple[str, ...] = ()
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._fill()

    def offer(self, devices: tuple[str, ...]) -> None:
        """Offer these devices."""
        if devices != self._devices:
            self._devices = devices
            self._fill()
            if self.view().isVisible():
                self._open_list()

    def chosen(self) -> str | None:
        """The chosen device; None for the first entry."""
        value: str | None = self.currentData()
        return value

    def choose(self, device: str | None) -> None:
        """Choose `device`, whether it is plugged in or not, without a signal."""
        if device is not None and self.findData(device) < 0:
            self.addItem(device, device)
        self.setCurrentIndex(0 if device is None else self.findData(device))

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(QSize(WIDEST, 999))

    def showPopup(self) -> None:
        self.opened.emit()
        self._open_list()

    def _open_list(self) -> None:
        """Open the list, or have it fit if it is open: as high and as wide as its entries."""
        entries = self.view()
        margins = (entries.parentWidget() or entries).contentsMargins()
        entries.setMinimumWidth(entries.sizeHintForColumn(0) + margins.left() + margins.right())
        super().showPopup()

    def _fill(self) -> None:
        """Change the list to the offered devices, entry by entry: it may be open."""
        chosen = self.chosen() if self.count() else None
        wanted = [*self._fixed, *((name, name) for name in self._devices)]
        if chosen is not None and all(value != chosen for _, value in wanted):
            wanted.append((chosen, chosen))
        for place, (text, value) in enumerate(wanted):
            if place >= self.count() or self.itemData(place) != value:
                self.insertItem(place, text, value)
        while self.count() > len(wanted):
            self.removeItem(len(wanted))
        self.choose(chosen)
