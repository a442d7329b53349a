"""Listed circles, of which some change, and a process of many clients that search them."""

import asyncio
from contextlib import AsyncExitStack
from itertools import count as numbers
from multiprocessing.connection import Connection

import msgspec

from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.hub.listings import Listings
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.server.acceptor_io import raise_file_limit
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, local_micros, tempo_of_bpm

from .cores import come_first, pin_to
from .workers import answer

SEARCH_INTERVAL_S = 2.0
CHANGES_PER_S = 100
"""Number of searched listings that change in a second."""


def listing(number: int) -> CircleListing:
    """The circle with this number."""
    name, about = f"Circle {number}", f"Evening {number % 97} in room {number % 13}"
    return CircleListing(str(number), name, about, tempo_of_bpm(120), Meter(), True, number % 9, "open", Micros(0))


async def change_listings(listings: Listings, listed: int) -> None:
    """Each second, players join and leave listed circles, and a circle is replaced by another."""
    for number in numbers(1):
        changed = msgspec.structs.replace(listing(number % listed), players=number % 8)
        listings.show(changed, local_micros())
        if number % CHANGES_PER_S == 0:
            listings.hide(str(number % listed))
        await asyncio.sleep(1 / CHANGES_PER_S)


def search(line: Connection, where: tuple[HubAddress, object], count: int) -> None:
    """The process of the searching clients."""
    pin_to(1)
    come_first()
    raise_file_limit()
    stack, clients = AsyncExitStack(), []

    async def enter() -> None:
        for _ in range(count):
            clients.append(await stack.enter_async_context(open_directory(where[0])))

    async def repeat(number: int) -> list[int]:
        await asyncio.sleep(number / count * SEARCH_INTERVAL_S)
        took = []
        for turn in range(4):
            began = local_micros()
            await clients[number].circles(f"circle {number * 7 + turn}")
            took.append(local_micros() - began)
            await asyncio.sleep(SEARCH_INTERVAL_S)
        return took

    async def search_all() -> list[int]:
        return [each for took in await asyncio.gather(*map(repeat, range(count))) for each in took]

    answer(line, {"open": enter, "search": search_all, "close": stack.aclose})
