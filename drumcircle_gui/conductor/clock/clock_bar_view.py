"""The line that proposes the tempo of MIDI clock to the conductor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import ROW_GAP_PX
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip

from .clock_follower import SILENT, ClockState, FollowMidiClock, UseMidiTempo


class ClockBar(QWidget):
    """Shown while MIDI clock is heard. `requested` gives a `ClockIntent`."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.says = Label()
        self.use, self.follow = Pill(self.tr("Use"), "plain"), Pill(self.tr("Follow"), "choice")
        self._shown = ChangeDetector()
        self._lay_out()
        self.use.clicked.connect(lambda: self.requested.emit(UseMidiTempo()))
        self.follow.toggled.connect(lambda on: self.requested.emit(FollowMidiClock(on)))
        self.render(SILENT)

    def render(self, state: ClockState) -> None:  # type: ignore[override]
        """Show `state`."""
        if not self._shown.new("clock", state):
            return
        self.setVisible(state.bpm > 0 or state.following)
        words = self.tr("MIDI clock: {bpm} bpm").format(bpm=f"{state.bpm:g}")
        self.says.setText(words if state.bpm else self.tr("MIDI clock: none arrives"))
        set_tooltip(self.says, state.port)
        self.use.setVisible(not state.following)
        self.use.setEnabled(state.differs)
        self.follow.blockSignals(True)
        self.follow.setChecked(state.following)
        self.follow.blockSignals(False)

    def _lay_out(self) -> None:
        use = self.tr("Use the tempo of the MIDI clock")
        follow = self.tr("Follow the MIDI clock: its tempo becomes the circle's, at most every four seconds")
        for pill, about in ((self.use, use), (self.follow, follow)):
            pill.setAccessibleName(about)
            set_tooltip(pill, about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW_GAP_PX)
        for part in (self.says, self.use, self.follow):
            row.addWidget(part)
        row.addStretch()
