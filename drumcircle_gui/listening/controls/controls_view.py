"""The dialog that assigns faders and buttons of MIDI controllers: choose a target, press Learn, move the control."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.sound.control_messages import ControlKey
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import fit_screen
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import one_line, set_tooltip
from drumcircle_gui.widgets.theme import Weight

from .control_map import ControlsState, LatchControls, LearnControl, RemoveControls, Target, targets

USUAL_SIZE = QSize(620, 520)


class ControlsDialog(QDialog):
    """Emits `requested` with the intents of `control_map`. Closing it ends the learning in progress.

    `cues`: the names of the cues in their order.
    """

    requested = Signal(object)

    def __init__(self, cues: Iterable[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Faders and buttons"))
        self._cues = tuple(cues)
        self._state = ControlsState()
        self._targets: tuple[Target, ...] = ()
        self.table = QTableWidget(0, 2)
        self.says = Label(wraps=True)
        self.learn, self.remove = Pill(self.tr("Learn"), "accent"), Pill(self.tr("Remove"), "plain")
        self.latching = Pill(self.tr("Latches"), "choice")
        self.done_button = Pill(self.tr("Done"), "plain")
        self._lay_out()
        self.learn.clicked.connect(self._learn)
        self.remove.clicked.connect(lambda: self._request(RemoveControls))
        self.latching.clicked.connect(self._latch)
        self.table.itemSelectionChanged.connect(self._show_choice)
        self.table.itemActivated.connect(lambda _: self._request(LearnControl))
        self.done_button.clicked.connect(self.accept)
        self.finished.connect(self._give_up)

    def render(self, state: ControlsState, players: Iterable[str]) -> None:  # type: ignore[override]
        """Show the assignments; offer targets for `players`, too."""
        self._state = state
        if (wanted := targets(state, players, len(self._cues))) != self._targets:
            self._fill(wanted)
        for row, target in enumerate(self._targets):
            keys = ", ".join(map(self.key_name, state.keys(target)))
            item = self.table.item(row, 1)
            if item is not None and item.text() != keys:
                item.setText(keys)
        self._show_choice()

    def target_name(self, target: Target) -> str:
        """The name of `target` in the user's language."""
        name = one_line(target.name)
        if target.kind == "cue":
            number = int(target.name)
            return self.tr("Cue: {word}").format(word=self._cues[number - 1] if number <= len(self._cues) else name)
        words = {
            "circle": self.tr("Everything"),
            "guide": self.tr("Guide"),
            "own": self.tr("Own strokes"),
            "loop": self.tr("Loop"),
            "level": self.tr("{name}: level"),
            "mute": self.tr("{name}: mute"),
            "solo": self.tr("{name}: solo"),
            "start_stop": self.tr("Start or stop"),
            "start": self.tr("Start"),
            "stop": self.tr("Stop"),
            "tempo": self.tr("Tempo, 60 to 187 bpm"),
            "faster": self.tr("1 bpm faster"),
            "slower": self.tr("1 bpm slower"),
        }
        return words[target.kind].replace("{name}", name)

    def key_name(self, key: ControlKey) -> str:
        """The name of a control: its device, and its number as in controllers' manuals."""
        words = {
            "cc": self.tr("{port}: controller {number}, channel {channel}"),
            "note": self.tr("{port}: note {number}, channel {channel}"),
            "bend": self.tr("{port}: pitch bend, channel {channel}"),
        }
        text = words[key.kind].replace("{number}", str(key.number)).replace("{channel}", str(key.channel + 1))
        return text.replace("{port}", one_line(key.port))

    # --- showing ----------------------------------------------------------------------------------------------------

    def _fill(self, wanted: tuple[Target, ...]) -> None:
        chosen = self._chosen()
        self._targets = wanted
        self.table.blockSignals(True)
        self.table.setRowCount(len(wanted))
        for row, target in enumerate(wanted):
            self.table.setItem(row, 0, QTableWidgetItem(self.target_name(target)))
            self.table.setItem(row, 1, QTableWidgetItem())
        self.table.setCurrentCell(wanted.index(chosen) if chosen in wanted else 0, 0)
        self.table.blockSignals(False)

    def _show_choice(self) -> None:
        learning, target = self._state.learning, self._chosen()
        self.learn.setText(self.tr("Stop learning") if learning else self.tr("Learn"))
        self.remove.setEnabled(target is not None and bool(self._state.keys(target)) and learning is None)
        self.latching.setEnabled(self.remove.isEnabled() and target is not None and not target.is_fader)
        self.latching.setChecked(target is not None and self._state.latches(target))
        self.table.setEnabled(learning is None)
        if learning is None:
            text = self.tr(
                "Choose what to set, press Learn, and move a fader or press a button of your MIDI controller. A fader "
                "takes over when it comes to where the level is. Buttons that are assigned do not play pads."
            )
        elif learning.is_fader:
            text = self.tr("Move the fader or knob for “{what}”.").replace("{what}", self.target_name(learning))
        else:
            text = self.tr("Press the button for “{what}”, and let it go.").replace(
                "{what}", self.target_name(learning)
            )
        if self.says.text() != text:
            self.says.setText(text)

    def _chosen(self) -> Target | None:
        row = self.table.currentRow()
        return self._targets[row] if 0 <= row < len(self._targets) else None

    # --- requests ---------------------------------------------------------------------------------------------------

    def _learn(self) -> None:
        if self._state.learning is not None:
            self.requested.emit(LearnControl(None))
        else:
            self._request(LearnControl)

    def _request(self, intent: type[LearnControl] | type[RemoveControls]) -> None:
        if (target := self._chosen()) is not None:
            self.requested.emit(intent(target))

    def _latch(self) -> None:
        if (target := self._chosen()) is not None:
            self.requested.emit(LatchControls(target, self.latching.isChecked()))

    def _give_up(self) -> None:
        if self._state.learning is not None:
            self.requested.emit(LearnControl(None))

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.table.setHorizontalHeaderLabels([self.tr("What is set"), self.tr("By which control")])
        self.table.setAccessibleName(self.tr("What MIDI controls set"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.says.setMinimumHeight(3 * self.says.fontMetrics().lineSpacing())
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Faders and buttons"), 24, Weight.DemiBold))
        layout.addWidget(self.says)
        layout.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        about = self.tr(
            "The button stays down: it sends “on” with one press and “off” with the next. Each press counts."
        )
        set_tooltip(self.latching, about)
        self.latching.setAccessibleDescription(about)
        for button in (self.learn, self.remove, self.latching, self.done_button):
            button.setAutoDefault(False)
        buttons.addWidget(self.learn)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.latching)
        buttons.addStretch()
        buttons.addWidget(self.done_button)
        layout.addLayout(buttons)
        fit_screen(self, USUAL_SIZE)
