"""Tries every action of a conductor in every role, over the wire, and prints a Markdown table of the outcomes.

    python -m tests.tools.conducting > tests/server/conducting.md

`tests/server/test_conducting.py` compares the outcomes with that file.
"""

import asyncio
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self, get_args

import msgspec

from drumcircle_gui.modes.catalogue import MODES, Ensemble, ModeChoice, make_mode
from drumcircle_gui.protocol import loop_messages as loops
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.entry_messages import (
    AnswerKnock,
    ChangeBan,
    ChangeEntry,
    MakeInvite,
    RenewKeys,
    RevokeInvite,
)
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.groove_messages import ChangeGroove, Groove
from drumcircle_gui.protocol.mode_messages import PART, Mode, ModeAction, StartMode, SteerMode
from drumcircle_gui.server.server_io import Server
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.server.peer import Peer

from .loopback import serving
from .outcome_table import as_table

ROLES = ("player", "player with powers", "conductor")
REFUSED = "not-allowed"

LOOP = loops.Loop("a" * 64, 3, "Forest", 4, tempo_of_bpm(240))
STEERED = get_args(ModeAction)

Request = Callable[[int, int, int], Message]
"""Makes a request from the ids of the requesting member, of another player, and of another conductor."""

Table = dict[str, dict[str, str]]
"""For each action and role: "yes", or the code with which it is refused."""


def actions() -> Iterator[tuple[str, Request]]:
    yield from _timeline()
    for mode in MODES:
        yield f"begin the mode {mode}", lambda me, other, _, mode=mode: StartMode(0, _made(mode, me, other))
    for action in STEERED:
        yield f"{action} the mode", lambda *_, action=action: SteerMode(1, action)
    yield from _cues()
    yield "choose a groove", lambda *_: ChangeGroove(0, Groove())
    yield "choose the plain guide", lambda *_: ChangeGroove(0, None)
    yield from _loops()
    yield from _roster()
    yield "change who may come in", lambda *_: ChangeEntry("knock")
    yield "let in one who knocks", lambda *_: AnswerKnock(9, True)
    yield "make a limited invite", lambda *_: MakeInvite("School", 3, 60)
    yield "revoke a limited invite", lambda *_: RevokeInvite(1)
    yield "let a removed player back in", lambda *_: ChangeBan(1, 0)
    yield "replace both invites", lambda *_: RenewKeys()
    yield "end the circle", lambda *_: m.EndCircle()


def _made(mode: str, *players: int) -> Mode:
    members = [m.Member(id, f"Player {id}", "player", id, part="low") for id in players]
    names = (members[0].name,) if mode in ("follow-the-leader", "only") else ()
    return make_mode(ModeChoice(mode, players=names), Ensemble(members, Meter(4)))


def _timeline() -> Iterator[tuple[str, Request]]:
    yield "stop", lambda *_: m.ChangeTimeline(0, running=False)
    yield "start", lambda *_: m.ChangeTimeline(0, running=True)
    yield "change the tempo", lambda *_: m.ChangeTimeline(0, tempo=tempo_of_bpm(200))
    yield "change the meter and the period", lambda *_: m.ChangeTimeline(0, meter=Meter(3, 2))


def _cues() -> Iterator[tuple[str, Request]]:
    for when in get_args(m.CueTime):
        yield f"give a cue to all ({when})", lambda *_, when=when: m.GiveCue(m.Cue("louder"), when)
    yield "give a cue to a part", lambda *_: m.GiveCue(m.Cue("softer", group=f"{PART}low"))
    yield "give a cue to one player", lambda _, other, __: m.GiveCue(m.Cue("only", "", members=(other,), others="stop"))
    yield "give a cue of one's own words", lambda *_: m.GiveCue(m.Cue("Shakers", "as soft as rain"))


def _loops() -> Iterator[tuple[str, Request]]:
    yield "offer a loop", lambda *_: loops.OfferLoop(LOOP.file, LOOP.size)
    yield "send a loop", lambda *_: loops.UploadLoop(LOOP.file, 0, b"abc")
    yield "play to a loop", lambda *_: loops.ChangeLoop(0, LOOP)
    yield "set the loop's level", lambda *_: loops.ChangeLoop(0, msgspec.structs.replace(LOOP, level=40))
    yield "end the loop", lambda *_: loops.ChangeLoop(0, None)


MODERATED: dict[str, dict[str, object]] = {
    "mute {} for all": {"muted": True},
    "let {} be heard again": {"muted": False},
    "set the level of {} for all": {"level": 40},
    "give {} a part": {"part": "low"},
    "rename {}": {"name": "Wren"},
    "put {} in the spotlight": {"spotlight": True},
    "give {} a conductor's powers": {"conducts": True},
    "take a conductor's powers from {}": {"conducts": False},
    "remove {}": {"remove": True, "reason": "Too loud", "ban_s": 0},
}
"""What can be done to a member, and how it is requested."""


def _roster() -> Iterator[tuple[str, Request]]:
    for action, change in MODERATED.items():
        yield action.format("a player"), lambda _, other, __, change=change: m.Moderate(other, **change)
        yield action.format("a conductor"), lambda _, __, third, change=change: m.Moderate(third, **change)
    yield "give up one's powers", lambda me, *_: m.Moderate(me, conducts=False)


async def tried(server: Server) -> Table:
    """The outcome of every action in every role. New members follow one that changes who is there or who conducts."""
    table: Table = {}
    seated = {role: await _Seated.at(server, role) for role in ROLES}
    for action, request in actions():
        table[action] = {role: await each.tries(request) for role, each in seated.items()}
        if isinstance(made := request(0, 0, 0), m.Moderate) and (made.remove or made.conducts is not None):
            await _leave(seated)
            seated = {role: await _Seated.at(server, role) for role in ROLES}
    await _leave(seated)
    return table


async def _leave(seated: "dict[str, _Seated]") -> None:
    for each in seated.values():
        await each.leave()


@dataclass(frozen=True, slots=True)
class _Seated:
    """The requesting member, another player, and another conductor."""

    actor: Peer
    player: Peer
    conductor: Peer

    @classmethod
    async def at(cls, server: Server, role: str) -> Self:
        conductor = await Peer.join(server.conductor_invite, "Oak")
        actor = await Peer.join(server.conductor_invite if role == "conductor" else server.invite, "Fern")
        if role == "player with powers":
            conductor.send(m.Moderate(actor.welcome.you, conducts=True))
            while not _conducts(await actor.next(m.MemberUpdate), actor.welcome.you):
                pass
        return cls(actor, await Peer.join(server.invite, "Moss"), conductor)

    async def tries(self, request: Request) -> str:
        """The outcome of the request."""
        self.actor.send(request(*(each.welcome.you for each in (self.actor, self.player, self.conductor))))
        self.actor.send(m.ClockRequest(99, 99))
        outcome = "yes"
        while not isinstance(answer := await self.actor.next(Message), m.ClockReply | m.Closing):
            if isinstance(answer, m.Declined) and answer.code == REFUSED:
                outcome = answer.code
        return outcome

    async def leave(self) -> None:
        for peer in (self.actor, self.player, self.conductor):
            await peer.leave()


def _conducts(update: m.MemberUpdate, id: int) -> bool:
    return update.member.id == id and update.member.conducts


async def outcomes(folder: Path) -> Table:
    """Start a server in `folder`, and try everything."""
    async with serving(folder, tls=False) as server:
        return await tried(server)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.stdout.write(as_table(asyncio.run(outcomes(Path(made))), ROLES))
