"""The row of modes: one menu starts a mode, buttons pause, skip and end it, and run the session's next step."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from drumcircle_gui.client.circle_view import beat_in
from drumcircle_gui.client.mode_view import mode_about, mode_name
from drumcircle_gui.modes.catalogue import FREE, MODES, ModeChoice
from drumcircle_gui.protocol.mode_messages import ModeAction
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import one_line, set_tooltip

from .conductor_state import ConductorState, steer_mode
from .grooves.groove_intents import SendGroove
from .mode_intents import ChooseMode, RunStep

KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "=", "-", ".")
"""The keys that start modes together with Alt, in the order of MODES."""

NEXT_STEP_KEY = "F9"


class ModeBar(QWidget):
    """`requested` emits a ChooseMode, a SteerMode or a RunStep; `options_wanted` opens the
    dialog of modes, `editor_wanted` the editor of the guide, `loop_wanted` that of the
    loop."""

    requested = Signal(object)
    options_wanted = Signal()
    editor_wanted = Signal()
    loop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ConductorState | None = None
        self.choose = Pill(self.tr("Mode"), "plain")
        self.pause = Pill(self.tr("Pause"), "quiet")
        self.skip = Pill(self.tr("Skip"), "quiet")
        self.end = Pill(self.tr("End mode"), "quiet")
        self.next = Pill(self.tr("Next step"), "quiet")
        self.guide = Pill(self.tr("Guide") + " ▾", "quiet")
        self.editor = QAction(self.tr("Edit the guide…"), self)
        self.editor.setShortcut("Ctrl+G")
        self.editor.triggered.connect(self.editor_wanted)
        self.loop = QAction(self.tr("Loop to play to…"), self)
        self.loop.setShortcut("Ctrl+O")
        self.loop.triggered.connect(self.loop_wanted)
        self.actions_by_mode = {mode: self._new_action(mode, key) for mode, key in zip(MODES, KEYS, strict=True)}
        self.options = QAction(self.tr("Options and session…"), self)
        self.options.setShortcut("Ctrl+L")
        self.options.triggered.connect(self.options_wanted)
        self._lay_out()
        self._connect()

    def render(self, state: ConductorState) -> None:  # type: ignore[override]
        """Show the mode of `state`."""
        self._state = state
        latest, upcoming = state.circle.modes.latest, state.session.upcoming
        paused = latest is not None and latest.paused
        self._set_text(self.pause, self.tr("Resume") if paused else self.tr("Pause"))
        self._set_text(self.choose, self._name(), " ▾")
        on = latest is not None and bool(latest.mode.steps) and not self._is_over()
        for pill in (self.pause, self.skip, self.end):
            pill.setVisible(on)
        self.skip.setEnabled(not paused)
        self.next.setVisible(upcoming is not None)
        if upcoming is not None:
            name = self.tr("Next: {mode}").format(mode=mode_name(upcoming.mode))
            self.next.setAccessibleName(name)
            set_tooltip(self.next, f"{name} ({NEXT_STEP_KEY})")

    def _fill_guide(self) -> None:
        """The grooves that a click sends, and the editor."""
        self._guide.clear()
        state = self._state
        present = state.circle.grooves.latest if state else None
        for groove in (None, *(state.grooves.presets if state else ())):
            name = self.tr("Plain guide") if groove is None else one_line(groove.name).replace("&", "&&")
            action = self._guide.addAction(name)
            action.setCheckable(True)
            action.setChecked(groove == present)
            action.triggered.connect(lambda _=False, groove=groove: self.requested.emit(SendGroove(groove)))
        self._guide.addSeparator()
        self._guide.addActions([self.editor, self.loop])

    def _name(self) -> str:
        """The name of the mode that was chosen last, or free play if it has ended."""
        latest = self._state.circle.modes.latest if self._state else None
        return mode_name(FREE if latest is None or self._is_over() else latest.mode.name)

    def _is_over(self) -> bool:
        """Whether the latest mode has ended."""
        if self._state is None or (latest := self._state.circle.modes.latest) is None or latest.paused:
            return False
        beat = max(beat_in(self._state.circle), latest.beat)
        return self._state.circle.modes.step_at(beat) is None

    @staticmethod
    def _set_text(pill: Pill, text: str, ending: str = "") -> None:
        shown = text.replace("&", "&&") + ending
        if pill.text() != shown:
            pill.setText(shown)
            pill.setAccessibleName(text)

    def _new_action(self, mode: str, key: str) -> QAction:
        action = QAction(mode_name(mode), self)
        action.setShortcut(QKeySequence(f"Alt+{key}"))
        set_tooltip(action, mode_about(mode))
        action.triggered.connect(lambda: self.requested.emit(ChooseMode(ModeChoice(mode))))
        return action

    def _steer(self, action: ModeAction) -> None:
        if self._state is not None:
            self.requested.emit(steer_mode(self._state.circle, action))

    def _pause_or_resume(self) -> None:
        latest = self._state.circle.modes.latest if self._state else None
        self._steer("resume" if latest is not None and latest.paused else "pause")

    def _connect(self) -> None:
        self.pause.setShortcut("Ctrl+P")
        self.skip.setShortcut("Ctrl+K")
        self.end.setShortcut("Ctrl+E")
        self.next.setShortcut(NEXT_STEP_KEY)
        self.pause.setToolTip(self.tr("Play freely for a while (Ctrl+P)"))
        self.skip.setToolTip(self.tr("Go to the next step with the next cycle (Ctrl+K)"))
        self.end.setToolTip(self.tr("Play freely from the next cycle on (Ctrl+E)"))
        self.pause.clicked.connect(self._pause_or_resume)
        self.skip.clicked.connect(lambda: self._steer("skip"))
        self.end.clicked.connect(lambda: self._steer("end"))
        self.next.clicked.connect(lambda: self.requested.emit(RunStep()))

    def _lay_out(self) -> None:
        menu = QMenu(self.choose)
        menu.setToolTipsVisible(True)
        menu.addActions(list(self.actions_by_mode.values()))
        menu.addSeparator()
        menu.addAction(self.options)
        self.choose.setMenu(menu)
        self.choose.setToolTip(self.tr("What the circle does: who plays, who listens"))
        self._guide = QMenu(self.guide)
        self._guide.aboutToShow.connect(self._fill_guide)
        self.guide.setMenu(self._guide)
        self.guide.setToolTip(
            self.tr("What everybody hears besides the strokes: the guide (Ctrl+G edits it), and a loop (Ctrl+O)")
        )
        self.addActions([*self.actions_by_mode.values(), self.options, self.editor, self.loop])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for pill in (self.choose, self.pause, self.skip, self.end):
            row.addWidget(pill)
        row.addStretch(1)
        row.addWidget(self.next)
        row.addWidget(self.guide)
