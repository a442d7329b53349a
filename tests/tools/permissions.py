"""Tries every action of every role on a real hub, over the wire, and prints a Markdown table of the outcomes.

    python -m tests.tools.permissions > tests/hub/permissions.md

`tests/hub/test_permissions.py` compares the outcomes with that file.
"""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from argon2 import PasswordHasher

from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.hub import connect_back_io, probe_limits
from drumcircle_gui.hub.accounts import passwords_io
from drumcircle_gui.hub.accounts.accounts_io import Accounts
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.hub.web import visitors
from drumcircle_gui.protocol import directory as d
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.connection import TRANSITIONS, ConnectionState, LocalProtocolError
from drumcircle_gui.protocol.entry_messages import ENTRY_POLICIES, RenewKeys, Waiting
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.message_codec import TO_SERVER, encode
from drumcircle_gui.recording.recorder_io import SUFFIX
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.protocol.examples import EXAMPLES
from tests.server.peer import Peer

from .outcome_table import as_table

ROLES = ("stranger", "waiting", "disabled", "banned", "knocking", "player", "conductor", "administrator")
"""A stranger and a knocking player have no account; a banned player is banned from the circle it acts in."""

REGISTERED = ("waiting", "disabled", "banned", "player", "conductor", "administrator")
PASSWORD = "correct horse"
MAIL = "someone@example.org"

IN_CIRCLE, IN_DIRECTORY = (
    sorted(
        (kind for kind in TRANSITIONS[state] if kind in TO_SERVER and kind is not m.Goodbye),
        key=lambda kind: (
            kind in (m.EndCircle, d.LogOut),
            kind.__struct_config__.tag,
        ),  # these end what others need
    )
    for state in (ConnectionState.JOINED, ConnectionState.DIRECTORY)
)
PAGES = {
    "/": "/",
    "/guide/{path:.*}": "/guide/en/joining",
    "/events": "/events",
    "/api/circles": "/api/circles",
    "/healthz": "/healthz",
    "/metrics": "/metrics",
}
"""For each route of the hub's web server that is the same for all circles, a path that is tried."""

OF_A_CIRCLE = "/circles/{circle}/recordings", "/circles/{circle}/recordings/{file}"
"""The routes that belong to one circle."""

RECORDING = f"night{SUFFIX}"

Outcomes = dict[str, dict[str, str]]
"""For each action and role: "yes", "waits", or the code of the refusal."""


@dataclass
class Person:
    """One role: its account's `token`, and for each entry policy a circle's players' and conductors' invite."""

    role: str
    token: str
    circles: dict[str, tuple[Invite, Invite]] = field(default_factory=dict)
    peers: list[Peer] = field(default_factory=list)

    @property
    def invite(self) -> Invite:
        """To the circle in which the person acts; a conductor's is that of the conductors."""
        player, conductor = self.circles["knock" if self.role == "knocking" else "account"]
        return conductor if self.role == "conductor" else player

    def elsewhere(self) -> "Person":
        """The same person, who acts in its circle that is open to everybody."""
        return replace(self, circles=self.circles | {"account": self.circles["open"]})

    def hello(self, invite: Invite, key: str | None = None) -> m.Hello:
        key, account = invite.key if key is None else key, self.token
        return m.Hello(m.PROTOCOL_VERSION, self.role.title(), key, circle=invite.circle_id, account=account)

    async def connect(self) -> Peer:
        self.peers.append(await Peer.connect(self.invite))
        return self.peers[-1]

    async def in_circle(self) -> Peer:
        """A connection that has come as far as this role can without an answer of anybody."""
        peer = await self.connect()
        if self.role in ("player", "conductor", "administrator"):
            peer.send(self.hello(self.invite))
            await peer.next(m.Welcome)
        elif self.role == "knocking":
            peer.send(self.hello(self.invite, key=""))
            await peer.next(Waiting)
        return peer

    async def in_directory(self) -> Peer:
        peer = await self.connect()
        peer.send(d.OpenDirectory(m.PROTOCOL_VERSION, account=self.token))
        await peer.next(d.DirectoryOpened)
        return peer

    async def leave(self) -> None:
        while self.peers:
            await self.peers.pop().leave()


