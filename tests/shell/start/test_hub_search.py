"""The hubs of the start page while pages change."""

import asyncio
from types import SimpleNamespace

import pytest

from drumcircle_gui.shell.start import hub_accounts, hub_search
from drumcircle_gui.shell.start.hub_search import StartHubs

KEPT = SimpleNamespace(now=SimpleNamespace(hubs=None), keep_hubs=print)


class Searches:
    """Stands for the searches and accounts that are made; closing one takes until `may_close` is set."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        self.may_close = asyncio.Event()

    def make(self, network, page, hubs):
        self.pages.append(page)
        return SimpleNamespace(
            answered=SimpleNamespace(arrived=SimpleNamespace(connect=print)),
            open=self.opened,
            close=self.may_close.wait,
        )

    async def opened(self) -> None:
        pass


@pytest.mark.parametrize("left", [True, False])
def test_a_page_that_is_left_or_replaced_meanwhile_is_not_searched_for(monkeypatch, left):
    async def scene() -> list[str]:
        searches = Searches()
        monkeypatch.setattr(hub_search, "HubSearch", searches.make)
        monkeypatch.setattr(
            hub_accounts, "HubAccounts", lambda *_: SimpleNamespace(add=print, close=searches.may_close.wait)
        )
        hubs = StartHubs(None, KEPT)
        await hubs.show("first")
        again = asyncio.create_task(hubs.show("second"))
        await asyncio.sleep(0)
        then = asyncio.create_task(hubs.end() if left else hubs.show("third"))
        await asyncio.sleep(0)
        searches.may_close.set()
        await asyncio.gather(again, then)
        return searches.pages

    assert asyncio.run(scene()) == (["first"] if left else ["first", "third"])
