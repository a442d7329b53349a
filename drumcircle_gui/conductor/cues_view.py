"""The row of cues: one click or key gives a cue to all members, to a part or to one; a field takes one's own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from drumcircle_gui.client.mode_view import names_of
from drumcircle_gui.modes.parts import PARTS
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.messages import Cue, CueTime, GiveCue, Member
from drumcircle_gui.protocol.mode_messages import ALL, EVEN, ODD, PART
from drumcircle_gui.widgets.hint_line import HintLine
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import one_line, set_tooltip

from .mode_intents import KeepCue

MAX_LISTED_PLAYERS = 40
"""Players in the menu of recipients."""

OWN_MIN_WIDTH = 64

Recipients = tuple[str, tuple[int, ...]]
"""A group, and members besides it."""

EVERYBODY: Recipients = (ALL, ())


@dataclass(frozen=True, slots=True)
class CueKind:
    """A cue with a key of its own. `others`: the instruction for members to whom the cue is not addressed."""

    word: str
    text: str
    when: CueTime = "beat"
    others: str = ""


class CueBar(QWidget):
    """`requested` emits a GiveCue with the chosen cue, and a KeepCue for own words. Choosing the present cue withdraws
    it."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cue = Cue()
        self._members: tuple[Member, ...] = ()
        self._custom: tuple[str, ...] = ()
        self._to = EVERYBODY
        self.kinds = {kind.word: kind for kind in self._kinds()}
        self.pills = {word: self._new_pill(kind) for word, kind in self.kinds.items()}
        self.keys = [self._new_action(number, kind) for number, kind in enumerate(self.kinds.values(), 1)]
        self.to = Pill(self.tr("To everybody") + " ▾", "quiet")
        self.more = Pill(self.tr("More") + " ▾", "quiet")
        self.own = HintLine(self.tr("Your own word"), self.tr("Own word"), self.tr("Other…"))
        self._lay_out()
        self._set_up_own()

    def render(self, cue: Cue, members: Sequence[Member] = ()) -> None:  # type: ignore[override]
        """Show `cue` as the present one; `members` can be chosen as its recipients."""
        self._cue, self._members = cue, tuple(members)
        for word, pill in self.pills.items():
            pill.setChecked(word == cue.word)
        if not self.own.hasFocus():
            self.own.setText(self._own_word())

    def set_custom(self, words: Sequence[str]) -> None:
        """Offer these own words in the menu, the latest one last."""
        self._custom = tuple(words)

    def _own_word(self) -> str:
        """The word of the present cue; empty if it has a pill."""
        return "" if self._cue.word in self.pills else self._cue.word

    def _kinds(self) -> tuple[CueKind, ...]:
        listen = self.tr("Listen")
        return (
            CueKind(self.tr("Play"), self.tr("Everybody")),
            CueKind(listen, self.tr("Hands off the drums")),
            CueKind(self.tr("Imitate"), self.tr("Play back what you heard")),
            CueKind(self.tr("Softer"), self.tr("Everybody")),
            CueKind(self.tr("Louder"), self.tr("Everybody")),
            CueKind(self.tr("Only you"), self.tr("The others listen"), "cycle", listen),
            CueKind(self.tr("Stop"), self.tr("With the next cycle"), "cycle"),
            CueKind(self.tr("Last time"), self.tr("One more cycle, then stop"), "cycle"),
            CueKind(self.tr("Thank you"), self.tr("That was beautiful")),
        )

    def _new_pill(self, kind: CueKind) -> Pill:
        pill = Pill(kind.word, "choice")
        number = list(self.kinds).index(kind.word) + 1
        set_tooltip(pill, f"{kind.text} (Ctrl+{number})")
        pill.clicked.connect(lambda: self._give(kind))
        return pill

    def _new_action(self, number: int, kind: CueKind) -> QAction:
        action = QAction(kind.word, self)
        action.setShortcut(f"Ctrl+{number}")
        action.triggered.connect(lambda: self._give(kind))
        self.addAction(action)
        return action

    def _give(self, kind: CueKind) -> None:
        if kind.word == self._cue.word:
            self.requested.emit(GiveCue(Cue()))
        else:
            group, members = self._to
            text = kind.text if self._to == EVERYBODY or kind.others else ""
            cue = Cue(kind.word, text, group=group, members=members, others=kind.others)
            self.requested.emit(GiveCue(cue, kind.when))
        self.render(self._cue, self._members)

    def give_word(self, word: str) -> None:
        """Give a cue in the conductor's own words."""
        group, members = self._to
        self.requested.emit(GiveCue(Cue(word, group=group, members=members), "beat"))
        self.set_custom((*(other for other in self._custom if other != word), word))
        self.requested.emit(KeepCue(word))

    # --- menus ------------------------------------------------------------------------------------------------------

    def _fill_more(self) -> None:
        """All cues that have a key, and the conductor's own words."""
        self._more.clear()
        self._more.addActions(self.keys)
        if self._custom:
            self._more.addSeparator()
        for word in reversed(self._custom):
            shown = one_line(word).replace("&", "&&")
            self._more.addAction(shown).triggered.connect(lambda _=False, word=word: self.give_word(word))

    def _fill_to(self) -> None:
        """The groups and players to whom a cue can be given."""
        self._recipients.clear()
        players = [member for member in self._members if member.role == "player"]
        parts = sorted({member.part for member in players} - {""} - set(PARTS))
        groups = [ALL, ODD, EVEN, *(PART + part for part in (*PARTS, *parts))]
        for group in groups:
            self._add_recipient((group, ()))
        self._recipients.addSeparator()
        for player in players[:MAX_LISTED_PLAYERS]:
            self._add_recipient(("", (player.id,)))

    def _add_recipient(self, to: Recipients) -> None:
        action = self._recipients.addAction(self._name(to).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(to == self._to)
        action.triggered.connect(lambda: self.address(to))

    def address(self, to: Recipients) -> None:
        """Give the next cues to these."""
        self._to = to
        everybody = self.tr("To everybody")
        text = everybody if to == EVERYBODY else self.tr("To {who}").format(who=self._name(to))
        self.to.setText(text.replace("&", "&&") + " ▾")
        self.to.setAccessibleName(text)
        self._fit()

    def _name(self, to: Recipients) -> str:
        return one_line(names_of(*to, self._members))

    # --- own words --------------------------------------------------------------------------------------------------

    def _give_own(self) -> None:
        word = self.own.text().strip()
        self.own.clearFocus()
        if word != self._own_word():
            self.give_word(word)

    def _withdraw_own(self) -> None:
        """Withdraw the cue whose word the field's clear button has removed."""
        self.own.clearFocus()
        if self._own_word():
            self.requested.emit(GiveCue(Cue()))

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.key() == Qt.Key.Key_Escape:
            self.own.setText(self._own_word())
            self.own.clearFocus()
        else:
            super().keyPressEvent(event)

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._more, self._recipients = QMenu(self.more), QMenu(self.to)
        self._more.aboutToShow.connect(self._fill_more)
        self._recipients.aboutToShow.connect(self._fill_to)
        self.more.setMenu(self._more)
        self.to.setMenu(self._recipients)
        self.to.setToolTip(self.tr("For whom the next cues are"))
        self.more.setToolTip(self.tr("All cues with their keys, and your own words"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        for pill in (*self.pills.values(), self.more, self.to):
            self._row.addWidget(pill)
        self._row.addWidget(self.own, 1)

    def _set_up_own(self) -> None:
        self.own.setClearButtonEnabled(True)
        self.own.findChildren(QAction)[0].triggered.connect(self._withdraw_own)
        self.own.setAccessibleName(self.tr("Cue in your own words"))
        self.own.setMaxLength(MAX_NAME_LENGTH)
        self.own.setMinimumWidth(OWN_MIN_WIDTH)
        self.own.returnPressed.connect(self._give_own)

    def minimumSizeHint(self) -> QSize:
        """Room for the menus and the field; pills that do not fit are hidden."""
        needed = self._width((self.more, self.to)) + OWN_MIN_WIDTH
        return QSize(needed, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Widths are known exactly only with the style of the window."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.minimumSizeHint().width()
        for pill in self.pills.values():
            room -= self._width((pill,))
            pill.setVisible(room >= 0)

    def _width(self, pills: Sequence[QWidget]) -> int:
        return sum(pill.sizeHint().width() + self._row.spacing() for pill in pills)
