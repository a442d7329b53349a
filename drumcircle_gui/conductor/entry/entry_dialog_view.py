"""The dialog about entry: who may come in, limited invites, and players who were removed."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.protocol.entry_messages import (
    BY_ACCOUNT,
    BY_INVITE,
    KNOCK,
    MAX_INVITE_USES,
    OPEN,
    Ban,
    ChangeBan,
    ChangeEntry,
    EntryUpdate,
    LimitedInvite,
    MakeInvite,
    RevokeInvite,
)
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import Micros
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.page_layout import ScrollBody
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.theme import Weight

from .entry_texts import BAN_DURATIONS_S, INVITE_DURATIONS_S, invite_link, is_void, seconds_left
from .permanent_invites_view import PermanentInvites

_tr = QCoreApplication.translate

_NOT_RENEWED: tuple[Invite, Invite] | None = None


def policy_name(policy: str) -> str:
    """An entry policy as a button and a line name it."""
    names = {
        OPEN: _tr("Entry", "Open"),
        BY_INVITE: _tr("Entry", "By invite"),
        KNOCK: _tr("Entry", "Knock"),
        BY_ACCOUNT: _tr("Entry", "With an account"),
    }
    return names.get(policy, policy)


def policy_meaning(policy: str) -> str:
    meanings = {
        OPEN: _tr("Entry", "Everybody who finds the circle can come in."),
        BY_INVITE: _tr("Entry", "Players need an invite from you."),
        KNOCK: _tr("Entry", "Players with an invite come straight in. Others knock, and you decide."),
        BY_ACCOUNT: _tr("Entry", "Players who have an account on the hub can come in, under the account's name."),
    }
    return meanings.get(policy, "")


def ending(until: Micros | None, now: Micros) -> str:
    """The end of an invite or a ban, as a date or a time of day; for circle time `now`."""
    left = seconds_left(until, now)
    if left is None:
        return _tr("Entry", "without an end")
    end, today = QDateTime.currentDateTime().addSecs(left), QDateTime.currentDateTime().date()
    form = QLocale.FormatType.ShortFormat
    words = QLocale().toString(end.time(), form) if end.date() == today else QLocale().toString(end.date(), form)
    return _tr("Entry", "until {time}").format(time=words)


class PolicyChoice(QWidget):
    """One button for each entry policy that can be chosen. `chosen` emits the policy."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {policy: Pill(policy_name(policy), "choice") for policy in (BY_INVITE, KNOCK, OPEN, BY_ACCOUNT)}
        self.meaning = Label("", tone="dim", wraps=True)
        one_of = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for policy, button in self._buttons.items():
            one_of.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, policy=policy: self.chosen.emit(policy))
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.meaning)

    def render(self, entry: EntryUpdate) -> None:  # type: ignore[override]
        for policy, button in self._buttons.items():
            button.setVisible(policy in entry.policies)
            button.setChecked(policy == entry.policy)
        self.meaning.setText(policy_meaning(entry.policy))


