"""The controller of the page of a hub's accounts, beside a real hub."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

pytest.importorskip("argon2")

from drumcircle_gui.directory.administration import administration_io
from drumcircle_gui.directory.administration.administration_io import Administration
from drumcircle_gui.directory.administration.administration_state import (
    AccountFilter,
    AdministrationState,
    ChangeStanding,
    EndShownLogin,
    FindAccounts,
    LoadMoreAccounts,
    ReadAudit,
    ReadOlderAudit,
    ShowLogins,
    UndoStanding,
)
from drumcircle_gui.hub.accounts.store_io import AccountStore
from drumcircle_gui.timing.units import Micros
from tests.directory.accounts.test_own_account_io import school
from tests.tools.loopback import Watch, run


class Seen(Watch):
    state = AdministrationState()
    problems: tuple[str, ...] = ()

    def take(self, state: AdministrationState) -> None:
        if state.notice is not None and state.notice != self.state.notice and state.notice.problem:
            self.problems += (state.notice.problem,)
        self.state = state
        self.news()

    @property
    def names(self) -> list[str]:
        return [row.name for row in self.state.rows]


@asynccontextmanager
async def page(folder: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> AsyncIterator[tuple[Administration, Seen]]:
    """The accounts of a hub with Ada, its administrator, and `count` waiting accounts."""
    store = AccountStore(folder)
    for number in range(count):
        store.add(f"Player {number:03}", f"p{number}@example.org", "kept", "waiting", "player", Micros(number))
    store.close()
    async with school(folder, monkeypatch) as (_, ada):
        seen = Seen()
        administration = Administration(ada.hub.address, ada.token, seen.take)
        await administration.start()
        try:
            await seen.until(lambda: seen.state.answered)
            yield administration, seen
        finally:
            await administration.close()


def test_accounts_are_loaded_in_parts_found_and_changed_and_a_change_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with page(tmp_path, monkeypatch, 450) as (accounts, seen):
            assert (len(seen.names), seen.state.total, seen.state.complete) == (200, 451, False)
            accounts.handle(LoadMoreAccounts())
            await seen.until(lambda: len(seen.names) == 400)
            accounts.handle(LoadMoreAccounts(all=True))
            await seen.until(lambda: seen.state.complete)
            assert seen.names[:450] == [f"Player {number:03}" for number in range(450)] and seen.names[-1] == "Ada"
            for search in ("p", "player", "player 01"):
                accounts.handle(FindAccounts(AccountFilter(search, "waiting")))
            await seen.until(lambda: seen.state.filter.search == "player 01")
            assert len(seen.names) == sum("01" in f"{number:03}" for number in range(450))
            accounts.handle(ChangeStanding(seen.state.rows, "enabled", "conductor"))
            await seen.until(lambda: seen.state.notice is not None)
            assert seen.state.notice is not None and (seen.state.notice.count, seen.state.notice.undoable) == (15, True)
            assert {(row.state, row.role) for row in seen.state.rows} == {("enabled", "conductor")}
            accounts.handle(UndoStanding())
            await seen.until(lambda: seen.state.notice is not None and not seen.state.notice.undoable)
            assert {(row.state, row.role) for row in seen.state.rows} == {("waiting", "player")}
            assert seen.state.changing == 0

    run(story())


def test_of_many_accounts_the_one_that_cannot_be_changed_is_told_of_and_the_others_are_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with page(tmp_path, monkeypatch, 20) as (accounts, seen):
            accounts.handle(ChangeStanding(seen.state.rows, "disabled"))
            await seen.until(lambda: seen.state.notice is not None and seen.state.notice.count == 20)
            assert {row.state for row in seen.state.rows if row.name != "Ada"} == {"disabled"}
            assert [row.state for row in seen.state.rows if row.name == "Ada"] == ["enabled"]
            assert len(seen.problems) == 1 and "only administrator" in seen.problems[0]
            assert seen.state.notice is not None and seen.state.notice.problem == seen.problems[0]

    run(story())


def test_logins_are_shown_and_ended_and_the_audit_log_is_read_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with page(tmp_path, monkeypatch, 0) as (accounts, seen):
            store = AccountStore(tmp_path)
            for number in range(250):
                store.note(Micros(number), "Fern", "logged in", f"{number}")
            account = store.by_name("Ada")
            assert account is not None
            store.add_token(account.id, "another token", Micros(7), "192.0.2.1")
            store.close()
            accounts.handle(ReadAudit("fern LOGGED"))
            await seen.until(lambda: len(seen.state.audit) == 200)
            assert seen.state.audit_more
            accounts.handle(ReadOlderAudit())
            await seen.until(lambda: not seen.state.audit_more)
            assert [row.subject for row in seen.state.audit] == [str(number) for number in range(249, -1, -1)]
            accounts.handle(ShowLogins("Ada"))
            await seen.until(lambda: seen.state.shown is not None)
            assert seen.state.shown is not None
            [other] = [each for each in seen.state.shown.logins if not each.current]
            assert (other.address, len(seen.state.shown.logins)) == ("192.0.2.1", 2)
            accounts.handle(EndShownLogin(other.id))
            await seen.until(lambda: seen.state.shown is not None and len(seen.state.shown.logins) == 1)
            accounts.handle(ShowLogins(""))
            await seen.until(lambda: seen.state.shown is None)
            accounts.handle(ShowLogins("Nobody"))
            await seen.until(lambda: seen.state.notice is not None)
            assert seen.state.notice is not None and "no account" in seen.state.notice.problem

    run(story())


def test_new_accounts_appear_by_themselves_and_a_login_that_has_ended_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(administration_io, "REFRESH_INTERVAL_S", 0.02)

    async def story() -> None:
        async with page(tmp_path, monkeypatch, 0) as (_, seen):
            store = AccountStore(tmp_path)
            store.add("Fern", "fern@example.org", "kept", "waiting", "player", Micros(7))
            await seen.until(lambda: seen.names == ["Fern", "Ada"])
            root = store.by_name("Ada")
            assert root is not None
            store.drop_tokens(root.id)
            store.close()
            await seen.until(lambda: seen.state.notice is not None)
            assert seen.state.notice is not None and "not logged in" in seen.state.notice.problem

    run(story())
