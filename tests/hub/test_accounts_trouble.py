"""The file of accounts is locked, full or damaged, or the hub is killed: users are notified, play continues, and no
data are lost."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

pytest.importorskip("argon2")

from drumcircle_gui.directory.directory_client_io import DirectoryClient, open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.accounts.store_io import FILE_NAME
from drumcircle_gui.hub.hub_io import Hub
from drumcircle_gui.protocol.directory import Register
from drumcircle_gui.protocol.fields import EVERYONE
from drumcircle_gui.protocol.messages import ChatUpdate, Say
from tests.server.peer import Peer
from tests.tools.loopback import run

from .conftest import ServeHub, address_of
from .hub_process import hub_process
from .test_hub_io import SAMBA
from .test_registered import PASSWORD, log_in
from .test_registered import quick_hashes as quick_hashes

NO_FILE = "cannot read or save its accounts"


class Players:
    """Two members of a circle on a hub whose accounts are in trouble."""

    def __init__(self, ada: Peer, fern: Peer) -> None:
        self._ada, self._fern = ada, fern
        self._lines = 0

    async def play(self) -> None:
        """Assert that a stroke of one reaches the other."""
        self._lines += 1
        self._ada.send(Say(EVERYONE, f"line {self._lines}"))
        assert (await self._fern.next(ChatUpdate)).line.text == f"line {self._lines}"


@asynccontextmanager
async def playing(serve_hub: ServeHub) -> AsyncIterator[tuple[Hub, DirectoryClient, Players]]:
    """A hub, its administrator's directory client, and two members of a circle."""
    async with serve_hub(registered=True) as hub:
        address = address_of(hub)
        async with open_directory(address) as client:
            await client.register(Register("Ada", "ada@example.org", PASSWORD, hub.first_code))
        async with open_directory(address, await log_in(address, "Ada")) as client:
            player, conductor = await client.create(SAMBA)
            ada, fern = await Peer.join(conductor, "Ada"), await Peer.join(player, "Fern")
            try:
                yield hub, client, Players(ada, fern)
            finally:
                await ada.leave()
                await fern.leave()


def test_play_goes_on_while_another_process_has_locked_the_accounts(serve_hub: ServeHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with playing(serve_hub) as (_, client, players):
            with closing(sqlite3.connect(tmp_path / "hub" / FILE_NAME, isolation_level=None)) as other:
                other.execute("begin exclusive")
                waiting = asyncio.create_task(client.register(Register("Fern", "fern@example.org", PASSWORD)))
                for _ in range(3):
                    await players.play()
                assert not waiting.done()
                other.execute("rollback")
            assert (await waiting).state == "waiting"
            assert (await client.accounts()).total == 2

    run(story())


def test_a_full_disk_declines_what_must_be_saved_and_loses_nothing(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with playing(serve_hub) as (hub, client, players):
            assert hub._accounts is not None
            accounts, base = hub._accounts, hub._accounts._store._base
            await accounts._on_thread(lambda: base.execute("pragma max_page_count = 1"))
            kept = ["Ada"]
            with pytest.raises(DrumCircleError, match=NO_FILE):
                for number in range(200):
                    await client.register(Register(f"Fern {number}", f"{'f' * 150}@example.org", PASSWORD))
                    kept.append(f"Fern {number}")
            await players.play()
            await accounts._on_thread(lambda: base.execute("pragma max_page_count = 1000000"))
            assert {row.name for row in (await client.accounts()).rows} >= set(kept)
            assert (await client.register(Register("Oak", "oak@example.org", PASSWORD))).state == "waiting"
            assert (await client.log_in("Ada", PASSWORD)).role == "administrator"

    run(story())


def test_a_file_that_is_damaged_while_the_hub_runs_disturbs_no_circle(serve_hub: ServeHub, tmp_path: Path) -> None:
    async def story() -> None:
        async with playing(serve_hub) as (_, client, players):
            for file in (tmp_path / "hub").glob(f"{FILE_NAME}*"):
                with file.open("r+b") as opened:
                    opened.write(b"no database" * 2000)
            with pytest.raises(DrumCircleError, match=NO_FILE):
                for name in "Fern", "Oak":
                    await client.register(Register(name, "fern@example.org", PASSWORD))
                await client.accounts()
            await players.play()
            assert (await client.circles()).rows

    run(story())


@pytest.mark.slow
def test_a_hub_that_is_killed_has_every_account_that_it_confirmed(tmp_path: Path) -> None:
    async def register(address: HubAddress, confirmed: list[str]) -> None:
        async with open_directory(address) as client:
            for number in range(100):
                await client.register(Register(f"Fern {number}", "fern@example.org", PASSWORD))
                confirmed.append(f"Fern {number}")

    async def story() -> None:
        confirmed: list[str] = []
        async with hub_process(tmp_path, 0, "--registered") as (process, address):
            registering = asyncio.create_task(register(address, confirmed))
            async with asyncio.timeout(30):
                while len(confirmed) < 5:
                    await asyncio.sleep(0.001)
            process.kill()
            process.wait()
            with pytest.raises(DrumCircleError):
                await registering
        async with hub_process(tmp_path, address.port, "--registered"), open_directory(address) as client:
            for name in confirmed[-4:]:
                with pytest.raises(DrumCircleError, match="waiting for an administrator"):
                    await client.log_in(name, PASSWORD)

    run(story())
