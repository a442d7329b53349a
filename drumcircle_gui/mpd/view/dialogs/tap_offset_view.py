"""Measures by ear how late a room sounds: tap to the music in another room, then in this one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from drumcircle_gui.mpd.model.format import format_ms
from drumcircle_gui.mpd.model.rooms_intents import SetOffset
from drumcircle_gui.mpd.model.rooms_state import RoomsState
from drumcircle_gui.mpd.sync.tap_offset import (
    MAX_SPREAD,
    MIN_TAPS,
    TapOffset,
    TapSession,
    measure_offset,
    proposed_offset,
)
from drumcircle_gui.timing.units import Micros, local_micros
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pads.pad_button import PadButton
from drumcircle_gui.widgets.page_layout import in_row
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

WIDTH_PX = 520


class TapDialog(QDialog):
    """`requested` gives a SetOffset for the room called `room`."""

    requested = Signal(object)

    def __init__(self, room: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._offset = room, Micros(0)
        self._tapping = TapSession()
        self._finding: TapOffset | None = None
        self.setWindowTitle(self.tr("Tap along"))
        self.pad = PadButton(self.tr("Tap here, or on any key"))
        self.there = Pill(self.tr("2  In {room}").format(room=room), "choice")
        self.here = Pill(self.tr("1  In another room"), "choice")
        self.status = Label(wraps=True)
        self.take = Pill(self.tr("Set the offset"), "accent")
        self.again = Pill(self.tr("Start again"), "quiet")
        self.done_button = Pill(self.tr("Done"), "plain")
        self._lay_out()
        self._connect()
        self._show()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Takes over the room's offset; closes the dialog if the room is gone."""
        room = state.room(self._room)
        if room is None:
            self.reject()
        elif room.offset != self._offset:
            self._offset = room.offset
            self._show()

    def tap(self, at: Micros) -> None:
        """Adds a tap at the moment `at` of this machine's clock."""
        self._tapping = self._tapping.tap(at)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pad.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isalnum() and not event.isAutoRepeat():
            self.pad.strike(96)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.pad.struck.connect(lambda _velocity: self.tap(local_micros()))
        self.here.clicked.connect(lambda: self._change_room(there=False))
        self.there.clicked.connect(lambda: self._change_room(there=True))
        self.take.clicked.connect(self._take)
        self.again.clicked.connect(self._start_again)
        self.done_button.clicked.connect(self.accept)

    def _change_room(self, *, there: bool) -> None:
        if there != self._tapping.in_room:
            self._tapping = self._tapping.change_room(there)
        self.pad.setFocus()
        self._show()

    def _start_again(self) -> None:
        self._tapping = TapSession()
        self.pad.setFocus()
        self._show()

    def _take(self) -> None:
        if self._finding is not None:
            self.requested.emit(SetOffset(self._room, proposed_offset(self._offset, self._finding)))
            self._start_again()

    def _show(self) -> None:
        finding = self._finding = measure_offset(self._tapping.rounds)
        (self.there if self._tapping.in_room else self.here).setChecked(True)
        self.status.setText(self._words(finding))
        usable = finding is not None and finding.usable
        self.take.setEnabled(usable)
        text = self.tr("Set the offset")
        if finding is not None and usable:
            wanted = format_ms(proposed_offset(self._offset, finding), signed=True)
            text = self.tr("Set the offset to {ms} ms").format(ms=wanted)
        self.take.setText(text)

    def _words(self, finding: TapOffset | None) -> str:
        if left := self._tapping.taps_missing:
            return self._taps_wanted(left)
        if finding is None:
            both = len({one.in_room for one in self._tapping.rounds}) == 2
            if both:
                return self.tr("Your taps had different speeds in the two rooms. Tap every beat in both: start again.")
            return self.tr("Good. A few more taps make it more exact; then go to {room} and press 2.").format(
                room=self._room
            )
        return self._result(finding)

    def _taps_wanted(self, left: int) -> str:
        room = self._room if self._tapping.in_room else self.tr("the other room")
        if left == MIN_TAPS:
            return self.tr("Tap each beat of the music in {room}: at least eight taps.").format(room=room)
        return self.tr("%n more tap(s)", "", left)

    def _result(self, finding: TapOffset) -> str:
        late, error = format_ms(Micros(abs(finding.late_by))), format_ms(finding.error)
        if finding.spread > MAX_SPREAD:
            return self.tr("Your taps vary too much. Tap a little longer, or start again.")
        words = (
            self.tr("{room} sounds {ms} ms later (±{error} ms).")
            if finding.late_by >= 0
            else self.tr("{room} sounds {ms} ms earlier (±{error} ms).")
        ).format(room=self._room, ms=late, error=error)
        back = self.tr("For a more exact result, tap once more in the first room.")
        return words if finding.reliable else f"{words} {back}"

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        for pill in (self.here, self.there):
            self._group.addButton(pill)
        self.pad.setMinimumHeight(112)
        self.status.setMinimumHeight(3 * self.status.fontMetrics().lineSpacing())
        for button in (self.take, self.again, self.done_button, self.here, self.there):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Tap along in {room}").format(room=self._room), 24, Weight.DemiBold, wraps=True))
        layout.addWidget(Label(self._why(), tone="dim", wraps=True))
        layout.addLayout(in_row(self.here, self.there))
        layout.addWidget(self.pad)
        layout.addWidget(self.status)
        layout.addLayout(in_row(self.take, self.again, None, self.done_button))
        self.setFixedWidth(WIDTH_PX)

    def _why(self) -> str:
        return self.tr(
            "Amplifiers and wireless speakers add a delay that the program cannot measure. Carry this computer along: "
            "tap to a steady song in a room that sounds right, then in {room}. If you hear both rooms at once, turn "
            "one of them down."
        ).format(room=self._room)
