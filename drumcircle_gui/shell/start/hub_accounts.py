"""Accounts on the start page: shows the user's account on each hub, logs in and out, and stores the tokens."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from drumcircle_gui.directory.accounts.account_watch_io import AccountWatch
from drumcircle_gui.directory.accounts.own_account import AccountIntent, EnterAccount, LeaveAccount, OwnAccount
from drumcircle_gui.directory.accounts.own_account_io import carry_out
from drumcircle_gui.directory.hub_address import KnownHub
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.qt.publisher import Inbox
from drumcircle_gui.settings import Hubs, Settings
from drumcircle_gui.tasks import LoopThread, Tasks

from .start_requests import OpenAdministration
from .start_view import StartView

if TYPE_CHECKING:
    from drumcircle_gui.directory.accounts.account_dialog_view import AccountDialog

log = logging.getLogger(__name__)


class KeepsHubs(Protocol):
    """The settings (see `KeptSettings`)."""

    now: Settings

    def keep(self, *, hubs: Hubs) -> None: ...

    def keep_hubs(self, answered: list[KnownHub]) -> None: ...


class HubAccounts(QObject):
    """Shows the user's account on each hub with accounts in `view`, until `close`."""

    def __init__(self, network: LoopThread, view: StartView, settings: KeepsHubs) -> None:
        super().__init__(view)
        self._network, self._view, self._settings = network, view, settings
        self._accounts: dict[str, OwnAccount] = {}
        self._changed = Inbox(view)
        self._watch = AccountWatch(lambda account: self._changed.put([account]))
        self._tasks = Tasks()
        self.dialog: AccountDialog | None = None
        self._changed.arrived.connect(self._show_all)
        view.join.accounts.account_wanted.connect(self.open)

    def add(self, hubs: Iterable[KnownHub]) -> None:
        """Show the account on those of `hubs` that have accounts, from now on."""
        for hub in hubs:
            key = str(hub.address)
            if hub.registered and (key not in self._accounts or self._accounts[key].hub != hub):
                self._accounts[key] = OwnAccount(hub, token=self._settings.now.hubs.token(key))
                self._follow(key)

    def log_in_first(self, address: str, why: str) -> bool:
        """Whether the user must log in to the hub at `address` first. If so, open the dialog for that, with the reason
        `why`."""
        account = self._accounts.get(address)
        if account is None or account.standing == "enabled":
            return False
        self.open(address)
        if self.dialog is not None and account.standing == "none":
            self.dialog.say_why(why)
        return True

    def open(self, address: str) -> None:
        """Open the dialog about the account on the hub at `address`."""
        from drumcircle_gui.directory.accounts.account_dialog_view import AccountDialog

        dialog = self.dialog = AccountDialog(self._accounts[address], self._view)
        dialog.requested.connect(lambda intent: self._begin(address, intent))
        dialog.administration_wanted.connect(lambda: self._administer(address))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    async def close(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        self._changed.close()
        await self._tasks.close()
        await asyncio.wrap_future(self._network.call(self._watch.close()))

    # --- inside

    def _begin(self, address: str, intent: AccountIntent) -> None:
        self._tasks.start(self._carry_out(address, intent), f"account on {address}")

    async def _carry_out(self, address: str, intent: AccountIntent) -> None:
        try:
            work = carry_out(self._accounts[address], intent)
            account = await asyncio.wrap_future(self._network.call(work))
        except DrumCircleError as error:
            log.info("the account on %s: %s", address, error)
            if self.dialog is not None:
                self.dialog.complain(error)
            return
        self._accounts[address] = account
        self._settings.keep(hubs=self._settings.now.hubs.with_token(address, account.token))
        self._follow(address)
        self._show(account)
        if self.dialog is not None and isinstance(intent, EnterAccount | LeaveAccount):
            self.dialog.accept()

    def _follow(self, address: str) -> None:
        account = self._accounts[address]
        self._network.call(self._watch.follow(account.hub, account.token))

    def _show_all(self, changed: list[OwnAccount]) -> None:
        for account in changed:
            known = self._accounts[str(account.hub.address)]
            if account.token == known.token:  # not an answer that was on its way when the user logged in or out
                self._accounts[str(account.hub.address)] = account
                self._show(account)

    def _show(self, account: OwnAccount) -> None:
        self._view.join.accounts.render(account)
        if self.dialog is not None and self.dialog.address == str(account.hub.address):
            self.dialog.render(account)

    def _administer(self, address: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        account = self._accounts[address]
        self._view.requested.emit(OpenAdministration(account.hub, account.token))

    def _forget_dialog(self) -> None:
        self.dialog = None
