"""A hub with accounts: who may create circles, tried over the wire for each role."""

from pathlib import Path

import pytest

pytest.importorskip("argon2")

from argon2 import PasswordHasher

from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.accounts import passwords_io
from drumcircle_gui.hub.accounts.account import AccountsUnusable
from drumcircle_gui.hub.accounts.store_io import FILE_NAME, AccountStore
from drumcircle_gui.protocol.directory import ChangeAccounts, LogOut, Register
from tests.tools.loopback import run

from .conftest import ServeHub, address_of
from .test_hub_io import SAMBA

PASSWORD = "correct horse"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords_io, "PasswordHasher", lambda **_: PasswordHasher(1, 8, 1))


async def log_in(address: HubAddress, name: str) -> str:
    async with open_directory(address) as client:
        return (await client.log_in(name, PASSWORD)).token


async def tries_to_create(address: HubAddress, token: str = "") -> str:
    """ "created", or why not."""
    async with open_directory(address, token) as client:
        try:
            await client.create(SAMBA)
        except DrumCircleError as error:
            return str(error)
    return "created"


def test_each_role_may_do_what_it_is_for(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub(registered=True, max_circles_by_address=9) as hub:
            address = address_of(hub)
            async with open_directory(address) as client:
                code = hub.first_code
                states = [
                    (await client.register(Register("Ada", "ada@example.org", PASSWORD, code))).state,
                    (await client.register(Register("Fern", "fern@example.org", PASSWORD))).state,
                    (await client.register(Register("Oak", "oak@example.org", PASSWORD))).state,
                ]
                assert states == ["enabled", "waiting", "waiting"]
            ada = await log_in(address, "Ada")
            assert hub._accounts is not None
            root = await hub._accounts.of_token(ada)
            assert root is not None
            with pytest.raises(DrumCircleError, match="waiting"):
                await log_in(address, "Fern")
            await hub._accounts.administer(root, "Fern", state="enabled")
            await hub._accounts.administer(root, "Oak", state="enabled", role="conductor")
            fern, oak = await log_in(address, "Fern"), await log_in(address, "Oak")
            assert "not logged in" in await tries_to_create(address)
            assert "not logged in" in await tries_to_create(address, "forged")
            assert "may play" in await tries_to_create(address, fern)
            assert await tries_to_create(address, oak) == "created"
            assert await tries_to_create(address, ada) == "created"
            await hub._accounts.administer(root, "Oak", state="disabled")
            assert "not logged in" in await tries_to_create(address, oak)
            async with open_directory(address, fern) as client:
                await client.log_out(LogOut(PASSWORD, "another horse"))
            assert "not logged in" in await tries_to_create(address, fern)

    run(story())


def test_a_hub_without_accounts_says_so(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            with pytest.raises(DrumCircleError, match="keeps no accounts"):
                await client.log_in("Ada", PASSWORD)
            await client.create(SAMBA)

    run(story())


def test_a_hub_whose_accounts_are_damaged_says_so_and_can_be_started_again(serve_hub: ServeHub, tmp_path: Path) -> None:
    async def story() -> None:
        file = tmp_path / "hub" / FILE_NAME
        file.parent.mkdir()
        file.write_bytes(b"no database" * 1000)
        with pytest.raises(DrumCircleError, match="damaged"):
            async with serve_hub(registered=True):
                pass
        file.unlink()
        async with serve_hub(registered=True) as hub:
            assert hub.first_code

    run(story())


def test_a_stranger_is_not_sent_the_name_of_a_file_of_the_hub(
    serve_hub: ServeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unusable(store: AccountStore, name: str) -> None:
        raise AccountsUnusable("The accounts in /private/accounts.sqlite cannot be used.")

    monkeypatch.setattr(AccountStore, "by_name", unusable)

    async def story() -> None:
        async with serve_hub(registered=True) as hub, open_directory(address_of(hub)) as client:
            with pytest.raises(DrumCircleError, match="ask its owner") as caught:
                await client.log_in("Ada", PASSWORD)
            assert "private" not in str(caught.value)

    run(story())


def test_an_administrator_finds_and_changes_accounts_and_others_do_not(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub(registered=True) as hub:
            address = address_of(hub)
            async with open_directory(address) as client:
                await client.register(Register("Ada", "ada@example.org", PASSWORD, hub.first_code))
                for name in ("Fern", "Oak"):
                    await client.register(Register(name, f"{name.lower()}@example.org", PASSWORD))
                with pytest.raises(DrumCircleError, match="not logged in"):
                    await client.accounts()
            async with open_directory(address, await log_in(address, "Ada")) as client:
                assert [row.name for row in (await client.accounts()).rows] == ["Fern", "Oak", "Ada"]
                assert [row.name for row in (await client.accounts("EXAMPLE oak")).rows] == ["Oak"]
                assert (await client.accounts(state="enabled")).total == 1
                changed = await client.change_accounts(ChangeAccounts(("Fern", "Oak"), "enabled", "conductor"))
                assert [(row.name, row.state, row.role) for row in changed.rows] == [
                    ("Fern", "enabled", "conductor"),
                    ("Oak", "enabled", "conductor"),
                ]
                with pytest.raises(DrumCircleError, match="does not know"):
                    await client.change_accounts(ChangeAccounts(("Fern",), "asleep"))
                with pytest.raises(DrumCircleError, match="only administrator"):
                    await client.change_accounts(ChangeAccounts(("Ada",), "disabled"))
            async with open_directory(address, await log_in(address, "Fern")) as client:
                for request in (
                    client.accounts(),
                    client.change_accounts(ChangeAccounts(("Fern",), "", "administrator")),
                ):
                    with pytest.raises(DrumCircleError, match="Only an administrator"):
                        await request

    run(story())
