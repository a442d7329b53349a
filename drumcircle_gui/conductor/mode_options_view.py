"""The options of a mode: which players, how long a step lasts, to which tempo a ramp leads."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QListWidget, QListWidgetItem, QSpinBox, QWidget

from drumcircle_gui.client.mode_view import mode_about, mode_name
from drumcircle_gui.modes.catalogue import (
    FASTER,
    FREE,
    LEADER,
    MODES,
    ONLY,
    RAMP_BPM,
    RAMP_CYCLES,
    SLOWER,
    SOLOS,
    START,
    STOP,
    ModeChoice,
)
from drumcircle_gui.protocol.mode_messages import MAX_STEP_CYCLES
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import add_field, below, beside, dense

_NAME = Qt.ItemDataRole.UserRole
_RAMPS = (FASTER, SLOWER)
MAX_BPM = 400


class ModeOptions(QWidget):
    """A list of modes with the options of the chosen one. `chosen` is emitted when another mode is chosen."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._players: tuple[str, ...] = ()
        self.modes = QListWidget()
        self.modes.setAccessibleName(self.tr("Modes"))
        for mode in MODES:
            item = QListWidgetItem(mode_name(mode), self.modes)
            item.setData(_NAME, mode)
        self.about = Label(wraps=True, tone="dim")
        self.leader = QComboBox()
        self.order = QListWidget()
        for each in (self.modes, self.order):
            dense(each)
        self.order.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.length = QSpinBox(minimum=0, maximum=MAX_STEP_CYCLES)
        self.bpm = QSpinBox(minimum=0, maximum=MAX_BPM)
        self._lay_out()
        self.modes.currentItemChanged.connect(lambda *_: self._show_mode())
        self.modes.setCurrentRow(1)

    def render(self, players: Sequence[str]) -> None:  # type: ignore[override]
        """Offer these players; those who stay keep their order and their ticks."""
        if tuple(players) == self._players:
            return
        self._players = tuple(players)
        leader, unticked = self.leader.currentText(), set(self._names(Qt.CheckState.Unchecked))
        ordered = self._names()
        self.leader.clear()
        self.leader.addItems(list(players))
        self.leader.setCurrentText(leader)
        self.order.clear()
        kept = [name for name in ordered if name in players]
        for name in [*kept, *(name for name in players if name not in kept)]:
            item = QListWidgetItem(name, self.order)
            item.setCheckState(Qt.CheckState.Unchecked if name in unticked else Qt.CheckState.Checked)

    @property
    def mode(self) -> str:
        item = self.modes.currentItem()
        return FREE if item is None else str(item.data(_NAME))

    def choice(self) -> ModeChoice:
        """The mode with its options."""
        mode = self.mode
        players: tuple[str, ...] = ()
        if mode == LEADER and self.leader.currentText():
            players = (self.leader.currentText(),)
        elif mode in (SOLOS, ONLY):
            players = tuple(self._names(Qt.CheckState.Checked))
        if mode == SOLOS and players == self._players:
            players = ()  # all who are there when it begins
        return ModeChoice(mode, self.length.value(), players, (), self.bpm.value() if mode in _RAMPS else 0)

    def show_choice(self, choice: ModeChoice) -> None:
        """Set the fields to `choice`."""
        self.modes.setCurrentRow(MODES.index(choice.mode))
        self.length.setValue(choice.length)
        self.bpm.setValue(round(choice.bpm))
        if choice.mode == LEADER and choice.players:
            self.leader.setCurrentText(choice.players[0])

    def _names(self, state: Qt.CheckState | None = None) -> list[str]:
        items = [self.order.item(row) for row in range(self.order.count())]
        return [item.text() for item in items if state in (None, item.checkState())]

    def _show_mode(self) -> None:
        mode = self.mode
        self.about.setText(mode_about(mode))
        self._form.setRowVisible(self.leader, mode == LEADER)
        self._form.setRowVisible(self.order, mode in (SOLOS, ONLY))
        self._form.setRowVisible(self.length, mode not in (FREE, STOP, START, ONLY))
        self._form.setRowVisible(self.bpm, mode in _RAMPS)
        usual = self.tr("%n cycle(s)", "", RAMP_CYCLES) if mode in _RAMPS else self.tr("one period")
        self.length.setSpecialValueText(usual)
        by = RAMP_BPM if mode == FASTER else -RAMP_BPM
        self.bpm.setSpecialValueText(self.tr("{by:+} bpm").format(by=by))
        self.chosen.emit()

    def _lay_out(self) -> None:
        self.length.setSuffix(self.tr(" cycles"))
        self.bpm.setSuffix(self.tr(" bpm"))
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        rows = (
            (self.tr("Leader"), self.leader),
            (self.tr("Players, in order"), self.order),
            (self.tr("Each step lasts"), self.length),
            (self.tr("Tempo at the end"), self.bpm),
        )
        for text, field in rows:
            field.setAccessibleName(text)
            add_field(self._form, text, field)
        right = below((self.about, 0))
        right.addLayout(self._form)
        right.addStretch(1)
        row = beside((self.modes, 2), (right, 3))
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)
