"""The options repeat, random, single and consume: buttons where there is room, otherwise a menu."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from drumcircle_gui.mpd.model.rooms_intents import RunMpdCommand
from drumcircle_gui.mpd.model.rooms_state import GroupState
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip


class OptionsBar(QWidget):
    """Emits `requested` with the function to call (`Do`). An option shows the value in force, not the one that was
    clicked."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pills = {option: Pill(name, "choice") for option, name in self._names().items()}
        self.more = Pill("", "plain")
        self._menu = QMenu(self)
        self._actions = {option: QAction(name, self._menu) for option, name in self._names().items()}
        self.more.setMenu(self._menu)
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for pill in (*self.pills.values(), self.more):
            row.addWidget(pill)
        self.set_roomy(False)
        self.render(GroupState())

    def render(self, playing: GroupState) -> None:  # type: ignore[override]
        for option, pill in self.pills.items():
            pill.setChecked(getattr(playing, option))
            self._actions[option].setChecked(getattr(playing, option))
        on = [name for option, name in self._names().items() if getattr(playing, option)]
        first = on[0] if on else self.tr("Options")
        self.more.setText(self.tr("{option} +{n}").format(option=first, n=len(on) - 1) if len(on) > 1 else first)
        self.more.setAccessibleName(self.tr("Options: {names}").format(names=", ".join(on) or self.tr("none")))

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for four buttons."""
        for pill in self.pills.values():
            pill.setVisible(roomy)
        self.more.setHidden(roomy)

    def minimumSizeHint(self) -> QSize:
        return self.more.sizeHint()

    def _connect(self) -> None:
        for option, explanation in self._explanations().items():
            pill, action = self.pills[option], self._actions[option]
            set_tooltip(pill, explanation)
            action.setCheckable(True)
            set_tooltip(action, explanation)
            pill.clicked.connect(lambda on, option=option: self._request(option, on))
            action.triggered.connect(lambda on, option=option: self._request(option, on))
            self._menu.addAction(action)
        self._menu.setToolTipsVisible(True)
        self.more.setToolTip(self.tr("Repeat, random, single, consume"))

    def _request(self, option: str, on: bool) -> None:
        self.pills[option].setChecked(not on)  # until the group confirms
        self._actions[option].setChecked(not on)
        self.requested.emit(RunMpdCommand((option, str(int(on)))))

    def _names(self) -> dict[str, str]:
        return {
            "repeat": self.tr("Repeat"),
            "random": self.tr("Random"),
            "single": self.tr("Single"),
            "consume": self.tr("Consume"),
        }

    def _explanations(self) -> dict[str, str]:
        return {
            "repeat": self.tr("Start again at the end of the queue"),
            "random": self.tr("Play the songs in random order"),
            "single": self.tr("Stop after each song; with Repeat, repeat it"),
            "consume": self.tr("Remove songs from the queue once they have been played"),
        }