class NewInvite(QWidget):
    """The limits of a new invite. `requested` emits a MakeInvite."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.label = QLineEdit()
        self.label.setPlaceholderText(self.tr("For whom?"))
        self.label.setAccessibleName(self.tr("For whom the invite is"))
        self.label.setMaxLength(MAX_NAME_LENGTH)
        self.uses = QSpinBox(minimum=0, maximum=MAX_INVITE_USES, value=1)
        self.uses.setSpecialValueText(self.tr("any number"))
        self.uses.setAccessibleName(self.tr("How many players can join with it"))
        self.uses.setToolTip(self.tr("How many players can join with it"))
        self._players = Label("", tone="dim")
        self.uses.valueChanged.connect(self._name_players)
        self._name_players(self.uses.value())
        self.lasts = QComboBox()
        self.lasts.setAccessibleName(self.tr("How long the invite is valid"))
        words = (self.tr("for an hour"), self.tr("for a day"), self.tr("for a week"), self.tr("without an end"))
        for text, seconds in zip(words, INVITE_DURATIONS_S, strict=True):
            self.lasts.addItem(text, seconds)
        self.lasts.setCurrentIndex(1)
        self.make = Pill(self.tr("Make invite"), "accent")
        self.make.clicked.connect(self._make)
        self.label.returnPressed.connect(self._make)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        for part in (self.uses, self._players, self.lasts, self.make):
            row.addWidget(part)

    def _name_players(self, count: int) -> None:
        self._players.setText(self.tr("player(s)", "", count or MAX_INVITE_USES))  # 0: any number

    def _make(self) -> None:
        self.requested.emit(MakeInvite(self.label.text().strip(), self.uses.value(), self.lasts.currentData()))
        self.label.clear()


class EntryDialog(QDialog):
    """Shows an EntryUpdate, and the invites without a limit to those who may replace them. `requested` emits the
    conductor's commands about it."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who may come in"))
        self.policy, self.new = PolicyChoice(), NewInvite()
        self.permanent = PermanentInvites()
        self._permanent_head = Label(self.tr("Invites without a limit"), 15, Weight.DemiBold)
        self.invites, self.bans = QVBoxLayout(), QVBoxLayout()
        self.no_bans = Label(self.tr("Nobody. Players whom you remove are listed here."), tone="dim", wraps=True)
        self._shown: tuple[object, ...] = ()
        self.policy.chosen.connect(lambda policy: self.requested.emit(ChangeEntry(policy)))
        self.new.requested.connect(self.requested)
        self.permanent.renew.requested.connect(self.requested)
        self._lay_out()
        self.resize(720, 440)

    def render(self, entry: EntryUpdate, circle: Invite | None, now: Micros) -> None:  # type: ignore[override]
        """Show `entry`. Links lead to `circle`; `now` is circle time."""
        self.policy.render(entry)
        if (shown := (entry.invites, entry.bans, circle)) != self._shown:
            self._shown = shown
            _replace(self.invites, [self._invite_row(invite, circle, now) for invite in entry.invites])
            _replace(self.bans, [self._ban_row(ban, now) for ban in entry.bans])
            self.no_bans.setVisible(not entry.bans)

    def render_permanent(self, *, may_renew: bool, renewed: tuple[Invite, Invite] | None) -> None:
        """Offer those who may to replace the invites without a limit; show those that were `renewed`."""
        self._permanent_head.setVisible(may_renew)
        self.permanent.setVisible(may_renew)
        self.permanent.render(renewed)

    def _invite_row(self, invite: LimitedInvite, circle: Invite | None, now: Micros) -> QWidget:
        name = invite.label or self.tr("Invite {number}").format(number=invite.number)
        uses = self.tr("{used} of {uses} joined") if invite.uses else self.tr("{used} joined")
        state = self.tr("no longer valid") if is_void(invite, now) else ending(invite.until, now)
        about = f"{uses.format(used=invite.used, uses=invite.uses)}, {state}"
        copy, revoke = Pill(self.tr("Copy"), "plain"), Pill(self.tr("Revoke"), "quiet")
        copy.setAccessibleName(self.tr("Copy: {what}").format(what=name))
        revoke.setAccessibleName(self.tr("Revoke: {what}").format(what=name))
        copy.setEnabled(circle is not None and not is_void(invite, now))
        if circle is not None:
            copy.clicked.connect(lambda: _copy(copy, invite_link(circle, invite)))
        revoke.clicked.connect(lambda: self.requested.emit(RevokeInvite(invite.number)))
        return _row(name, about, copy, revoke)

    def _ban_row(self, ban: Ban, now: Micros) -> QWidget:
        lasts = QComboBox()
        lasts.setAccessibleName(self.tr("How long {name} cannot come back").format(name=ban.name))
        words = (self.tr("10 minutes"), self.tr("a day"), self.tr("a week"), self.tr("for good"))
        lasts.setPlaceholderText(self.tr("Change…"))
        for text, seconds in zip(words, BAN_DURATIONS_S, strict=True):
            lasts.addItem(text, seconds)
        lasts.setCurrentIndex(-1)
        lasts.activated.connect(lambda _: self.requested.emit(ChangeBan(ban.number, lasts.currentData())))
        undo = Pill(self.tr("Undo"), "plain")
        undo.setAccessibleName(self.tr("Let {name} come back").format(name=ban.name))
        undo.clicked.connect(lambda: self.requested.emit(ChangeBan(ban.number, 0)))
        whence = self.tr("account {name}").format(name=ban.account) if ban.account else ban.address
        return _row(ban.name, f"{whence}, {ending(ban.until, now)}", lasts, undo)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.policy)
        column.addSpacing(8)
        column.addWidget(Label(self.tr("Limited invites"), 15, Weight.DemiBold))
        column.addWidget(self.new)
        column.addLayout(self.invites)
        column.addSpacing(8)
        column.addWidget(self._permanent_head)
        column.addWidget(self.permanent)
        column.addSpacing(8)
        column.addWidget(Label(self.tr("Removed players"), 15, Weight.DemiBold))
        column.addWidget(self.no_bans)
        column.addLayout(self.bans)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 16, 20)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Who may come in"), 24, Weight.DemiBold))
        layout.addWidget(ScrollBody(column), 1)


