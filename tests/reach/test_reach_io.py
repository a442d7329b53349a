"""The examination with simulated routers; `test_behind_routers` uses real ones."""

import asyncio
from collections.abc import Callable

import pytest

from drumcircle_gui.reach import reach_io
from drumcircle_gui.reach.reach_io import ReachKeeper
from drumcircle_gui.reach.verdict import Form, Reachability
from tests.reach.routers import PUBLIC, FakeRouter

WITHIN_S = 10


class Examination:
    """A keeper and its verdicts."""

    def __init__(self, **options) -> None:
        self.verdicts: list[Reachability] = []
        self._news = asyncio.Event()
        self.keeper = ReachKeeper(8004, "192.168.1.20", self._take, **options)

    def _take(self, verdict: Reachability) -> None:
        self.verdicts.append(verdict)
        self._news.set()

    async def until(self, known: Callable[[], bool]) -> None:
        async with asyncio.timeout(WITHIN_S):
            while not known():
                self._news.clear()
                await self._news.wait()

    async def becomes(self, form: Form) -> None:
        await self.until(lambda: self.verdicts and self.verdicts[-1].form is form and self.verdicts[-1].complete)


@pytest.fixture
def network(monkeypatch):
    """Puts a router into the network; None takes it away."""
    present: list[FakeRouter | None] = [None]

    async def find(addresses):
        assert addresses == ["192.168.1.20"]
        return present[0]

    monkeypatch.setattr(reach_io, "find_router", find)

    def put(router: FakeRouter | None) -> FakeRouter | None:
        present[0] = router
        return router

    return put


def story(work, **options) -> None:
    async def told():
        examination = Examination(**options)
        try:
            await asyncio.wait_for(work(examination), WITHIN_S)
        finally:
            await examination.keeper.close()

    asyncio.run(told())


def test_the_router_is_asked_only_when_the_conductor_agrees_and_takes_the_port_back(network):
    router = network(FakeRouter())

    async def work(seen: Examination):
        seen.keeper.start()
        await seen.becomes(Form.ROUTER_OPENS)
        assert not seen.verdicts[0].complete and not router.asked
        seen.keeper.ask_router(True)
        await seen.becomes(Form.OPENED)
        assert seen.verdicts[-1].best.host == PUBLIC and list(router.open) == [8004]
        seen.keeper.ask_router(False)
        await seen.becomes(Form.ROUTER_OPENS)
        assert not router.open
        seen.keeper.ask_router(True)
        await seen.becomes(Form.OPENED)

    story(work)
    assert not router.open


def test_it_ends_at_once_even_if_it_was_asked_for_the_port_just_before(network):
    async def work(seen: Examination):
        seen.keeper.start()
        await seen.becomes(Form.NAT)
        seen.keeper.ask_router(True)
        await seen.keeper.close()

    story(work)


def test_the_lease_is_renewed_before_it_ends(network):
    router = network(FakeRouter())

    async def work(seen: Examination):
        seen.keeper.start(open_port=True)
        await seen.becomes(Form.OPENED)
        while router.asked < 4:
            await asyncio.sleep(0.005)

    story(work, lease_s=0.03)
    assert not router.open


def test_a_refusal_is_told_and_a_router_that_changes_its_mind_is_asked_again(network, monkeypatch):
    monkeypatch.setattr(reach_io, "EXAMINE_INTERVAL_S", 0.01)
    router = network(FakeRouter(refusal="it is set not to open ports"))

    async def work(seen: Examination):
        seen.keeper.start(open_port=True)
        await seen.becomes(Form.NAT)
        await seen.until(lambda: seen.verdicts[-1].router is not None)
        assert seen.verdicts[-1].router.refusal == router.refusal
        router.refusal = ""
        await seen.becomes(Form.OPENED)

    story(work)


def test_behind_two_routers_the_port_is_not_asked_for(network):
    router = network(FakeRouter("100.64.7.2"))

    async def work(seen: Examination):
        seen.keeper.start(open_port=True)
        await seen.becomes(Form.DOUBLE_NAT)

    story(work)
    assert not router.asked


def test_without_a_router_the_verdict_is_this_network(network):
    async def work(seen: Examination):
        seen.keeper.start(open_port=True)
        await seen.becomes(Form.NAT)

    story(work)


def test_a_router_that_does_not_answer_does_not_hold_up_the_end(network, monkeypatch):
    monkeypatch.setattr(reach_io, "CLOSE_TIMEOUT_S", 0.02)
    router = network(FakeRouter())

    async def work(seen: Examination):
        seen.keeper.start(open_port=True)
        await seen.becomes(Form.OPENED)
        router.stuck = True

    story(work)
    assert router.open


@pytest.mark.parametrize("bound", ["127.0.0.1", "localhost", "nowhere.invalid"])
def test_a_server_on_loopback_is_for_this_computer(network, bound):
    async def told():
        verdicts = []
        keeper = ReachKeeper(8004, bound, verdicts.append)
        keeper.start(open_port=True)
        async with asyncio.timeout(WITHIN_S):
            while not (verdicts and verdicts[-1].complete):
                await asyncio.sleep(0.005)
        await keeper.close()
        assert verdicts[-1].form is Form.COMPUTER

    asyncio.run(told())
