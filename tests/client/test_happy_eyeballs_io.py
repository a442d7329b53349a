"""Connecting to hosts with several addresses, some of which are dead."""

import asyncio
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from drumcircle_gui.client import happy_eyeballs_io, transport_io
from drumcircle_gui.client.happy_eyeballs_io import ATTEMPT_DELAY_S, alternated, first_success, resolve
from drumcircle_gui.client.transport_io import Unreachable, connect
from drumcircle_gui.protocol.invite import Invite
from tests.tools.loopback import FakeServer, run, serving

V6, V4 = int(socket.AF_INET6), int(socket.AF_INET)
NEVER = 3600.0
"""Seconds: so long that a test that waits for it fails."""


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


needs_ipv6 = pytest.mark.skipif(not has_ipv6(), reason="needs IPv6 on the loopback interface")

# --- the order of addresses ------------------------------------------------------------------------------------------


def test_families_take_turns_from_the_preferred_one_on() -> None:
    found = [(V6, "a"), (V6, "b"), (V6, "c"), (V4, "1"), (V4, "2"), (V6, "a")]
    assert alternated(found) == ["a", "1", "b", "2", "c"]
    assert alternated([(V4, "1"), (V6, "a")]) == ["1", "a"]
    assert alternated([]) == []


def test_a_host_name_is_resolved_to_addresses() -> None:
    async def story() -> None:
        assert await resolve("127.0.0.1", 7400) == ["127.0.0.1"]
        assert {"127.0.0.1", "::1"} & set(await resolve("localhost", 7400))

    run(story())


def test_the_second_address_is_tried_within_300_ms() -> None:
    assert ATTEMPT_DELAY_S <= 0.3


# --- attempts --------------------------------------------------------------------------------------------------------


class Attempts:
    """Attempts with scripted outcomes: a value, an exception, "hangs", or "stubborn" (succeeds when cancelled)."""

    def __init__(self, *outcomes: object) -> None:
        self.started: list[int] = []
        self.cancelled: list[int] = []
        self.discarded: list[object] = []
        self._outcomes = outcomes

    async def run(self) -> object:
        attempts = [lambda number=number: self._attempt(number) for number in range(len(self._outcomes))]
        return await first_success(attempts, self.discarded.append)

    async def _attempt(self, number: int) -> object:
        self.started.append(number)
        outcome = self._outcomes[number]
        try:
            await asyncio.sleep(NEVER if outcome in ("hangs", "stubborn") else 0)
        except asyncio.CancelledError:
            self.cancelled.append(number)
            if outcome == "hangs":
                raise
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def test_a_failed_attempt_is_followed_by_the_next_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(happy_eyeballs_io, "ATTEMPT_DELAY_S", NEVER)
    attempts = Attempts(OSError("refused"), OSError("no route"), "connected", "not needed")
    assert asyncio.run(attempts.run()) == "connected"
    assert attempts.started == [0, 1, 2]


def test_a_pending_attempt_is_joined_by_the_next_and_cancelled_when_that_succeeds() -> None:
    attempts = Attempts("hangs", "connected", "not needed")
    assert asyncio.run(attempts.run()) == "connected"
    assert (attempts.started, attempts.cancelled) == ([0, 1], [0])


def test_a_success_that_comes_too_late_is_discarded() -> None:
    attempts = Attempts("stubborn", "connected")
    assert asyncio.run(attempts.run()) == "connected"
    assert attempts.discarded == ["stubborn"]


def test_all_failures_are_reported() -> None:
    attempts = Attempts(OSError("refused"), OSError("no route"))
    with pytest.raises(ExceptionGroup) as caught:
        asyncio.run(attempts.run())
    assert [str(error) for error in caught.value.exceptions] == ["refused", "no route"]


def test_being_cancelled_cancels_all_attempts() -> None:
    attempts = Attempts("hangs", "hangs")

    async def story() -> None:
        task = asyncio.create_task(attempts.run())
        while len(attempts.started) < 2:
            await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.wait({task})

    asyncio.run(story())
    assert sorted(attempts.cancelled) == [0, 1]


# --- real connections ------------------------------------------------------------------------------------------------


async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Accept the connection, and never begin TLS."""


@contextmanager
def black_hole(port: int) -> Iterator[None]:
    """[::1]:`port` answers no attempt to connect: its queue of connections is full (as Linux treats it)."""
    with ExitStack() as open_sockets:
        listener = open_sockets.enter_context(socket.socket(socket.AF_INET6))
        listener.bind(("::1", port))
        listener.listen(0)
        for _ in range(3):
            filler = open_sockets.enter_context(socket.socket(socket.AF_INET6))
            filler.setblocking(False)
            filler.connect_ex(("::1", port))
        yield


def both_families(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolved(host: str, port: int) -> list[str]:
        return ["::1", "127.0.0.1"]

    monkeypatch.setattr(transport_io, "resolve", resolved)


@needs_ipv6
@pytest.mark.skipif(sys.platform != "linux", reason="how a full queue of connections behaves is Linux's")
def test_an_address_that_never_answers_does_not_hold_up_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_families(monkeypatch)
    monkeypatch.setattr(transport_io, "CONNECT_TIMEOUT_S", NEVER)

    async def story() -> None:
        async with serving(tmp_path) as server:
            with black_hole(server.port):
                transport = await connect(replace(server.invite, host="oak.example.org"))
                assert transport.pin == server.invite.pin
                transport.abort("")

    run(story())


@needs_ipv6
def test_an_address_that_accepts_but_says_nothing_does_not_hold_up_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_families(monkeypatch)
    monkeypatch.setattr(transport_io, "CONNECT_TIMEOUT_S", NEVER)

    async def story() -> None:
        async with serving(tmp_path) as server, FakeServer(say_nothing, "::1", server.port):
            transport = await connect(replace(server.invite, host="oak.example.org"))
            assert transport.pin == server.invite.pin
            transport.abort("")

    run(story())


def test_every_reason_is_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    both_families(monkeypatch)

    async def story() -> None:
        with pytest.raises(Unreachable) as caught:
            await connect(Invite("oak.example.org", 1, "Oak", "key", None))
        assert str(caught.value).startswith("The circle at oak.example.org:1 cannot be reached (")
        reasons = str(caught.value).partition("(")[2].removesuffix(").").split(", ")
        assert len(reasons) == len(set(reasons)) >= 1

    run(story())
