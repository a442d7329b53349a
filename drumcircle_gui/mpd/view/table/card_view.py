"""The card with the rooms' table, its summary, and buttons for the selected room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from drumcircle_gui.mpd.model.rooms_state import Presence, RoomsState
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.pill import Pill

from .rows import is_unmeasured
from .table_view import RoomsTable


class RoomsCard(Card):
    """`edit_requested`, `tap_requested` and `remove_requested` give the name of the selected room."""

    add_requested = Signal()
    edit_requested = Signal(str)
    tap_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.table = RoomsTable()
        self.edit = Pill(self.tr("Edit"), "quiet")
        self.tap = Pill(self.tr("Tap along"), "quiet")
        self.remove = Pill(self.tr("Remove"), "quiet")
        self.add = Pill(self.tr("Add a room"), "plain")
        self._lay_out()
        self._connect()
        self._show_buttons(None)

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        self.table.render(state)
        self.set_title(self._summary(state))
        self._show_buttons(self.table.chosen_room())

    def _summary(self, state: RoomsState) -> str:
        on = [room for room in state.rooms if room.on]
        if len(on) < 2:
            return self.tr("1 room") if on else self.tr("All rooms are off")
        together = [room for room in on if room.presence is Presence.TOGETHER]
        in_sync = sum(not is_unmeasured(room) for room in together)
        if in_sync == len(on):
            return self.tr("All {n} rooms together").format(n=len(on))
        if len(together) == len(on) and not in_sync:
            return self.tr("{n} rooms play, not measured yet").format(n=len(on))
        if len(together) == len(on):
            words = self.tr("{n} of {all} rooms together, {rest} not measured yet")
            return words.format(n=in_sync, all=len(on), rest=len(on) - in_sync)
        return self.tr("{n} of {all} rooms together").format(n=in_sync, all=len(on))

    def _show_buttons(self, name: object) -> None:
        for pill in (self.edit, self.tap, self.remove):
            pill.setVisible(name is not None)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_buttons)
        self.add.clicked.connect(self.add_requested)
        for pill, signal in (
            (self.edit, self.edit_requested),
            (self.tap, self.tap_requested),
            (self.remove, self.remove_requested),
        ):
            pill.clicked.connect(lambda _checked=False, signal=signal: signal.emit(self.table.chosen_room() or ""))
        self.table.edit_requested.connect(self.edit_requested)
        self.table.tap_requested.connect(self.tap_requested)
        self.table.remove_requested.connect(self.remove_requested)

    def _lay_out(self) -> None:
        self.edit.setToolTip(self.tr("Address, password and music folder (Enter)"))
        self.tap.setToolTip(self.tr("Find the right offset by ear (T)"))
        self.remove.setToolTip(self.tr("Remove the room from the group (Delete)"))
        self.add.setShortcut("Ctrl+N")
        self.add.setToolTip(self.tr("Enter its address, or choose one found in your network (Ctrl+N)"))
        for pill in (self.edit, self.tap, self.remove, self.add):
            self.head.addWidget(pill)
        self.body.addWidget(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
