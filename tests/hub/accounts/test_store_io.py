"""The file of accounts: tokens, their last use, files of older versions, and unusable files."""

import sqlite3
from pathlib import Path

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.accounts import store_io
from drumcircle_gui.hub.accounts.account import AccountState
from drumcircle_gui.hub.accounts.store_io import FILE_NAME, AccountStore, login_id
from drumcircle_gui.timing.units import Micros

ADA, FERN = "Ada", "Fern"
HOME = "192.0.2.1"
NOW = Micros(1_700_000_000_000_000)


def test_the_oldest_token_of_an_account_ends_when_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_io, "MAX_TOKENS", 2)
    store = AccountStore(tmp_path)
    for name in ADA, FERN:
        account = store.add(name, "a@b.cd", "kept", "enabled", "player", NOW)
        assert account is not None
        for at in range(3):
            store.add_token(account.id, f"{name}{at}", Micros(at))
    for name in ADA, FERN:
        assert [store.by_token(f"{name}{at}") is not None for at in range(3)] == [False, True, True]
    store.close()


def test_logins_of_a_disabled_account_go_on_if_that_is_taken_back_soon(tmp_path: Path) -> None:
    store = AccountStore(tmp_path)
    account = store.add(FERN, "a@b.cd", "kept", "enabled", "player", NOW)
    assert account is not None
    changes: tuple[tuple[str, AccountState, int, bool], ...] = (
        ("an approval that is undone", "waiting", 0, True),
        ("approved once more", "enabled", 0, True),
        ("disabled", "disabled", 1, False),
        ("disabled again, later", "disabled", store_io.UNDO_TIME, False),
        ("undone in time", "enabled", 1 + store_io.UNDO_TIME, True),
        ("disabled", "disabled", 2 + store_io.UNDO_TIME, False),
        ("enabled too late", "enabled", 3 + 2 * store_io.UNDO_TIME, False),
    )
    store.add_token(account.id, "token", NOW, HOME)
    for what, state, later, logged_in in changes:
        store.change(account.id, Micros(NOW + later), state=state)
        assert (store.by_token("token") is not None) is logged_in, what
        assert bool(store.logins(account.id)) is logged_in, what
    store.close()


def test_an_account_is_seen_when_its_token_is_used_and_written_now_and_then(tmp_path: Path) -> None:
    store = AccountStore(tmp_path)
    account = store.add(FERN, "a@b.cd", "kept", "enabled", "player", NOW)
    assert account is not None and account.seen == 0
    store.add_token(account.id, "token", NOW, HOME)
    steps = (store_io.SEEN_INTERVAL - 1, NOW), (store_io.SEEN_INTERVAL, NOW + store_io.SEEN_INTERVAL)
    for later, used in steps:
        store.mark_seen("token", Micros(NOW + later))
        assert [each.seen for each in store.logins(account.id)] == [used]
    store.mark_seen("forged", Micros(NOW * 2))
    found = store.by_token("token")
    assert found is not None and found.seen == NOW + store_io.SEEN_INTERVAL
    store.close()


def test_a_file_of_an_older_version_gets_what_it_lacks(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as base:
        base.executescript(store_io._SCHEMA)
        base.execute("insert into accounts values (1, 'fern', 'Fern', 'a@b.cd', 'kept', 'enabled', 'player', 7)")
        base.execute("insert into tokens values (?, 7, 1)", (bytes.fromhex(login_id("token")) + bytes(24),))
        base.execute("insert into audit values (1, 7, 'Fern', 'logged in', 'Straße', '')")
    base.close()
    for _ in range(2):
        store = AccountStore(tmp_path)
        [account] = store.accounts()
        assert (account.name, account.seen) == (FERN, 0)
        assert [(each.id, each.seen, each.address) for each in store.logins(account.id)] == [(login_id("token"), 0, "")]
        assert [line.actor for line in store.audit(9, "STRASSE fern")] == [FERN]
        store.close()


def test_a_damaged_a_locked_and_a_full_file_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drumcircle_gui.hub.accounts.store_io.BUSY_TIMEOUT_S", 0.05)
    store = AccountStore(tmp_path)
    with sqlite3.connect(tmp_path / FILE_NAME) as other:
        other.execute("begin exclusive")
        with pytest.raises(DrumCircleError, match="wait, or end it"):
            store.add(ADA, "a@b.cd", "kept", "waiting", "player", Micros(0))
    other.close()
    assert store.add(ADA, "a@b.cd", "kept", "waiting", "player", Micros(0)) is not None
    store._base.execute("pragma max_page_count = 1")
    with pytest.raises(DrumCircleError, match="Make room"):
        for number in range(1000):
            store.note(Micros(0), "x" * 1000, "y", str(number))
    assert [account.name for account in store.accounts()] == [ADA]
    store.close()
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 1000)
    with pytest.raises(DrumCircleError, match="damaged"):
        AccountStore(tmp_path)


def test_the_audit_log_is_searched_in_any_case_and_script(tmp_path: Path) -> None:
    names = ("Straße", "STRASSE", "100%_a\\b", "100 a", "Фёдор", "Kelvin \u212a", "Fern")
    store = AccountStore(tmp_path)
    for name in names:
        store.note(NOW, name, "logged in", name, HOME)
    searches = ("strasse", "straße", "%", "_", "\\", "100 LOGGED", "ФЁДОР", "k", "192.0.2.1", "fern 192", "nobody", "")
    for search in searches:
        found = [line.actor for line in store.audit(99, search)]
        texts = {name: f"{name} logged in {name} {HOME}".casefold() for name in names}
        wanted = [name for name in names if all(word in texts[name] for word in search.casefold().split())]
        assert found == wanted[::-1], search
    store.close()
