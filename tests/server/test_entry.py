"""Every action of every role over the wire is allowed or refused as intended."""

import asyncio
from typing import Self, get_args

import pytest

from drumcircle_gui.protocol.connection import LocalProtocolError
from drumcircle_gui.protocol.directory import OpenDirectory, ToHub
from drumcircle_gui.protocol.entry_messages import AnswerKnock, EntryUpdate, MakeInvite, RenewKeys, Waiting
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.kit_messages import PublishKit
from drumcircle_gui.protocol.loop_messages import FetchLoop
from drumcircle_gui.protocol.message_codec import TO_SERVER, encode
from drumcircle_gui.protocol.messages import (
    PROTOCOL_VERSION,
    ClockRequest,
    Closing,
    Declined,
    EndCircle,
    Goodbye,
    Hello,
    MemberUpdate,
    Moderate,
    Say,
    ShareTiming,
    Welcome,
)
from drumcircle_gui.protocol.strokes import Strokes
from drumcircle_gui.server import acceptor_io, room_runner_io, unresponsive_io
from drumcircle_gui.server.entry import knocks
from drumcircle_gui.server.server_io import Server
from drumcircle_gui.timing.units import SECOND, Micros
from tests.protocol.examples import EXAMPLES
from tests.server.peer import Peer

MEMBERS = {ClockRequest, Strokes, Say, ShareTiming, PublishKit, FetchLoop, Goodbye}
"""Actions that every member may do."""

DIRECTORY = set(get_args(ToHub))
INVITED_ONLY = {EndCircle, RenewKeys}
"""Actions that only conductors with a conductor's invite may do."""

CONDUCTORS = TO_SERVER - MEMBERS - DIRECTORY - {Hello}
"""Actions that only conductors may do."""

ACTIONS = sorted(TO_SERVER - {Goodbye}, key=lambda kind: kind.__struct_config__.tag)


async def outcome(peer: Peer, action: type[Message], server: Server) -> str:
    """The result of an action: "allowed", or the code of the refusal."""
    example = Hello(PROTOCOL_VERSION, "Wren", server.invite.key) if action is Hello else EXAMPLES[action]
    try:
        peer.send(example)
    except LocalProtocolError:  # not legal: the server must refuse it
        peer.write(encode(example))
    try:
        peer.write(encode(ClockRequest(99, 99)))
        while True:
            answer = await peer.next(Message)
            if isinstance(answer, Closing):
                return f"closed: {answer.code}"
            if isinstance(answer, Declined) and answer.code in ("not-allowed", "slow-down"):
                return f"declined: {answer.code}"
            if getattr(answer, "id", None) == 99:
                return "allowed"
    except (EOFError, ConnectionError):
        return "closed: without a word"


def expected(role: str, action: type[Message]) -> str:
    """The expected result of an action of that role."""
    if role in ("player", "deputy", "conductor"):
        if action in DIRECTORY or action is Hello:
            return "closed: out-of-turn"
        denied = {"player": CONDUCTORS, "deputy": INVITED_ONLY, "conductor": set[type[Message]]()}[role]
        return "declined: not-allowed" if action in denied else "allowed"
    if role == "knocking":
        return "closed: out-of-turn"
    firsts = {Hello: {"stranger": "allowed", "banned": "closed: removed"}[role], OpenDirectory: "closed: no-hub"}
    return firsts.get(action, "closed: out-of-turn")


