"""A server and real connections to it."""

import asyncio
import hashlib
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.messages import ChangeTimeline, ChatUpdate, ClockReply, ClockRequest, Goodbye, Say
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Strokes
from drumcircle_gui.server.server_io import CIRCLE_ENDED, Server, ServerConfig
from drumcircle_gui.tasks import LoopThread
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Beats

from .conftest import Serve
from .peer import Peer

Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.mark.parametrize("tls", [True, False])
def test_two_members_chat_and_read_the_clock(run: Run, serve: Serve, tls: bool) -> None:
    async def story() -> None:
        async with serve(tls=tls) as server:
            oak, fern = await Peer.join(server.conductor_invite, "Oak"), await Peer.join(server.invite)
            assert (oak.welcome.role, fern.welcome.role) == ("conductor", "player")
            fern.send(Say(0, "hello"))
            assert (await oak.next(ChatUpdate)).line.text == "hello"
            fern.send(ClockRequest(1, -5))
            reply = await fern.next(ClockReply)
            assert (reply.id, reply.sent) == (1, -5)
            assert fern.welcome.now <= reply.received <= reply.replied
            assert server.stats().players == 2
            await oak.leave()
            await fern.leave()

    run(story())


def test_the_invite_has_the_pin_of_the_certificate(run: Run, serve: Serve) -> None:
    async def story() -> None:
        async with serve(tls=True) as server:
            fern = await Peer.join(server.invite)
            certificate = fern._writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
            assert hashlib.sha256(certificate).hexdigest() == server.invite.pin
            await fern.leave()

    run(story())


def test_a_stroke_reaches_members_and_late_joiners(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drumcircle_gui.server.room.timeline_changes.MIN_LEAD", 0)

    async def story() -> None:
        async with serve() as server:
            oak, fern = await Peer.join(server.conductor_invite, "Oak"), await Peer.join(server.invite)
            oak.send(ChangeTimeline(0, running=True))
            oak.send(Strokes(0, (SentStroke(Beats(5), 38, 100),)))
            batch = await fern.next(Batch)
            assert [batch.base + stroke.offset for stroke in batch.strokes] == [5]
            ivy = await Peer.join(server.invite, "Ivy")
            assert await ivy.next(Batch) == batch
            assert Timeline(ivy.welcome.timeline).latest.running
            stats = server.stats()
            assert (stats.strokes, stats.batches, stats.deliveries) == (1, 1, 2)
            for peer in (oak, fern, ivy):
                await peer.leave()

    run(story())


def test_a_disconnected_member_resumes(run: Run, serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            fern = await Peer.join(server.invite)
            await fern.leave()
            back = await Peer.join(server.invite, token=fern.welcome.token)
            assert back.welcome.you == fern.welcome.you
            await back.leave()

    run(story())


def test_goodbye_closes_the_connection(run: Run, serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            fern = await Peer.join(server.invite)
            fern.send(Goodbye())
            assert await fern.closing() is None
            assert server.stats().players == 0
            await fern.leave()

    run(story())


@pytest.mark.parametrize("tls", [True, False])
def test_closing_the_server_notifies_every_member(run: Run, serve: Serve, tls: bool) -> None:
    async def story() -> None:
        async with serve(tls=tls) as server:
            fern = await Peer.join(server.invite)
            ending = asyncio.create_task(server.close())
            said = await fern.closing()
            assert said is not None
            assert (said.code, said.text, said.again) == ("shutdown", CIRCLE_ENDED, False)
            await fern.leave()
            await ending
            await server.close()
            with pytest.raises(ConnectionRefusedError):
                await Peer.connect(server.invite)

    run(story())


@pytest.mark.parametrize("tls", [True, False])
def test_closing_the_server_does_not_wait_for_members_that_do_not_read(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch, tls: bool
) -> None:
    monkeypatch.setattr("drumcircle_gui.server.server_io.CLOSE_TIMEOUT_S", 0.05)
    monkeypatch.setattr("drumcircle_gui.server.acceptor_io.CLOSE_TIMEOUT_S", 3600)
    monkeypatch.setattr("drumcircle_gui.server.connection_io.CLOSE_TIMEOUT_S", 3600)

    async def story() -> None:
        async with serve(tls=tls) as server:
            silent, deaf = await Peer.connect(server.invite), await Peer.join(server.invite)
            deaf._writer.transport.pause_reading()
            await asyncio.wait_for(server.close(), 20)
            await silent.leave()
            await deaf.leave()

    run(story())


def test_a_port_in_use_is_reported(run: Run, serve: Serve, tmp_path: Path) -> None:
    async def story() -> None:
        async with serve() as server:
            other = Server(ServerConfig(name="Elm", bind="127.0.0.1", port=server.port, data_dir=tmp_path))
            with pytest.raises(DrumCircleError, match=f"Port {server.port} is in use"):
                await other.start()
            await other.close()

    run(story())


@pytest.mark.parametrize("bind", ["192.0.2.7", "no.such.host.invalid"])
def test_an_address_of_another_machine_is_reported(run: Run, tmp_path: Path, bind: str) -> None:
    async def story() -> None:
        with pytest.raises(DrumCircleError, match=f"no address {bind}"):
            await Server(ServerConfig(name="Elm", bind=bind, data_dir=tmp_path)).start()

    run(story())


def test_a_server_runs_on_a_loop_in_another_thread(tmp_path: Path) -> None:
    with closing(LoopThread("server")) as thread:
        server = Server(ServerConfig(name="Oak", bind="127.0.0.1", data_dir=tmp_path))
        thread.call(server.start()).result(20)

        async def meet() -> None:
            fern = await Peer.join(server.invite)
            assert await fern.is_well()
            await fern.leave()

        asyncio.run(meet())
        thread.call(server.close()).result(20)
