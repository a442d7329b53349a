"""Every change of a member, by every role to every role, over the wire; and the effects of given powers."""

import asyncio
from itertools import count

import pytest

from drumcircle_gui.protocol.entry_messages import EntryUpdate
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import ClockReply, ClockRequest, Declined, MemberUpdate, Moderate
from tests.server.peer import Peer

CHANGES = {
    "mute": {"muted": True},
    "part": {"part": "low"},
    "level": {"level": 50},
    "rename": {"name": "Ash"},
    "spotlight": {"spotlight": True},
    "give powers": {"conducts": True},
    "take powers": {"conducts": False},
    "remove": {"remove": True, "ban_s": 0},
}
EXAMINED = {field for change in CHANGES.values() for field in change}
QUESTIONS = count(1)

pytestmark = pytest.mark.slow


def allowed(role: str, change: str, target: str) -> bool:
    """Whether a member of `role` may do that to a `target`."""
    if role == "conductor":
        return True
    if role == "player" or target == "conductor":
        return False
    return "powers" not in change or (change == "take powers" and target == "self")


class Seats:
    """Makes peers of each role, in a circle that Oak conducts."""

    def __init__(self, server) -> None:
        self._server = server
        self._numbers = count(1)
        self.peers: list[Peer] = []

    async def __aenter__(self):
        self.oak = await self.conductor()
        return self

    async def __aexit__(self, *_):
        for peer in self.peers:
            await peer.leave()

    async def conductor(self) -> Peer:
        return await self._join(self._server.conductor_invite)

    async def player(self) -> Peer:
        return await self._join(self._server.invite)

    async def deputy(self) -> Peer:
        ivy = await self.player()
        self.oak.send(Moderate(ivy.welcome.you, conducts=True))
        while not (await ivy.next(MemberUpdate)).member.conducts:
            pass
        return ivy

    async def _join(self, invite) -> Peer:
        self.peers.append(await Peer.join(invite, f"Member {next(self._numbers)}"))
        return self.peers[-1]


async def refused(peer: Peer, request: Moderate) -> bool:
    """Whether the server declines `request`; a clock request sent after it is answered in any case."""
    number = next(QUESTIONS)
    peer.send(request)
    peer.send(ClockRequest(number, 0))
    declined = False
    while True:
        match await peer.next(Message):
            case Declined(code):
                assert code == "not-allowed"
                declined = True
            case ClockReply(id) if id == number:
                return declined


def test_every_field_of_a_change_is_examined():
    other = {"member", "reason", "ban_s"}
    assert {field for field in Moderate.__struct_fields__ if field not in other} == EXAMINED - {"ban_s"}


@pytest.mark.parametrize("role", ["player", "deputy", "conductor"])
def test_every_change_by_a_role(role, serve):
    async def story() -> None:
        async with serve() as server, Seats(server) as seats:
            actor = await getattr(seats, role)()
            found, expected = {}, {}
            for target in ("player", "deputy", "conductor", "self"):
                for name, change in CHANGES.items():
                    if target == "self" and name == "remove":
                        continue
                    if target == "self" and role == "deputy":
                        actor = await seats.deputy()
                    other = actor if target == "self" else await getattr(seats, target)()
                    request = Moderate(other.welcome.you, **change)
                    found[name, target] = not await refused(actor, request)
                    expected[name, target] = allowed(role, name, target)
            assert found == expected

    asyncio.run(story())


def test_powers_last_over_a_lost_connection_and_can_be_taken_back(serve, run):
    async def story() -> None:
        async with serve() as server, Seats(server) as seats:
            ivy = await seats.deputy()
            await ivy.leave()
            again = await Peer.join(server.invite, "Ivy", ivy.welcome.token)
            seats.peers.append(again)
            assert (await again.next(EntryUpdate)).policy
            assert not await refused(again, Moderate(again.welcome.you, muted=True))
            seats.oak.send(Moderate(again.welcome.you, conducts=False))
            while (await again.next(MemberUpdate)).member.conducts:
                pass
            assert await refused(again, Moderate(again.welcome.you, muted=False))

    run(story())
