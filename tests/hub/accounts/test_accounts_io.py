"""Registering, approving, logging in, guessing, and what lasts: with a real file and a cheap hash."""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("argon2")

from argon2 import PasswordHasher

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.accounts import accounts_io, passwords_io, store_io
from drumcircle_gui.hub.accounts.account import registration_problems
from drumcircle_gui.hub.accounts.accounts_io import Accounts
from drumcircle_gui.hub.accounts.passwords_io import Passwords
from drumcircle_gui.hub.accounts.store_io import FILE_NAME, AccountStore
from drumcircle_gui.hub.accounts.users_io import manage_users as manage
from drumcircle_gui.server.fairness import key_brake
from drumcircle_gui.timing.units import Micros

ADA, FERN = "Ada", "Fern"
PASSWORD = "correct horse"
HOME, AWAY = "192.0.2.1", "198.51.100.9"

NOW = Micros(1_700_000_000_000_000)

Story = Callable[[Accounts, str], Coroutine[Any, Any, None]]


def tell(folder: Path, story: Story) -> None:
    """Open the accounts, run `story` with the first administrator's code, and close them."""

    async def told() -> None:
        accounts = Accounts(folder, lambda: NOW, Passwords(PasswordHasher(1, 8, 1)))
        code = await accounts.open()
        try:
            await story(accounts, code)
        finally:
            await accounts.close()

    asyncio.run(told())


def manage_users(folder: Path, action: str, names: list[str]) -> list[str]:
    return manage(folder, action, names, NOW)


async def register(accounts: Accounts, name: str, code: str = "") -> None:
    await accounts.register(name, f"{name}@example.org".lower(), PASSWORD, PASSWORD, HOME, code)


