"""Registering, approving, logging in, guessing, and persistence, with a real file and a cheap hash."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("argon2")

from argon2 import PasswordHasher

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.accounts import accounts_io, passwords_io
from drumcircle_gui.hub.accounts.accounts_io import Accounts
from drumcircle_gui.hub.accounts.passwords_io import Passwords
from drumcircle_gui.hub.accounts.store_io import login_id
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
    await accounts.register(name, f"{name}@example.org".lower().replace(" ", "."), PASSWORD, PASSWORD, HOME, code)


def test_an_account_waits_is_approved_and_disabled(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        await register(accounts, FERN)
        ada, _ = await accounts.log_in(ADA, PASSWORD, HOME)
        assert (ada.role, ada.conducts) == ("administrator", True)
        with pytest.raises(DrumCircleError, match="waiting"):
            await accounts.log_in(FERN, PASSWORD, HOME)
        assert [account.name for account in (await accounts.find(ada))[1]] == [FERN, ADA]
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


def test_the_audit_log_holds_no_control_characters_of_a_stranger(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        with pytest.raises(DrumCircleError, match="wrong"):
            await accounts.log_in("\x1b[2JAda\n", "guess after guess", AWAY)
        with pytest.raises(DrumCircleError, match="not valid"):
            await register(accounts, "Oak", f"{code}x")

    tell(tmp_path, story)
    line, other = manage_users(tmp_path, "log", [])
    assert line.isprintable() and "[2JAda: gave a wrong password" in line
    assert other.endswith(f"Oak: gave a wrong one-time code, from {HOME}")


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


def test_an_owner_who_mistypes_comes_in_where_a_login_was_made_while_others_guess(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        await accounts.log_in(ADA, PASSWORD, HOME)
        for number in range(key_brake.FREE_ATTEMPTS + 1):
            with pytest.raises(DrumCircleError, match="wrong"):
                await accounts.log_in(ADA, "guess after guess", f"198.51.100.{number}")
        for address, answer in ((HOME, "is wrong"), (AWAY, "is wrong"), (AWAY, "Too many")):
            with pytest.raises(DrumCircleError, match=answer):
                await accounts.log_in(ADA, "mistyped once", address)
        assert (await accounts.log_in(ADA, PASSWORD, HOME))[0].name == ADA

    tell(tmp_path, story)


def test_whoever_is_logged_in_changes_the_password_beside_those_who_guess_at_the_same_address(tmp_path: Path) -> None:
    new = "another horse"

    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        ada, token = await accounts.log_in(ADA, PASSWORD, HOME)
        for answer in ["wrong"] * (key_brake.FREE_ATTEMPTS + 1) + ["Too many"]:
            with pytest.raises(DrumCircleError, match=answer):
                await accounts.log_in(ADA, "guess after guess", HOME)
        assert await accounts.of_token(token) == ada
        await accounts.change_password(ada, PASSWORD, new, new, HOME)
        for answer in ["wrong"] * (key_brake.FREE_ATTEMPTS + 1) + ["Too many"]:
            with pytest.raises(DrumCircleError, match=answer):
                await accounts.change_password(ada, "with a stolen token", new, new, AWAY)
        assert (await accounts.log_in(ADA, new, AWAY))[0].name == ADA

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


def test_whoever_has_registered_has_a_token_for_when_it_is_approved(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        ada, _ = await accounts.log_in(ADA, PASSWORD, HOME)
        fern = await accounts.register(FERN, "fern@example.org", PASSWORD, PASSWORD, AWAY)
        token = await accounts.new_token(fern, AWAY)
        assert await accounts.of_token(token) is None
        waiting = await accounts.owner(token)
        assert waiting is not None and waiting.state == "waiting"
        with pytest.raises(DrumCircleError, match="Only an administrator"):
            await accounts.find(waiting)
        await accounts.administer(ada, FERN, state="enabled")
        enabled = await accounts.of_token(token)
        assert enabled is not None and enabled.name == FERN
        await accounts.administer(ada, FERN, state="disabled")
        assert await accounts.owner(token) is None

    tell(tmp_path, story)


def test_one_login_is_ended_by_its_owner_and_by_administrators(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        await register(accounts, FERN)
        ada, _ = await accounts.log_in(ADA, PASSWORD, HOME)
        await accounts.administer(ada, FERN, state="enabled")
        tokens = [(await accounts.log_in(FERN, PASSWORD, at))[1] for at in (HOME, AWAY, HOME)]
        fern = await accounts.of_token(tokens[0])
        assert fern is not None
        account, logins = await accounts.logins(fern, "")
        assert account == fern and {each.id for each in logins} == set(map(login_id, tokens))
        assert sorted(each.address for each in logins) == [HOME, HOME, AWAY]
        assert not {each.id for each in logins} & set(tokens)
        await accounts.end_login(fern, "", login_id(tokens[0]))
        await accounts.end_login(ada, "fern", login_id(tokens[1]))
        await accounts.end_login(ada, FERN, login_id(tokens[1]))
        assert [await accounts.of_token(each) is not None for each in tokens] == [False, False, True]
        for work in accounts.logins(fern, ADA), accounts.end_login(fern, ADA, "any"):
            with pytest.raises(DrumCircleError, match="Only an administrator"):
                await work
        with pytest.raises(DrumCircleError, match="no account"):
            await accounts.logins(ada, "Nobody")
        ended = [(each.actor, each.subject) for each in await accounts.audit(ada, "ENDED login", 0, 9)]
        assert ended == [(ADA, FERN), (FERN, FERN)]

    tell(tmp_path, story)


def test_accounts_are_found_in_parts_and_by_state_and_role(tmp_path: Path) -> None:
    names = [f"Player {number:03}" for number in range(25)]

    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, ADA, code)
        ada, _ = await accounts.log_in(ADA, PASSWORD, HOME)
        for name in names:
            await register(accounts, name)
        parts = [await accounts.find(ada, "player", skip=skip, limit=10) for skip in (0, 10, 20, 30)]
        assert [account.name for _, part in parts for account in part] == names
        assert {total for total, _ in parts} == {25}
        assert (await accounts.find(ada, role="administrator"))[0] == 1
        assert (await accounts.find(ada, "PLAYER 001", "waiting", "player"))[0] == 1
        assert (await accounts.find(ada, "PLAYER 001", "enabled"))[0] == 0
        lines = await accounts.audit(ada, "registered player", 0, 20)
        older = await accounts.audit(ada, "registered player", lines[-1].number, 20)
        assert [each.subject for each in (*lines, *older)] == names[::-1]

    tell(tmp_path, story)


def test_the_command_line_lists_and_changes_accounts(tmp_path: Path) -> None:
    async def story(accounts: Accounts, code: str) -> None:
        await register(accounts, FERN)
        head, line = manage_users(tmp_path, "list", [])
        assert "waiting" in line and head.index("mail") == line.index("fern@")
        assert "enabled" in manage_users(tmp_path, "approve", [FERN])[0]
        assert "conductor" in manage_users(tmp_path, "conductor", [FERN])[0]
        assert "never" in manage_users(tmp_path, "list", [])[1]
        fern, token = await accounts.log_in(FERN, PASSWORD, HOME)
        assert fern.conducts and "2023-11-14" in manage_users(tmp_path, "list", [])[1]
        [line] = manage_users(tmp_path, "logins", [FERN])
        assert line.startswith(login_id(token)) and line.endswith(HOME)
        with pytest.raises(DrumCircleError, match="no login"):
            manage_users(tmp_path, "end-login", [FERN, "0123"])
        assert manage_users(tmp_path, "end-login", [FERN, login_id(token)]) == ["Fern is logged in nowhere."]
        assert await accounts.of_token(token) is None

    with pytest.raises(DrumCircleError, match="no accounts"):
        manage_users(tmp_path, "list", [])
    tell(tmp_path, story)
    for action, names in (("approve", []), ("list", [FERN]), ("disable", ["Nobody"])):
        with pytest.raises(DrumCircleError):
            manage_users(tmp_path, action, names)
    lines = manage_users(tmp_path, "log", [])
    assert any("the command line: set enabled Fern" in line for line in lines)
    assert "2023-11-14" in lines[0]
