"""A user's account on a real hub: registration, watching until approval, changes, leaving."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("argon2")

from argon2 import PasswordHasher

from drumcircle_gui.directory.accounts import account_watch_io
from drumcircle_gui.directory.accounts.account_watch_io import AccountWatch
from drumcircle_gui.directory.accounts.own_account import (
    AskForAccount,
    EnterAccount,
    LeaveAccount,
    OwnAccount,
    RenewPassword,
)
from drumcircle_gui.directory.accounts.own_account_io import carry_out, own_account
from drumcircle_gui.directory.directory_client_io import RequestDeclined, open_directory
from drumcircle_gui.directory.hub_address import HubAddress, KnownHub
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.accounts import passwords_io
from drumcircle_gui.hub.accounts.account import AccountsUnusable
from drumcircle_gui.hub.accounts.store_io import AccountStore
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.protocol.directory import ChangeAccounts
from tests.tools.loopback import Watch, run

PASSWORD = "correct horse"


@asynccontextmanager
async def school(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Hub, OwnAccount]]:
    """A hub with accounts, and the account of its administrator Ada."""
    monkeypatch.setattr(passwords_io, "PasswordHasher", lambda **_: PasswordHasher(1, 8, 1))
    hub = Hub(HubConfig(data_dir=folder, bind="127.0.0.1", tls=False, recording=False, registered=True))
    await hub.start()
    try:
        known = KnownHub(HubAddress("127.0.0.1", hub.port, "none"), "School", registered=True)
        yield hub, await carry_out(OwnAccount(known), AskForAccount("Ada", "ada@example.org", PASSWORD, hub.first_code))
    finally:
        await hub.close()


async def set_state(ada: OwnAccount, state: str) -> None:
    async with open_directory(ada.hub.address, ada.token) as client:
        await client.change_accounts(ChangeAccounts(("Fern",), state))


def test_the_first_administrator_is_logged_in_at_once_and_others_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with school(tmp_path, monkeypatch) as (_, ada):
            assert (ada.standing, ada.role) == ("enabled", "administrator")
            nobody = OwnAccount(ada.hub)
            assert await own_account(ada.hub, "") == nobody
            forged = await own_account(ada.hub, "forged")
            assert forged.standing == "none" and "not logged in" in forged.problem
            fern = await carry_out(nobody, AskForAccount("Fern", "fern@example.org", PASSWORD))
            assert (fern.standing, fern.mail) == ("waiting", "fern@example.org")
            with pytest.raises(RequestDeclined, match="waiting"):
                await carry_out(nobody, EnterAccount("Fern", PASSWORD))
            await set_state(ada, "enabled")
            assert await own_account(ada.hub, fern.token) == replace(fern, standing="enabled")
            elsewhere = await carry_out(nobody, EnterAccount("Fern", PASSWORD))
            changed = await carry_out(fern, RenewPassword(PASSWORD, "another horse"))
            assert changed.standing == "enabled"
            assert (await own_account(ada.hub, elsewhere.token)).standing == "none"
            elsewhere = await carry_out(nobody, EnterAccount("Fern", "another horse"))
            assert await carry_out(changed, LeaveAccount()) == nobody
            assert await carry_out(changed, LeaveAccount()) == nobody
            assert (await own_account(ada.hub, elsewhere.token)).standing == "enabled"
            another = await carry_out(nobody, EnterAccount("Fern", "another horse"))
            await carry_out(another, LeaveAccount(everywhere=True))
            assert (await own_account(ada.hub, elsewhere.token)).standing == "none"

    run(story())


class Seen(Watch):
    account: OwnAccount | None = None

    def take(self, account: OwnAccount) -> None:
        self.account = account
        self.news()

    async def shows(self, standing: str) -> None:
        await self.until(lambda: self.account is not None and self.account.standing == standing)


def test_a_watch_sees_that_an_account_is_approved_and_disabled_and_that_the_hub_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account_watch_io, "WAITING_INTERVAL_S", 0.02)
    monkeypatch.setattr(account_watch_io, "USUAL_INTERVAL_S", 0.02)

    async def story() -> None:
        async with school(tmp_path, monkeypatch) as (hub, ada):
            fern = await carry_out(OwnAccount(ada.hub), AskForAccount("Fern", "fern@example.org", PASSWORD))
            seen = Seen()
            watch = AccountWatch(seen.take)
            try:
                await watch.follow(ada.hub, fern.token)
                await seen.shows("waiting")
                await set_state(ada, "enabled")
                await seen.shows("enabled")
                await hub.close()
                await seen.until(lambda: seen.account is not None and bool(seen.account.problem))
                assert seen.account is not None and seen.account.standing == "enabled"
                await watch.follow(ada.hub, "")
                await seen.shows("none")
            finally:
                await watch.close()
            with pytest.raises(DrumCircleError, match="reached"):
                await carry_out(fern, LeaveAccount())

    run(story())


def test_where_no_token_could_be_kept_the_account_is_there_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise AccountsUnusable("The disk is full.")

    async def story() -> None:
        async with school(tmp_path, monkeypatch) as (_, ada):
            with monkeypatch.context() as trouble:
                trouble.setattr(AccountStore, "add_token", full)
                fern = await carry_out(OwnAccount(ada.hub), AskForAccount("Fern", "fern@example.org", PASSWORD))
            assert fern.standing == "none" and "waiting" in fern.problem
            await set_state(ada, "enabled")
            assert (await carry_out(fern, EnterAccount("Fern", PASSWORD))).standing == "enabled"

    run(story())