# --- actions ---------------------------------------------------------------------------------------------------------


async def entered(person: Person, policy: str, key: str | None = None, *, conducts: bool = False) -> str:
    """What becomes of a Hello at the person's circle with this entry policy."""
    peer, invite = await person.connect(), person.circles[policy][conducts]
    peer.send(person.hello(invite, key))
    return _outcome(await peer.next(m.Welcome | Waiting | m.Closing))  # type: ignore[arg-type]


async def acted(peer: Peer, request: Message) -> str:
    """What becomes of a request on a connection."""
    try:
        peer.send(request)
    except LocalProtocolError:  # not legal: the hub must refuse it
        peer.write(encode(request))
    peer.write(encode(m.ClockRequest(99, 99)))
    answers = []
    while not answers or not _is_last(answers[-1], request):
        answers.append(await peer.next(Message))
    refused = (each for each in answers if isinstance(each, m.Closing | m.Declined) and each.code in REFUSALS)
    return next((each.code for each in refused), "yes")


def _is_last(answer: Message, request: Message) -> bool:
    if isinstance(request, d.ToHub):  # answered at length, while the hub answers a ClockRequest
        return isinstance(answer, d.FromHub | m.Declined | m.Closing)
    return isinstance(answer, m.Closing) or (isinstance(answer, m.ClockReply) and answer.id == 99)


REFUSALS = ("not-tried", "out-of-turn", "not-allowed", "account", "not-created", "too-many")
"""Other codes say that an action that is allowed has no effect at present."""


async def fetched(port: int, path: str, token: str) -> str:
    """What becomes of a request on HTTP."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        lines = [f"GET {path} HTTP/1.1", "Host: hub", "Connection: close", f"Authorization: Bearer {token}", "", ""]
        writer.write("\r\n".join(lines).encode())
        status = int((await asyncio.wait_for(reader.readline(), 20)).split()[1])
    finally:
        writer.close()
    return "yes" if status == 200 else str(status)


def _outcome(answer: Message) -> str:
    match answer:
        case m.Closing(code=code) | m.Declined(code=code):
            return code
        case Waiting():
            return "waits"
    return "yes"


# --- the table -------------------------------------------------------------------------------------------------------


async def tried(hub: Hub, people: list[Person]) -> Outcomes:
    """The outcome of every action of every role."""
    table: Outcomes = {}
    for action, trial in (*joining(), *in_circle(), *on_http(hub.web_port or 0), *in_directory()):
        table[action] = {}
        for person in people:
            table[action][person.role] = await trial(person)
            await person.leave()
    return table


Trial = Callable[[Person], Coroutine[Any, Any, str]]


def joining() -> Iterator[tuple[str, Trial]]:
    for policy in ENTRY_POLICIES:
        yield f"join, entry `{policy}`, with a key", partial(entered, policy=policy)
        yield f"join, entry `{policy}`, without a key", partial(entered, policy=policy, key="")
    yield "join with the conductors' key", partial(entered, policy="account", conducts=True)


def in_circle() -> Iterator[tuple[str, Trial]]:
    async def trial(person: Person, kind: type[Message]) -> str:
        actor = person.elsewhere() if kind is RenewKeys else person  # the others need their invites
        return await acted(await actor.in_circle(), EXAMPLES[kind])

    for kind in IN_CIRCLE:
        yield f"`{kind.__name__}` in a circle", partial(trial, kind=kind)


def on_http(port: int) -> Iterator[tuple[str, Trial]]:
    async def recordings(person: Person, path: str) -> str:
        return await fetched(port, f"/circles/{person.invite.circle_id}/{path}", person.invite.key)

    async def page(person: Person, path: str) -> str:
        return await fetched(port, path, person.token)

    for path in PAGES.values():
        yield f"GET {path}", partial(page, path=path)
    yield "GET /circles/ID/recordings", partial(recordings, path="recordings")
    yield "GET /circles/ID/recordings/FILE", partial(recordings, path=f"recordings/{RECORDING}")


def in_directory() -> Iterator[tuple[str, Trial]]:
    async def trial(person: Person, kind: type[Message]) -> str:
        return await acted(await person.in_directory(), directory_request(kind, person))

    for kind in IN_DIRECTORY:
        yield f"`{kind.__name__}` in the directory", partial(trial, kind=kind)


def directory_request(kind: type[Message], person: Person) -> Message:
    """A request that this person could mean."""
    name = person.role.title()
    own = {
        d.Register: d.Register(f"New {name}", MAIL, PASSWORD),
        d.LogIn: d.LogIn(name, PASSWORD),
        d.ChangeAccounts: d.ChangeAccounts(("Player",), "enabled"),
        d.ShowAccount: d.ShowAccount("Player"),
        d.EndLogin: d.EndLogin("0" * 16, "Player"),
    }
    return own.get(kind, EXAMPLES[kind])


async def everybody(hub: Hub) -> list[Person]:
    """One person of each role, with their accounts and circles."""
    assert hub._accounts is not None
    tokens = await _accounts(hub._accounts, hub.first_code)
    people = [Person(role, tokens.get(role, "")) for role in ROLES]
    for person in people:
        for policy in ENTRY_POLICIES:
            person.circles[policy] = await _circle(hub, policy)
        if person.role == "banned":
            await _ban(person)
    return people


async def _accounts(accounts: Accounts, code: str) -> dict[str, str]:
    """Register all that have an account; their tokens."""
    tokens = {}
    root = await accounts.register("Administrator", MAIL, PASSWORD, PASSWORD, code=code)
    for role in REGISTERED[:-1]:
        await accounts.register(role.title(), MAIL, PASSWORD, PASSWORD)
        if role != "waiting":
            kind = "conductor" if role == "conductor" else "player"
            await accounts.administer(root, role.title(), state="enabled", role=kind)
    for role in REGISTERED[1:]:
        tokens[role] = (await accounts.log_in(role.title(), PASSWORD, "192.0.2.1"))[1]
    await accounts.administer(root, "Disabled", state="disabled")
    return tokens


async def _circle(hub: Hub, policy: str) -> tuple[Invite, Invite]:
    """A new circle's players' and conductors' invite."""
    request = d.CreateCircle("Oak", tempo_of_bpm(120), Meter(), entry=policy)
    record = await hub.circles.create(request, f"creator {len(hub.circles)}")
    (hub_recordings := Path(hub._config.data_dir) / "circles" / record.id / "recordings").mkdir()
    (hub_recordings / RECORDING).write_bytes(b"strokes")
    at = HubAddress("127.0.0.1", hub.port, NO_TLS)
    return at.invite("Oak", record.player_key, record.id), at.invite("Oak", record.conductor_key, record.id)


