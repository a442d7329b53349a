"""The dialog that measures how late sound is heard: the player taps along to clicks and accepts the result."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from drumcircle_gui.sound.messages import MAX_TRIM
from drumcircle_gui.sound.synth.kit import GUIDE_BEAT
from drumcircle_gui.timing.units import Micros
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pads.pad_button import PadButton
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .calibration import MIN_TAPS, TapResult, proposed_trim
from .player_state import Calibrate, PlayerState, SetTrim, StrikePad

MS = 1000
WIDTH = 480


class CalibrationDialog(QDialog):
    """`requested` gives Calibrate, StrikePad and SetTrim. Clicks sound while it is open."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposed: Micros | None = None
        self.setWindowTitle(self.tr("Timing"))
        self.pad = PadButton(self.tr("Tap here, on your drum or on any key"))
        self.says = Label(wraps=True)
        self.trim = QSpinBox()
        self.accept_trim = Pill(self.tr("Use this"), "accent")
        self.done_button = Pill(self.tr("Done"), "plain")
        self._lay_out()
        self.pad.struck.connect(lambda velocity: self.requested.emit(StrikePad(GUIDE_BEAT, velocity)))
        self.trim.valueChanged.connect(lambda ms: self.requested.emit(SetTrim(Micros(ms * MS))))
        self.accept_trim.clicked.connect(self._accept_trim)
        self.done_button.clicked.connect(self.accept)
        self.finished.connect(lambda: self.requested.emit(Calibrate(on=False)))

    def render(self, state: PlayerState) -> None:  # type: ignore[override]
        """Show `state`."""
        listening = state.listening
        tapping = listening.tapping or TapResult()
        self._proposed = proposed_trim(listening.trim, tapping)
        if not self.trim.hasFocus():
            self.trim.blockSignals(True)
            self.trim.setValue(round(listening.trim / MS))
            self.trim.blockSignals(False)
        self.says.setText(self._silent(state) or self._finding(tapping))
        self.accept_trim.setEnabled(self._proposed is not None)
        self.accept_trim.setText(self._offer())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pad.setFocus()
        self.requested.emit(Calibrate(on=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isalnum() and not event.isAutoRepeat():
            self.pad.strike(96)
        else:
            super().keyPressEvent(event)

    def _silent(self, state: PlayerState) -> str:
        device = state.sound.device
        if device is None or device.name is not None:
            return ""
        return (
            self.tr("You cannot hear the clicks, because there is no sound. {problem}")
            .format(problem=device.problem)
            .strip()
        )

    def _finding(self, tapping: TapResult) -> str:
        if tapping.late is None or tapping.spread is None:
            return self._taps_left(MIN_TAPS - tapping.taps)
        if not tapping.even:
            return self.tr("Your taps are not even yet. Go on tapping with the clicks.")
        late, spread = round(tapping.late / MS), round(tapping.spread / MS)
        words = (
            self.tr("You tap {ms} ms after the clicks (± {spread} ms).")
            if late >= 0
            else self.tr("You tap {ms} ms before the clicks (± {spread} ms).")
        )
        return words.format(ms=abs(late), spread=spread)

    def _taps_left(self, left: int) -> str:
        if left == MIN_TAPS:
            return self.tr("Tap at least eight times.")
        return self.tr("{n} more taps").format(n=left) if left > 1 else self.tr("One more tap")

    def _offer(self) -> str:
        if self._proposed is None:
            return self.tr("Use this")
        return self.tr("Use {ms} ms").format(ms=round(self._proposed / MS))

    def _accept_trim(self) -> None:
        if self._proposed is not None:
            self.requested.emit(SetTrim(self._proposed))
            self.pad.setFocus()

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        most = MAX_TRIM // MS
        self.trim.setRange(-most, most)
        self.trim.setSuffix(self.tr(" ms"))
        self.trim.setAccessibleName(self.tr("Play sound earlier by"))
        self.trim.setMinimumWidth(96)
        self.trim.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pad.setMinimumHeight(96)
        self.says.setMinimumHeight(2 * self.says.fontMetrics().lineSpacing())
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        for button in (self.accept_trim, self.done_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Tap along to the clicks"), 24, Weight.DemiBold))
        layout.addWidget(Label(self._why(), tone="dim", wraps=True))
        layout.addWidget(self.pad)
        layout.addWidget(self.says)
        layout.addLayout(self._figures())
        layout.addWidget(Label(self._note(), 11, tone="dim", wraps=True))
        layout.addLayout(_right(self.done_button))
        self.setFixedWidth(WIDTH)

    def _figures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(self.tr("Play sound earlier by"), tone="dim"))
        row.addWidget(self.trim)
        row.addWidget(self.accept_trim)
        row.addStretch()
        return row

    def _why(self) -> str:
        return self.tr(
            "With wireless headphones and some speakers you hear everything late. Tap along to the clicks to measure "
            "by how much. The circle is silent meanwhile, and does not hear you."
        )

    def _note(self) -> str:
        return self.tr(
            "For an exact result, lay a drum pad on the speaker and turn the volume up until the clicks themselves "
            "strike the pad: people tap a little early."
        )


def _right(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(widget)
    return row