class Doors:
    """Makes peers of each role, for a circle that Oak conducts; closes them at the end."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._peers: list[Peer] = []

    async def __aenter__(self) -> Self:
        self.oak = await self.conductor("Oak")
        return self

    async def __aexit__(self, *_: object) -> None:
        for peer in self._peers:
            await peer.leave()

    async def player(self, name: str = "Fern") -> Peer:
        return self._kept(await Peer.join(self._server.invite, name))

    async def conductor(self, name: str = "Ada") -> Peer:
        return self._kept(await Peer.join(self._server.conductor_invite, name))

    async def deputy(self, name: str = "Ivy") -> Peer:
        """A player with the powers of a conductor."""
        ivy = await self.player(name)
        self.oak.send(Moderate(ivy.welcome.you, conducts=True))
        while not (await ivy.next(MemberUpdate)).member.conducts:
            pass
        return ivy

    async def stranger(self) -> Peer:
        return self._kept(await Peer.connect(self._server.invite))

    banned = stranger

    async def knocking(self) -> Peer:
        self._server._runner._room._circle.knocks._declined.clear()  # an earlier answer does not last
        peer = await self.stranger()
        peer.send(Hello(PROTOCOL_VERSION, "Moss", ""))
        await peer.next(Waiting)
        return peer

    async def ban(self) -> None:
        """Ban this address."""
        flint = await self.player("Flint")
        self.oak.send(Moderate(flint.welcome.you, remove=True))
        await flint.next(Closing)

    def _kept(self, peer: Peer) -> Peer:
        self._peers.append(peer)
        return peer


@pytest.mark.slow
@pytest.mark.parametrize("role", ["player", "deputy", "conductor", "stranger", "banned", "knocking"])
def test_every_action_of_a_role(role, serve):
    async def story() -> None:
        async with serve(entry="knock") as server, Doors(server) as doors:
            if role == "banned":
                await doors.ban()
            found = {action.__name__: await outcome(await getattr(doors, role)(), action, server) for action in ACTIONS}
            assert found == {action.__name__: expected(role, action) for action in ACTIONS}

    asyncio.run(story())


async def knockers(oak: Peer, wanted: bool) -> EntryUpdate:
    """The first EntryUpdate with, or without, waiting players."""
    while bool((update := await oak.next(EntryUpdate)).knockers) != wanted:
        pass
    return update


def test_a_knock_is_seen_answered_and_played_on(serve, run):
    async def story() -> None:
        async with serve(entry="knock") as server, Doors(server) as doors:
            moss = await doors.knocking()
            [knocker] = (await knockers(doors.oak, True)).knockers
            doors.oak.send(AnswerKnock(knocker.id, True))
            assert (await moss.next(Welcome)).role == "player"
            assert await moss.is_well()

    run(story())


def test_those_who_leave_while_they_wait_are_forgotten(serve, run):
    async def story() -> None:
        async with serve(entry="knock") as server, Doors(server) as doors:
            moss = await doors.knocking()
            await knockers(doors.oak, True)
            await moss.leave()
            await knockers(doors.oak, False)

    run(story())


@pytest.mark.slow
def test_those_who_wait_are_not_closed_as_silent_nor_for_their_hello(serve, monkeypatch):
    monkeypatch.setattr(acceptor_io, "HELLO_TIMEOUT_S", 0.5)
    monkeypatch.setattr(unresponsive_io, "SILENCE_TIMEOUT", Micros(SECOND // 2))
    monkeypatch.setattr(room_runner_io, "_SWEEP_INTERVAL", Micros(SECOND // 20))
    monkeypatch.setattr(knocks, "REMINDER_INTERVAL", Micros(SECOND // 10))

    async def story() -> None:
        async with serve(entry="knock") as server, Doors(server) as doors:
            moss = await doors.knocking()
            for _ in range(10):
                assert isinstance(await moss.next(Message), Waiting)

    asyncio.run(story())


def test_invites_and_bans_last_when_the_server_is_started_again(serve):
    async def story() -> None:
        async with serve() as server, Doors(server) as doors:
            doors.oak.send(MakeInvite("school"))
            while not (update := await doors.oak.next(EntryUpdate)).invites:
                pass
            await doors.ban()
        async with serve() as server, Doors(server) as doors:
            update = await doors.oak.next(EntryUpdate)
            assert [invite.label for invite in update.invites] == ["school"]
            assert [ban.name for ban in update.bans] == ["Flint"]

    asyncio.run(story())
