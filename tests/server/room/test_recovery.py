"""A killed server is started again on the same port with the same name, and its members resume."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.protocol.fields import EVERYONE
from drumcircle_gui.protocol.groove_messages import ChangeGroove, Groove
from drumcircle_gui.protocol.messages import ChangeTimeline, ChatUpdate, ClockReply, ClockRequest, Declined, Say
from drumcircle_gui.protocol.mode_messages import Mode, ModeStep, ModeTurn, StartMode
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Strokes
from drumcircle_gui.server import room_runner_io, tick_delivery_io
from drumcircle_gui.server.recovery_io import RecoveryWriter, recovery_file
from drumcircle_gui.server.room.recovery_log import RecoveryEntry
from drumcircle_gui.timing.units import SECOND, Beats
from tests.server.conftest import Serve
from tests.server.peer import Peer

MODE = Mode("stop", (ModeStep(1, (ModeTurn("stop", heard_by="none"),)),), repeat=True, hold=True)
Run = Callable[[Coroutine[Any, Any, None]], None]


async def circle_time(peer: Peer) -> int:
    peer.send(ClockRequest(1, 0))
    return (await peer.next(ClockReply)).replied


def test_the_circle_continues_after_a_kill(
    run: Run, serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drumcircle_gui.server.room.timeline_changes.MIN_LEAD", 0)

    async def story() -> None:
        async with serve() as server:
            fern = await Peer.join(server.conductor_invite)
            fern.send(ChangeTimeline(0, running=True))
            fern.send(Strokes(0, (SentStroke(Beats(5), 38, 100),)))
            fern.send(StartMode(0, MODE))
            fern.send(ChangeGroove(0, Groove("Rock")))
            batch = await fern.next(Batch)
            fern.send(Say(EVERYONE, "hello"))
            await fern.next(ChatUpdate)
            left = recovery_file(tmp_path, server.port).read_bytes()  # as it would be if the server were killed now
            then = await circle_time(fern)
            await fern.leave()
        recovery_file(tmp_path, server.port).write_bytes(left)
        async with serve(port=server.port) as heir:
            back = await Peer.join(heir.conductor_invite, token=fern.welcome.token)
            assert back.welcome.you == fern.welcome.you
            assert (back.welcome.heard, back.welcome.chat[0].text) == (1, "hello")
            assert back.welcome.timeline[-1].running
            assert back.welcome.modes[-1].mode == MODE
            assert back.welcome.grooves[-1].groove == Groove("Rock")
            assert await back.next(Batch) == batch
            assert then < await circle_time(back) < then + 60 * SECOND
            await back.leave()

    run(story())


def test_after_a_regular_end_a_new_circle_begins(run: Run, serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            fern = await Peer.join(server.invite)
            await fern.leave()
        async with serve(port=server.port) as heir:
            back = await Peer.join(heir.invite, token=fern.welcome.token)
            assert back.welcome.token != fern.welcome.token
            await back.leave()

    run(story())


class SlowWriter:
    """A recovery writer whose entries are written when the test calls `on_written`."""

    def __init__(self, *arguments: Any) -> None:
        self.on_written = arguments[2]
        self.entries: list[RecoveryEntry] = []

    def append(self, entry: RecoveryEntry) -> None:
        self.entries.append(entry)

    def close(self, *, keep: bool = False) -> None:
        """There is nothing to delete."""


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[SlowWriter]:
    made: list[SlowWriter] = []
    monkeypatch.setattr(
        room_runner_io, "RecoveryWriter", lambda *arguments: made.append(SlowWriter(*arguments)) or made[-1]
    )
    return made


def test_nothing_is_sent_before_it_is_recorded(
    serve: Serve, slow: list[SlowWriter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tick_delivery_io, "MAX_HELD_TICKS", 1 << 30)

    async def story() -> None:
        async with serve() as server:
            oak, fern = await Peer.join(server.invite, "Oak"), await Peer.join(server.invite)
            fern.send(Say(EVERYONE, "hello"))
            told = asyncio.create_task(oak.next(ChatUpdate))
            while not any(isinstance(message, ChatUpdate) for entry in slow[0].entries for message in entry.messages):
                assert await fern.is_well()
            for _ in range(20):
                assert await fern.is_well()
            assert not told.done()
            slow[0].on_written(len(slow[0].entries))
            assert (await told).line.text == "hello"
            await oak.leave()
            await fern.leave()

    asyncio.run(story())


def test_a_disk_that_hangs_does_not_delay_members(
    serve: Serve, slow: list[SlowWriter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_runner_io, "_RECOVERY_INTERVAL", 0)

    async def story() -> None:
        async with serve() as server:
            fern = await Peer.join(server.invite)
            fern.send(Say(EVERYONE, "hello"))
            while len(slow[0].entries) <= tick_delivery_io.MAX_HELD_TICKS + 2:
                await asyncio.sleep(0.01)
            assert (await fern.next(ChatUpdate)).line.text == "hello"
            await fern.leave()

    asyncio.run(story())


def test_disk_problems_are_reported_to_the_conductors(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[RecoveryWriter] = []
    monkeypatch.setattr(
        room_runner_io, "RecoveryWriter", lambda *arguments: kept.append(RecoveryWriter(*arguments)) or kept[-1]
    )

    async def story() -> None:
        async with serve() as server:
            oak = await Peer.join(server.conductor_invite)
            server.report_trouble("recording", "The disk is full.")
            assert (await oak.next(Declined)).text == "The disk is full."
            await oak.leave()
            elm = await Peer.join(server.conductor_invite)
            assert (await elm.next(Declined)).text == "The disk is full."
            await elm.leave()

    asyncio.run(story())
