"""The line above the table of accounts: search, state and role."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from drumcircle_gui.directory.accounts.account_texts_view import ROLES, STATES, role_name, state_name
from drumcircle_gui.protocol.fields import MAX_SHORT_LENGTH
from drumcircle_gui.widgets.label import ShortLabel

from .administration_state import AccountFilter, AdministrationState


class AccountFilters(QWidget):
    """Emits `changed` with an AccountFilter."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search names and mail addresses"))
        self.search.setAccessibleName(self.tr("Search names and mail addresses"))
        self.search.setMaxLength(MAX_SHORT_LENGTH)
        self.search.setClearButtonEnabled(True)
        self.state, self.role = QComboBox(), QComboBox()
        self.state.setAccessibleName(self.tr("State"))
        self.role.setAccessibleName(self.tr("Role"))
        self.state.addItem(self.tr("Any state"), "")
        self.role.addItem(self.tr("Any role"), "")
        for state in STATES:
            self.state.addItem(state_name(state), state)
        for role in ROLES:
            self.role.addItem(role_name(role), role)
        self.count = ShortLabel("", tone="dim")
        self.search.textChanged.connect(self._emit)
        self.state.currentIndexChanged.connect(self._emit)
        self.role.currentIndexChanged.connect(self._emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        for part in (self.state, self.role, self.count):
            row.addWidget(part)

    def render(self, state: AdministrationState, selected: int) -> None:  # type: ignore[override]
        """Show how many accounts were found, or are selected, or are still to be changed."""
        if state.changing:
            text = self.tr("%Ln to change", "", state.changing)
        elif selected:
            text = self.tr("%Ln selected", "", selected)
        else:
            text = self.tr("%Ln found", "", state.total) if state.answered else self.tr("loading …")
        self.count.setText(text)

    def _emit(self) -> None:
        which = self.search.text(), self.state.currentData(), self.role.currentData()
        self.changed.emit(AccountFilter(*which))