def test_an_account_waits_is_approved_and_disabled(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        await register(accounts, FERN)
        ada, _ = await accounts.log_in(ADA, PASSWORD, HOME)
        assert (ada.role, ada.conducts) == ("administrator", True)
        with pytest.raises(DrumCircleError, match="waiting"):
            await accounts.log_in(FERN, PASSWORD, HOME)
        assert [account.name for account in (await accounts.find(ada, "", "", 9))[1]] == [FERN, ADA]
        await accounts.administer(ada, FERN, state="enabled")
        fern, token = await accounts.log_in(FERN, PASSWORD, HOME)
        assert await accounts.of_token(token) == fern
        with pytest.raises(DrumCircleError, match="Only an administrator"):
            await accounts.administer(fern, FERN, role="administrator")
        await accounts.administer(ada, FERN, state="disabled")
        assert await accounts.of_token(token) is None
        with pytest.raises(DrumCircleError, match="disabled"):
            await accounts.log_in(FERN, PASSWORD, HOME)
        with pytest.raises(DrumCircleError, match="only administrator"):
            await accounts.administer(ada, ADA, state="disabled")

    tell(tmp_path, story)


def test_the_first_administrators_code_works_once(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        with pytest.raises(DrumCircleError, match="code"):
            await register(accounts, FERN, code + "x")
        await register(accounts, ADA, code)
        with pytest.raises(DrumCircleError, match="code"):
            await register(accounts, FERN, code)

    async def later(accounts: Accounts, code: str) -> None:
        assert code == ""
        assert (await accounts.log_in(ADA, PASSWORD, HOME))[0].role == "administrator"

    tell(tmp_path, story)
    tell(tmp_path, later)


def test_of_two_registrations_at_once_one_uses_the_code(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        both = await asyncio.gather(
            register(accounts, ADA, code), register(accounts, FERN, code), return_exceptions=True
        )
        assert [str(each)[:9] for each in both if each is not None] == ["This code"]

    tell(tmp_path, story)


def test_accounts_that_wait_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts_io, "MAX_WAITING_ACCOUNTS", 1)

    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, FERN)
        with pytest.raises(DrumCircleError, match="wait for approval"):
            await register(accounts, "Oak")
        await register(accounts, ADA, code)

    tell(tmp_path, story)


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


def test_the_audit_log_holds_no_control_characters_of_a_stranger(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        with pytest.raises(DrumCircleError, match="wrong"):
            await accounts.log_in("\x1b[2JAda\n", "guess after guess", AWAY)

    tell(tmp_path, story)
    [line] = manage_users(tmp_path, "log", [])
    assert line.isprintable() and "[2JAda: gave a wrong password" in line


def test_a_name_that_looks_alike_is_taken(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, "Ada")
        for name in "ADA", "\u0410da":
            with pytest.raises(DrumCircleError, match="looks alike"):
                await register(accounts, name)

    tell(tmp_path, story)


def test_guesses_are_slowed_and_the_owner_elsewhere_is_not(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        for _ in range(key_brake.FREE_ATTEMPTS + 1):
            with pytest.raises(DrumCircleError, match="wrong"):
                await accounts.log_in(ADA, "guess after guess", AWAY)
        with pytest.raises(DrumCircleError, match="Too many"):
            await accounts.log_in(ADA, PASSWORD, AWAY)
        assert (await accounts.log_in(ADA, PASSWORD, HOME))[0].name == ADA
        with pytest.raises(DrumCircleError, match="wrong"):
            await accounts.log_in("Nobody", PASSWORD, "203.0.113.5")

    tell(tmp_path, story)


def test_guesses_that_come_at_once_are_hashed_a_few_times_only(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        guesses = [accounts.log_in(ADA, f"guess {number}", AWAY) for number in range(50)]
        guessing = asyncio.gather(*guesses, return_exceptions=True)
        assert (await accounts.log_in(ADA, PASSWORD, HOME))[0].name == ADA
        answers = [str(each) for each in await guessing]
        assert sum("is wrong" in answer for answer in answers) == key_brake.FREE_ATTEMPTS + 1
        assert sum("Too many" in answer for answer in answers) == 50 - (key_brake.FREE_ATTEMPTS + 1)

    tell(tmp_path, story)


def test_however_many_addresses_guess_few_hashes_wait_before_the_owners(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        addresses = [f"198.51.100.{number}" for number in range(20)]
        await asyncio.gather(*(accounts.log_in(each, "a guess", each) for each in addresses), return_exceptions=True)
        guessing = [asyncio.create_task(accounts.log_in(each, "a guess", each)) for each in addresses]
        await asyncio.sleep(0)
        assert (await accounts.log_in(ADA, PASSWORD, HOME))[0].name == ADA
        assert sum(guess.done() for guess in guessing) <= 5
        await asyncio.gather(*guessing, return_exceptions=True)

    tell(tmp_path, story)


def test_a_new_password_logs_out_everywhere(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        ada, token = await accounts.log_in(ADA, PASSWORD, HOME)
        with pytest.raises(DrumCircleError, match="wrong"):
            await accounts.change_password(ada, "not the old one", "another horse", "another horse")
        await accounts.change_password(ada, PASSWORD, "another horse", "another horse")
        assert await accounts.of_token(token) is None
        ada, token = await accounts.log_in(ADA, "another horse", HOME)
        await accounts.log_out_everywhere(ada)
        assert await accounts.of_token(token) is None

    tell(tmp_path, story)


def test_a_password_is_not_changed_while_very_many_log_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        ada, _ = await accounts.log_in(ADA, PASSWORD, HOME)
        monkeypatch.setattr(passwords_io, "MAX_WAITING", 0)
        with pytest.raises(DrumCircleError, match="Very many"):
            await accounts.change_password(ada, PASSWORD, "another horse", "another horse")

    tell(tmp_path, story)


def test_the_file_holds_neither_passwords_nor_tokens(tmp_path: Path) -> None:
    tokens = []

    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        tokens.append((await accounts.log_in(ADA, PASSWORD, HOME))[1])

    tell(tmp_path, story)
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert PASSWORD.encode() not in held and tokens[0].encode() not in held
    assert b"$argon2id$" in held


def test_the_command_line_lists_and_changes_accounts(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, FERN)
        assert "waiting" in manage_users(tmp_path, "list", [])[0]
        assert "enabled" in manage_users(tmp_path, "approve", [FERN])[0]
        assert "conductor" in manage_users(tmp_path, "conductor", [FERN])[0]
        assert (await accounts.log_in(FERN, PASSWORD, HOME))[0].conducts

    with pytest.raises(DrumCircleError, match="no accounts"):
        manage_users(tmp_path, "list", [])
    tell(tmp_path, story)
    for action, names in (("approve", []), ("list", [FERN]), ("disable", ["Nobody"])):
        with pytest.raises(DrumCircleError):
            manage_users(tmp_path, action, names)
    lines = manage_users(tmp_path, "log", [])
    assert any("the command line: set enabled Fern" in line for line in lines)
    assert "2023-11-14" in lines[0]


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


@pytest.mark.parametrize(
    ("name", "mail", "password", "again", "problem"),
    [
        ("", "a@example.org", PASSWORD, PASSWORD, "name"),
        ("Ada\u202e", "a@example.org", PASSWORD, PASSWORD, "name"),
        (ADA, "nowhere", PASSWORD, PASSWORD, "mail"),
        (ADA, "\x1b[2Ja@example.org", PASSWORD, PASSWORD, "mail"),
        (ADA, "a@example.org", "short", "short", "10 to 200"),
        (ADA, "a@example.org", "aaaaaaaaaaaa", "aaaaaaaaaaaa", "different characters"),
        ("Fernando", "a@example.org", "xfernandox12", "xfernandox12", "contain"),
        (ADA, "a@example.org", PASSWORD, "another one", "differ"),
    ],
)
def test_each_rule_for_registering_has_words(name: str, mail: str, password: str, again: str, problem: str) -> None:
    [found] = registration_problems(name, mail, password, again)
    assert problem in found


def test_what_keeps_the_rules_is_accepted() -> None:
    assert registration_problems("Größe", "a.b@example.org", PASSWORD, PASSWORD) == []
