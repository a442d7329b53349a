"""A client of the directory that goes away leaves nothing that waits."""

import asyncio

import pytest

pytest.importorskip("argon2")

from drumcircle_gui.directory.directory_client_io import open_directory
from tests.tools.loopback import run

from .conftest import ServeHub, address_of


def test_logins_whose_clients_have_gone_do_not_wait_for_a_hash(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub(registered=True) as hub:
            accounts = hub._accounts
            assert accounts is not None
            async with accounts._turn("127.0.0.1"):  # as long as a hash takes
                for _ in range(5):
                    async with open_directory(address_of(hub)) as client:
                        guess = asyncio.create_task(client.log_in("Ada", "a guess"))
                        while accounts._turns._users["127.0.0.1"] < 2:
                            await asyncio.sleep(0)
                        guess.cancel()
                    while len(hub.reception):
                        await asyncio.sleep(0)
                    await asyncio.sleep(0)
                    assert accounts._turns._users["127.0.0.1"] == 1

    run(story())
