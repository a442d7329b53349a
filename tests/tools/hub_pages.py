"""Pictures of a hub's web pages in a real Chromium: ``python -m tests.tools.hub_pages FOLDER``.

A hub on this machine hosts circles in which bots play. Its status page and the guide are taken at two sizes, dark and
light; then the status page once more without loading it again, after more players have come in. Printed are the
rows before and after, and all parts of a page that are wider than the window. Needs Chromium.
"""

import argparse
import asyncio
import contextlib
import json
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.player.bots_io import Bots
from drumcircle_gui.protocol.directory import CreateCircle
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm

from .rigs.chromium import Page, chromium

SIZES = ((1280, 800), (390, 844))
SCHEMES = ("dark", "light")
CIRCLES = (
    ("Evening samba", 96, 4, "open", "For beginners, every Tuesday. Bring what you have, we start slowly."),
    ("Forest", 120, 2, "knock", ""),
    ("Quiet drums 森の太鼓サークル in a forest", 72, 0, "invite", "Everybody is welcome"),
    ("<b>Kitchen</b>", 140, 1, "open", "spoons & pans"),
)
SETTLE_S = 6.0
"""Until round trips are known and the events have brought them."""

UPDATE_S = 5.0
GUIDE_PAGES = ("en/first-circle", "zh_CN/first-circle", "de/conducting")

WIDER = """[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
.map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)).slice(0, 5)"""
ROWS = "document.body.innerText"


@dataclass(frozen=True)
class Place:
    """The page's address, and an invite to a circle that it shows."""

    address: str
    invite: Invite


@contextlib.asynccontextmanager
async def hub(folder: Path) -> AsyncIterator[Place]:
    """A hub with circles in which bots play."""
    host = Hub(HubConfig(data_dir=folder, name="School hub", bind="127.0.0.1", web_port=0, recording=False))
    await host.start()
    at = HubAddress("127.0.0.1", host.port, host.pin or NO_TLS)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(host.close)
        async with open_directory(at) as client:
            for name, bpm, players, entry, about in CIRCLES:
                request = CreateCircle(name, tempo_of_bpm(bpm), Meter(16, 1), about, entry)
                invite, conductor = await client.create(request)
                await stack.enter_async_context(conducting(conductor))
                await stack.enter_async_context(playing(invite, players))
        yield Place(f"http://127.0.0.1:{host.web_port}/", invite)


@contextlib.asynccontextmanager
async def conducting(invite: Invite) -> AsyncIterator[None]:
    """Start a circle, and stay as its conductor."""
    client = Client(invite, "Ada")
    client.start()
    try:
        async with asyncio.timeout(SETTLE_S):
            while client.circle.link is not LinkState.JOINED:
                await asyncio.sleep(0.02)
        client.request(ChangeTimeline(0, running=True))
        yield
    finally:
        await client.close()


@contextlib.asynccontextmanager
async def playing(invite: Invite, count: int) -> AsyncIterator[None]:
    """Bots in a circle."""
    running = asyncio.create_task(Bots(invite, count).run()) if count else None
    try:
        yield
    finally:
        if running is not None:
            running.cancel()
            await asyncio.wait([running])


async def take(folder: Path) -> dict[str, object]:
    """Write the pictures; what was found."""
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as data:
        async with hub(Path(data)) as place, chromium() as page:
            for size in SIZES:
                for scheme in SCHEMES:
                    await page.look(size, scheme)
                    await page.open(place.address)
                    await asyncio.sleep(SETTLE_S)
                    found |= await _shown(page, folder, f"status-{size[0]}x{size[1]}-{scheme}")
            before = await page.ask(ROWS)
            async with playing(place.invite, 3):
                await asyncio.sleep(UPDATE_S)
                await page.picture(folder / "status-after-5-s.png")
                found["changed by events"] = {"before": before, "after": await page.ask(ROWS)}
            for name in GUIDE_PAGES:
                for size in SIZES:
                    await page.look(size, SCHEMES[size[0] < 500])
                    await page.open(f"{place.address}guide/{name}")
                    found |= await _shown(page, folder, f"guide-{name.replace('/', '-')}-{size[0]}")
    return found


async def _shown(page: Page, folder: Path, name: str) -> dict[str, object]:
    await page.picture(folder / f"{name}.png")
    wider = await page.ask(WIDER)
    return {f"{name} is wider": wider} if wider else {}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.hub_pages", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(json.dumps(asyncio.run(take(folder)), indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
