"""The card with the table of rooms, and what can be done with the one selected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from drumcircle_gui.mpd.model.rooms_state import Presence, RoomsState
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.pill import Pill

from .table_view import RoomsTable


class RoomsCard(Card):
    """The signals but the first carry a room's name."""

    add_wanted = Signal()
    edit_wanted = Signal(str)
    tap_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.table = RoomsTable()
        self.edit = Pill(self.tr("Edit"), "quiet")
        self.tap = Pill(self.tr("Tap along"), "quiet")
        self.remove = Pill(self.tr("Remove"), "quiet")
        self.add = Pill(self.tr("Add a room"), "plain")
        self._lay_out()
        self._connect()
        self._offer(None)

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Show this."""
        self.table.render(state)
        self.set_title(self._summary(state))
        self._offer(self.table.chosen_room())

    def _summary(self, state: RoomsState) -> str:
        on = [room for room in state.rooms if room.on]
        together = sum(room.presence is Presence.TOGETHER for room in on)
        if len(on) < 2:
            return self.tr("1 room") if on else self.tr("All rooms are off")
        if together == len(on):
            return self.tr("All {n} rooms together").format(n=len(on))
        return self.tr("{n} of {all} rooms together").format(n=together, all=len(on))

    def _offer(self, name: object) -> None:
        for pill in (self.edit, self.tap, self.remove):
            pill.setVisible(name is not None)

    def _connect(self) -> None:
        self.table.chosen.connect(self._offer)
        self.add.clicked.connect(self.add_wanted)
        for pill, signal in (
            (self.edit, self.edit_wanted),
            (self.tap, self.tap_wanted),
            (self.remove, self.remove_wanted),
        ):
            pill.clicked.connect(lambda _checked=False, signal=signal: signal.emit(self.table.chosen_room() or ""))
        self.table.edit_wanted.connect(self.edit_wanted)
        self.table.tap_wanted.connect(self.tap_wanted)
        self.table.remove_wanted.connect(self.remove_wanted)

    def _lay_out(self) -> None:
        self.edit.setToolTip(self.tr("Address, password and music folder (Enter)"))
        self.tap.setToolTip(self.tr("Find the offset by ear (T)"))
        self.remove.setToolTip(self.tr("Take the room out of the group (Delete)"))
        self.add.setShortcut("Ctrl+N")
        self.add.setToolTip(self.tr("By hand, or one that is found in the network (Ctrl+N)"))
        for pill in (self.edit, self.tap, self.remove, self.add):
            self.head.addWidget(pill)
        self.body.addWidget(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
