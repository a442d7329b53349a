"""The menu for the player chosen in the roster: part, level, name, spotlight, powers, and solo."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from drumcircle_gui.client.mode_view import part_name
from drumcircle_gui.modes.parts import PARTS
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.messages import Moderate
from drumcircle_gui.widgets.roster.roster_panel import RosterPanel
from drumcircle_gui.widgets.roster.roster_row import RosterRow
from drumcircle_gui.widgets.text_question import TextQuestion

LEVELS = (25, 50, 75, 100, 125, 150, 200)
"""Per cent."""


class RosterMenu(QObject):
    """Fills the menu of `roster`. `requested` emits a Moderate, `solo_wanted` a player's name, `hearing_wanted` a
    player's id: why is that player not heard?"""

    requested = Signal(object)
    solo_wanted = Signal(str)
    hearing_wanted = Signal(int)

    def __init__(self, roster: RosterPanel) -> None:
        super().__init__(roster)
        self._roster = roster
        self.may_give_powers = True
        self.question: TextQuestion | None = None
        self.menu = QMenu(roster)
        self.hearing = self.menu.addAction(self.tr("Why do I not hear them?"))
        self.hearing.setShortcut("H")
        self.hearing.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hearing.triggered.connect(self._ask_hearing)
        roster.addAction(self.hearing)
        self.spotlight = self.menu.addAction("")
        self.spotlight.triggered.connect(self._turn_spotlight)
        self.menu.addAction(self.tr("Only this player")).triggered.connect(self._solo)
        self.menu.addAction(self.tr("Rename…")).triggered.connect(self._ask_name)
        self.parts = self.menu.addMenu(self.tr("Part"))
        for part in (*PARTS, ""):
            name = part_name(part) or self.tr("None")
            self.parts.addAction(name).triggered.connect(lambda _=False, part=part: self._moderate(part=part))
        self.levels = self.menu.addMenu(self.tr("Level for all"))
        for level in LEVELS:
            text = self.tr("{level} %").format(level=level)
            self.levels.addAction(text).triggered.connect(lambda _=False, level=level: self._moderate(level=level))
        self.powers = self.menu.addAction("")
        self.powers.triggered.connect(self._turn_powers)
        self.menu.aboutToShow.connect(self._name_actions)
        roster.more.setMenu(self.menu)
        roster.table.extra_actions = self._actions
        self._name_actions()

    def _actions(self, row: RosterRow) -> list[QAction]:
        """The menu's actions, for the menu that a right click opens on `row`."""
        self._roster.table.choose(row.id)
        self._name_actions()
        return [] if row.gone else self.menu.actions()

    def _name_actions(self) -> None:
        row = self._roster.table.selected()
        lit, leads = row is not None and row.spotlight, row is not None and row.conductor
        self.spotlight.setText(self.tr("End the spotlight") if lit else self.tr("Spotlight: louder than all others"))
        self.powers.setText(self.tr("Take back conducting") if leads else self.tr("Let this player conduct"))
        self.powers.setEnabled(self.may_give_powers)

    def _turn_spotlight(self) -> None:
        if (row := self._roster.table.selected()) is not None:
            self.requested.emit(Moderate(row.id, spotlight=not row.spotlight))

    def _turn_powers(self) -> None:
        if (row := self._roster.table.selected()) is not None:
            self.requested.emit(Moderate(row.id, conducts=not row.conductor))

    def _moderate(self, **changes: str | int) -> None:
        row = self._roster.table.selected()
        if row is not None:
            self.requested.emit(Moderate(row.id, **changes))  # type: ignore[arg-type]

    def _ask_hearing(self) -> None:
        row = self._roster.table.selected()
        if row is not None:
            self.hearing_wanted.emit(row.id)

    def _solo(self) -> None:
        row = self._roster.table.selected()
        if row is not None:
            self.solo_wanted.emit(row.name)

    def _ask_name(self) -> None:
        row = self._roster.table.selected()
        if row is None:
            return
        self.question = TextQuestion(self.tr("The player's name"), row.name, self.tr("Rename"), self._roster)
        self.question.line.setMaxLength(MAX_NAME_LENGTH)
        member = row.id
        self.question.answered.connect(lambda name: self.requested.emit(Moderate(member, name=name)))
        self.question.open()
