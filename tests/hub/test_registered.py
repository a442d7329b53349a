"""A hub with accounts: each role's right to create circles, over the wire."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

pytest.importorskip("argon2")

from argon2 import PasswordHasher

from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub import hub_io
from drumcircle_gui.hub.accounts import passwords_io
from drumcircle_gui.hub.accounts.account import AccountsUnusable
from drumcircle_gui.hub.accounts.store_io import FILE_NAME, AccountStore
from drumcircle_gui.hub.accounts.users_io import manage_users
from drumcircle_gui.hub.limits import HubLimits
from drumcircle_gui.protocol.directory import ChangeAccounts, LogOut, Register
from drumcircle_gui.protocol.entry_messages import MAX_DURATION_S, ChangeBan, ChangeEntry, EntryUpdate
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Declined, Hello, MemberLeft, Moderate, Welcome
from drumcircle_gui.timing.units import Micros
from tests.server.peer import Peer
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


@asynccontextmanager
async def hub_with_accounts(serve_hub: ServeHub, **options: Any) -> AsyncIterator[tuple[HubAddress, dict[str, str]]]:
    """The address of a hub, and tokens of Ada, its administrator, and of Fern and Oak, who play."""
    async with serve_hub(registered=True, **options) as hub:
        address = address_of(hub)
        async with open_directory(address) as client:
            await client.register(Register("Ada", "ada@example.org", PASSWORD, hub.first_code))
            for name in ("Fern", "Oak"):
                await client.register(Register(name, f"{name.lower()}@example.org", PASSWORD))
        ada = await log_in(address, "Ada")
        async with open_directory(address, ada) as client:
            await client.change_accounts(ChangeAccounts(("Fern", "Oak"), "enabled"))
        yield address, {"Ada": ada, "Fern": await log_in(address, "Fern"), "Oak": await log_in(address, "Oak")}


async def join(invite: Invite, name: str, account: str = "", **hello: str) -> tuple[Peer, Welcome | Closing]:
    """A peer that has sent a Hello, and the answer."""
    peer = await Peer.connect(invite)
    peer.send(Hello(PROTOCOL_VERSION, name, invite.key, circle=invite.circle_id, account=account, **hello))
    return peer, await peer.next(Welcome | Closing)  # type: ignore[arg-type]


async def tries_to_create(address: HubAddress, token: str = "") -> str:
    """ "created", or the reason for the refusal."""
    async with open_directory(address, token) as client:
        try:
            await client.create(SAMBA)
        except DrumCircleError as error:
            return str(error)
    return "created"


def test_each_role_may_do_what_it_is_for(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub(registered=True) as hub:
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


def test_an_account_is_shown_with_its_logins_and_the_audit_log_is_read(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub(registered=True) as hub:
            address = address_of(hub)
            async with open_directory(address) as client:
                assert client.registered
                first = await client.register(Register("Ada", "ada@example.org", PASSWORD, hub.first_code))
            async with open_directory(address, first.token) as client:
                assert (await client.show_account()).account.role == "administrator"
            async with open_directory(address) as client:
                with pytest.raises(DrumCircleError, match="not logged in"):
                    await client.show_account()
                waiting = await client.register(Register("Fern", "fern@example.org", PASSWORD))
                with pytest.raises(DrumCircleError, match="not logged in"):
                    await client.show_account()  # the connection is not the new account's
            ada = await log_in(address, "Ada")
            async with open_directory(address, ada) as root, open_directory(address, waiting.token) as fern:
                shown = await fern.show_account()
                assert (shown.account.name, shown.account.state) == ("Fern", "waiting")
                with pytest.raises(DrumCircleError, match="waiting for an administrator"):
                    await fern.audit_log()
                await root.change_accounts(ChangeAccounts(("Fern",), "enabled"))
                shown = await fern.show_account()
                assert shown.account.state == "enabled" and [each.current for each in shown.logins] == [True]
                for refused in (fern.audit_log(), fern.show_account("Ada"), fern.end_login("", "Ada")):
                    with pytest.raises(DrumCircleError, match="Only an administrator"):
                        await refused
                second = await log_in(address, "Fern")
                logins = (await root.show_account("Fern")).logins
                assert len(logins) == 2 and not any(each.current for each in logins)
                async with open_directory(address, second) as elsewhere:
                    [own] = [each for each in (await elsewhere.show_account()).logins if each.current]
                    assert own.id not in {each.id for each in (await root.end_login(own.id, "Fern")).logins}
                    with pytest.raises(DrumCircleError, match="not logged in"):
                        await elsewhere.show_account()
                assert (await fern.end_login()).logins == ()
                with pytest.raises(DrumCircleError, match="not logged in"):
                    await fern.show_account()
                log = await root.audit_log("fern ended")
                assert [(each.actor, each.subject) for each in log.rows] == [("Fern", "Fern"), ("Ada", "Fern")]
                assert not log.more and (await root.audit_log("", log.rows[-1].number)).rows[0].action == "logged in"

    run(story())


def test_entry_by_account_shows_the_accounts_name_and_bans_the_account(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with hub_with_accounts(serve_hub) as (address, tokens):
            async with open_directory(address, tokens["Ada"]) as client:
                player, conductor = await client.create(msgspec.structs.replace(SAMBA, entry="account"))
                [row] = (await client.circles()).rows or ()
                assert (row.entry, row.key) == ("account", "")
            stranger = replace(player, key="")
            peers = []
            for account, code in ("", "no-account"), ("forged", "no-account"):
                peer, answer = await join(player, "Moss", account)
                assert isinstance(answer, Closing) and answer.code == code
                peers.append(peer)
            ada, _ = await join(conductor, "Ada", tokens["Ada"])
            fern, welcome = await join(stranger, "Somebody else", tokens["Fern"])
            assert isinstance(welcome, Welcome) and welcome.role == "player"
            assert {member.name for member in welcome.members} == {"Ada", "Fern"}
            ada.send(Moderate(welcome.you, remove=True, ban_s=MAX_DURATION_S))
            assert (await fern.closing()).code == "removed"  # type: ignore[union-attr]
            back, answer = await join(player, "Fern", tokens["Fern"])
            assert isinstance(answer, Closing) and answer.code == "removed"
            oak, answer = await join(player, "Oak", tokens["Oak"])
            assert isinstance(answer, Welcome)
            while not (update := await ada.next(EntryUpdate)).bans:
                pass
            assert ("account" in update.policies, update.bans[0].account) == (True, "Fern")
            ada.send(ChangeBan(update.bans[0].number, 0))
            assert await ada.is_well()
            undone, answer = await join(player, "Fern", tokens["Fern"])
            assert isinstance(answer, Welcome)
            for each in (*peers, ada, fern, back, oak, undone):
                await each.leave()

    run(story())


def test_a_member_that_resumes_needs_no_account_and_is_still_known_by_it(
    serve_hub: ServeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with hub_with_accounts(serve_hub) as (address, tokens):
            async with open_directory(address, tokens["Ada"]) as client:
                player, _ = await client.create(msgspec.structs.replace(SAMBA, entry="account"))
            fern, welcome = await join(player, "Fern", tokens["Fern"])
            assert isinstance(welcome, Welcome)
            await fern.leave()
        async with serve_hub(registered=True, port=player.port) as hub:
            resumed, again = await join(player, "Fern", tokens["Fern"], token=welcome.token)
            assert isinstance(again, Welcome) and again.you == welcome.you
            [circle] = hub.circles
            async with asyncio.timeout(20):
                while [seat.account for seat in circle.runner.room._circle.roster] != ["Fern"]:
                    await asyncio.sleep(0.01)
            monkeypatch.setattr(AccountStore, "by_token", _unusable)
            once_more, answer = await join(player, "Fern", tokens["Fern"], token=welcome.token)
            assert isinstance(answer, Welcome)
            oak, answer = await join(player, "Oak", tokens["Oak"])
            assert isinstance(answer, Closing) and (answer.code, answer.again) == ("unchecked", True)
            for each in (resumed, once_more, oak):
                await each.leave()

    run(story())


def test_a_hub_without_accounts_knows_no_entry_by_account(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            with pytest.raises(DrumCircleError, match="does not know the entry"):
                await client.create(msgspec.structs.replace(SAMBA, entry="account"))
            _, conductor = await client.create(SAMBA)
            ada = await Peer.join(conductor, "Ada")
            assert "account" not in (await ada.next(EntryUpdate)).policies
            ada.send(ChangeEntry("account"))
            assert (await ada.next(Declined)).code == "unknown-entry"
            await ada.leave()

    run(story())


def _unusable(store: AccountStore, token: str) -> None:
    raise AccountsUnusable("The accounts cannot be used.")


def test_an_account_that_is_disabled_leaves_its_circles_and_is_limited_before(
    serve_hub: ServeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_io, "ACCOUNTS_INTERVAL_S", 0.02)

    async def story() -> None:
        async with hub_with_accounts(serve_hub, limits=HubLimits(each=1, players=2)) as (address, tokens):
            async with open_directory(address, tokens["Ada"]) as client:
                await client.change_accounts(ChangeAccounts(("Fern",), role="conductor"))
                player, conductor = await client.create(SAMBA)
                with pytest.raises(DrumCircleError, match="End one of them"):
                    await client.create(SAMBA)
                assert await tries_to_create(address, tokens["Fern"]) == "created"
                ada, _ = await join(conductor, "Ada", tokens["Ada"])
                fern, _ = await join(player, "Wren", tokens["Fern"])
                full, answer = await join(player, "Oak", tokens["Oak"])
                assert isinstance(answer, Closing) and answer.code == "full"
                await client.change_accounts(ChangeAccounts(("Fern",), "disabled"))
                assert (await fern.closing()).code == "removed"  # type: ignore[union-attr]
                assert (await ada.next(MemberLeft)).reason == "the account was disabled"
                oak, _ = await join(player, "Oak", tokens["Oak"])
                await asyncio.to_thread(manage_users, tmp_path / "hub", "disable", ["Oak"], Micros(0))
                assert (await oak.closing()).code == "removed"  # type: ignore[union-attr]
            for each in (ada, fern, full, oak):
                await each.leave()

    run(story())