async def _ban(person: Person) -> None:
    """Join each circle, and be banned from it by its conductor."""
    for player, conductor in person.circles.values():
        oak, flint = await Peer.connect(conductor), await Peer.connect(player)
        oak.send(m.Hello(m.PROTOCOL_VERSION, "Oak", conductor.key, circle=conductor.circle_id))
        await oak.next(m.Welcome)
        flint.send(person.hello(player))
        oak.send(m.Moderate((await flint.next(m.Welcome)).you, remove=True))
        await flint.next(m.Closing)
        await oak.leave()
        await flint.leave()


@asynccontextmanager
async def registered_hub(folder: Path) -> AsyncIterator[Hub]:
    """A hub with accounts and a web page, whose hashes are cheap."""
    options = {"bind": "127.0.0.1", "tls": False, "recording": False, "registered": True, "web_port": 0}
    with (
        patch.object(passwords_io, "PasswordHasher", lambda **_: PasswordHasher(1, 8, 1)),
        patch.object(visitors, "REQUESTS_AT_ONCE", 10_000),
        patch.object(connect_back_io, "is_elsewhere", lambda host: True),
        patch.object(probe_limits, "TRIES_AT_ONCE", 100),
    ):
        hub = Hub(HubConfig(data_dir=folder, **options))
        await hub.start()
        try:
            yield hub
        finally:
            await hub.close()


async def outcomes(folder: Path) -> Outcomes:
    """Start a hub in `folder`, and try everything."""
    async with registered_hub(folder) as hub:
        return await tried(hub, await everybody(hub))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.stdout.write(as_table(asyncio.run(outcomes(Path(made))), ROLES))