class EntryLine(QWidget):
    """One line below the players: how players come in, and a button that opens the dialog.

    `requested` emits the conductor's commands about entry.
    """

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.text = ShortLabel("", tone="dim")
        self.change = Pill(self.tr("Who may come in…"), "quiet")
        self.change.setShortcut("Ctrl+D")
        self.change.setToolTip(self.tr("Who may come in, limited invites, removed players (Ctrl+D)"))
        self.change.clicked.connect(self.open_dialog)
        self.dialog: EntryDialog | None = None
        self._shown: tuple[EntryUpdate, Invite | None, Micros] | None = None
        self._may_renew, self._renewed = False, _NOT_RENEWED
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.change)
        self.hide()

    def open_dialog(self) -> None:
        if self._shown is not None:
            self.dialog = EntryDialog(self)
            self.dialog.requested.connect(self.requested)
            self.dialog.finished.connect(self._forget)
            self.dialog.render(*self._shown)
            self.dialog.render_permanent(may_renew=self._may_renew, renewed=self._renewed)
            self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def render(self, entry: EntryUpdate | None, circle: Invite | None, now: Micros) -> None:  # type: ignore[override]
        """Show `entry`. Links lead to `circle`; `now` is circle time."""
        self.setVisible(entry is not None)
        if entry is not None:
            self._shown = entry, circle, now
            if self.dialog is not None:
                self.dialog.render(*self._shown)
            self.text.setText(self.tr("Entry: {policy}").format(policy=policy_name(entry.policy)))
            set_tooltip(self.text, policy_meaning(entry.policy))

    def render_permanent(self, *, may_renew: bool, renewed: tuple[Invite, Invite] | None) -> None:
        """Show the invites without a limit, like `EntryDialog.render_permanent`."""
        self._may_renew, self._renewed = may_renew, renewed
        if self.dialog is not None:
            self.dialog.render_permanent(may_renew=may_renew, renewed=renewed)


def _row(name: str, about: str, *parts: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(ShortLabel(name, weight=Weight.Medium))
    words.addWidget(ShortLabel(about, 11, tone="dim"))
    layout.addLayout(words, 1)
    for part in parts:
        layout.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
    return row


def _replace(column: QVBoxLayout, rows: list[QWidget]) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for row in rows:
        column.addWidget(row)


def _copy(button: Pill, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    button.setText(_tr("Entry", "Copied"))
